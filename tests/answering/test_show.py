import re

import attrs
import pytest
from hypothesis import given

from folders import memory, tiny
from korea_nato import show
from korea_nato._answering.show import Card
from korea_nato._load import whole
from korea_nato._model.kinds import KINDS
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
    assert "    settled, 2023-07-13: slip: One paper; all others say the 11th." in lines
    assert "  areas: cyber-defence, women-peace-security" in lines
    assert lines.index("  attested: yes") == lines.index("    + nato-website-tailored-programme: “프로그램”") - 1


def test_a_card_shows_all_kinds_of_values(tiny):
    """Texts are shown in all their languages, figures with their words, links as ids; absent fields are not."""
    lines = str(tiny.show(tiny.event("vilnius-summit"))).splitlines()

    assert "  title: Summit in Vilnius" in lines
    assert "  title: The ITPP is adopted / ITPP 채택" in str(tiny.show("itpp-adoption")).splitlines()
    assert "  figures: leaders: ~30, minutes: 45" in lines
    assert "  first: true" in lines
    assert not [line for line in lines if line.startswith("  concludes")]


def test_a_notebook_shows_the_same_as_html(tiny):
    """The HTML of a card has the same fields and claims, each claim with a link that opens at its wording."""
    html = tiny.show("itpp")._repr_html_()
    text = str(tiny.show("itpp"))

    assert "<h4>programme itpp: Individually Tailored Partnership Programme</h4>" in html
    assert len(re.findall(r"^  \w", text, re.M)) == html.count("<tr>")
    assert 'href="https://nato.example/page#top:~:text=7%EC%9B%94%2013%EC%9D%BC"' in html
    assert "<li><b>2023-07-13</b>: slip: One paper; all others say the 11th.</li>" in html
    assert "~ <a " in html


def test_a_claim_without_an_address_is_shown_without_a_link(tiny):
    """Where the source is not on the web, the claim is words alone."""
    html = tiny.show("itpp")._repr_html_()

    assert "+ wire-new-programme: “two areas”" in html


def test_a_collection_is_shown_card_by_card(tiny):
    """``show`` of a collection has the card of each record, with an empty line between."""
    shown = tiny.show(tiny.programmes())

    assert "\n\n".join(str(tiny.show(id)) for id in tiny.programmes().ids) == str(shown) == repr(shown)
    assert 2 == shown._repr_html_().count("<h4>")


def test_claims_and_conflicts_are_shown_too(tiny):
    """A collection of claims, or of conflicts, is shown by what each is."""
    assert str(tiny.show(tiny.conflicts())).startswith("conflict ipcp-first.adopted: ipcp-first.adopted\n")
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

        assert tags <= {"h4", "table", "tr", "th", "td", "ul", "li", "a", "b"}
        assert all(html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>") for tag in tags)


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
    details = ["according to ", "inferred, not stated", "states only: the day only", "note: In the lead.", "published "]

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
