"""The folder of a dataset as this package writes it: each file with its canonical text."""

from collections.abc import Iterator

from korea_nato._dataset import Dataset
from korea_nato._model.kinds import KINDS
from korea_nato._storage.json import canonical
from korea_nato._storage.store import OWN_FILES
from korea_nato._storage.writer import form


def files(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield the path and the canonical text of every file, in order."""
    for name in sorted(OWN_FILES):
        value = dataset.store.own(name)
        if value is not None:
            yield name, canonical(value)
    for kind in KINDS:
        records = dataset.records(kind)
        if kind.shelf.endswith(".json") and records:
            yield kind.shelf, canonical({record.id: form(record) for record in records})
        elif not kind.shelf.endswith(".json"):
            for record in records:
                yield f"{kind.shelf}/{record.id}.json", canonical(form(record))
