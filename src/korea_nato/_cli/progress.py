"""A bar for who waits longer than a second in front of a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer

_PATIENCE = 1.0


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Show a bar with the time that has passed, where there is a terminal and rich; it leaves nothing behind."""
    bar = None
    with suppress(ImportError):
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        bar.add_task(text, total=None)
    if bar is None or not sys.stderr.isatty():
        yield
        return
    timer = Timer(_PATIENCE, bar.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
