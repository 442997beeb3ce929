"""Tables for a terminal, by rich, which the extra ``cli`` brings; it knows how wide Korean letters are."""

import os
from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

# A file or a pipe has no edge at which words would have to break.
_ENDLESS = 10_000
# No word of the areas' names is longer; a longer one, such as an id, may break.
_WORD = 16
_GAP = 2


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings where their words have room, else line by line, each with its heading."""
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _ENDLESS
    widths = [max(map(_least, column)) for column in zip(headings, *rows, strict=True)]
    if sum(widths) + _GAP * len(widths) > console.width:
        return _print_lines(console, headings, rows)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, _GAP, 0, 0), pad_edge=False, show_edge=False)
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(heading, min_width=width, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    return console.print(table)


def _print_lines(console: Console, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        for heading, cell in zip(headings, row, strict=True):
            console.print(escape(f"{heading}: {cell}"), overflow="fold")
        console.print()


def _least(cell: str) -> int:
    """Return the room that the longest word of a cell needs."""
    return min(max(map(cell_len, cell.split()), default=0), _WORD)
