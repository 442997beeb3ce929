import copy
import pickle

import attrs
import pytest

from korea_nato._model.actors import Organisation, Place
from korea_nato._model.collection import Records
from korea_nato._model.events import Event
from korea_nato._model.fields import starred
from korea_nato._model.kinds import CLAIMABLE, KINDS
from korea_nato._model.programmes import Area, Continuation
from korea_nato._model.record import json_key
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Quantity, Value, When, short

PLAIN = (str, int, bool, type(None), When, Quantity)


def every(tiny):
    """Return every record of every kind, areas among them."""
    return [record for kind in KINDS for record in tiny.records(kind)] + list(tiny.areas(context=True))


def inside(value):
    """Yield a value and all that it is made of."""
    yield value
    if isinstance(value, Value) and not isinstance(value, PLAIN):
        parts = [getattr(value, part.name) for part in attrs.fields(type(value))]
    else:
        parts = list(value) if isinstance(value, tuple | Records) else []
    for part in parts:
        yield from inside(part)


def test_records_survive_pickling_and_are_their_own_copies(tiny):
    """A record equals its pickle, with the same hash, and is its own copy and deep copy."""
    for record in every(tiny):
        other = pickle.loads(pickle.dumps(record))

        assert record == other
        assert hash(record) == hash(other)
        assert record is copy.copy(record) is copy.deepcopy(record)


def test_records_are_hashed_by_kind_and_id(tiny):
    """Two records of one kind and id hash alike, but are equal only where all their values are."""
    vilnius = tiny.places()["vilnius"]
    noted = attrs.evolve(vilnius, note="Another.")

    assert hash(vilnius) == hash(noted)
    assert vilnius != noted
    assert vilnius == attrs.evolve(vilnius)


def merged(steps, name="x"):
    """Return an area that goes on from two, each of which goes on from two others, and so on."""
    older = (Area(id="p/a", name=Text({"en": name})),) * 2
    for _ in range(steps):
        on = tuple(Continuation(area=area, relation="merged", basis="stated") for area in older)
        older = tuple(Area(id=f"p/{id}", name=Text({"en": id}), continues=on) for id in "ab")
    return older[0]


def test_areas_that_merge_again_and_again_are_compared_in_a_time_that_grows_with_them():
    """Each pair of records is compared once, by however many ways the two lead to it."""
    assert merged(35) == merged(35)
    assert merged(35) != merged(35, name="y")
    assert merged(2) == merged(2)


def test_records_of_different_kinds_are_not_equal():
    """A place is not the organisation of the same id and name."""
    name = Text({"en": "x"})

    assert Place(id="x", name=name, kind="city") != Organisation(id="x", name=name, kind="city")


def test_records_are_closed_and_frozen(tiny):
    """No attribute of a record can be set, and none be added; it has no dictionary."""
    for record in every(tiny):
        with pytest.raises(AttributeError):
            record.note = "changed"
        with pytest.raises(AttributeError):
            record.colour = "red"
        assert not hasattr(record, "__dict__")


def test_nothing_in_a_record_can_be_changed(tiny):
    """A record is made of frozen values, tuples and collections, all the way down: no list, no dict."""
    for record in every(tiny):
        for part in inside(record):
            assert isinstance(part, (*PLAIN, tuple, Records, Frozen, Value)), part
            assert isinstance(hash(part), int)


def test_records_take_keywords_only():
    """A record is made with the names of its fields."""
    with pytest.raises(TypeError):
        Place("x", Text({"en": "x"}), "city")


def test_every_kind_has_a_noun_and_a_shelf():
    """The kinds are known by their nouns, and each but the area has a place in the folder."""
    assert len(CLAIMABLE) == len({kind.noun for kind in CLAIMABLE})
    assert list(KINDS) == [kind for kind in CLAIMABLE if kind.shelf]
    assert len(KINDS) == len({kind.shelf for kind in KINDS})


def test_starred_fields_are_marked(tiny):
    """A kind tells which of its fields take claims."""
    assert ("date", "ends", "place", "areas", "participants", "figures", "first") == tuple(
        field.name for field in starred(Event)
    )
    assert () == starred(Place)


def test_a_long_name_is_cut_in_the_repr():
    """A repr shows seventy letters of a name at most."""
    long = Place(id="x", name=Text({"en": "y" * 71}), kind="city")
    fits = Place(id="x", name=Text({"en": "y" * 70}), kind="city")

    assert f"<Place x: {'y' * 69}…>" == repr(long)
    assert f"<Place x: {'y' * 70}>" == repr(fits)


def test_a_long_list_is_cut_in_the_repr():
    """A repr shows the first of many parts, and how many more there are."""
    names = tuple(f"event-{n}" for n in range(7))

    assert "['event-0', 'event-1', 'event-2', 'event-3', 'event-4', ... 2 more]" == short(names)
    assert "['event-0', 'event-1']" == short(names[:2])


def test_words_that_python_keeps_lose_their_underscore_in_json():
    """The field ``from_`` is ``from`` in a file."""
    assert ("from", "to", "period_to") == (json_key("from_"), json_key("to"), json_key("period_to"))


def test_a_notebook_shows_a_record_and_how_to_learn_more(tiny):
    """A record alone is a table of its fields, under what it is, and names the call that adds who says so."""
    html = tiny.event("itpp-adoption")._repr_html_()

    assert "<h4>event itpp-adoption: The ITPP is adopted</h4>" in html
    assert '<code>show("itpp-adoption")</code>' in html
    assert len(tiny.event("itpp-adoption").to_dict()) == html.count("<tr>")


def test_a_notebook_shows_a_claim_and_a_conflict(tiny):
    """A claim alone is a table with its address as a link, a conflict one with the reason in both languages."""
    claim = tiny.claims(about="itpp", field="adopted").where(lambda one: one.link)[0]._repr_html_()
    conflict = tiny.conflicts()["itpp.adopted"]._repr_html_()

    assert '<a href="https://' in claim
    assert "One paper; all others say the 11th." in conflict
    assert "text-align:left" in claim
