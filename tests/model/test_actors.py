import pytest

from korea_nato._model.actors import Office
from korea_nato._model.texts import Text
from korea_nato._model.values import When
from korea_nato.errors import BadValue


def test_a_place_lies_within_larger_ones(tiny):
    """``around`` yields the place itself first, then each larger one."""
    around = [place.id for place in tiny.places()["vilnius"].around()]

    assert ["vilnius", "lithuania", "europe"] == around


@pytest.mark.parametrize(
    ("place", "country"),
    [("vilnius", "lithuania"), ("lithuania", "lithuania"), ("republic-of-korea", "republic-of-korea")],
)
def test_the_country_of_a_place_is_the_one_around_it(tiny, place, country):
    """A city's country is that within which it lies, and a country is its own."""
    assert country == tiny.places()[place].country.id


def test_a_region_is_in_no_country(tiny):
    """What lies in no country has none."""
    assert tiny.places()["europe"].country is None


def test_an_organisation_acts_for_what_it_is_part_of(tiny):
    """``acts_for`` yields the body itself and all those above it."""
    office = tiny.organisations()["rok-presidential-office"]

    assert ["rok-presidential-office", "rok-government"] == [body.id for body in office.acts_for()]


@pytest.mark.parametrize(
    ("day", "bodies"),
    [
        ("2023-07-11", ["rok-presidential-office", "rok-government"]),
        ("2022-05-10", ["rok-presidential-office", "rok-government"]),
        ("2022", ["rok-presidential-office", "rok-government"]),
        ("2022-05-09", []),
        ("2021", []),
        (None, ["rok-presidential-office", "rok-government"]),
    ],
)
def test_a_person_acts_for_the_bodies_of_the_offices_held_at_the_time(tiny, day, bodies):
    """Offices count from the first day of their term, whatever the precision of the date asked."""
    yoon = tiny.people()["yoon-suk-yeol"]

    assert bodies == [body.id for body in yoon.acts_for(day and When(day))]


@pytest.mark.parametrize(("day", "covered"), [("2024-10-01", True), ("2024-10-02", False), ("2014-09-30", False)])
def test_a_term_ends_on_its_last_day(tiny, day, covered):
    """The last day of a term belongs to it."""
    office = tiny.people()["jens-stoltenberg"].offices[0]

    assert covered == office.covers(When(day))


def test_a_term_of_unknown_days_covers_all(tiny):
    """Where no source gives the days of a term, every date may lie in it."""
    office = Office(title=Text({"en": "Envoy"}), organisation=tiny.organisations()["nato"])

    assert office.covers(When("1999"))
    assert office.covers(None)
    assert "Envoy, NATO" == str(office)


def test_a_term_cannot_end_before_it_begins(tiny):
    """An office whose ``to`` lies before its ``from`` raises ``BadValue`` at ``to``."""
    nato = tiny.organisations()["nato"]

    with pytest.raises(BadValue) as caught:
        Office(title=Text({"en": "Envoy"}), organisation=nato, from_=When("2012-02"), to=When("2012-01"))
    assert "to: '2012-01' is before 'from' ('2012-02')" == str(caught.value)
    assert Office(title=Text({"en": "Envoy"}), organisation=nato, from_=When("2012-02"), to=When("2012"))
