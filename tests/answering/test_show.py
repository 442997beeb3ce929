import re

import attrs
import pytest
from hypothesis import given

import korea_nato
from folders import memory, tiny
from korea_nato import show
from korea_nato._answering.card import Card
from korea_nato._answering.facts import parts
from korea_nato._answering.screen import columns_of
from korea_nato._load import whole
from korea_nato._model.forms import ROWS
from korea_nato._model.kinds import KINDS
from korea_nato._model.listed import listed
from korea_nato._model.texts import Frozen
from korea_nato.errors import NoSuchRecord
from strategies import datasets


def test_a_card_says_what_a_record_is_and_who_says_so(tiny):
    """The text of a card has a line a field, with the claims on it, and how a conflict was settled."""
    lines = str(tiny.show("itpp")).splitlines()

    assert "programme itpp: Individually Tailored Partnership Programme" == lines[0]
    assert "  adopted: 2023-07-11" in lines
    assert "    + gazette-new-programme: “adopted the ITPP”" in lines
    assert "    ! nato-website-tailored-programme: “7월 13일” says 2023-07-13" in lines
    assert "    ~ nato-website-tailored-programme: “in July”" in lines
    assert "    ~ nato-website-tailored-programme: “three areas” says 3 (expected)" in lines
    assert "    2023-07-13: settled, slip: One paper; all others say the 11th." in lines
    assert "(itpp/cyber-defence); " in next(line for line in lines if line.startswith("  areas: "))
    assert lines.index("  attested: yes") == lines.index("    + nato-website-tailored-programme: “프로그램”") - 1


def test_a_card_shows_all_kinds_of_values(tiny):
    """Names are shown in all their languages, each figure by itself, links by name and id; absent fields are not."""
    lines = str(tiny.show(tiny.event("vilnius-summit"))).splitlines()

    assert "  title: Summit in Vilnius" in lines
    assert "  title: The ITPP is adopted / ITPP 채택" in str(tiny.show("itpp-adoption")).splitlines()
    assert {"  figures (leaders): ~30", "  figures (minutes): 45"} <= set(lines)
    assert "  first: true" in lines
    assert not [line for line in lines if line.startswith("  concludes")]


def test_a_notebook_shows_the_same_as_html(tiny):
    """The HTML of a card has the same fields and claims, each claim with a link that opens at its wording."""
    html = tiny.show("itpp")._repr_html_()
    text = str(tiny.show("itpp"))

    assert '<h4 id="itpp">programme itpp: Individually Tailored Partnership Programme</h4>' in html
    assert len(re.findall(r"^  \w", text, re.M)) == html.count("<tr>")
    assert 'href="https://nato.example/page#top:~:text=7%EC%9B%94%2013%EC%9D%BC"' in html
    assert "<li><b>2023-07-13</b>: settled, slip: One paper; all others say the 11th.</li>" in html
    assert "~ <a " in html


def test_a_claim_without_an_address_is_shown_without_a_link(tiny):
    """Where the source is not on the web, the claim is words alone."""
    html = tiny.show("itpp")._repr_html_()

    assert "+ wire-new-programme: “two areas”" in html


def test_a_collection_is_shown_card_by_card(tiny):
    """``show`` of a collection has the card of each record, with an empty line between."""
    shown = tiny.show(tiny.programmes())

    assert "\n\n".join(str(tiny.show(id)) for id in tiny.programmes().ids) == str(shown) == repr(shown)
    assert 2 == shown._repr_html_().count("<details id=")


def test_claims_and_conflicts_are_shown_too(tiny):
    """A collection of claims, or of conflicts, is shown by what each is."""
    assert str(tiny.show(tiny.conflicts())).startswith("conflict ipcp-first.adopted\n")
    assert str(tiny.show(tiny.claims(about="vilnius-summit", field="date"))).startswith("claim gazette-new-programme#")


def test_an_unknown_id_raises_with_the_nearest(tiny):
    """``show`` of an id that is not there is never empty."""
    with pytest.raises(NoSuchRecord, match=r"no record 'ittp' .did you mean 'itpp'.."):
        tiny.show("ittp")


def test_the_bundled_record_is_shown_where_none_is_named(shipped):
    """Without a dataset, ids are those of the bundled one."""
    assert str(shipped.show("itpp")) == str(show("itpp")) == repr(show("itpp"))


@given(dataset=datasets())
def test_nothing_in_a_record_becomes_a_tag(dataset):
    """Whatever a record holds, its HTML has no tags but those of the card, and they are closed."""
    for record in dataset.records(KINDS[0]):
        html = dataset.show(record)._repr_html_()
        tags = set(re.findall(r"<\s*/?(\w+)", html))

        assert tags <= {"h4", "table", "tr", "th", "td", "ul", "li", "a", "b", "br", "details", "summary"}
        for tag in tags - {"br"}:
            assert html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>")


@pytest.mark.parametrize("text", ["</script><b>&amp;", '"quoted"', "[bold]"])
def test_odd_texts_are_shown_as_they_are(text):
    """A name with a tag or a quotation mark in it is that name, in text and in HTML."""
    files = tiny()
    files["places.json"]["europe"]["name"]["en"] = text
    shown = whole(memory(files)).show("europe")

    assert f"  name: {text}" in str(shown).splitlines()
    assert "<b>&amp;" not in shown._repr_html_()


def test_a_card_is_a_value(tiny):
    """Two cards of the same record are equal, and frozen."""
    card = tiny.show("itpp")

    assert tiny.show("itpp") == card
    assert isinstance(card, Card)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        card.title = "x"


def test_each_claim_has_who_said_so_its_note_its_day_and_its_link():
    """Under a claim stand its speaker, its basis, what part it states, its note, its day and its link."""
    files = tiny()
    passage = files["sources/gazette-new-programme.json"]["passages"][0]
    passage.update(according_to=["nato"], note="In the lead.", basis="inferred", part="the day only")
    files["vocabulary.json"]["claim-bases"] = {word: {"en": word, "ko": "말"} for word in ("stated", "inferred")}
    card = whole(memory(files)).show("itpp")
    details = [
        "according to ",
        "inferred from the context",
        "states only: the day only",
        "note: In the lead.",
        "published ",
    ]

    assert all(f"        {detail}" in str(card) for detail in details)
    assert all(f"<br>{detail}" in card._repr_html_() for detail in details)
    assert "        https://" in str(card)


def test_a_difference_that_no_one_has_settled_is_shown_as_such():
    """A conflict shows each differing value, with the editors' kind and reason or that there is none."""
    files = tiny()
    del files["programmes/itpp.json"]["settled"]
    card = whole(memory(files)).show("itpp")

    assert "    2023-07-13: not settled" in str(card).splitlines()
    assert "<li><b>2023-07-13</b>: not settled</li>" in card._repr_html_()


def test_a_conflict_shows_the_fact_its_claims_and_the_reason(tiny):
    """A conflict that one holds in the hand is shown: what is held, who says what, and why the record holds it."""
    conflict = tiny.conflicts()["itpp.adopted"]
    lines = str(tiny.show(conflict)).splitlines()

    assert "conflict itpp.adopted" == lines[0]
    assert "  Individually Tailored Partnership Programme (itpp), adopted: 2023-07-11" == lines[1]
    assert len(conflict.claims) == sum(line[:6] in ("    + ", "    ~ ", "    ! ") for line in lines)
    assert "    2023-07-13: settled, slip: One paper; all others say the 11th." == lines[-1]


def test_a_claim_shows_only_its_own_difference(tiny):
    """A claim is shown with the fact; the reason stands there where this claim is the one that differs."""
    agreeing = tiny.claims(about="itpp", field="adopted").where(lambda claim: claim.supports)[0]
    differing = tiny.claims(about="itpp", field="adopted").where(lambda claim: not claim.agrees)[0]

    assert "slip" not in str(tiny.show(agreeing))
    assert "slip" in str(tiny.show(differing))


def test_a_person_comes_with_deeds_and_words_and_a_source_with_what_it_says(tiny):
    """Under a person stand the events and the statements, under a source each fact of which it speaks."""
    person = str(tiny.show("yoon-suk-yeol"))
    source = str(tiny.show("gazette-new-programme"))

    assert all(f"({event.id})" in person for event in tiny.events(person="yoon-suk-yeol"))
    assert all(f"({one.id})" in person for one in tiny.statements(speaker="yoon-suk-yeol"))
    assert all(f"“{claim.wording}”" in source for claim in tiny.claims(source="gazette-new-programme"))


def test_whatever_a_dataset_answers_is_shown(tiny):
    """Answers of ``search``, ``coverage`` and ``analysis`` are shown, alone or in a list."""
    pair = korea_nato.analysis.cooccurrence(dataset=tiny)[0]

    assert str(tiny.show("vilnius-summit")) == str(tiny.show(tiny.search("Summit in Vilnius")[0]))
    assert f"pair {pair.id}" == str(tiny.show(pair)).splitlines()[0]
    assert str(tiny.coverage()).splitlines() == [line.strip() for line in str(tiny.show(tiny.coverage())).splitlines()]
    assert str(tiny.show([pair, pair])) == f"{tiny.show(pair)}\n\n{tiny.show(pair)}"


def test_a_korean_reader_is_shown_korean(tiny):
    """In Korean, kinds, fields, names, remarks and reasons are; another language is an error that names both."""
    told = str(tiny.show("itpp", language="ko"))

    assert "  채택일: 2023-07-11" in told.splitlines()
    assert "자료의 값: 2023-07-13" in told
    assert str(tiny.show(tiny.conflicts()["itpp.adopted"], language="ko")).startswith("이견 itpp.adopted\n")
    with pytest.raises(NoSuchRecord, match="there is en, ko"):
        tiny.show("itpp", language="de")
    with pytest.raises(NoSuchRecord, match="no language for showing 'None'"):
        tiny.show("itpp", language=None)


@pytest.mark.parametrize("columns", [40, 80])
def test_a_card_keeps_to_the_screen_but_for_addresses(tiny, monkeypatch, columns):
    """Where the screen has an edge, lines break between words; an address stays whole, to be followed."""
    whole = str(tiny.show("itpp", language="ko"))
    monkeypatch.setenv("COLUMNS", str(columns))
    broken = str(tiny.show("itpp", language="ko"))

    assert whole.split() == broken.split()
    assert [] == [line for line in broken.splitlines() if columns_of(line) > columns and " " in line.strip()]
    assert len(whole.splitlines()) < len(broken.splitlines())


def test_a_notebook_folds_what_is_long(shipped):
    """More than three claims are folded under a line that counts them; a long collection ends after a screen."""
    html = shipped.show("itpp")._repr_html_()
    cards = shipped.show(shipped.events())._repr_html_()
    adopted = shipped.claims(about="itpp", field="adopted")

    assert f"<summary>{len(adopted)} claims: " in html
    assert ROWS == cards.count("<details id=")
    assert f"{len(shipped.events()) - ROWS} more" in cards
    assert " open>" not in cards


def test_cards_on_one_page_lead_to_each_other(tiny):
    """A name leads to the card of its record where that is on the same page, and nowhere else."""
    both = tiny.show([tiny.event("itpp-adoption"), tiny.programme("itpp")])._repr_html_()

    assert '<a href="#itpp">' in both
    assert '<a href="#itpp">' not in tiny.show("itpp-adoption")._repr_html_()


def test_an_address_leads_there_and_a_choice_of_two_names_both(shipped):
    """In a notebook an address is a link; a claim that means one of several records names them all."""
    source = shipped.sources().where(lambda one: one.url)[0]
    claim = shipped.claims().where(lambda one: one.either)[0]

    assert f">{source.url.partition('?')[0]}" in shipped.show(source)._repr_html_().replace("&amp;", "&")
    assert f"one of several records is meant: {', '.join(claim.either)}" in str(shipped.show(claim))


def test_coverage_is_shown_in_a_notebook(tiny):
    """Each sentence of ``coverage()`` is a paragraph."""
    assert len(tiny.coverage().told("en")) == tiny.coverage()._repr_html_().count("<p>")


def test_an_answer_with_a_gap_has_no_line_for_it(shipped):
    """What an analysis leaves empty, such as the older side of a new area, is not on its card."""
    new = korea_nato.analysis.compare("ipcp-first", "itpp").where(lambda change: change.relation == "new")[0]

    assert "older" not in str(shipped.show(new))
    assert f"({new.newer.id})" in str(shipped.show(new))


def test_words_by_figures_stay_one_value():
    """A map that takes no claims, as in ``coverage()``, is told in one line."""
    assert ("a: 1", "b: 2") == tuple(map(str, parts(Frozen({"a": 1, "b": 2}), "en")))


def test_every_word_of_a_closed_list_has_its_korean():
    """Each word of the vocabulary is told in Korean letters to a Korean reader, and as it is to others."""
    for words in korea_nato.vocabulary().values():
        for word in words:
            assert word == listed(word, "en")
            assert re.search("[가-힣]", listed(word, "ko")), word


def test_a_korean_card_tells_words_of_lists_in_korean(tiny):
    """Kinds, roles, figures and the kinds of settlement are Korean on a Korean card."""
    lines = str(tiny.show("vilnius-summit", language="ko")).splitlines()

    assert "  종류: 정상회의" in lines
    assert "오기: " in str(tiny.show("itpp", language="ko"))
    assert any(line.startswith("  수치 (분)") for line in lines)
