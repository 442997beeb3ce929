"""Whether what a source says agrees with what a record holds, and whether it is as precise."""

from collections.abc import Callable
from typing import Any, NamedTuple

from korea_nato._model.actors import Place
from korea_nato._model.events import Mention, Participation
from korea_nato._model.names import fold
from korea_nato._model.record import Record
from korea_nato._model.texts import Text
from korea_nato._model.values import Quantity, When

Find = Callable[[str], Record]


def fact(record: Record, field: str) -> object:
    """Return the value that a record holds for a field, or for one figure (``figures.troops``)."""
    if field == "attested":
        return True
    name, _, word = field.partition(".")
    value = getattr(record, name)
    return value.get(word) if word else value


class Comparison(NamedTuple):
    """How what is said is held against a value: both take the value, a part of what is said, the record and a look-up.

    ``agrees`` tells whether the part is what the record holds, or something coarser; ``precise`` whether a part
    that agrees is at least as precise.
    """

    agrees: Callable[[Any, Any, Record, Find], bool]
    precise: Callable[[Any, Any, Record, Find], bool]


def comparison(held: object) -> Comparison:
    """Return how what is said is held against a value."""
    return _COMPARISONS.get(type(held)) or (_LINK if isinstance(held, Record) else _VALUE)


def _same_time(held: When, part: When, record: Record, find: Find) -> bool:
    return held.agrees_with(part)


def _same_number(held: Quantity, part: Quantity, record: Record, find: Find) -> bool:
    return held.agrees_with(part)


def _as_long(held: When, part: When, record: Record, find: Find) -> bool:
    return len(part.text) >= len(held.text)


def _as_narrow(held: Quantity, part: Quantity, record: Record, find: Find) -> bool:
    return part == held or part.high - part.low <= held.high - held.low


def _near(held: Place, part: str, record: Record, find: Find) -> bool:
    return part == held.id or near(held, find(part))


def _inside(held: Place, part: str, record: Record, find: Find) -> bool:
    return part == held.id or held in _around(find(part))


def _among(held: tuple[object, ...], part: object, record: Record, find: Find) -> bool:
    return any(comparison(one).agrees(one, part, record, find) for one in held)


def _precisely_among(held: tuple[object, ...], part: object, record: Record, find: Find) -> bool:
    return any(
        comparison(one).agrees(one, part, record, find) and comparison(one).precise(one, part, record, find)
        for one in held
    )


def _took_part(held: Participation, part: Mention, record: Record, find: Find) -> bool:
    if part.role not in (None, held.role) or part.office not in (None, held.office):
        return False
    when = getattr(record, "date", None)
    return part.actor == held.actor.id or part.actor in [body.id for body in held.actor.acts_for(when)]


def _itself(held: Participation, part: Mention, record: Record, find: Find) -> bool:
    return part.actor == held.actor.id


def _named(held: Text, part: str, record: Record, find: Find) -> bool:
    names = (*held.values(), *getattr(record, "also", ()))
    return part in names or fold(part) in map(fold, names)


def _same_words(held: str, part: str, record: Record, find: Find) -> bool:
    return part == held or fold(part) == fold(held)


def _same_record(held: Record, part: str, record: Record, find: Find) -> bool:
    return part == held.id


def _equal(held: object, part: object, record: Record, find: Find) -> bool:
    return part == held


def _always(held: object, part: object, record: Record, find: Find) -> bool:
    return True


_COMPARISONS: dict[type, Comparison] = {
    When: Comparison(_same_time, _as_long),
    Quantity: Comparison(_same_number, _as_narrow),
    Place: Comparison(_near, _inside),
    Participation: Comparison(_took_part, _itself),
    tuple: Comparison(_among, _precisely_among),
    Text: Comparison(_named, _always),
    str: Comparison(_same_words, _always),
}
_LINK = Comparison(_same_record, _always)
_VALUE = Comparison(_equal, _always)


def _around(place: Record) -> list[Place]:
    return list(place.around()) if isinstance(place, Place) else []


def near(one: Record, other: Record) -> bool:
    """Return whether one of two places lies within the other."""
    return one in _around(other) or other in _around(one)
