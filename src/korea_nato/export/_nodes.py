"""A value of the record as a node of a graph, field by field."""

from collections.abc import Iterable, Iterator
from typing import Any

from korea_nato._model.collection import Records
from korea_nato._model.fields import fields_of
from korea_nato._model.record import Record
from korea_nato._model.values import Frozen, Quantity, Text, Value, When
from korea_nato.export._terms import PREDICATES, TYPES
from korea_nato.export._urn import Named, urn_of

Node = dict[str, Any]

_PRECISIONS = {"year": "xsd:gYear", "month": "xsd:gYearMonth", "day": "xsd:date"}
# Told in another way: an id is a node's name, passages are claims, what is settled stands in conflicts.
_UNTOLD = ("id", "passages", "settled")


def node(value: Value, name: str) -> Node:
    """Return the node of a record, or of a part of one."""
    kind = type(value)
    made: Node = {"@id": name, "@type": [f"kn:{kind.__name__}", *([TYPES[kind]] if kind in TYPES else [])]}
    for field, place, one in _told(value):
        predicate = PREDICATES[kind].get(field, f"kn:{field}")
        made.setdefault(predicate, []).extend(objects(one, f"{name}#{place}", field))
    return made


def parts(value: Value, name: str) -> Iterator[Node]:
    """Yield the nodes of the parts of a record, such as its participants, named after it."""
    for _, place, one in _told(value):
        if type(one) in PREDICATES and not isinstance(one, Record):
            yield node(one, f"{name}#{place}")


def _told(value: Value) -> Iterator[tuple[str, str, Any]]:
    """Yield field, place and value of all that a record or a part of one holds, one by one.

    A word that stands by default is told: a reader of the graph knows no defaults.
    """
    for field in fields_of(type(value)):
        told = getattr(value, field.name)
        if field.name in _UNTOLD or (told == field.default and not isinstance(told, str)):
            continue
        yield from _one_by_one(field.key, told)


def _one_by_one(field: str, told: Any) -> Iterator[tuple[str, str, Any]]:
    if isinstance(told, tuple | Records):
        yield from ((field, f"{field}.{place}", one) for place, one in enumerate(told))
    elif isinstance(told, Frozen) and not isinstance(told, Text):
        yield from ((f"{field}.{word}", f"{field}.{word}", one) for word, one in told.items())
    else:
        yield field, field, told


def objects(value: Any, name: str = "", field: str = "") -> list[Any]:
    """Return what stands for a value: literals, or the name of a node."""
    if isinstance(value, Text):
        return [{"@value": text, "@language": language} for language, text in value.items()]
    if isinstance(value, When):
        return [{"@value": value.text, "@type": _PRECISIONS[value.precision]}]
    if isinstance(value, Quantity):
        return [int(value.text) if value.text.isdigit() else value.text]
    if isinstance(value, Record):
        return links([value])
    if isinstance(value, Value):
        return [{"@id": name}]
    return [{"@value": value, "@type": "xsd:anyURI"}] if field in ("url", "archive_url", "link") else [value]


def links(things: Iterable[Named]) -> list[Any]:
    """Return the names of the nodes of records or claims, each once."""
    names = dict.fromkeys(urn_of(thing) for thing in things)
    return [{"@id": name} for name in names]
