"""Records[T]: the collection that every question returns, and its forms for other programs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, Self

from korea_nato._model.items import Items, T, plural
from korea_nato._model.values import plain
from korea_nato.errors import extra

if TYPE_CHECKING:
    from korea_nato._model.columns import Column


class Provenance(Protocol):
    """What knows how well records are supported, and tells it in columns: a dataset."""

    @property
    def provenance(self) -> "tuple[Column, ...]":
        """The columns that it adds to a table."""
        ...


class Records(Items[T]):
    """An immutable sequence that can be asked by position, slice or id.

    ``records["an-id"]`` raises ``errors.NoSuchRecord`` with the nearest ids if nothing matches.

    >>> from korea_nato import ITPP
    >>> ITPP.areas["cyber-defence"].number
    5
    >>> ITPP.areas[0].id
    'itpp/dialogue-consultation'
    """

    __module__ = "korea_nato"
    __slots__ = ("_provenance",)
    _provenance: Provenance | None

    def __init__(
        self, items: Iterable[T] = (), kind: type[object] | None = None, provenance: Provenance | None = None
    ) -> None:
        super().__init__(items, kind)
        object.__setattr__(self, "_provenance", provenance)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self._items, self._kind, self._provenance)

    def rows(self) -> list[dict[str, Any]]:
        """Return one flat dictionary a record: links as ids, dates with first and last day and precision."""
        table = self._columns()
        return [{column.name: column.get(item) for column in table} for item in self._items]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each record as plain JSON values, as its ``to_dict`` gives it."""
        return [plain(item) for item in self._items]

    def to_json(self) -> str:
        """Return the records as a JSON list."""
        from korea_nato._model.forms import to_json

        return to_json(self.to_dicts())

    def to_csv(self) -> str:
        """Return the rows as text with commas, with a line of headings; lists have semicolons between their parts."""
        from korea_nato._model.forms import to_csv

        return to_csv([column.name for column in self._columns()], self.rows())

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

    def _of(self, items: Iterable[T]) -> Self:
        return type(self)(items, self._kind, self._provenance)

    def _columns(self) -> "tuple[Column, ...]":
        # Imported here, as forms are, because the start needs no tables.
        from korea_nato._model.columns import columns

        more = self._provenance.provenance if self._provenance else ()
        return (*columns(self._kind), *more) if self._kind else ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> object:
        from korea_nato._model.pydantic import as_instance

        return as_instance(cls, Records.to_dicts)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, object]:
        return {"type": "array", "items": {"type": "object"}}

    def _repr_html_(self) -> str:
        from korea_nato._model.forms import ROWS, html

        first = self[:ROWS]
        noun = self._noun()
        named = noun if len(self) == 1 else plural(noun)
        return html(self._columns(), first.rows(), len(self) - len(first), named)
