import json
from unicodedata import normalize

import pytest
from hypothesis import given

from folders import bytes_of, encoded, memory, tiny
from korea_nato import load
from korea_nato._editing.files import composed, files
from korea_nato._load import whole
from korea_nato.errors import BadData, BadValue
from strategies import folders


def test_the_folder_is_written_as_it_was_read():
    """The canonical text of every file is the one that was read, for a folder in canonical form."""
    assert {name: data.decode() for name, data in encoded(tiny()).items()} == dict(files(whole(memory(tiny()))))


@given(given_files=folders())
def test_what_is_written_reads_as_the_same_dataset(given_files):
    """Writing a folder and reading it gives the same records, and writing again the same text."""
    dataset = whole(memory(given_files))
    written = dict(files(dataset))
    again = whole(memory({name: text.encode() for name, text in written.items()}))

    assert list(dataset.claims()) == list(again.claims())
    assert dataset.events(context=True) == again.events(context=True)
    assert written == dict(files(again))


def test_files_come_in_one_order(shipped):
    """The folder's own files come first, then kind by kind, each in its own order, every time."""
    names = [name for name, _ in files(shipped)]

    assert names == [name for name, _ in files(shipped)]
    assert len(names) == len(set(names))
    assert ["about.json", "vocabulary.json"] == [name for name in names[:3] if name != "terms.json"][:2]


def test_shipped_files_are_canonical(data, shipped):
    """Every shipped file is what the package itself writes, to the byte, and no file is left over."""
    written = {name: text.encode() for name, text in files(shipped)}

    assert sorted(written) == sorted(bytes_of(data))
    assert [] == [name for name, content in bytes_of(data).items() if content != written[name]]


def decomposed(value):
    """Return a JSON value with its texts in pieces, as some systems type them."""
    return json.loads(normalize("NFD", json.dumps(value, ensure_ascii=False)))


@pytest.mark.parametrize("ascii", [True, False])
def test_decomposed_letters_are_put_together(ascii):
    """Texts in pieces, escaped or not, are read as their composed form where ``fmt`` reads, and refused elsewhere."""
    pieces = {name: json.dumps(decomposed(value), ensure_ascii=ascii).encode() for name, value in tiny().items()}

    assert dict(files(whole(memory(tiny())))) == dict(files(whole(memory(pieces), composed)))
    with pytest.raises(BadData, match="is not in Unicode's form NFC"):
        whole(memory(pieces))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'{"a": 1, "a": 2}', "a: duplicate key"),
        (b"[" * 200_000, "is nested too deeply"),
        (b'{"a": ' * 990 + b"1" + b"}" * 990, "is nested too deeply"),
    ],
    ids=["twice", "endless", "deep"],
)
def test_what_cannot_be_read_is_not_composed(data, problem):
    """A file that is refused as it stands is refused by ``fmt`` too."""
    with pytest.raises(BadValue) as caught:
        composed(data)

    assert problem == str(caught.value)


def test_no_key_is_lost_in_composing():
    """Two keys that would become one stay apart, for the reader to refuse."""
    keys = '{"e\\u0301": 1, "\u00e9": 2}'.encode()

    assert {"e\u0301": 1, "\u00e9": 2} == composed(keys)


@pytest.mark.parametrize("missing", ["about.json", "vocabulary.json", "places.json"])
def test_what_is_not_there_is_not_written(missing):
    """A file that a folder does not have is not made."""
    kept = {name: value for name, value in tiny().items() if name in {"about.json", "vocabulary.json"} - {missing}}

    assert sorted(kept) == sorted(dict(files(whole(memory(kept)))))


def test_files_of_a_folder_on_disk(folder):
    """A folder on disk is written as one in memory is."""
    assert dict(files(load(folder))) == dict(files(whole(memory(tiny()))))


def test_whatever_the_depth_a_text_is_composed_or_refused():
    """A text that is nested too deeply for Python is refused in a sentence, at whichever step that shows."""
    refused = set()
    for depth in range(50, 3000, 50):
        try:
            composed(b"[" * depth + b"]" * depth)
        except BadValue as error:
            refused.add(error.problem)

    assert {"is nested too deeply"} == refused
