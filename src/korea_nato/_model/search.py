"""Looking for words in the names, titles, summaries and other spellings of records."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from korea_nato._model.korean import stem
from korea_nato._model.names import fold
from korea_nato.errors import BadValue

T = TypeVar("T")
_NAMES = ("name", "title", "also", "acronym")
_TEXTS = ("summary", "gist", "phrase", "wording")


def look_for(text: object) -> list[str]:
    """Return the words to look for, folded; raise ``errors.BadValue`` if there are no words."""
    if not isinstance(text, str):
        raise BadValue(f"{text!r} is not a text", "text")
    words = [word for word in map(fold, text.split()) if word]
    if not words:
        raise BadValue("has no letters to look for", "text")
    return words


def best(records: Iterable[T], text: str) -> list[T]:
    """Return the records that have the words, those whose very name they are first."""
    words = look_for(text)
    ranked = [(rank(record, words), record) for record in records]
    found = [(place, record) for place, record in ranked if place is not None]
    return [record for _, record in sorted(found, key=lambda pair: pair[0])]


def rank(record: object, words: list[str]) -> int | None:
    """Return 0 where folded words are a name, 1 in a name, 2 in another text, 3 apart from each other.

    A Korean particle at the end of a word may be missing from the record.
    """
    names = [fold(name) for name in texts(record, _NAMES)]
    others = [fold(name) for name in texts(record, _TEXTS)]
    found = _rank(names, others, words)
    stems = list(map(stem, words))
    return _rank(names, others, stems) if found is None and stems != words else found


def _rank(names: list[str], others: list[str], words: list[str]) -> int | None:
    whole = "".join(words)
    if whole in names:
        return 0
    if any(whole in name for name in names):
        return 1
    if any(whole in other for other in others):
        return 2
    return 3 if all(any(word in one for one in names + others) for word in words) else None


def texts(record: object, fields: Iterable[str] = _NAMES + _TEXTS) -> Iterator[str]:
    """Yield the names, titles, summaries and other spellings of a record, in every language."""
    for field in fields:
        value = getattr(record, field, None)
        if isinstance(value, str):
            yield value
        elif value:
            yield from value.values() if hasattr(value, "values") else value
