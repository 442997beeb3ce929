"""Tables for a terminal, by rich, which the extra ``cli`` brings; it knows how wide Korean letters are."""

import os
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

# A file or a pipe has no edge at which words would have to break.
_ENDLESS = 10_000


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under headings, as wide as the terminal, or as the text needs where there is none."""
    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, heading in enumerate(headings):
        table.add_column(heading, no_wrap=place == 0, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _ENDLESS
    console.print(table)
