"""Tables for the real libraries: pyarrow, pandas, polars and duckdb."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._dataset import Dataset
from korea_nato._evidence.claims import Claim
from korea_nato._model.collection import Records

QUESTIONS = (
    "programmes",
    "areas",
    "events",
    "statements",
    "commitments",
    "people",
    "organisations",
    "places",
    "publishers",
    "sources",
    "claims",
    "conflicts",
)


@pytest.fixture(name="table", params=QUESTIONS)
def fixture_table(request: pytest.FixtureRequest, tiny: Dataset) -> Records[Any]:
    """Return what each question answers."""
    return getattr(tiny, request.param)()


def test_arrow_has_a_row_a_record_and_a_column_a_cell(table):
    """An Arrow table holds the rows of the collection, cell by cell."""
    assert table.rows() == pa.table(table).to_pylist()


def test_polars_takes_a_collection_as_it_is(table):
    """``polars.DataFrame(collection)`` has the same rows as ``to_polars`` and the collection."""
    frame = pl.DataFrame(table)

    assert table.rows() == frame.to_dicts()
    assert frame.equals(table.to_polars())


def test_pandas_takes_a_collection_by_the_arrow_protocol(table):
    """``pandas.DataFrame.from_arrow`` and ``to_pandas`` have one row a record and the same columns."""
    if not hasattr(pd.DataFrame, "from_arrow"):
        pytest.skip("pandas has it from 3.0 on")
    frame = pd.DataFrame.from_arrow(table)

    assert list(table.ids) == list(frame["id"])
    assert list(frame.columns) == list(table.to_pandas().columns)


def test_duckdb_asks_a_collection_by_its_variable_name(table):
    """DuckDB queries a collection as a table."""
    records = table
    [(count,)] = duckdb.sql("select count(*) from records").fetchall()

    assert len(records) == count


def test_an_empty_collection_keeps_its_columns_and_their_types(table):
    """A table without rows has the columns and the types of one with rows."""
    assert table.to_arrow().schema == table[:0].to_arrow().schema


def test_dates_arrive_as_dates_with_their_precision(tiny):
    """A month is its first and its last day, and says that it is a month."""
    [row] = pl.DataFrame(tiny.events(kind="visit")).to_dicts()

    assert ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month") == (
        row["date"],
        row["date_first"],
        row["date_last"],
        row["date_precision"],
    )
    assert pa.date32() == pa.table(tiny.events()).schema.field("date_first").type


def test_lists_arrive_as_lists(tiny):
    """Links to several records are a list of ids."""
    assert tiny.events().to_polars().filter(id="itpp-adoption")["participants"].to_list()[0] == [
        "yoon-suk-yeol",
        "nato",
    ]


def test_provenance_is_in_columns(tiny):
    """A frame says which sources speak of each record, of how many publishers, and whether they agree."""
    rows = {row["id"]: row for row in tiny.programmes().to_polars().to_dicts()}

    assert {claim.source.id for claim in tiny.claims(about="itpp")} == set(rows["itpp"]["sources"])
    assert len(rows["itpp"]["sources"]) == rows["itpp"]["n_sources"]
    assert rows["itpp"]["n_publishers"] <= rows["itpp"]["n_sources"]
    assert rows["itpp"]["conflict"]


def test_copies_of_one_text_count_as_one_publisher(tiny):
    """A report that a paper took from a wire is the wire's, so both count once."""
    sources = {claim.source for claim in tiny.claims(about="itpp")}
    [row] = tiny.programmes().where(lambda one: one.id == "itpp").rows()

    assert len({source.origin for source in sources}) == row["n_publishers"]


@given(st.data())
def test_a_slice_is_the_slice_of_the_table(tiny, data):
    """The table of some claims is that part of the table of all."""
    claims: Records[Claim] = tiny.claims()
    start = data.draw(st.integers(0, len(claims)))
    stop = data.draw(st.integers(start, len(claims)))

    assert claims.to_arrow()[start:stop].equals(claims[start:stop].to_arrow())
