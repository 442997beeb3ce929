"""What the filters of a dataset mean: each function gives a test, or None where nothing is asked."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from attr import frozen

from korea_nato._model.actors import Actor, Place
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.search import look_for, rank
from korea_nato._model.sources import Source
from korea_nato._model.values import When
from korea_nato.errors import BadValue, NoSuchRecord, quoted

Test: TypeAlias = Callable[[Any], bool]
Keys: TypeAlias = Callable[[Any], Collection[object]]
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


@frozen
class Having:
    """A test that keeps records among whose keys is the one that is wanted; an index has them by their keys."""

    keys: Keys
    wanted: object

    def __call__(self, record: object) -> bool:
        """Return whether a record is kept."""
        return self.wanted in self.keys(record)


@frozen
class HavingAny:
    """A test that keeps records among whose keys is one of several."""

    keys: Keys
    wanted: frozenset[object]

    def __call__(self, record: object) -> bool:
        """Return whether a record is kept."""
        return not self.wanted.isdisjoint(self.keys(record))


def having(keys: Keys, values: Iterable[object] | None) -> Having | HavingAny | None:
    """Keep records among whose keys is one of these values, given as ids or records; None asks nothing."""
    if values is None:
        return None
    wanted = frozenset(map(_id, values))
    return Having(keys, *wanted) if len(wanted) == 1 else HavingAny(keys, wanted)


@frozen
class Within:
    """A test that keeps what overlaps the window, both ends included; what has no date is in no window."""

    first: date
    last: date

    def __call__(self, record: Record) -> bool:
        """Return whether a record is kept."""
        start, end = days(record)
        return start is not None and end is not None and start <= self.last and end >= self.first


def days(record: Record) -> tuple[date, date] | tuple[None, None]:
    """Return the first and the last day that a record can mean, or twice None."""
    start = when(record)
    if start is None:
        return None, None
    return start.first_day, (getattr(record, "ends", None) or start).last_day


def within(since: Day | None, until: Day | None) -> Within | None:
    """Keep what overlaps the window, both ends included; what has no date is in no window."""
    if since is None and until is None:
        return None
    first, last = _day(since, "since"), _day(until, "until")
    if first and last and last.last_day < first.first_day:
        raise BadValue(f"until ('{last}') is before since ('{first}')")
    return Within(first.first_day if first else date.min, last.last_day if last else date.max)


def _day(value: Day | None, name: str) -> When | None:
    try:
        return None if value is None else When.of(value)
    except BadValue as error:
        raise BadValue(error.problem, name) from None


def text_of(value: object, at: str = "") -> str:
    """Return the id of a record, or an id as it is given."""
    id = getattr(value, "id", value)
    if not isinstance(id, str):
        raise BadValue(f"{quoted(value)} is neither an id nor a record", at)
    return id


def word_of(value: object, known: Collection[str], noun: str, at: str) -> str | None:
    """Return a word that was asked for, which must be known, or None where none was."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadValue(f"{quoted(value)} is not a word", at)
    if value not in known:
        raise NoSuchRecord(noun, value, known)
    return value


def equal(name: str, values: Iterable[object] | None) -> Test | None:
    """Keep records whose field has one of these values; links are compared by id."""
    return having(_value(name), values)


@cache
def _value(name: str) -> Keys:
    return lambda record: (_id(getattr(record, name)),)


def _id(value: object) -> object:
    return getattr(value, "id", value)


def has_area(areas: Iterable[Area] | None) -> Test | None:
    """Keep records that touch one of these areas."""
    return having(_areas, areas)


def _areas(record: Event | Statement | Commitment) -> list[str]:
    return [area.id for area in record.areas]


def has_actor(actors: Iterable[Actor] | None, name: str) -> Test | None:
    """Keep records one of whose actors is one of these or, for an organisation, acts for it at the time."""
    return having(_standing_for(name), actors)


@cache
def _standing_for(name: str) -> Keys:
    def ids(record: Record) -> set[str]:
        actors = [getattr(one, "actor", one) for one in getattr(record, name)]
        return {id for actor in actors for id in stands_for(actor, when(record))}

    return ids


def stands_for(actor: Actor, day: When | None = None) -> list[str]:
    """Return the ids of an actor and of all for whom it acts at a date."""
    return list(dict.fromkeys([actor.id, *(body.id for body in actor.acts_for(day))]))


def lies_in(places: Iterable[Place] | None) -> Test | None:
    """Keep records whose place is one of these or lies within one."""
    return having(_places, places)


def _places(record: Event | Programme) -> list[str]:
    return [place.id for place in record.place.around()] if record.place else []


def of_programme(programmes: Iterable[Programme] | None) -> Test | None:
    """Keep events that conclude one of these programmes or touch one of its areas, and what names it itself."""
    return having(_programmes, programmes)


def _programmes(record: Event | Statement | Commitment) -> set[object]:
    named = getattr(record, "concludes", None) or getattr(record, "programme", None)
    return {_id(named), *(area.id.partition("/")[0] for area in record.areas)}


def has_topic(topics: Iterable[str] | None) -> Test | None:
    """Keep records that are about one of these topics."""
    return having(_topics, topics)


def _topics(record: Event | Statement) -> tuple[str, ...]:
    return record.topics


def from_country(places: Iterable[Place] | None) -> Test | None:
    """Keep sources whose publisher is of one of these countries."""
    return having(_country, places)


def _country(source: Source) -> Collection[object]:
    country = source.publisher.country
    return (country.id,) if country else ()


def speaks(text: str | None) -> Test | None:
    """Keep records that have these words in a name, title, summary or other spelling, in any language."""
    if text is None:
        return None
    words = look_for(text)
    return lambda record: rank(record, words) is not None
