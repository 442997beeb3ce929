"""Looking for words in the names, titles, summaries and other spellings of records."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from korea_nato.errors import BadValue

T = TypeVar("T")
_FOLDED = re.compile(r"[\s\-‐‑‒–—․·・ㆍ‧∙•'’‘\"“”«»]+")
_NAMES = ("name", "title", "also", "acronym")
_TEXTS = ("summary", "gist", "phrase", "wording")


def fold(text: str) -> str:
    """Return a name as names are compared: without case, spaces, hyphens, middle dots and quotes.

    >>> fold("Cyber-Defence") == fold("cyber defence")
    True
    """
    return _FOLDED.sub("", text.casefold())


def look_for(text: object) -> list[str]:
    """Return the words to look for, folded; raise ``errors.BadValue`` where there is none."""
    if not isinstance(text, str):
        raise BadValue(f"{text!r} is not a text", "text")
    words = [_bare(word) for word in text.split() if _bare(word)]
    if not words:
        raise BadValue("has no letters to look for", "text")
    return words


def best(records: Iterable[T], text: str) -> list[T]:
    """Return the records that have the words, those whose very name they are first."""
    look_for(text)
    ranked = [(rank(record, text), record) for record in records]
    found = [(place, record) for place, record in ranked if place is not None]
    return [record for _, record in sorted(found, key=lambda pair: pair[0])]


def rank(record: Any, text: str) -> int | None:
    """Return 0 where the words are a name, 1 in a name, 2 in another text, 3 apart from each other."""
    names = [_bare(name) for name in texts(record, _NAMES)]
    others = [_bare(name) for name in texts(record, _TEXTS)]
    words = look_for(text)
    whole = "".join(words)
    if whole in names:
        return 0
    if any(whole in name for name in names):
        return 1
    if any(whole in other for other in others):
        return 2
    return 3 if all(any(word in one for one in names + others) for word in words) else None


def texts(record: Any, fields: Iterable[str] = _NAMES + _TEXTS) -> Iterator[str]:
    """Yield the names, titles, summaries and other spellings of a record, in every language."""
    for field in fields:
        value = getattr(record, field, None)
        if isinstance(value, str):
            yield value
        elif value:
            yield from value.values() if hasattr(value, "values") else value


def _bare(text: str) -> str:
    """Return a text folded and without accents, so that Zelenskyj and Zelenský meet."""
    # Imported here because it is slow to import, and whoever reads records need not look for words.
    from unicodedata import category, normalize

    letters = normalize("NFD", fold(text))
    return normalize("NFC", "".join(letter for letter in letters if category(letter) != "Mn"))
