"""Items[T]: an immutable sequence that is asked by position, slice or id."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Reversible
from typing import Generic, Protocol, Self, TypeVar, overload

from korea_nato.errors import NoSuchRecord


class Item(Protocol):
    """What a collection can hold: a value with an id."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def label(self) -> str:
        """What a person would call it."""
        ...


T = TypeVar("T", bound=Item, covariant=True)


class Items(Collection[T], Reversible[T], Generic[T]):
    """An immutable sequence of what has an id; its answers are of its own class.

    It has all that a ``Sequence`` has and is not registered as one: Polars (1.x, seen in November 2026)
    takes each registered sequence for rows, and would not ask for the Arrow stream.
    """

    __slots__ = ("_index", "_items", "_kind")
    _items: tuple[T, ...]
    _kind: type[object] | None
    _index: dict[str, T]

    def __init__(self, items: Iterable[T] = (), kind: type[object] | None = None) -> None:
        items = tuple(items)
        object.__setattr__(self, "_items", items)
        object.__setattr__(self, "_kind", kind or (type(items[0]) if items else None))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("records are immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("records are immutable")

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(item.id for item in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __reversed__(self) -> Iterator[T]:
        return reversed(self._items)

    def __contains__(self, item: object) -> bool:
        return item in (self._by_id() if isinstance(item, str) else self._items)

    def index(self, item: object) -> int:
        """Return the position of a record; raise ``ValueError`` where it is not there."""
        return self._items.index(item)

    def count(self, item: object) -> int:
        """Return how often a record is there: once or not at all."""
        return self._items.count(item)

    @overload
    def __getitem__(self, index: int | str) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | str | slice) -> "T | Self":
        if isinstance(index, str):
            return self._named(index)
        if isinstance(index, slice):
            return self._of(self._items[index])
        return self._items[index]

    def get(self, id: str) -> T | None:
        """Return the record with this id, or None."""
        return self._by_id().get(id)

    def where(self, predicate: Callable[[T], bool]) -> Self:
        """Return those for which the predicate holds, in the same order.

        >>> from korea_nato import ITPP
        >>> ITPP.areas.where(lambda area: "interoperability" in area.id)
        <Records: 2 areas>
        """
        return self._of(item for item in self._items if predicate(item))

    def search(self, text: str) -> Self:
        """Return those that have these words in a name, title, summary or other spelling, best first.

        Every language counts; case, hyphens, quotes and accents do not.
        Raises ``errors.BadValue`` where there is nothing to look for.

        >>> from korea_nato import ITPP
        >>> ITPP.areas.search("cyber").ids
        ('itpp/cyber-defence',)
        """
        # Imported here because most collections are never searched, and Unicode's tables take time to build.
        from korea_nato._model.search import best

        return self._of(best(self._items, text))

    def head(self, n: int = 5) -> Self:
        """Return the first few."""
        return self._of(self._items[:n])

    def __or__(self, other: "Items[T]") -> Self:
        """Return these, and those of the other that are not among them."""
        return self._of((*self._items, *(item for item in other if item.id not in self._by_id())))

    def __and__(self, other: "Items[T]") -> Self:
        """Return those that are in both."""
        return self._of(item for item in self._items if other.get(item.id) is not None)

    def __sub__(self, other: "Items[T]") -> Self:
        """Return those that are not in the other."""
        return self._of(item for item in self._items if other.get(item.id) is None)

    @abstractmethod
    def _of(self, items: Iterable[T]) -> Self:
        """Return other items in the same kind of collection, with all that it knows besides its items."""

    def _by_id(self) -> dict[str, T]:
        try:
            return self._index
        except AttributeError:
            object.__setattr__(self, "_index", _index(self._items))
            return self._index

    def _named(self, id: str) -> T:
        found = self._by_id().get(id)
        if found is None:
            raise NoSuchRecord(self._noun(), id, self._by_id())
        return found

    def _noun(self) -> str:
        return getattr(self._kind, "noun", "") or "record"

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Items) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        noun = self._noun()
        return f"<{type(self).__name__}: {counted(len(self), noun)}>"


def _index(items: Iterable[T]) -> dict[str, T]:
    """Return the items by id, by former id, and, for the areas of one programme, by the last part."""
    items = tuple(items)
    index = {item.id.rpartition("/")[2]: item for item in items}
    if len(index) < len(items):
        index = {}
    for item in items:
        index.update(dict.fromkeys(getattr(item, "formerly", ()), item))
    return index | {item.id: item for item in items}


def counted(n: int, noun: str) -> str:
    """Return how many there are of something.

    >>> counted(1, "person"), counted(2, "person")
    ('1 person', '2 people')
    """
    return f"{n} {noun if n == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Return the plural of one of the nouns of this package."""
    return {"person": "people"}.get(noun, noun + "s")
