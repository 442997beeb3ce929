"""From a class to the columns of its table: one list for rows, frames and files alike."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, get_args, get_origin

from attrs import fields, frozen, resolve_types

from korea_nato._model.once import locked
from korea_nato._model.record import Record
from korea_nato._model.values import Frozen, Quantity, Text, When


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


@locked
@cache
def columns(kind: Any) -> tuple[Column, ...]:
    """Return the columns of a class, in the order of its fields, the shared ones last.

    A class whose cells are computed lists its columns itself, as ``table``: (name, type, where it is found).
    """
    if hasattr(kind, "table"):
        return tuple(column for name, type, path in kind.table for column in _listed(name, type, path))
    resolve_types(kind)
    parts = [part for part in ordered(kind) if part.name != "settled"]
    return tuple(column for part in parts for column in _columns(part.name, part.type))


def ordered(kind: type[Any]) -> list[Any]:
    """Return the fields of a class: the id, its own, then those that all records share."""
    shared = {part.name for part in fields(Record)} - {"id"}
    own = [part for part in fields(kind) if not (issubclass(kind, Record) and part.name in shared)]
    return own + [part for part in fields(kind) if part not in own]


def _columns(name: str, annotation: Any) -> list[Column]:
    if isinstance(annotation, UnionType) and type(None) in get_args(annotation):
        kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
        annotation = kinds[0] if len(kinds) == 1 else Record
    if annotation is When:
        return _dates(name, attrgetter(name))
    if annotation is Text:
        return [
            Column(name, "text", lambda record: _text(getattr(record, name), "en")),
            Column(f"{name}_ko", "text", lambda record: _text(getattr(record, name), "ko")),
        ]
    return [Column(name, _type(annotation), lambda record: _plain(getattr(record, name)))]


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


def _type(annotation: Any) -> str:
    if annotation in (int, bool):
        return "flag" if annotation is bool else "integer"
    many = get_origin(annotation) is not None
    return "texts" if many else "text"


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
    return [_plain(part) if isinstance(part, Record | str) else str(part) for part in value]
