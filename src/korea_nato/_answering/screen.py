"""Lines that fit a screen: broken between words, with the letters of Korean and its neighbours two columns wide."""

from collections.abc import Iterator
from shutil import get_terminal_size
from unicodedata import combining, east_asian_width

_NARROWEST = 20


def width() -> int | None:
    """Return how many columns the screen has, or ``COLUMNS`` asks for; a file or a pipe has no edge."""
    columns = get_terminal_size((0, 0)).columns
    return max(columns, _NARROWEST) if columns else None


def columns_of(text: str) -> int:
    """Return how many columns a text takes.

    >>> columns_of("NATO"), columns_of("나토")
    (4, 4)
    """
    return sum(0 if combining(sign) else 1 + (east_asian_width(sign) in "WF") for sign in text)


def wrapped(text: str, edge: int | None) -> str:
    """Return a line broken between words before the edge; what follows its first line stands two columns further in.

    A word that is longer than a line, such as an address, stays whole.

    >>> print(wrapped("  a summit in Vilnius", 14))
      a summit in
        Vilnius
    """
    return text if edge is None or columns_of(text) <= edge else "\n".join(_lines(text, edge))


def _lines(text: str, edge: int) -> Iterator[str]:
    indent = " " * (len(text) - len(text.lstrip()))
    first, *words = text.split()
    line = indent + first
    for word in words:
        if columns_of(line) + 1 + columns_of(word) > edge:
            yield line
            line = f"{indent}  {word}"
        else:
            line += f" {word}"
    yield line
