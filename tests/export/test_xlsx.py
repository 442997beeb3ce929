from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings

from folders import memory, tiny
from korea_nato._load import whole
from korea_nato.export import xlsx
from korea_nato.export._relations import relations
from strategies import datasets

openpyxl = pytest.importorskip("openpyxl")


def sheets(dataset):
    """Return each sheet of the workbook of a dataset by its name."""
    book = openpyxl.load_workbook(BytesIO(xlsx.content(dataset)))
    return {sheet.title: sheet for sheet in book}


def shown(value):
    """Return a cell as the workbook gives it back."""
    if isinstance(value, list):
        return "; ".join(map(str, value)) or None
    if isinstance(value, date) and value.year >= 1900:
        return datetime(value.year, value.month, value.day)
    if isinstance(value, float):
        return pytest.approx(value)
    return (str(value) if isinstance(value, date) else value) if value != "" else None


def check(dataset):
    """Compare every cell of every sheet with the record."""
    found = sheets(dataset)
    for table in relations(dataset):
        sheet = found[table.name[:31]]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]

        assert [column.name for column in table.columns] == rows[0]
        assert [[shown(value) for value in row] for row in table.rows()] == rows[1:], table.name


def test_every_cell_is_the_records(shipped):
    """A reader of workbooks finds every table, with days as days and numbers as numbers."""
    check(shipped)


@settings(max_examples=5)
@given(dataset=datasets())
def test_any_dataset_can_be_written(dataset):
    """No text is run as a formula, turned into a link or taken for a number."""
    check(dataset)


def test_the_first_sheet_says_what_it_is(tiny):
    """Title, version, licence and citation come first, then what each sheet holds."""
    lines = {row[0]: row[1] for row in sheets(tiny)["contents"].iter_rows(values_only=True)}

    assert (str(tiny.about.title), tiny.about.version, tiny.about.licence) == (
        lines["title"],
        lines["version"],
        lines["licence"],
    )
    assert tiny.cite() == lines["how to cite"]
    assert {table.name for table in relations(tiny)} <= set(lines)


def test_a_column_says_what_it_means(tiny):
    """The head of a column has its meaning as a note."""
    [events] = [table for table in relations(tiny) if table.name == "events"]

    assert events.describe("id") in sheets(tiny)["events"]["A1"].comment.text


def test_the_bytes_are_the_same_each_time(tiny):
    """The same record gives the same workbook."""
    assert xlsx.content(tiny) == xlsx.content(tiny)


def test_a_day_before_1900_is_a_text():
    """Excel knows no day before 1900; such a day stands as it is written elsewhere."""
    files = tiny()
    files["statements/critics-doubt.json"]["date"] = "1899-12-31"
    files["sources/gazette-new-programme.json"]["passages"] = [
        one for one in files["sources/gazette-new-programme.json"]["passages"] if one["about"] != "critics-doubt"
    ]
    rows = [list(row) for row in sheets(whole(memory(files)))["statements"].iter_rows(values_only=True)]

    assert any("1899-12-31" in row for row in rows)
