"""Tables for a terminal, by rich, which the extra ``cli`` brings; it knows how wide Korean letters are."""

from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from korea_nato._answering.screen import width, wrapped

# A file or a pipe has no edge at which words would have to break.
_ENDLESS = 10_000
_GAP = 2
_PROSE = 30


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]], must: int) -> list[str]:
    """Print rows under headings; return the headings of the columns that were left out for want of room.

    The first ``must`` columns are never left out: where their words have no room beside each other, a row is
    printed line by line, each cell with its heading. No word is broken.
    """
    edge = width() or _ENDLESS
    columns = list(zip(headings, *rows, strict=True))
    if sum(max(map(_longest, column)) + _GAP for column in columns[:must]) > edge:
        _print_lines(headings, rows, edge)
        return []
    shown, room = list(range(must)), edge - sum(map(_good, columns[:must]))
    for place in range(must, len(headings)):
        if _good(columns[place]) <= room:
            shown.append(place)
            room -= _good(columns[place])
    _print([headings[place] for place in shown], [[row[place] for place in shown] for row in rows], edge)
    return [heading for place, heading in enumerate(headings) if place not in shown]


def _print(headings: Sequence[str], rows: Sequence[Sequence[str]], edge: int) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, _GAP, 0, 0), pad_edge=False, show_edge=False)
    for heading, *cells in zip(headings, *rows, strict=True):
        words = all(" " not in cell for cell in cells)
        table.add_column(heading, min_width=max(map(_longest, [heading, *cells])), no_wrap=words, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    Console(highlight=False, emoji=False, width=edge).print(table)


def _print_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], edge: int) -> None:
    for row in rows:
        for heading, cell in zip(headings, row, strict=True):
            print(wrapped(f"{heading}: {cell}".rstrip(), edge))
        print()


def _good(column: Sequence[str]) -> int:
    """Return the room in which a column reads well: its longest word, or some words of its longest text."""
    return max(max(_longest(cell), min(cell_len(cell), _PROSE)) for cell in column) + _GAP


def _longest(cell: str) -> int:
    """Return the room that the longest word of a cell needs."""
    return max(map(cell_len, cell.split()), default=0)
