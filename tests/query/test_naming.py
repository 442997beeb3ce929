import pytest

import korea_nato
from folders import memory, tiny
from korea_nato._dataset import bundled
from korea_nato._load import whole
from korea_nato.errors import NoSuchRecord


@pytest.mark.parametrize("name", ["republic-of-korea", "South Korea", "SOUTH KOREA", "대한민국", "한국", "south-korea"])
def test_a_place_is_found_by_any_of_its_names(name):
    """A filter takes a name in any language, spelling and case; South Korea is never North Korea."""
    assert korea_nato.events(place="republic-of-korea").ids == korea_nato.events(place=name).ids


@pytest.mark.parametrize("name", ["yoon-suk-yeol", "Yoon Suk Yeol", "윤석열", "Yoon Suk-yeol", "yoon suk yeol"])
def test_a_person_is_found_by_any_of_their_names(name):
    """A person is one record, however the name is written."""
    assert korea_nato.statements(speaker="yoon-suk-yeol").ids == korea_nato.statements(speaker=name).ids


def test_show_and_claims_take_names():
    """What is asked by a name in capitals or in Korean is the record that has it."""
    assert str(korea_nato.show("itpp-adoption")) == str(korea_nato.show("ITPP-ADOPTION"))
    assert korea_nato.claims(about="itpp").ids == korea_nato.claims(about="ITPP").ids


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (lambda: korea_nato.show("ipcp"), "'ipcp' means several records: 'ipcp-first', 'ipcp-second', 'ipcp-third'"),
        (lambda: korea_nato.events(place="lithuana"), "no place 'lithuana' (did you mean 'lithuania'?)"),
        (lambda: korea_nato.events(person="Stoltenberg"), "no person 'Stoltenberg' (did you mean 'jens-stoltenberg'?)"),
        (
            lambda: korea_nato.events(person="윤석열 대통령"),
            "no person '윤석열 대통령' (did you mean 'yoon-suk-yeol'?)",
        ),
        (
            lambda: korea_nato.events(area="interoperability"),
            "no area 'interoperability' (did you mean 'itpp/capability-development-interoperability'"
            " or 'itpp/practical-cooperation-interoperability'?)",
        ),
    ],
    ids=["several", "misspelt", "surname", "with a title", "part of a name"],
)
def test_what_is_not_one_record_is_told_with_those_that_are_near(question, sentence):
    """A name of several records names them all; one of none names the nearest by name."""
    with pytest.raises(NoSuchRecord) as caught:
        question()

    assert sentence == str(caught.value)


def test_a_surname_offers_those_who_have_it():
    """A part of a name offers persons, and never a publisher that merely looks alike."""
    with pytest.raises(NoSuchRecord) as caught:
        korea_nato.show("yoon")

    assert caught.value.near
    assert all("yoon" in id for id in caught.value.near)


def test_an_area_is_found_by_a_name_of_the_latest_programme():
    """A name that several programmes have is the latest one's."""
    assert korea_nato.events(area="cyber-defence").ids == korea_nato.events(area="Cyber Defense").ids


@pytest.mark.parametrize("name", ["cyber-defence", "Cyber defence", "사이버 방위"])
def test_show_and_claims_take_an_area_of_the_latest_programme_by_its_name(name):
    """What an area means in a filter it means everywhere: that of the latest programme, whatever others have it."""
    assert str(korea_nato.show("itpp/cyber-defence")) == str(korea_nato.show(name))
    assert korea_nato.claims(about="itpp/cyber-defence").ids == korea_nato.claims(about=name).ids


def test_filters_take_several_values():
    """Any of the values will do, whether they stand in a list, a set or a collection."""
    both = korea_nato.events(place=["vilnius", "Madrid"])

    assert {*both.ids} == {*korea_nato.events(place="vilnius").ids, *korea_nato.events(place="madrid").ids}
    assert list(both.ids) == [one.id for one in korea_nato.events() if one in both]
    kinds = {"summit", "adoption"}
    assert kinds >= {one.kind for one in korea_nato.events(kind=kinds)}
    areas = korea_nato.ITPP.areas[:2]
    assert {*korea_nato.events(area=areas).ids} == {id for area in areas for id in korea_nato.events(area=area).ids}


def test_statements_are_found_by_topic_and_words():
    """``topic`` is a word of a closed list, ``text`` any words; they combine."""
    found = korea_nato.statements(topic="ukraine", text="NATO")

    assert found
    assert all("ukraine" in one.topics for one in found)
    with pytest.raises(NoSuchRecord, match="no topic"):
        korea_nato.statements(topic="sports")


def test_claims_and_sources_are_found_by_who_published_them():
    """``publisher``, ``country``, ``modality``, ``since`` and ``until`` narrow as their names say."""
    claims = korea_nato.claims(publisher="yonhap", since=2023, until=2023, modality="reported")

    assert claims
    assert {("yonhap", 2023, "reported")} == {
        (one.source.publisher.id, one.source.published.year, one.modality) for one in claims
    }
    sources = korea_nato.sources(country="Japan")
    assert {"japan"} == {one.publisher.country.id for one in sources}


def test_what_is_asked_for_twice_comes_once():
    """A source that is named twice gives its claims once."""
    source = korea_nato.claims(about="itpp")[0].source

    assert korea_nato.claims(source=source) == korea_nato.claims(source=[source, source.id])


@pytest.mark.parametrize(
    "asked", [{"publisher": "aju-press"}, {"since": "2023-07-11", "until": "2023-07-11"}, {"until": "2010"}]
)
def test_claims_of_some_sources_are_found_without_a_look_at_the_rest(asked, monkeypatch):
    """By publisher or day, claims are found through their sources, in the order of all claims."""
    sources = set(korea_nato.sources(**asked, context=True))
    expected = [claim for claim in korea_nato.claims() if claim.source in sources]
    korea_nato.claims(**asked)  # makes what the index keeps
    monkeypatch.setitem(vars(bundled().index), "claims", None)

    assert expected == list(korea_nato.claims(**asked))
    assert expected


def test_of_several_with_a_part_of_a_name_the_best_known_is_offered_first(shipped):
    """A surname that many bear offers first the one of whom the sources speak most."""
    for asked, meant in (("yoon", "yoon-suk-yeol"), ("moon", "moon-jae-in"), ("rutte", "mark-rutte")):
        with pytest.raises(NoSuchRecord, match=rf"did you mean '{meant}'"):
            shipped.show(asked)


def test_a_name_of_which_the_latest_programme_knows_nothing_is_that_of_an_older_one():
    """An area is looked for in the latest programme first, and then in all."""
    files = tiny()
    files["programmes/ipcp-first.json"]["areas"].append({"id": "science", "name": {"en": "Science for peace"}})
    own = whole(memory(files))

    assert () == own.events(area="Science for peace").ids
    assert own.events(area="Cyber defence") == own.events(area="itpp/cyber-defence")


def test_figures_are_all_that_is_counted(shipped):
    """The field ``figures`` means every figure of a record, or of all records, and never an empty answer."""
    of_team = shipped.claims(about="korean-parwan-team", field="figures")

    assert {"figures.troops", "figures.police"} < {claim.field for claim in of_team}
    assert set(of_team) == {one for one in shipped.claims(field="figures") if one.about == "korean-parwan-team"}
