"""Records of a kind, found by what they name and by their days without going through them all."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from korea_nato._model.once import once
from korea_nato._model.record import Record
from korea_nato._query.filters import Having, Keys, Test, Within, days

R = TypeVar("R", bound=Record)


class Lookup(Generic[R]):
    """Records in order of their dates, those without one last; each list of keys is made when first asked for."""

    def __init__(self, records: Iterable[R]) -> None:
        self.records = tuple(records)
        self._lists: dict[Keys, dict[object, list[R]]] = {}

    def find(self, tests: Sequence[Test]) -> tuple[R, ...]:
        """Return the records that pass all tests, in order."""
        if not tests:
            return self.records
        lists = [self._list(test) for test in tests]
        # The rest need only go through the shortest list, which is right as far as its own test goes.
        place = min(range(len(tests)), key=lambda place: len(lists[place]))
        rest = [test for test in tests if test is not tests[place] or not isinstance(test, Having)]
        return tuple(record for record in lists[place] if all(test(record) for test in rest))

    def _list(self, test: Test) -> Sequence[R]:
        if isinstance(test, Within):
            return self._window(test)
        return self._having(test.keys).get(test.wanted, ()) if isinstance(test, Having) else self.records

    def _having(self, keys: Keys) -> dict[object, list[R]]:
        if keys not in self._lists:
            found = defaultdict(list)
            for record in self.records:
                for key in keys(record):
                    found[key].append(record)
            self._lists.setdefault(keys, dict(found))
        return self._lists[keys]

    @once
    def _days(self) -> tuple[list[int], list[int]]:
        """Return the first days in order, and at each place the latest last day so far, as ordinals."""
        dated = [(start, end) for start, end in map(days, self.records) if start and end]
        latest = accumulate((end.toordinal() for _, end in dated), max)
        return [start.toordinal() for start, _ in dated], list(latest)

    def _window(self, window: Within) -> Sequence[R]:
        """Return all that begins before the window ends, from the first on that may not have ended before it."""
        starts, latest = self._days
        first, last = window.first.toordinal(), window.last.toordinal()
        return self.records[bisect_left(latest, first) : bisect_right(starts, last)]
