"""The folder of a dataset as this package writes it: each file with its canonical text."""

from collections.abc import Iterator
from unicodedata import normalize

from korea_nato._dataset import Dataset
from korea_nato._model.collection import Records
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._storage.folder import is_map, path_of
from korea_nato._storage.json import TOO_DEEP, Json, canonical, parse
from korea_nato._storage.own import own_files
from korea_nato._storage.writer import form
from korea_nato.errors import BadValue


def file_of(record: Record) -> str:
    """Return the file in which a record stands; an area stands in its programme's.

    >>> from korea_nato import ITPP
    >>> file_of(ITPP.areas[0])
    'programmes/itpp.json'
    """
    if isinstance(record, Area):
        return path_of(Programme, record.id.partition("/")[0])
    return path_of(type(record), record.id)


def files(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield the path and the canonical text of every file, in order."""
    for name in sorted(own_files()):
        value = dataset.store.own(name)
        if value is not None:
            yield name, canonical(value)
    for kind in KINDS:
        records = dataset.records(kind)
        if is_map(kind) and records:
            yield kind.shelf, canonical({record.id: form(record) for record in records})
        elif not is_map(kind):
            for record in records:
                yield file_of(record), canonical(form(record))


def composed(data: bytes) -> Json:
    """Return the value of a JSON text, as ``parse`` does, with all its texts in Unicode's form NFC."""
    try:
        return _composed(parse(data))
    except RecursionError:
        raise BadValue(TOO_DEEP) from None


def _composed(value: Json) -> Json:
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(one) for one in value]
    if not isinstance(value, dict):
        return value
    made = {normalize("NFC", key): _composed(one) for key, one in value.items()}
    # Of two keys that look alike none is lost: the strict reader tells of them.
    return made if len(made) == len(value) else value


def places(dataset: Dataset) -> Iterator[tuple[Record, str, str]]:
    """Yield each record with its file and its path within it, areas after their programme."""
    for kind in KINDS:
        for record in dataset.records(kind):
            yield record, file_of(record), record.id if is_map(kind) else ""
            owned: Records[Area] | tuple[()] = record.areas if isinstance(record, Programme) else ()
            for place, area in enumerate(owned):
                yield area, file_of(record), f"areas[{place}]"


def joined(*steps: str) -> str:
    """Return a path of its steps, of which some may be empty.

    >>> joined("areas[0]", "", "name")
    'areas[0].name'
    """
    return ".".join(filter(None, steps))
