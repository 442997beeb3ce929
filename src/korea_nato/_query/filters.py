"""What the filters of a dataset mean: each function gives a test, or None where nothing is asked."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

from korea_nato._model.actors import Organisation, Person, Place
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.search import look_for, rank
from korea_nato._model.sources import Source
from korea_nato._model.values import When
from korea_nato.errors import BadValue, NoSuchRecord

Test: TypeAlias = Callable[[Any], bool]
Day: TypeAlias = str | date | When


def when(record: Record) -> When | None:
    """Return the date by which a record stands in order, or None."""
    match record:
        case Event():
            return record.date
        case Statement():
            return record.when
        case Commitment():
            return record.made_at.date if record.made_at else None
        case Programme():
            return record.adopted
        case Source():
            return record.published
    return None


def order(record: Record) -> tuple[bool, str, str]:
    """Return the key of the order of dates, then ids; what has no date comes last."""
    day = when(record)
    return day is None, str(day), record.id


def within(since: Day | None, until: Day | None) -> Test | None:
    """Keep what overlaps the window, both ends included; what has no date is in no window."""
    if since is None and until is None:
        return None
    first, last = _day(since, "since"), _day(until, "until")
    if first and last and last.last_day < first.first_day:
        raise BadValue(f"until ('{last}') is before since ('{first}')")

    def test(record: Record) -> bool:
        start = when(record)
        if start is None:
            return False
        end = getattr(record, "ends", None) or start
        too_early = first is not None and end.last_day < first.first_day
        too_late = last is not None and start.first_day > last.last_day
        return not (too_early or too_late)

    return test


def _day(value: Day | None, name: str) -> When | None:
    try:
        return None if value is None else When.of(value)
    except BadValue as error:
        raise BadValue(error.problem, name) from None


def text_of(value: object, at: str = "") -> str:
    """Return the id that an argument means: its own, or that of a record."""
    id = getattr(value, "id", value)
    if not isinstance(id, str):
        raise BadValue(f"{value!r} is neither an id nor a record", at)
    return id


def word_of(value: object, known: Collection[str], noun: str, at: str) -> str | None:
    """Return a word that was asked for, which must be known, or None where none was."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadValue(f"{value!r} is not a word", at)
    if value not in known:
        raise NoSuchRecord(noun, value, known)
    return value


def equal(name: str, value: object) -> Test | None:
    """Keep records whose field has this value; links are compared by id."""
    if value is None:
        return None
    wanted = getattr(value, "id", value)
    return lambda record: _id(getattr(record, name)) == wanted


def _id(value: object) -> object:
    return getattr(value, "id", value)


def has_area(area: Area | None) -> Test | None:
    """Keep records that touch an area."""
    if area is None:
        return None
    return lambda record: area.id in [one.id for one in record.areas]


def has_actor(actor: Person | Organisation | None, *names: str) -> Test | None:
    """Keep records one of whose actors is this one or, for an organisation, acts for it at the time."""
    if actor is None:
        return None
    return lambda record: any(actor.id in stands_for(one, when(record)) for one in _actors(record, names))


def _actors(record: Record, names: Iterable[str]) -> Iterator[Person | Organisation]:
    for name in names:
        yield from (getattr(one, "actor", one) for one in getattr(record, name))


def stands_for(actor: Person | Organisation, day: When | None = None) -> list[str]:
    """Return the ids of an actor and of all for whom it acts at a date."""
    return [actor.id, *(body.id for body in actor.acts_for(day))]


def lies_in(place: Place | None) -> Test | None:
    """Keep records whose place is this one or lies within it."""
    if place is None:
        return None
    return lambda record: bool(record.place) and place.id in [one.id for one in record.place.around()]


def of_programme(programme: Programme | None) -> Test | None:
    """Keep events that conclude a programme or touch one of its areas, and what names it itself."""
    if programme is None:
        return None

    def test(record: Any) -> bool:
        named = getattr(record, "concludes", None) or getattr(record, "programme", None)
        touched = [area.id.partition("/")[0] for area in record.areas]
        return programme.id in [_id(named), *touched]

    return test


def speaks(text: str | None) -> Test | None:
    """Keep records that have these words in a name, title, summary or other spelling, in any language."""
    if text is None:
        return None
    words = look_for(text)
    return lambda record: rank(record, words) is not None
