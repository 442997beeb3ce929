import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breaks import breaks, points_at
from folders import Memory, encoded, errors_in, errors_of, memory, put, tiny, write
from folders import tiny as tiny_files
from korea_nato._load import whole
from korea_nato._model.actors import Organisation, Person, Place
from korea_nato._model.events import Event
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.sources import Source
from korea_nato._storage import own
from korea_nato._storage.bundled import bundled_store, programme
from korea_nato._storage.library import Broken
from korea_nato._storage.store import Store
from korea_nato.errors import BadData, BadValue, DataError

BROKEN = [(file, at, new) for file, value in tiny().items() for at, new in breaks(file, value)]


@pytest.mark.parametrize("file", tiny())
def test_breaking_any_value_of_a_file_names_file_and_field(tiny, file):
    """Every value of every file of the small folder, broken in every way, is an error of its file."""
    value = json.loads(tiny.store.files.content(file))

    for at, new in breaks(file, value):
        errors = errors_in(tiny.store, file, json.dumps(put(value, at, new)).encode())

        assert errors, (at, new)
        assert [] == [error for error in errors if error.file != file or not points_at(error.at, at)]


@given(broken=st.sampled_from(BROKEN))
def test_breaking_any_value_of_a_folder_names_file_and_field(broken):
    """The first error of the folder is the broken value, and no other file has one."""
    file, at, new = broken
    files = encoded(tiny())
    files[file] = json.dumps(put(json.loads(files[file]), at, new)).encode()

    with pytest.raises(BadData) as caught:
        whole(Memory(files))
    if file != "vocabulary.json":
        assert {file} == {error.file for error in caught.value.errors}
    assert any(error.file == file and points_at(error.at, at) for error in caught.value.errors)


@pytest.mark.parametrize("file", tiny())
def test_a_good_file_has_no_errors(tiny, file):
    """A file of a good folder has no errors when it is read alone."""
    assert [] == errors_in(tiny.store, file, tiny.store.files.content(file))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"{", "is not JSON (line 1, column 2)"),
        (b"null", "null is not an object"),
        (b"{}", "is empty: what is not known is left out"),
    ],
)
def test_a_file_that_holds_no_object_is_one_error(tiny, data, problem):
    """What is wrong with the whole file is said."""
    for file in ("events/x.json", "places.json", "about.json"):
        assert [DataError(file, "", problem)] == errors_in(tiny.store, file, data)


def test_only_what_is_asked_for_is_read(folder):
    """A programme is read without the sources; a kind that is broken raises for whoever asks for it."""
    write(folder, {"sources/gazette-new-programme.json": b"{"})
    store = Store(folder)

    assert ["ipcp-first", "itpp", "itpp-europe"] == [one.id for one in store.records(Programme)]
    with pytest.raises(BadData, match=r"sources/gazette-new-programme.json: is not JSON"):
        store.records(Source)


def test_a_read_raises_for_all_that_it_touched(folder):
    """A record that leads to a broken one raises, so that none is lost in silence."""
    write(folder, {"programmes/itpp.json": b"{"})

    with pytest.raises(BadData) as caught:
        Store(folder).records(Event)
    assert [DataError("programmes/itpp.json", "", "is not JSON (line 1, column 2)")] == list(caught.value.errors)


def test_records_are_made_once(tiny):
    """The record that a link leads to is the record of its kind, not a copy."""
    assert tiny.event("vilnius-summit").place is tiny.places()["lithuania"]
    assert tiny.store.find((Place,), "vilnius") is tiny.places()["vilnius"]


def test_a_link_is_found_among_the_kinds_that_it_may_lead_to():
    """``find`` goes through the kinds in order, and says what it looked for where nothing matches."""
    store = Store(memory(tiny_files()))
    assert "nato" == store.find((Person, Organisation), "nato").id
    assert "itpp/cyber-defence" == store.find((Area,), "itpp/cyber-defence").id
    with pytest.raises(BadValue, match=r"no person or organisation 'nata' .did you mean 'nato'.."):
        store.find((Person, Organisation), "nata")
    with pytest.raises(BadValue, match="no area 'cyber-defence'"):
        store.find((Area,), "cyber-defence")


def test_every_record_can_be_spoken_of():
    """``claimable`` knows the kind of each id, areas among them."""
    store = Store(memory(tiny_files()))
    kinds = {"nato": Organisation, "itpp": Programme, "itpp/cyber-defence": Area, "vilnius-summit": Event}

    assert kinds == {id: store.claimable(id) for id in kinds}
    with pytest.raises(BadValue, match=r"no record 'natto' .did you mean 'nato'.."):
        store.claimable("natto")


@pytest.mark.parametrize("id", ["itpp", "itpp/cyber-defence", "itpp/nothing"])
def test_areas_of_a_broken_programme_are_not_called_dangling(id):
    """What leads to a record that is wrong is ``Broken``, since the record is reported at its own place."""
    store = Store(memory({**tiny(), "programmes/itpp.json": {"name": 5}}))

    with pytest.raises(Broken):
        store.find((Area,) if "/" in id else (Programme,), id)


def test_ids_of_an_unreadable_map_are_not_called_dangling():
    """Where the file of a kind cannot be read, no id is said to be unknown."""
    store = Store(memory({**tiny(), "places.json": b"{"}))

    with pytest.raises(Broken):
        store.find((Place,), "vilnius")
    with pytest.raises(Broken):
        store.claimable("vilnius")
    with pytest.raises(BadData):
        store.records(Place)


def test_suggestions_of_areas_survive_odd_programmes():
    """A nearest area is looked for in the raw files, whatever they hold."""
    odd = {"a": {"areas": [5, {"id": "cyber"}]}, "b": {"areas": 5}, "c": {"name": 5}}
    store = Store(memory({f"programmes/{id}.json": value for id, value in odd.items()}))

    with pytest.raises(BadValue, match=r"no area 'd/cyber' .did you mean 'a/cyber'.."):
        store.find((Area,), "d/cyber")


def test_the_folder_tells_what_it_is(tiny):
    """``about`` reads the folder's own file, and raises for what is wrong with it."""
    assert ("2026.1.0", "Two papers.") == (tiny.about.version, str(tiny.about.read))
    with pytest.raises(BadData) as caught:
        own.about(Store(memory({"about.json": tiny_files()["about.json"] | {"version": 5}})))
    assert [DataError("about.json", "version", "5 is not a text")] == list(caught.value.errors)


@pytest.mark.parametrize("data", [{}, {"about.json": b"{"}])
def test_a_folder_that_does_not_tell_says_so(data):
    """Without an ``about.json`` that can be read, asking for it raises ``BadData`` that names it."""
    with pytest.raises(BadData, match=r"about\.json: "):
        own.about(Store(memory(data)))


@pytest.mark.parametrize("data", [{}, {"vocabulary.json": b"{"}, {"vocabulary.json": {"seen": [1]}}])
def test_without_a_vocabulary_there_are_no_words(data):
    """A list that is missing, or not a list, holds no word."""
    assert {} == dict(Store(memory(data)).words("seen"))


def test_the_bundled_store_is_one():
    """The bundled data are read once, and a programme of theirs is the one of the store."""
    assert bundled_store() is bundled_store()
    assert programme("itpp") in bundled_store().records(Programme)


def test_a_file_that_cannot_be_read_is_told_as_itself():
    """Where two of the folder's own files are bad, each is told with its own error."""
    store = Store(memory({"about.json": b"{", "vocabulary.json": b"["}))
    store.words("seen")

    for file, ask in (
        ("about.json", lambda: own.about(store)),
        ("vocabulary.json", lambda: store.records(Place)),
        ("about.json", lambda: own.about(store)),
    ):
        with pytest.raises(BadData, match=f"{file}: is not JSON"):
            ask()


def _nested(order):
    """Return the small folder with sixty more places, each within the next one of an order."""
    files = tiny_files()
    ids = [f"place-{number:02}" for number in order(range(60))]
    for id, outer in zip(ids, [*ids[1:], None], strict=True):
        files["places.json"][id] = {"name": {"en": id}, "kind": "region"} | ({"within": outer} if outer else {})
    return files


@pytest.mark.parametrize("order", [list, reversed], ids=["inner first", "outer first"])
def test_a_chain_without_end_is_one_error(order):
    """Records that lead to one another sixty times are refused, whichever of them is read first."""
    (error,) = errors_of(_nested(order))

    assert re.fullmatch(r"places.json: place-\d\d.within: begins a chain of more than 40 links", error)


def test_a_folder_without_a_shelf_is_refused_in_no_long_time():
    """Nearest ids are looked for at the first broken links only; all the links are reported."""
    files = tiny_files()
    for number in range(3000):
        files["places.json"][f"place-{number}"] = {"name": {"en": "x"}, "kind": "city", "within": f"land-{number}"}
    errors = errors_of(files)

    assert 3000 == len(errors)
    assert 50 == sum("did you mean" in error for error in errors)
