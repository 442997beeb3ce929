"""A workbook: one sheet a table, with what each column means as a note at its head."""

from datetime import date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types of its own
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # as above
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # as above

from korea_nato._dataset import Dataset
from korea_nato.export._relation import Relation
from korea_nato.export._relations import relations

# What Excel takes: a cell's text, a sheet's name, and how wide a column can be and still be read.
_TEXT, _NAME, _WIDE, _NARROW = 32_767, 31, 60, 8
# No cell is a formula, a link or a number unless its column is.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def content(dataset: Dataset) -> bytes:
    """Return the workbook: the first sheet says what it is, the others hold the tables of the other formats.

    Days are days, numbers are numbers, a list is its parts with semicolons between them.
    """
    file = BytesIO()
    book = Workbook(file, {**_PLAIN, "default_date_format": "yyyy-mm-dd"})
    about = dataset.about
    # A fixed moment, so that the same record gives the same bytes.
    made = datetime.combine(about.closed.last_day, time())
    book.set_properties({"title": str(about.title), "author": ", ".join(about.authors), "created": made})
    tables = relations(dataset)
    head = book.add_format({"bold": True, "bottom": 1})
    _contents(book.add_worksheet("contents"), tables, dataset, head)
    for table in tables:
        _sheet(book.add_worksheet(table.name[:_NAME]), table, head)
    book.close()
    return file.getvalue()


def _contents(sheet: Worksheet, tables: tuple[Relation, ...], dataset: Dataset, head: Format) -> None:
    about = dataset.about
    lines = [
        ("title", str(about.title)),
        ("version", about.version),
        ("closed on", str(about.closed)),
        ("authors", ", ".join(about.authors)),
        ("licence", about.licence),
        ("how to cite", dataset.cite()),
        ("SHA-256 of the data", dataset.digest),
        *((table.name, table.description) for table in tables),
    ]
    for row, (name, text) in enumerate(lines):
        sheet.write_string(row, 0, name, head)
        sheet.write_string(row, 1, text[:_TEXT])
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 2 * _WIDE)


def _sheet(sheet: Worksheet, table: Relation, head: Format) -> None:
    widths = [len(column.name) for column in table.columns]
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, head)
        sheet.write_comment(0, place, table.describe(column.name), {"x_scale": 2})
    for row, cells in enumerate(table.rows(), 1):
        for place, cell in enumerate(map(_cell, cells)):
            _write(sheet, row, place, cell)
            widths[place] = max(widths[place], min(len(str(cell)), _WIDE)) if cell is not None else widths[place]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, max(width, _NARROW) + 1)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(table.items), 1), len(table.columns) - 1)


def _cell(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _write(sheet: Worksheet, row: int, place: int, cell: object) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, place, cell[:_TEXT])
    elif isinstance(cell, bool):
        sheet.write_boolean(row, place, cell)
    elif isinstance(cell, date):
        _write_day(sheet, row, place, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, place, cell)


def _write_day(sheet: Worksheet, row: int, place: int, day: date) -> None:
    # Excel knows no day before 1900.
    if day.year < 1900:
        sheet.write_string(row, place, str(day))
    else:
        sheet.write_datetime(row, place, datetime.combine(day, time()))
