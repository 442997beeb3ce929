"""The tables as Parquet files, by pyarrow: real types, and what each column means in the metadata."""

import json

import pyarrow as pa  # type: ignore[import-untyped]  # it has no types of its own
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # as above

from korea_nato._dataset import Dataset
from korea_nato._model import arrow as _frames
from korea_nato.export._card import card
from korea_nato.export._relation import Relation
from korea_nato.export._relations import about, relations


def content(dataset: Dataset) -> dict[str, bytes]:
    """Return a Parquet file for each table.

    The metadata of a file has the version and the closing day, and a description of every column twice:
    by field, where Arrow looks for it, and as JSON under ``columns``, where any other reader finds it.
    """
    told = {
        "title": str(dataset.about.title),
        "version": dataset.about.version,
        "closed": str(dataset.about.closed),
        "about": about(dataset),
        "license": dataset.about.licence,
        "creator": ", ".join(dataset.about.authors),
        "citation": dataset.cite(),
        "sha256": dataset.digest,
    }
    tables = relations(dataset)
    files = {f"{table.name}.parquet": _parquet(table, told) for table in tables}
    return {"README.md": card(dataset, tables, "parquet"), **files}


def _parquet(table: Relation, told: dict[str, str]) -> bytes:
    arrow = _frames.table(table.columns, table.items)
    meanings = {column.name: table.describe(column.name) for column in table.columns}
    schema = pa.schema(
        [field.with_metadata({"description": meanings[field.name]}) for field in arrow.schema],
        {**told, "description": table.description, "columns": json.dumps(meanings)},
    )
    file = pa.BufferOutputStream()
    pq.write_table(arrow.cast(schema), file)
    data: bytes = file.getvalue().to_pybytes()
    return data
