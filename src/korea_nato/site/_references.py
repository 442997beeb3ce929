"""Which records lead to a record, and which have a page."""

from collections.abc import Iterator
from typing import Any

from attrs import fields

from korea_nato._dataset import Dataset
from korea_nato._model.record import Record
from korea_nato._model.texts import Frozen
from korea_nato._model.values import Value


def references(dataset: Dataset) -> dict[str, list[tuple[str, Record]]]:
    """Return, by id, the records that lead to a record, each with the field in which they do."""
    found: dict[str, dict[tuple[str, str], Record]] = {}
    for record in records(dataset):
        for field, id in _links(record):
            found.setdefault(id, {})[field, record.id] = record
    return {id: [(field, record) for (field, _), record in leading.items()] for id, leading in found.items()}


def _links(record: Record) -> Iterator[tuple[str, str]]:
    for part in fields(type(record)):
        if part.name in ("passages", "id", "areas") and record.noun in ("source", "programme"):
            continue
        yield from ((part.name, id) for id in _ids(getattr(record, part.name)))
    if record.noun == "area":
        yield "areas", record.id.partition("/")[0]
    for passage in getattr(record, "passages", ()):
        yield from (("passages", id) for id in passage.records)
        yield from (("according_to", one.id) for one in passage.according_to)


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, Record):
        yield value.id
    elif isinstance(value, tuple):
        for one in value:
            yield from _ids(one)
    elif isinstance(value, Value) and not isinstance(value, Frozen):
        for part in fields(type(value)):
            yield from _ids(getattr(value, part.name))


def records(dataset: Dataset) -> Iterator[Record]:
    """Yield every record that has a page, what is only context among them."""
    for ask in (
        dataset.programmes,
        dataset.areas,
        dataset.events,
        dataset.statements,
        dataset.commitments,
        dataset.people,
        dataset.organisations,
        dataset.places,
        dataset.publishers,
        dataset.sources,
    ):
        yield from ask(context=True)
