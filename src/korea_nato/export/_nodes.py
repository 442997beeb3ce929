"""A value of the record as a node of a graph, field by field."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import singledispatch
from math import isfinite

from korea_nato._model.collection import Records
from korea_nato._model.fields import Field, Shape, fields_of
from korea_nato._model.record import Record
from korea_nato._model.texts import Text
from korea_nato._model.values import Quantity, Scalar, Value, When
from korea_nato._storage.json import Json
from korea_nato.export._terms import PREDICATES, TYPES
from korea_nato.export._urn import Named, escaped, urn, urn_of

Node = dict[str, Json]

_PRECISIONS = {"year": "xsd:gYear", "month": "xsd:gYearMonth", "day": "xsd:date"}
_ADDRESSES = ("url", "archive_url", "link", "address")
# Told in another way: an id is a node's name, passages are claims, settlements are nodes of their own.
UNTOLD = ("id", "passages", "settled")


def node(value: Value, name: str) -> Node:
    """Return the node of a record, or of a part of one: each field under its own name, and under a common one."""
    kind = type(value)
    made: Node = {"@id": name, "@type": [f"kn:{kind.__name__}", *([TYPES[kind]] if kind in TYPES else [])]}
    for field, place, one in _told(value):
        common = PREDICATES.get(kind, {}).get(field.key)
        said = objects(one, f"{name}#{escaped(place)}", field)
        for predicate in filter(None, (f"kn:{escaped(place.partition('/')[0])}", common)):
            made.setdefault(predicate, []).extend(said)
        made |= bounds(one, f"kn:{escaped(place)}")
    return made


@singledispatch
def bounds(value: object, predicate: str) -> Node:
    """Return what a date or a figure can mean, typed, by which every program can compare; of others nothing."""
    return {}


@bounds.register
def _days(value: When, predicate: str) -> Node:
    first, last = ({"@value": str(day), "@type": "xsd:date"} for day in (value.first_day, value.last_day))
    return {f"{predicate}_first": [first], f"{predicate}_last": [last]}


@bounds.register
def _range(value: Quantity, predicate: str) -> Node:
    low, high = ([_decimal(end)] if isfinite(end) else [] for end in (value.low, value.high))
    return {f"{predicate}_number": [value.number], f"{predicate}_low": low, f"{predicate}_high": high}


def _decimal(number: float) -> Node:
    # Ten per cent of a whole number have one digit after the point, and a float may have more.
    return {"@value": f"{number:.1f}", "@type": "xsd:decimal"}


def parts(value: Value, name: str) -> Iterator[Node]:
    """Yield the nodes of the parts of a record, such as its participants, named after it."""
    for field, place, one in _told(value):
        if field.shape is Shape.PART:
            yield node(one, f"{name}#{escaped(place)}")


def _told(value: Value) -> Iterator[tuple[Field, str, Json]]:
    """Yield field, place and value of all that a record or a part of one holds, one by one.

    Default words are written out: a reader of the graph knows no defaults.
    """
    told_by = getattr(value, "told_by", {})
    for field in fields_of(type(value)):
        told = getattr(value, told_by.get(field.name, field.name))
        if field.name in UNTOLD or _is_left_out(told, field):
            continue
        if field.shape is Shape.PART and field.many:
            yield from ((field, place, one) for one, place in placed(field.key, told))
        elif field.shape is Shape.MAP:
            yield from ((field, f"{field.key}.{word}", one) for word, one in told.items())
        else:
            yield from ((field, field.key, one) for one in (told if isinstance(told, tuple | Records) else (told,)))


def _is_left_out(told: object, field: Field) -> bool:
    return told == field.default and not isinstance(told, str)


def placed(name: str, several: Iterable[Json]) -> Iterator[tuple[Json, str]]:
    """Yield each of several parts with its place, by what it leads to and when: none moves where one is added."""
    seen: Counter[str] = Counter()
    for one in several:
        place = f"{name}/{'.'.join(_marks(one))}" if isinstance(one, Value) else name
        seen[place] += 1
        yield one, place if seen[place] == 1 else f"{place}.{seen[place]}"


def _marks(part: Value) -> Iterator[str]:
    """Yield what a part is known by: the records that it names, its role, the days of its term."""
    for field in fields_of(type(part)):
        told = getattr(part, field.name)
        if told is not None and (field.shape in (Shape.LINK, Shape.ID, Shape.DATE) or field.words):
            yield told.id.replace("/", ".") if isinstance(told, Record) else str(told)


def objects(value: Json, name: str, field: Field) -> list[Json]:
    """Return what stands for a value of a field: the node of that name for a part, or else literals or a link."""
    if field.shape is Shape.PART:
        return [{"@id": name}]
    if field.words and field.shape is Shape.TEXT:
        return [word(field.words, value)]
    return [address(value)] if field.key in _ADDRESSES else literals(value)


@singledispatch
def literals(value: object) -> list[Json]:
    """Return what stands for a value by itself: itself, a text in each of its languages, the node of a record."""
    return [value]


@literals.register
def _texts(value: Text) -> list[Json]:
    return [{"@value": text, "@language": language} for language, text in value.items()]


@literals.register
def _date(value: When) -> list[Json]:
    return [{"@value": value.text, "@type": _PRECISIONS[value.precision]}]


@literals.register
def _scalar(value: Scalar) -> list[Json]:
    return [value.text]


@literals.register
def _link(value: Record) -> list[Json]:
    return links([value])


def word(words: str, one: str) -> Node:
    """Return the concept that stands for a word of a closed list."""
    return {"@id": urn("word", f"{words}/{one}")}


def address(text: str) -> Node:
    """Return an address as a literal."""
    return {"@value": text, "@type": "xsd:anyURI"}


def links(things: Iterable[Named]) -> list[Json]:
    """Return the names of the nodes of records or claims, each once."""
    names = dict.fromkeys(urn_of(thing) for thing in things)
    return [{"@id": name} for name in names]
