"""Tables as Arrow, by pyarrow, which the extras ``arrow``, ``pandas`` and ``polars`` bring."""

from collections.abc import Iterable, Sequence

import pyarrow as pa  # type: ignore[import-untyped]  # it has no types of its own

from korea_nato._model.columns import Column

TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
    "date": pa.date32(),
    "texts": pa.list_(pa.string()),
}


def table(columns: Sequence[Column], items: Iterable[object]) -> pa.Table:
    """Return items as an Arrow table: one array for each column, typed even when there are no items."""
    items = list(items)
    arrays = [pa.array([column.get(item) for item in items], TYPES[column.type]) for column in columns]
    return pa.table(arrays, names=[column.name for column in columns])
