import json
from io import BytesIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from korea_nato import export
from korea_nato.export._relations import relations
from korea_nato.export.parquet import content
from strategies import datasets

TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
    "date": pa.date32(),
    "texts": pa.list_(pa.field("element", pa.string())),
}


@pytest.fixture(name="folder", scope="module")
def fixture_folder(shipped, tmp_path_factory):
    """Return the folder of the bundled data as Parquet files."""
    folder = tmp_path_factory.mktemp("parquet") / "out"
    export.write("parquet", folder, shipped)
    return folder


def check(dataset):
    """Read every file by pyarrow, and compare types, cells and meanings with the record."""
    files = content(dataset)

    assert {"README.md", *(f"{table.name}.parquet" for table in relations(dataset))} == set(files)
    for table in relations(dataset):
        arrow = pq.read_table(BytesIO(files[f"{table.name}.parquet"]))
        names = [column.name for column in table.columns]

        assert names == arrow.column_names
        assert [TYPES[column.type] for column in table.columns] == arrow.schema.types
        assert [dict(zip(names, row, strict=True)) for row in table.rows()] == arrow.to_pylist()


def test_types_and_cells_are_the_records(shipped):
    """Days are days, numbers numbers, lists lists, gaps gaps, and every cell is the record's."""
    check(shipped)


@settings(max_examples=10)
@given(dataset=datasets())
def test_any_dataset_can_be_written(dataset):
    """The same is so for any dataset, also where a table has no rows."""
    check(dataset)


def test_every_column_has_its_meaning(tiny):
    """The meaning of a column is in its field, for Arrow, and once more as JSON for other readers."""
    files = content(tiny)
    for table in relations(tiny):
        schema = pq.read_schema(BytesIO(files[f"{table.name}.parquet"]))
        expected = {column.name: table.describe(column.name) for column in table.columns}

        assert expected == {field.name: field.metadata[b"description"].decode() for field in schema}
        assert expected == json.loads(schema.metadata[b"columns"])


def test_duckdb_queries_the_files(folder, shipped):
    """DuckDB joins the files as they lie there, and tells when a programme was adopted and its areas."""
    (found,) = duckdb.sql(
        f"""
        SELECT p.id, p.adopted_first, list(a.id ORDER BY a.number) AS areas
        FROM '{folder}/programmes.parquet' p JOIN '{folder}/areas.parquet' a ON a.programme = p.id
        WHERE p.id = 'itpp' GROUP BY ALL
        """
    ).fetchall()
    itpp = shipped.programme("itpp")

    assert ("itpp", itpp.adopted.first_day, list(itpp.areas.ids)) == found


def test_duckdb_counts_as_many_rows_as_there_are(folder, shipped):
    """DuckDB reads each table with every row."""
    counts = {
        table.name: len(duckdb.sql(f"FROM '{folder}/{table.name}.parquet'").fetchall()) for table in relations(shipped)
    }

    assert {table.name: len(table.items) for table in relations(shipped)} == counts


def test_the_version_and_the_closing_day_are_in_each_file(folder, shipped):
    """DuckDB finds the version and the closing day in the metadata of each file."""
    expected = {"version": shipped.about.version, "closed": str(shipped.about.closed)}
    for file in folder.glob("*.parquet"):
        pairs = duckdb.sql(f"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{file}')").fetchall()

        assert expected.items() <= dict(pairs).items()
