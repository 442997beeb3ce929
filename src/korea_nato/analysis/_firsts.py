"""What went before an event: how much of the record, and which events like it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from korea_nato._model.events import Event
from korea_nato._model.values import When

# A role at an event, with the office in which somebody had it, or else the actor.
Part = tuple[str, str]


class History:
    """The dated events of a record, in the order in which they were over."""

    def __init__(self, events: Iterable[Event]) -> None:
        dated = [(event.date.last_day, event.date, event) for event in events if event.date]
        dated.sort(key=lambda one: one[0])
        self._over = [day for day, _, _ in dated]
        self._begun = list(accumulate((date for _, date, _ in dated), min))
        self._alike: dict[tuple[str, Part], dict[str, Event]] = defaultdict(dict)
        for _, _, event in dated:
            for part in _parts(event):
                self._alike[event.kind, part][event.id] = event

    def before(self, event: Event) -> tuple[int, When | None]:
        """Return how many events were over before this one, and the earliest date among them."""
        number = bisect_left(self._over, event.date.first_day) if event.date else 0
        return number, self._begun[number - 1] if number else None

    def earlier(self, event: Event) -> tuple[Event, ...]:
        """Return the earlier events of the same kind in which the same had the same part, in order of dates."""
        parts = _parts(event) if event.date else set()
        found = {id: one for part in parts for id, one in self._alike.get((event.kind, part), {}).items()}
        before = [one for one in found.values() if one.date and event.date and one.date.last_day < event.date.first_day]
        return tuple(sorted(before, key=lambda one: (str(one.date), one.id)))


def _parts(event: Event) -> set[Part]:
    """Return who took part in which role, by office where there is one; hosts only where all are."""
    guests = [one for one in event.participants if one.role != "host"]
    return {(one.role, one.office or one.actor.id) for one in guests or event.participants}
