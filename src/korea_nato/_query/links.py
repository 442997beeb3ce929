"""To which records a record leads, field by field."""

from collections.abc import Iterator
from typing import Any

from korea_nato._model.fields import Field, Shape, fields_of, starred
from korea_nato._model.once import kept
from korea_nato._model.record import Record
from korea_nato._model.values import Value


def links(value: Value) -> Iterator[tuple[str, str]]:
    """Yield each field that leads to a record, be it by its parts, with the id of that record."""
    for field in fields_of(type(value)):
        held = getattr(value, field.name)
        for one in held if field.many else () if held is None else (held,):
            yield from ((field.name, id) for id in _ids(one, field))


def _ids(value: Any, field: Field) -> Iterator[str]:
    if field.shape is Shape.LINK:
        yield value.id
    elif field.shape is Shape.ID:
        yield value
    elif field.shape is Shape.PART:
        yield from (id for _, id in links(value))


@kept
def leading(kind: type[Record]) -> frozenset[str]:
    """Return the fields of a class of which a source says records, by their ids."""
    return frozenset(field.key for field in starred(kind) if field.shape in (Shape.LINK, Shape.PART))
