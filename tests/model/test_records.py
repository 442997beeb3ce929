import copy
import pickle
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._model.actors import Place
from korea_nato._model.collection import Records
from korea_nato._model.forms import readable
from korea_nato._model.items import plural
from korea_nato._model.texts import Text
from korea_nato.errors import BadValue, MissingExtra, NoSuchRecord
from strategies import collections


def is_city(place):
    """Return whether a place is a city."""
    return place.kind == "city"


def is_short(place):
    """Return whether the id of a place is short."""
    return len(place.id) < 8


def place(id, **more):
    """Return a place whose name is its id."""
    return Place(id=id, name=Text({"en": id}), kind="city", **more)


@given(records=collections())
def test_narrowing_twice_is_narrowing_by_both(records):
    """``where(p).where(q)`` is ``where(p and q)``."""
    both = records.where(lambda place: is_city(place) and is_short(place))

    assert both == records.where(is_city).where(is_short)


@given(records=collections())
def test_a_condition_and_its_negation_share_all_records(records):
    """The records for which a condition holds, and those for which it does not, are all, in order."""
    cities = records.where(is_city)
    others = records.where(lambda place: not is_city(place))

    assert len(records) == len(cities) + len(others)
    assert [place for place in records if is_city(place)] == list(cities)


@given(records=collections())
def test_a_record_is_found_by_its_id(records):
    """Asking for the id of a record gives that very record, by position, by id and by ``get``."""
    for position, one in enumerate(records):
        assert one is records[position] is records[one.id] is records.get(one.id)
        assert position == records.index(one)
        assert 1 == records.count(one)
        assert one in records
        assert one.id in records
    assert "nowhere-to-be-found" not in records


@given(records=collections(), cut=st.slices(12))
def test_slicing_agrees_with_slicing_a_tuple(records, cut):
    """A slice of a collection is a collection of the slice."""
    assert Records(tuple(records)[cut]) == records[cut]
    assert isinstance(records[cut], Records)


@given(records=collections())
def test_a_collection_is_the_tuple_of_its_records(records):
    """Length, order, reversal, ids, hash and truth are those of the tuple."""
    items = tuple(records)

    assert items[::-1] == tuple(reversed(records))
    assert len(items) == len(records)
    assert bool(items) == bool(records)
    assert tuple(one.id for one in items) == records.ids
    assert hash(Records(items)) == hash(records)


@given(records=collections())
def test_collections_survive_pickling_and_copying(records):
    """A collection equals its pickle and is its own deep copy; its tables stay the same."""
    other = pickle.loads(pickle.dumps(records))

    assert records == other
    assert records.rows() == other.rows()
    assert records is copy.deepcopy(records)
    assert records == copy.copy(records)


@given(records=collections())
def test_there_is_one_row_a_record(records):
    """Rows are as many as records, in order, and all have the same columns."""
    rows = records.rows()

    assert [one.id for one in records] == [row["id"] for row in rows]
    assert len({tuple(row) for row in rows}) <= 1


def test_a_notebook_leaves_out_what_no_one_would_read(tiny):
    """Empty columns and the parts of a date are in the rows, and not in the table that a notebook shows."""
    events = tiny.events(kind="adoption")

    assert {"date_first", "figures"} < set(events.rows()[0])
    assert ">date</th>" in events._repr_html_()
    assert not [name for name in ("date_first", "figures") if f">{name}</th>" in events._repr_html_()]


@given(records=collections())
def test_a_notebook_shows_every_record(records):
    """The HTML table has a row a record, and nothing in it is taken for a tag."""
    html = records._repr_html_()

    assert 1 + min(len(records), 20) == html.count("<tr>")
    assert "</script>" not in html


def test_collections_are_immutable():
    """Nothing in a collection can be set or deleted."""
    records = Records([place("vilnius")])

    with pytest.raises(AttributeError, match="immutable"):
        records.colour = "red"
    with pytest.raises(AttributeError, match="immutable"):
        del records._items


def test_a_collection_equals_only_a_collection():
    """A tuple of the same records is not the collection."""
    items = (place("vilnius"),)

    assert Records(items) != items
    assert Records(items) == Records(list(items))


def test_an_unknown_id_raises_with_the_nearest():
    """A look-up that fails names the kind of record and what may have been meant."""
    with pytest.raises(NoSuchRecord) as caught:
        Records([place("vilnius")])["vilnuis"]

    assert "no place 'vilnuis' (did you mean 'vilnius'?)" == str(caught.value)


def test_a_collection_of_nothing_still_has_a_noun():
    """An empty collection says what it would hold, and one of unknown kind says record."""
    assert "<Records: 0 places>" == repr(Records((), Place))
    assert "<Records: 0 records>" == repr(Records())
    assert "<Records: 1 place>" == repr(Records([place("vilnius")]))
    assert [] == Records().rows()
    assert Records().get("x") is None


def test_a_record_is_found_by_a_former_id():
    """An id that a record once had leads to it still, unless another has it now."""
    new = place("new", formerly=("old", "taken"))
    taken = place("taken")
    records = Records([new, taken])

    assert new is records["old"]
    assert taken is records["taken"]


def test_areas_are_found_by_the_last_part_within_one_programme(tiny):
    """In a programme's own areas the short id is enough; among those of several it is not."""
    areas = tiny.areas()

    assert "itpp/cyber-defence" == tiny.programme("itpp").areas["cyber-defence"].id
    assert areas.get("cyber-defence") is None
    assert "ipcp-first/cyber-defence" == areas["ipcp-first/cyber-defence"].id


def test_a_position_that_is_not_there_is_an_index_error():
    """As with a tuple, a position beyond the end raises ``IndexError``."""
    with pytest.raises(IndexError):
        Records()[0]


def test_long_collections_show_their_first_twenty():
    """A notebook table ends after twenty rows and says how many are left, and how to see them."""
    html = Records([place(f"place-{n}") for n in range(23)])._repr_html_()

    assert 21 == html.count("<tr>")
    assert "<p>3 more places: <code>[20:]</code> shows them" in html


def test_search_finds_words_in_names():
    """A collection can be searched; the best come first."""
    records = Records([place("new-vilnius"), place("vilnius"), place("madrid")])

    assert ("vilnius", "new-vilnius") == records.search("Vilnius").ids
    with pytest.raises(BadValue, match="no letters"):
        records.search(" ")


@pytest.mark.parametrize(
    ("method", "library", "sentence"),
    [
        ("to_arrow", "pyarrow", "an Arrow table needs an extra: pip install 'korea-nato[arrow]'"),
        ("to_pandas", "pandas", "a pandas frame needs an extra: pip install 'korea-nato[pandas]'"),
        ("to_polars", "polars", "a polars frame needs an extra: pip install 'korea-nato[polars]'"),
    ],
)
def test_a_missing_library_is_one_friendly_sentence(monkeypatch, method, library, sentence):
    """Where a frame library is not installed, the error says which extra brings it."""
    monkeypatch.delitem(sys.modules, "korea_nato._model.arrow", raising=False)
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtra) as caught:
        getattr(Records([place("vilnius")]), method)()
    assert sentence == str(caught.value)


@pytest.mark.parametrize(("noun", "many"), [("place", "places"), ("person", "people")])
def test_plurals_are_english(noun, many):
    """The plural of a person is people."""
    assert many == plural(noun)


@pytest.mark.parametrize(("value", "text"), [(None, ""), (["a", "b"], "a; b"), (7, "7"), (True, "true")])
def test_cells_are_text_for_a_person(value, text):
    """What is absent is empty, and a list is joined by semicolons."""
    assert text == readable(value)
