"""What the command prints: for people as their terminal can show it, for programs as UTF-8."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from korea_nato.errors import printable


class UnwrittenError(Exception):
    """The answer cannot be written, for a reason of the system's."""


@contextmanager
def writing() -> Iterator[None]:
    """Tell a failure to write the answer from a failure to read what was asked about."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwrittenError(error.strerror) from None


def say(text: object = "", end: str = "\n") -> None:
    """Print an answer for people; an old terminal that cannot show Korean gets question marks in its place."""
    with writing():
        _encode(None, "replace")
        print(text, end=end)


def say_name(text: str) -> None:
    """Print a line that holds names of others, such as those of files, which must not act on a terminal."""
    say(printable(text))


def say_to_programs(text: str) -> None:
    """Print an answer for programs: in UTF-8, whatever the terminal's encoding."""
    with writing():
        _encode("utf-8", "strict")
        print(text)


def say_bytes(data: bytes) -> None:
    """Print a file as it is."""
    with writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def complain(text: object) -> None:
    """Print one line on the other output, where it does not mix with an answer."""
    print(printable(str(text)), file=sys.stderr)


def finish() -> None:
    """Write what is still waiting to be written."""
    with writing():
        print(end="", flush=True)


def drop() -> None:
    """Redirect the output to nowhere, or Python would fail on what is left in it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _encode(encoding: str | None, errors: str) -> None:
    # A caller may have put another object in the place of the output, which needs no encoding.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)
