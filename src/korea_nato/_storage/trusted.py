"""Reads the bundled data, which were read strictly when the package was built: nothing is asked again.

What is not in the form of the data raises whatever Python raises; then the strict reader tells what is wrong.
"""

import json
from collections.abc import Callable
from typing import Any

from korea_nato._model.collection import Records
from korea_nato._model.fields import Field, Shape, fields_of, starred
from korea_nato._model.once import kept
from korea_nato._model.values import Frozen, Quantity, Text, When
from korea_nato._storage.json import parse as strictly
from korea_nato._storage.library import Library, Reading

Read = Callable[[Any, Reading], Any]
# What reading raises for data that are not in form.
NOT_IN_FORM = (AttributeError, LookupError, TypeError, ValueError)


def parse(data: bytes) -> Any:
    """Return the value of a JSON text; the strict parser tells what is wrong with what is none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return strictly(data)


def read(field: Field, raw: Any, library: Library, owner: str = "") -> Any:
    """Return what a JSON value describes: a record with this id, or a value of a field."""
    return _reader(field)({**raw, "id": owner} if owner else raw, Reading(owner, library))


@kept
def _reader(field: Field) -> Read:
    read = _ONE[field.shape](field)
    if not field.many:
        return read
    made: Read = lambda raw, now: tuple([read(one, now) for one in raw])  # noqa: E731  # three kinds of many
    if field.shape is Shape.OWNED:
        return lambda raw, now: Records(made(raw, now), field.kinds[0])
    return made


def _as_it_stands(field: Field) -> Read:
    return lambda raw, now: raw


def _quantity(field: Field) -> Read:
    return lambda raw, now: Quantity(str(raw))


def _link(field: Field) -> Read:
    return lambda raw, now: now.library.find(field.kinds, raw)


def _part(field: Field) -> Read:
    (kind,) = field.kinds
    known = {part.key: (part.name, _reader(part)) for part in fields_of(kind)}
    says = any(part.shape is Shape.SAYS for part in fields_of(kind))

    def make(raw: Any, now: Reading) -> Any:
        if says:
            now = now._replace(about=(raw["about"],) if "about" in raw else tuple(raw["either"]))
        told = {}
        for key, value in raw.items():
            name, read = known[key]
            told[name] = read(value, now)
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
    def pairs(raw: Any, now: Reading) -> Any:
        known = _sayings(now.library.claimable(now.about[0]))
        return tuple([pair for name, value in raw.items() for pair in known[name](name, value, now)])

    return pairs


@kept
def _sayings(kind: type[Any]) -> dict[str, Callable[[str, Any, Reading], list[tuple[str, Any]]]]:
    """Return what reads the pairs that a source says, by the key of each field that takes claims."""
    return {field.key: _saying(field.said) for field in starred(kind)}


def _saying(field: Field) -> Callable[[str, Any, Reading], list[tuple[str, Any]]]:
    read = _reader(field)
    if field.shape is Shape.MAP:
        return lambda name, raw, now: [(f"{name}.{word}", one) for word, one in read(raw, now).items()]
    if field.many:
        return lambda name, raw, now: [(name, read([raw] if isinstance(raw, str) else raw, now))]
    return lambda name, raw, now: [(name, read(raw, now))]


_ONE: dict[Shape, Callable[[Field], Read]] = {
    Shape.TEXT: _as_it_stands,
    Shape.NUMBER: _as_it_stands,
    Shape.FLAG: _as_it_stands,
    Shape.ID: _as_it_stands,
    Shape.DATE: lambda field: lambda raw, now: When(raw),
    Shape.QUANTITY: _quantity,
    Shape.LANGUAGES: lambda field: lambda raw, now: Text(raw),
    Shape.LINK: _link,
    Shape.PART: _part,
    Shape.OWNED: _owned,
    Shape.MAP: _map,
    Shape.SAYS: _says,
}
