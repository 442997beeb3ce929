"""Which record a name means: an id, or a name in any language, spelling and case."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from korea_nato._model.names import fold
from korea_nato._model.record import Record
from korea_nato._model.search import texts
from korea_nato._model.sources import Publisher, Source
from korea_nato.errors import NoSuchRecord

# From the strictest to the widest way in which a text means a record.
_WAYS = (("id",), ("name", "acronym", "title"), ("also",))
_OFFERED = 3
# Shorter texts stand in too many names to be a hint.
_TELLING = 2

R = TypeVar("R", bound=Record)
Kinds: TypeAlias = tuple[type[R], ...]


class Names:
    """The names of records, each folded, with the records that bear them; the better known are offered first.

    ``n_claims`` says how many claims there are on the record with an id.
    """

    def __init__(self, records: Iterable[Record], n_claims: Callable[[str], int]) -> None:
        self._n_claims = n_claims
        self._bearers: tuple[dict[str, list[Record]], ...] = tuple(defaultdict(list) for _ in _WAYS)
        for record in records:
            for bearers, fields in zip(self._bearers, _WAYS, strict=True):
                for name in dict.fromkeys(fold(text) for text in texts(record, fields)):
                    bearers[name].append(record)

    def find(self, asked: str, kinds: Kinds[R], noun: str) -> R:
        """Return the one record of some kinds that a text means; raise ``NoSuchRecord`` for none or several."""
        name = fold(asked)
        for bearers in self._bearers:
            found = _likeliest([one for one in bearers.get(name, ()) if isinstance(one, kinds)])
            if len(found) == 1:
                return found[0]
            if found:
                raise NoSuchRecord(noun, asked, near=sorted(one.id for one in found), several=True)
        raise NoSuchRecord(noun, asked, self._ids(kinds), near=self._near(name, kinds))

    def _near(self, name: str, kinds: Kinds[Record]) -> list[str]:
        """Return the ids of the records whose names are like a text, hold it, are a little like it or stand in it."""
        # Imported here because difflib is slow to import and needed only when something is wrong.
        from difflib import get_close_matches

        names = dict(self._names(kinds)) if len(name) >= _TELLING else {}
        close = get_close_matches(name, names, n=1, cutoff=0.85)
        inside = sorted((one for one in names if name in one), key=lambda one: (-self._weight(one, names[one]), one))
        within = sorted((one for one in names if len(one) > _TELLING and one in name), key=len)[-1:]
        found = close or inside or get_close_matches(name, names, n=1, cutoff=0.7) or within
        return list(dict.fromkeys(id for one in found for id in names[one]))[:_OFFERED]

    def _weight(self, name: str, ids: Iterable[str]) -> float:
        """Return how likely a name is meant by a part of it: the better known its bearer is, and the shorter it is."""
        return max(map(self._n_claims, ids)) / len(name)

    def _names(self, kinds: Kinds[Record]) -> Iterator[tuple[str, list[str]]]:
        """Yield each name with the ids of the likeliest of the records that bear it."""
        for bearers in reversed(self._bearers):
            for name, several in bearers.items():
                found = [one.id for one in _likeliest(several) if isinstance(one, kinds)]
                if found:
                    yield name, found

    def _ids(self, kinds: Kinds[Record]) -> list[str]:
        return [one.id for bearers in self._bearers[0].values() for one in bearers if isinstance(one, kinds)]


def _likeliest(found: list[R]) -> list[R]:
    """Return those that are not only context, and of these, those that are not only where texts come from."""
    found = [one for one in found if not one.context] or found
    return [one for one in found if not isinstance(one, Publisher | Source)] or found
