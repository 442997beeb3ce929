import pytest

from korea_nato._model.collection import Records
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.texts import Text
from korea_nato._model.values import When
from korea_nato.errors import BadValue


def programme(tiny, **more):
    """Return a programme of the small folder's Korea."""
    partner = tiny.places()["republic-of-korea"]
    text = Text({"en": "A programme"})
    return Programme(id="x", name=text, partner=partner, summary=text, **more)


def areas(*numbers):
    """Return areas with these numbers."""
    made = [Area(id=f"x/{n}", number=number, name=Text({"en": "y"})) for n, number in enumerate(numbers)]
    return Records(made, Area)


def test_a_programme_holds_its_areas_in_order(tiny):
    """Areas are asked by position, by short id and by full id, and know their short id."""
    itpp = tiny.programme("itpp")

    assert itpp.areas[0] is itpp.areas["cyber-defence"] is itpp.areas["itpp/cyber-defence"]
    assert "cyber-defence" == itpp.areas[0].short_id
    assert [1, 2] == [area.number for area in itpp.areas]


def test_forward_links_are_objects(tiny):
    """The programme before, its place and the older area are there to be followed."""
    itpp = tiny.programme("itpp")

    assert tiny.programme("ipcp-first") is itpp.previous
    assert "lithuania" == itpp.place.country.id
    assert itpp.previous.areas[0] is itpp.areas[0].continues[0].area
    assert "kept from ipcp-first/cyber-defence (editorial)" == str(itpp.areas[0].continues[0])


def test_a_period_cannot_end_before_it_begins(tiny):
    """``period_to`` before ``period_from`` raises ``BadValue``; of one year both are allowed."""
    with pytest.raises(BadValue) as caught:
        programme(tiny, period_from=When("2024"), period_to=When("2023"))
    assert "period_to" == caught.value.at
    assert programme(tiny, period_from=When("2024-05"), period_to=When("2024"))


@pytest.mark.parametrize("numbers", [(1, 3), (2, 1), (1, None), (2,), (1, 1)])
def test_the_numbers_of_areas_are_their_places(tiny, numbers):
    """Numbers that are not 1, 2, 3 and so on, in order and all there, are refused."""
    with pytest.raises(BadValue, match="not 1, 2, 3"):
        programme(tiny, areas=areas(*numbers))


@pytest.mark.parametrize("numbers", [(), (None, None), (1, 2)])
def test_areas_are_numbered_all_or_none(tiny, numbers):
    """A programme whose order is not known numbers no area."""
    assert len(numbers) == len(programme(tiny, areas=areas(*numbers)).areas)


def test_a_record_shows_kind_id_and_name(tiny):
    """The repr of a record is short and written by hand."""
    long = programme(tiny)

    assert "<Programme itpp: Individually Tailored Partnership Programme>" == repr(tiny.programme("itpp"))
    assert "<Programme x: A programme>" == repr(long)
