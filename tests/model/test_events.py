import attrs
import pytest

from korea_nato._model.events import Mention, Participation
from korea_nato._model.values import When
from korea_nato.errors import BadValue


def test_an_event_knows_where_and_with_whom(tiny):
    """Links of an event are objects: its place, its frame, its programme, its participants."""
    adoption = tiny.event("itpp-adoption")

    assert "lithuania" == adoption.place.country.id
    assert tiny.event("vilnius-summit") is adoption.part_of
    assert tiny.programme("itpp") is adoption.concludes
    assert ["Yoon Suk Yeol", "NATO"] == [str(one.actor.name) for one in adoption.participants]
    assert ["yoon-suk-yeol", "nato"] == list(map(str, adoption.participants))


@pytest.mark.parametrize("ends", ["2023-07-10", "2023-06", "2022"])
def test_an_event_cannot_end_before_it_begins(tiny, ends):
    """An ``ends`` before the ``date`` raises ``BadValue`` at ``ends``."""
    with pytest.raises(BadValue) as caught:
        attrs.evolve(tiny.event("vilnius-summit"), ends=When(ends))
    assert f"ends: '{ends}' is before its date" == str(caught.value)


@pytest.mark.parametrize("ends", ["2023-07-11", "2023-07", "2023"])
def test_an_end_may_be_coarser_than_the_date(tiny, ends):
    """An end that may be on or after the date is taken."""
    assert When(ends) == attrs.evolve(tiny.event("vilnius-summit"), ends=When(ends)).ends


def test_an_end_needs_a_date(tiny):
    """An event whose beginning is not known has no end."""
    with pytest.raises(BadValue, match="before its date"):
        attrs.evolve(tiny.event("vilnius-summit"), date=None)


@pytest.mark.parametrize("day", ["2023-07-12", "2023", None])
def test_an_event_that_concludes_a_programme_has_the_day_of_its_adoption(tiny, day):
    """Any other day raises ``BadValue`` that names the day."""
    with pytest.raises(BadValue) as caught:
        attrs.evolve(tiny.event("itpp-adoption"), date=day and When(day))
    assert "date: is not the day on which 'itpp' was adopted (2023-07-11)" == str(caught.value)


def test_a_programme_without_a_day_is_concluded_on_no_day(tiny):
    """Where the adoption has no day, the event that concludes it has none either."""
    europe = tiny.programmes(context=True)["itpp-europe"]
    adoption = tiny.event("itpp-adoption")

    assert attrs.evolve(adoption, concludes=europe, date=None).concludes is europe
    with pytest.raises(BadValue, match=r"was adopted \(absent\)"):
        attrs.evolve(adoption, concludes=europe)


def test_an_actor_takes_part_in_an_office_that_it_held(tiny):
    """An office that the person never held is refused, with the one that was meant."""
    yoon = tiny.people()["yoon-suk-yeol"]

    assert "President" == Participation(actor=yoon, role="host", office="President").office
    with pytest.raises(BadValue) as caught:
        Participation(actor=yoon, role="host", office="Presidant")
    assert "office: 'yoon-suk-yeol' has no office 'Presidant' (did you mean 'President'?)" == str(caught.value)


def test_organisations_hold_no_office(tiny):
    """An organisation takes part without an office."""
    with pytest.raises(BadValue, match="has no office"):
        Participation(actor=tiny.organisations()["nato"], role="host", office="President")


def test_a_mention_is_its_actor():
    """What a source says of a participant is shown as the actor's id."""
    assert "nato" == str(Mention(actor="nato", role="host"))


def test_a_statement_made_at_an_event_has_its_date(tiny):
    """``when`` is the statement's own date, or that of the event; it cannot have both."""
    hope = tiny.statements()["yoon-hope"]

    assert When("2023-07-11") == hope.when
    assert When("2023-07-12") == tiny.statements()["critics-doubt"].when
    with pytest.raises(BadValue) as caught:
        attrs.evolve(hope, date=When("2023"))
    assert "date: a statement made at an event has no date of its own" == str(caught.value)


def test_what_followed_a_commitment_says_on_which_ground(tiny):
    """An event that followed is shown with its basis."""
    assert ["secretary-visit (editorial)"] == list(map(str, tiny.commitments()["cyber-centre"].followed_by))
