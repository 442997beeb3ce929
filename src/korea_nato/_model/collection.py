"""Records[T]: the immutable collection that every question returns."""

from collections.abc import Callable, Collection, Iterable, Iterator, Reversible
from typing import Any, Generic, Protocol, Self, TypeVar, overload

from korea_nato._model import forms
from korea_nato._model.columns import Column, columns
from korea_nato._model.values import as_instance, plain
from korea_nato.errors import NoSuchRecord, extra


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


class Provenance(Protocol):
    """What knows how well records are supported, and tells it in columns: a dataset."""

    @property
    def provenance(self) -> tuple[Column, ...]:
        """The columns that it adds to a table."""
        ...


T = TypeVar("T", bound=Item, covariant=True)


class Records(Collection[T], Reversible[T], Generic[T]):
    """An immutable sequence that can be asked by position, slice or id.

    It has all that a ``Sequence`` has and is not registered as one: Polars (1.x, seen in November 2026)
    takes each registered sequence for rows, and would not ask for the Arrow stream.

    ``records["an-id"]`` raises ``errors.NoSuchRecord`` with the nearest ids if nothing matches.

    >>> from korea_nato import ITPP
    >>> ITPP.areas["cyber-defence"].number
    5
    >>> ITPP.areas[0].id
    'itpp/dialogue-consultation'
    """

    __module__ = "korea_nato"
    __slots__ = ("_index", "_items", "_kind", "_provenance")
    _items: tuple[T, ...]
    _kind: type[object] | None
    _provenance: Provenance | None
    _index: dict[str, T]

    def __init__(
        self, items: Iterable[T] = (), kind: type[object] | None = None, provenance: Provenance | None = None
    ) -> None:
        items = tuple(items)
        set_once = object.__setattr__
        set_once(self, "_items", items)
        set_once(self, "_kind", kind or (type(items[0]) if items else None))
        set_once(self, "_provenance", provenance)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("records are immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("records are immutable")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self._items, self._kind, self._provenance)

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
    def __getitem__(self, index: slice) -> "Records[T]": ...
    def __getitem__(self, index: int | str | slice) -> "T | Records[T]":
        if isinstance(index, str):
            return self._named(index)
        if isinstance(index, slice):
            return self._of(self._items[index])
        return self._items[index]

    def get(self, id: str) -> T | None:
        """Return the record with this id, or None."""
        return self._by_id().get(id)

    def where(self, predicate: Callable[[T], bool]) -> "Records[T]":
        """Return those for which the predicate holds, in the same order.

        >>> from korea_nato import ITPP
        >>> ITPP.areas.where(lambda area: "interoperability" in area.id)
        <Records: 2 areas>
        """
        return self._of(item for item in self._items if predicate(item))

    def search(self, text: str) -> "Records[T]":
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

    def rows(self) -> list[dict[str, Any]]:
        """Return one flat dictionary a record: links as ids, dates with first and last day and precision."""
        table = self._columns()
        return [{column.name: column.get(item) for column in table} for item in self._items]

    def head(self, n: int = 5) -> "Records[T]":
        """Return the first few."""
        return self._of(self._items[:n])

    def __or__(self, other: "Records[T]") -> "Records[T]":
        """Return these, and those of the other that are not among them."""
        return self._of((*self._items, *(item for item in other if item.id not in self._by_id())))

    def __and__(self, other: "Records[T]") -> "Records[T]":
        """Return those that are in both."""
        return self._of(item for item in self._items if other.get(item.id) is not None)

    def __sub__(self, other: "Records[T]") -> "Records[T]":
        """Return those that are not in the other."""
        return self._of(item for item in self._items if other.get(item.id) is None)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each record as plain JSON values, as its ``to_dict`` gives it."""
        return [plain(item) for item in self._items]

    def to_json(self) -> str:
        """Return the records as a JSON list."""
        return forms.to_json(self.to_dicts())

    def to_csv(self) -> str:
        """Return the rows as text with commas, with a line of headings; lists have semicolons between their parts."""
        return forms.to_csv([column.name for column in self._columns()], self.rows())

    def to_arrow(self) -> Any:
        """Return a ``pyarrow.Table``: dates as ``date32``, lists as lists, provenance as columns.

        Raises ``errors.MissingExtra`` where pyarrow is not installed.
        """
        with extra("arrow", "an Arrow table", "pyarrow"):
            from korea_nato._model.arrow import table
        return table(self._columns(), self._items)

    def to_pandas(self) -> Any:
        """Return a ``pandas.DataFrame``: days as ``datetime64``, the rest in Arrow types, so that gaps stay gaps.

        Raises ``errors.MissingExtra`` where pandas is not installed.
        """
        with extra("pandas", "a pandas frame", "pandas"):
            from pandas import ArrowDtype
        frame = self.to_arrow().to_pandas(types_mapper=ArrowDtype)
        days = [column.name for column in self._columns() if column.type == "date"]
        return frame.astype(dict.fromkeys(days, "datetime64[s]"))

    def to_polars(self) -> Any:
        """Return a ``polars.DataFrame``.

        Raises ``errors.MissingExtra`` where polars is not installed.
        """
        with extra("polars", "a polars frame", "polars"):
            from polars import DataFrame
        return DataFrame(self.to_arrow())

    def __arrow_c_schema__(self) -> Any:
        return self.to_arrow().schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _of(self, items: Iterable[T]) -> "Records[T]":
        return type(self)(items, self._kind, self._provenance)

    def _columns(self) -> tuple[Column, ...]:
        more = self._provenance.provenance if self._provenance else ()
        return (*columns(self._kind), *more) if self._kind else ()

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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> object:
        return as_instance(cls, Records.to_dicts)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, object]:
        return {"type": "array", "items": {"type": "object"}}

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Records) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        noun = self._noun()
        return f"<Records: {len(self)} {noun if len(self) == 1 else plural(noun)}>"

    def _repr_html_(self) -> str:
        noun = self._noun()
        first = self[: forms.ROWS]
        named = noun if len(self) == 1 else plural(noun)
        return forms.html(self._columns(), first.rows(), len(self) - len(first), named)


def _index(items: Iterable[T]) -> dict[str, T]:
    """Return the items by id, by former id, and, for the areas of one programme, by the last part."""
    items = tuple(items)
    index = {item.id.rpartition("/")[2]: item for item in items}
    if len(index) < len(items):
        index = {}
    for item in items:
        index.update(dict.fromkeys(getattr(item, "formerly", ()), item))
    return index | {item.id: item for item in items}


def plural(noun: str) -> str:
    """Return the plural of one of the nouns of this package."""
    return {"person": "people"}.get(noun, noun + "s")
