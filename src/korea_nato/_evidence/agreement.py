"""Whether what a source says agrees with what a record holds, and whether it is as precise."""

from collections.abc import Callable
from typing import Any

from korea_nato._model.actors import Place
from korea_nato._model.events import Mention, Participation
from korea_nato._model.names import fold
from korea_nato._model.record import Record
from korea_nato._model.values import Quantity, Text, When

Find = Callable[[str], Record]


def said(value: Any) -> str:
    """Return what is said, or held, as one text: this is also the key under which it is settled."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(map(said, value))
    return value.id if isinstance(value, Record) else str(value)


def fact(record: Record, field: str) -> Any:
    """Return the value that a record holds for a field, or for one figure (``figures.troops``)."""
    name, _, word = field.partition(".")
    if name == "attested":
        return True
    value = getattr(record, name)
    return value.get(word) if word else value


def agrees(record: Record, field: str, part: Any, find: Find) -> bool:
    """Return whether a part of what is said is what the record holds, or something coarser."""
    held = fact(record, field)
    if isinstance(held, When | Quantity):
        return held.agrees_with(part)
    if isinstance(held, Place):
        return near(held, find(part))
    if isinstance(held, Record):
        return bool(part == held.id)
    if isinstance(part, Mention):
        return any(_took_part(one, part, record, find) for one in held)
    if isinstance(held, tuple):
        return part in [one.id for one in held]
    if isinstance(held, Text):
        return fold(part) in {fold(name) for name in (*held.values(), *getattr(record, "also", ()))}
    return fold(part) == fold(held) if isinstance(held, str) else bool(part == held)


def precise(record: Record, field: str, part: Any, find: Find) -> bool:
    """Return whether a part that agrees is at least as precise as what the record holds."""
    held = fact(record, field)
    if isinstance(held, When):
        return len(part.text) >= len(held.text)
    if isinstance(held, Quantity):
        return bool(part == held or part.high - part.low <= held.high - held.low)
    if isinstance(held, Place):
        return held in _around(find(part))
    return not isinstance(part, Mention) or part.actor in [one.actor.id for one in held]


def _took_part(one: Participation, mention: Mention, record: Record, find: Find) -> bool:
    when = getattr(record, "date", None)
    is_it = mention.actor in [one.actor.id, *(body.id for body in one.actor.acts_for(when))]
    role_agrees = mention.role in (None, one.role)
    return is_it and role_agrees and mention.office in (None, one.office)


def _around(place: Record) -> list[Place]:
    return list(place.around()) if isinstance(place, Place) else []


def near(one: Record, other: Record) -> bool:
    """Return whether one of two places lies within the other."""
    return one in _around(other) or other in _around(one)
