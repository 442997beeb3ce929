"""One SQLite database: keys that hold, full-text search, and views for the commonest questions."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from korea_nato._dataset import Dataset
from korea_nato._model.columns import Column
from korea_nato.export._pieces import pieces
from korea_nato.export._relation import Relation
from korea_nato.export._relations import relations
from korea_nato.export._views import SEARCH, VIEWS

_TYPES = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "flag": "INTEGER",
    "date": "TEXT",
    "texts": "TEXT",
}


def content(dataset: Dataset) -> bytes:
    """Return the database: dates as text, flags as 0 and 1, lists as JSON; ``about`` says the version.

    >>> from korea_nato._dataset import bundled
    >>> content(bundled())[:15]
    b'SQLite format 3'
    """
    with closing(sqlite3.connect(":memory:")) as database:
        for table in relations(dataset):
            database.execute(_definition(table))
            marks = ", ".join("?" * len(table.columns))
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', _rows(table))
        database.create_function("pieces", 1, pieces, deterministic=True)
        for statement in (*SEARCH, *VIEWS):
            database.execute(statement)
        database.commit()
        return database.serialize()


def _definition(table: Relation) -> str:
    """Return the statement that makes a table, with what each column means beside it."""
    lines = [f"  {_column(table, column)}, -- {table.describe(column.name)}" for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    return "\n".join([f'CREATE TABLE "{table.name}" ( -- {table.description}', *lines, f"  PRIMARY KEY ({key})\n)"])


def _column(table: Relation, column: Column) -> str:
    rules = [f'"{column.name}" {_TYPES[column.type]}']
    if column.name in table.key:
        rules.append("NOT NULL")
    if column.type == "flag":
        rules.append(f'CHECK ("{column.name}" IN (0, 1))')
    if column.name in table.links:
        rules.append(f'REFERENCES "{table.links[column.name]}" ("id")')
    return " ".join(rules)


def _rows(table: Relation) -> Iterator[list[object]]:
    for row in table.rows():
        yield [_cell(column, value) for column, value in zip(table.columns, row, strict=True)]


def _cell(column: Column, value: object) -> object:
    if value is None:
        return None
    if column.type == "texts":
        return json.dumps(value, ensure_ascii=False)
    return str(value) if column.type == "date" else value
