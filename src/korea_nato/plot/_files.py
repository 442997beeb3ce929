"""A chart as a file: a picture, or a page with the chart and the table behind it."""

from html import escape
from os import PathLike
from pathlib import Path

from altair.typing import ChartType

from korea_nato.errors import BadValue, quoted, suggestion
from korea_nato.plot._look import Row, rows

_ENDINGS = ("svg", "png", "json", "html")
# Pixels of a chart for each inch of paper at a scale of 1.
_PPI = 72


def save(chart: ChartType, path: str | PathLike[str], scale: float) -> str:
    """Write a chart by the ending of a path, and return the path."""
    file = Path(path)
    ending = file.suffix.removeprefix(".")
    if ending not in _ENDINGS:
        raise BadValue(f"no kind of picture {quoted(ending)}{suggestion(ending, _ENDINGS)}", str(path))
    if ending == "png":
        chart.save(str(file), ppi=_PPI * scale)
    elif ending == "html":
        file.write_text(_page(chart), encoding="utf-8")
    else:
        chart.save(str(file))
    if ending == "svg":
        file.write_text(_told(file.read_text(encoding="utf-8"), chart.description), encoding="utf-8")
    return str(path)


def _told(picture: str, description: str) -> str:
    """Return a picture that a screen reader reads out by its description."""
    before, begins, after = picture.partition("<svg")
    marks, ends, inside = after.partition(">")
    told = escape(description)
    return f'{before}{begins} role="img" aria-label="{told}"{marks}{ends}<title>{told}</title>{inside}'


def _page(chart: ChartType) -> str:
    """Return a page that draws a chart without a network, and has its table behind it."""
    page = str(chart.to_html(inline=True))
    behind = f"<details><summary>{escape(chart.description)}</summary>{_tables(rows(chart))}</details>"
    return page.replace("</body>", f"{behind}</body>").replace("<html>", '<html lang="en">', 1)


def _tables(told: list[Row]) -> str:
    """Return a table for each sort of row."""
    sorts: dict[tuple[str, ...], list[Row]] = {}
    for row in told:
        sorts.setdefault(tuple(row), []).append(row)
    return "".join(_table(names, some) for names, some in sorts.items())


def _table(names: tuple[str, ...], told: list[Row]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(row[name])}</td>' for name in names)}</tr>" for row in told)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    return escape(" ".join(value) if isinstance(value, list) else "" if value is None else str(value))
