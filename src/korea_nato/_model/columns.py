"""From a class to the columns of its table: one list for rows, frames and files alike."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from attrs import frozen

from korea_nato._model.fields import Field, Shape, fields_of
from korea_nato._model.once import kept
from korea_nato._model.record import Record
from korea_nato._model.values import Frozen, Quantity, Text, Value, When

# Told in tables of their own: what is settled, and what a source says.
_ELSEWHERE = ("settled", "passages")


@frozen
class Column:
    """A column: its name, the type of its cells, and how a record fills it.

    ``type`` is one of ``text``, ``integer``, ``number``, ``flag``, ``date`` and ``texts`` (a list).
    """

    name: str
    type: str
    get: Callable[[Any], Any]


@frozen
class Cell:
    """Fills a cell with what is found in a record."""

    type: str
    find: Callable[[Any], Any]

    def __call__(self, record: Any) -> Any:
        """Return the cell of a record."""
        value = _plain(self.find(record))
        if self.type != "text" or value is None or isinstance(value, str):
            return value
        return ", ".join(value) if isinstance(value, list) else str(value).lower()


@kept
def columns(kind: Any) -> tuple[Column, ...]:
    """Return the columns of a class, in the order of its fields, the shared ones last.

    A class whose cells are computed lists its columns itself, as ``table``: (name, type, where it is found).
    """
    if hasattr(kind, "table"):
        return tuple(column for name, type, path in kind.table for column in _listed(name, type, path))
    told_by = getattr(kind, "told_by", {})
    return tuple(
        column
        for field in fields_of(kind)
        if field.name not in _ELSEWHERE
        for column in _columns(field, told_by.get(field.name, field.name))
    )


def _columns(field: Field, path: str) -> list[Column]:
    find = attrgetter(path)
    if field.shape is Shape.DATE:
        return _dates(field.key, find)
    if field.shape is Shape.LANGUAGES and not field.many:
        return [
            Column(field.key, "text", lambda record: _text(find(record), "en")),
            Column(f"{field.key}_ko", "text", lambda record: _text(find(record), "ko")),
        ]
    return [Column(field.key, _type(field), lambda record: _plain(find(record)))]


def _listed(name: str, type: str, path: str) -> list[Column]:
    find = attrgetter(path)
    return _dates(name, find) if type == "when" else [Column(name, type, Cell(type, find))]


def _dates(name: str, find: Callable[[Any], When | None]) -> list[Column]:
    def of(record: Any, attribute: str) -> Any:
        when = find(record)
        return when and getattr(when, attribute)

    return [
        Column(name, "text", lambda record: of(record, "text")),
        Column(f"{name}_first", "date", lambda record: of(record, "first_day")),
        Column(f"{name}_last", "date", lambda record: of(record, "last_day")),
        Column(f"{name}_precision", "text", lambda record: of(record, "precision")),
    ]


def _type(field: Field) -> str:
    if field.many or field.shape in (Shape.MAP, Shape.SAYS):
        return "texts"
    return {Shape.NUMBER: "integer", Shape.FLAG: "flag"}.get(field.shape, "text")


def _text(text: Text | None, language: str) -> str | None:
    return None if text is None else text.get(language)


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, Frozen):
        return [f"{key}: {part}" for key, part in value.items()]
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Record):
        return value.id
    if isinstance(value, When | Quantity):
        return str(value)
    return [_one(part) for part in value]


def _one(part: Any) -> str:
    """Return what stands for one of several: of a part that leads to a record, the id of that."""
    if isinstance(part, Value):
        first = fields_of(type(part))[0]
        part = getattr(part, first.name) if first.shape is Shape.LINK else part
    return part.id if isinstance(part, Record) else str(part)
