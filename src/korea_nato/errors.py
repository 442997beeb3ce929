"""Every error that this package raises.

One sentence for all of them: ``file: path: what is wrong (did you mean ...?)``.
"""

# pyright: strict
import json
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import NamedTuple

# Longer lists are not printed; every list of the vocabulary is shorter.
_FEW = 40
_OFFERED = 3
# So many letters of a value, and of a file's name or a path, are printed.
_QUOTED, _NAMED = 60, 500


def suggestion(word: object, known: Iterable[str]) -> str:
    """Return `` (did you mean 'x'?)`` for the nearest known word, for those of which it is a part, or nothing.

    >>> suggestion("vilnuis", ["vilnius", "madrid"])
    " (did you mean 'vilnius'?)"
    >>> suggestion("Yoon", ["moon-jae-in", "yoon-suk-yeol"])
    " (did you mean 'yoon-suk-yeol'?)"
    """
    # Imported here because difflib is slow to import and needed only when something is wrong.
    from difflib import get_close_matches

    words, asked = list(known), str(word)
    whole = [one for one in words if asked.lower() in one.split("-")]
    return _offer(get_close_matches(asked, words, n=1) or whole[:_OFFERED])


def _offer(words: Sequence[str]) -> str:
    return f" (did you mean {' or '.join(map(repr, words))}?)" if words else ""


class DataError(NamedTuple):
    """One thing that is wrong in one file: a plain value that tests can compare.

    >>> str(DataError("events/x.json", "date", "'11 July 2023' is not YYYY, YYYY-MM or YYYY-MM-DD"))
    "events/x.json: date: '11 July 2023' is not YYYY, YYYY-MM or YYYY-MM-DD"
    """

    file: str
    at: str
    problem: str

    def __str__(self) -> str:
        return _sentence(self.file, self.at, self.problem)


class BadData(ValueError):
    """A folder does not hold what it should; ``errors`` has every reason, one sentence each."""

    def __init__(self, errors: tuple[DataError, ...]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        return "\n".join(map(str, self.errors))


class NoFolder(BadData, FileNotFoundError):
    """The folder does not exist."""

    def __init__(self, folder: str) -> None:
        super().__init__((DataError(folder, "", "is not a folder"),))
        self.args = (folder,)


class BadValue(ValueError):
    """A value that its field cannot take; ``at`` is the path to the field, where it is known."""

    def __init__(self, problem: str, at: str = "") -> None:
        super().__init__(problem, at)
        self.problem = problem
        self.at = at

    def __str__(self) -> str:
        return _sentence(self.at, self.problem)


class NotWritten(BadValue, OSError):
    """A path that cannot be written to; what was there stays as it was."""


class NoSuchRecord(LookupError):
    """No record has this id or name, or several have it; the sentence names them, or those that are near.

    >>> str(NoSuchRecord("event", "madird-summit", ["madrid-summit"]))
    "no event 'madird-summit' (did you mean 'madrid-summit'?)"
    """

    def __init__(
        self, noun: str, id: str, known: Iterable[str] = (), near: Iterable[str] = (), several: bool = False
    ) -> None:
        offered = tuple(near)
        super().__init__(noun, id, tuple(known), offered, several)
        self.id = id
        self.near = offered
        self.several = several

    def __str__(self) -> str:
        noun, id, known, near, several = self.args
        if several:
            return f"{shown(id)} means several records: {', '.join(map(repr, near))}"
        return f"no {noun} {shown(id)}{_offer(near) or hint(id, known)}"


def hint(word: object, known: Iterable[str]) -> str:
    """Return which known word may be meant, or else all that there is to choose from, where it is little.

    >>> hint("zip", ["csv", "xlsx"])
    ' (there is csv, xlsx)'
    """
    words = tuple(known)
    return suggestion(word, words) or _choice(words)


def _choice(known: tuple[str, ...]) -> str:
    return f" (there is {', '.join(sorted(known))})" if 0 < len(known) <= _FEW else ""


class MissingExtra(ImportError):
    """A library that only an extra brings is not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(purpose, extra)

    def __str__(self) -> str:
        purpose, extra = self.args
        return f"{purpose} needs an extra: pip install 'korea-nato[{extra}]'"


@contextmanager
def extra(name: str, purpose: str, *libraries: str) -> Generator[None]:
    """Turn the absence of one of the libraries of an extra into ``MissingExtra``; whatever else fails is told as it is.

    >>> with extra("arrow", "an Arrow table", "no_such_library"):
    ...     import no_such_library
    Traceback (most recent call last):
        ...
    korea_nato.errors.MissingExtra: an Arrow table needs an extra: pip install 'korea-nato[arrow]'
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in libraries:
            raise
        raise MissingExtra(purpose, name) from None


def printable(text: str) -> str:
    r"""Return a text as one line that cannot act on a terminal: what has no shape of its own is escaped.

    >>> print(printable("a\x1b[31m\nb"))
    a\x1b[31m\nb
    """
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def shown(value: object) -> str:
    """Return a value as an error names it: as JSON writes it, and not at full length."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    if isinstance(value, str):
        return repr(cut(value, _QUOTED))
    return json.dumps(value) if value is None or isinstance(value, bool | int | float) else quoted(value)


def quoted(value: object) -> str:
    """Return an argument as an error names it: as Python writes it, and not at full length."""
    return shown(value) if isinstance(value, str) else cut(repr(value), _QUOTED)


def _sentence(*parts: str) -> str:
    """Return places and a problem as one line; files and keys are named by whoever wrote them."""
    *places, problem = parts
    return ": ".join(printable(part) for part in (*(cut(place, _NAMED) for place in places), problem) if part)


def cut(text: str, most: int) -> str:
    """Return a text of so many letters at most; three dots stand for what is left out.

    >>> cut("Vilnius", 4)
    'Vil…'
    """
    return text if len(text) <= most else text[: most - 1] + "…"
