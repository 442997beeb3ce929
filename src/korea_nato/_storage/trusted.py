"""Reads the bundled data, which were read strictly when the package was built: nothing is asked again.

What is not in the form of the data raises whatever Python raises; then the strict reader tells what is wrong.
"""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from korea_nato._model.collection import Records
from korea_nato._model.fields import Field, Shape, fields_of, starred
from korea_nato._model.once import kept
from korea_nato._model.record import Record
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Quantity, When
from korea_nato._storage.json import Json
from korea_nato._storage.json import parse as strictly
from korea_nato._storage.library import Library, Reading

Read = Callable[[Json, Reading], Any]
# What reading raises for data that are not in form.
NOT_IN_FORM = (AttributeError, LookupError, TypeError, ValueError)


def parse(data: bytes) -> Json:
    """Return the value of a JSON text; the strict parser tells what is wrong with any other."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return strictly(data)


def read(field: Field, raw: Json, library: Library, owner: str = "") -> Any:
    """Return what a JSON value describes: a record with this id, or a value of a field."""
    return _reader(field)({**raw, "id": owner} if owner else raw, Reading(owner, library))


@kept
def _reader(field: Field) -> Read:
    read = _ONE[field.shape](field)
    if not field.many:
        return read
    if read is _same:
        return lambda raw, now: tuple(raw)
    made: Read = lambda raw, now: tuple([read(one, now) for one in raw])  # noqa: E731  # three kinds of many
    if field.shape is Shape.OWNED:
        return lambda raw, now: Records(made(raw, now), field.kinds[0])
    return made


def _as_it_stands(field: Field) -> Read:
    return _same


def _same(raw: Json, now: Reading) -> Json:
    return raw


# Few of the texts differ.
_when = cache(When)
_quantity = cache(Quantity)


def _text(raw: Json, now: Reading) -> Text:
    """Return a text whose languages are not looked at again."""
    text = object.__new__(Text)
    Frozen.__init__(text, raw)
    return text


def _link(field: Field) -> Read:
    kinds = field.kinds
    return lambda raw, now: now.library.find(kinds, raw)


def _part(field: Field) -> Read:
    (kind,) = field.kinds
    known = {part.key: (part.name, _reader(part)) for part in fields_of(kind)}
    says = any(part.shape is Shape.SAYS for part in fields_of(kind))

    def make(raw: Json, now: Reading) -> object:
        if says:
            now = Reading(now.owner, now.library, (raw["about"],) if "about" in raw else tuple(raw["either"]))
        told = {}
        for key, value in raw.items():
            name, read = known[key]
            # Most values stand as they are, and are not worth a call.
            told[name] = value if read is _same else read(value, now)
        return kind(**told)

    return make


def _owned(field: Field) -> Read:
    make = _part(field)
    return lambda raw, now: make({**raw, "id": f"{now.owner}/{raw['id']}"}, now)


def _map(field: Field) -> Read:
    assert field.of is not None
    read = _reader(field.of)
    return lambda raw, now: Frozen({key: read(value, now) for key, value in raw.items()})


def _says(field: Field) -> Read:
    def pairs(raw: Json, now: Reading) -> object:
        known = _sayings(now.library.claimable(now.about[0]))
        told: list[tuple[str, object]] = []
        for name, value in raw.items():
            read, by_word = known[name]
            said = value if read is _same else read(value, now)
            told += [(f"{name}.{word}", one) for word, one in said.items()] if by_word else [(name, said)]
        return tuple(told)

    return pairs


@kept
def _sayings(kind: type[Record]) -> dict[str, tuple[Read, bool]]:
    """Return what reads what a source says, by the key of each field that takes claims, and whether by words."""
    return {field.key: (_saying(field.said), field.shape is Shape.MAP) for field in starred(kind)}


def _saying(field: Field) -> Read:
    read = _reader(field)
    return (lambda raw, now: read([raw] if isinstance(raw, str) else raw, now)) if field.many else read


_ONE: dict[Shape, Callable[[Field], Read]] = {
    Shape.TEXT: _as_it_stands,
    Shape.NUMBER: _as_it_stands,
    Shape.FLAG: _as_it_stands,
    Shape.ID: _as_it_stands,
    Shape.DATE: lambda field: lambda raw, now: _when(raw),
    Shape.QUANTITY: lambda field: lambda raw, now: _quantity(str(raw)),
    Shape.LANGUAGES: lambda field: _text,
    Shape.LINK: _link,
    Shape.PART: _part,
    Shape.OWNED: _owned,
    Shape.MAP: _map,
    Shape.SAYS: _says,
}
