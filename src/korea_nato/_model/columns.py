"""From a class to the columns of its table: one list for rows, frames and files alike."""

from collections.abc import Callable, Collection, Iterator
from operator import attrgetter
from typing import Any

from attr import frozen

from korea_nato._model.fields import Field, Kind, Shape, fields_of, found_at
from korea_nato._model.once import kept
from korea_nato._model.record import Record, json_key
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Value, When

# Told in tables of their own: what is settled, and what a source says.
_ELSEWHERE = ("settled", "passages")


@frozen
class Column:
    """A column: its name, the type of its cells, and how a record fills it.

    ``type`` is one of ``text``, ``integer``, ``number``, ``flag``, ``date`` and ``texts`` (a list).
    """

    name: str
    type: str
    get: Callable[[Any], object]


@kept
def columns(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a class, in the order of its fields, the shared ones last, or of its ``table``."""
    return tuple(column for name, path in paths(kind) for column in _columns(name, path, found_at(kind, path)))


def paths(kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield the name of what each row tells, with the path at which it is found.

    A class whose rows tell what is worked out, too, names it in its ``table``; ``told_by`` has the path of what is
    not found under its own name.
    """
    named = [field.name for field in fields_of(kind) if field.name not in _ELSEWHERE]
    told_by = getattr(kind, "told_by", {})
    for name in getattr(kind, "table", named):
        yield json_key(name), told_by.get(name, name)


def _columns(name: str, path: str, field: Field) -> list[Column]:
    find = attrgetter(path)
    if field.shape is Shape.DATE and not field.many:
        return _dates(name, find)
    if field.shape is Shape.LANGUAGES and not field.many:
        return [
            Column(name, "text", lambda record: _text(find(record), "en")),
            Column(f"{name}_ko", "text", lambda record: _text(find(record), "ko")),
        ]
    if _type(field) == "texts":
        return [Column(name, "texts", lambda record: _texts(find(record)))]
    if _type(field) == "text":
        return [Column(name, "text", lambda record: _words(find(record)))]
    return [Column(name, _type(field), find)]


def _dates(name: str, find: Callable[[Any], When | None]) -> list[Column]:
    def of(record: object, attribute: str) -> object:
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


def _words(value: object) -> str | None:
    return None if value is None else said(value)


def said(value: object) -> str:
    """Return what is said, or held, as one text: this is also the key under which it is settled."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(map(said, value))
    return value.id if isinstance(value, Record) else str(value)


def _texts(value: Collection[object]) -> list[str]:
    """Return the cell of several values, or of values by words."""
    if isinstance(value, Frozen):
        return [f"{key}: {part}" for key, part in value.items()]
    return [_one(part) for part in value]


def _one(part: object) -> str:
    """Return what stands for one of several: its id, or of a part that leads to a record, the id of that."""
    if isinstance(part, Value) and not hasattr(part, "id"):
        first = fields_of(type(part))[0]
        part = getattr(part, first.name) if first.shape is Shape.LINK else part
    return str(getattr(part, "id", part))
