"""Records in the plain forms of other programs: JSON values, text with commas, and HTML for a notebook."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from korea_nato._model.columns import Column
from korea_nato._model.html import LEFT, escaped, is_address, link
from korea_nato.errors import cut

# The columns that tell a reader most, in the order in which they stand; a table of a notebook has a few of them.
_TELLING = (
    *("date", "published", "adopted", "due", "made", "number", "kind", "relation", "name", "name_ko", "title"),
    *("commitment", "speakers", "gist", "by", "about", "field", "says", "area", "older", "newer", "wording"),
    *("source", "link", "url", "publisher", "place", "value", "differing", "why", "n", "n_sources", "modality", "id"),
)
_COLUMNS, _LETTERS = 7, 160
# Nothing as short as a day is broken.
_DAY = 10
# So many rows are about a screen high.
ROWS = 20


def readable(value: object) -> str:
    """Return a value of a row as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def to_json(values: object) -> str:
    """Return values as JSON, in letters of their own; what is no value of JSON, such as a day, as its text."""
    return json.dumps(values, ensure_ascii=False, indent=2, default=str)


def to_csv(names: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows as text with commas: lists with semicolons between their parts, days as ``2023-07-11``."""
    # Imported here because it is slow to import, and few ask for it.
    import csv
    from io import StringIO

    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else readable(value)


def html(columns: Sequence[Column], first: Sequence[dict[str, object]], left: int, noun: str) -> str:
    """Return the first rows as a table for a notebook: the telling columns, addresses as links, how many are left."""
    known = {column.name for column in columns if any(row[column.name] not in (None, [], False) for row in first)}
    names = [name for name in _TELLING if name in known][:_COLUMNS]
    head = "".join(f'<th style="{LEFT}">{escaped(name)}</th>' for name in names)
    body = "".join(f"<tr>{''.join(_html_cell(row[name]) for name in names)}</tr>" for row in first)
    more = f"<p>{left} more {noun}: <code>[{ROWS}:]</code> shows them, <code>.to_pandas()</code> all columns</p>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more if left else ''}"


def _html_cell(value: object) -> str:
    text = readable(value)
    if is_address(text):
        return f'<td style="{LEFT}">{link(text, "link")}</td>'
    style = LEFT if len(text) > _DAY else f"{LEFT};white-space:nowrap"
    return f'<td style="{style}">{escaped(cut(text, _LETTERS))}</td>'
