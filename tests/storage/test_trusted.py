import pytest
from hypothesis import given, settings

from folders import encoded, memory, tiny
from korea_nato._dataset import Dataset
from korea_nato._load import whole
from korea_nato._model.fields import fields_of
from korea_nato._model.kinds import KINDS
from korea_nato._model.sources import Passage
from korea_nato._storage import own, trusted
from korea_nato._storage.bundled import bundled_folder
from korea_nato._storage.json import parse as strictly
from korea_nato._storage.store import Store
from korea_nato.errors import BadData, BadValue, DataError
from strategies import folders


def same(trusted, strict):
    """Hold two datasets equal: every record, every claim, and what the folder says of itself."""
    for kind in KINDS:
        assert list(strict.records(kind)) == list(trusted.records(kind)), kind
    assert list(strict.claims()) == list(trusted.claims())
    assert strict.about == trusted.about
    assert own.terms(strict.store) == own.terms(trusted.store)


def test_both_readers_give_the_shipped_records(shipped):
    """What the package reads on trust is what the strict reader makes of the same files."""
    same(Dataset(Store(bundled_folder(), trusted=True)), shipped)


@settings(max_examples=settings().max_examples // 2)
@given(files=folders())
def test_both_readers_give_the_same_dataset(files):
    """The same holds for every whole folder."""
    folder = memory(files)

    same(Dataset(Store(folder, trusted=True)), whole(folder))


@pytest.mark.parametrize(
    ("file", "value", "error"),
    [
        ("programmes/itpp.json", {"name": 5}, DataError("programmes/itpp.json", "name", "5 is not an object")),
        ("programmes/itpp.json", b"{", DataError("programmes/itpp.json", "", "is not JSON (line 1, column 2)")),
        (
            "places.json",
            {"x": {"names": {}}},
            DataError("places.json", "x.names", "no such field (did you mean 'name'?)"),
        ),
    ],
    ids=["value", "JSON", "field"],
)
def test_what_is_not_in_form_is_told_by_the_strict_reader(file, value, error):
    """Where somebody changed the files that are trusted, the first use says what is wrong."""
    store = Store(memory(encoded({**tiny(), file: value})), trusted=True)

    with pytest.raises(BadData) as caught:
        [store.records(kind) for kind in KINDS]
    assert error in caught.value.errors


def test_a_text_that_is_no_json_is_told_by_the_strict_parser():
    """What the fast parser does not take is told in the words of the strict one; it takes what that takes."""
    assert {"a": [1]} == trusted.parse(b'{"a": [1]}') == strictly(b'{"a": [1]}')
    with pytest.raises(BadValue, match=r"^is not JSON \(line 1, column 2\)$"):
        trusted.parse(b"{")
    with pytest.raises(BadValue, match=r"^is nested too deeply$"):
        trusted.parse(b"[" * 100_000)


def test_a_value_that_needs_no_reading_stands_as_it_is():
    """A text is the text of the file."""
    field = next(one for one in fields_of(Passage) if one.key == "wording")

    assert "x" == trusted.read(field, "x", Store(memory(tiny())))
