"""Looking for words in the names, titles, summaries and other spellings of records."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from attr import frozen

from korea_nato._model.korean import stem
from korea_nato._model.names import fold
from korea_nato.errors import BadValue, quoted

T = TypeVar("T")
_NAMES = ("name", "title", "also", "acronym")
_TEXTS = ("summary", "gist", "phrase", "wording")


@frozen
class Sought:
    """Folded words that are looked for, and the one word that they are together."""

    each: tuple[str, ...]
    whole: str


def look_for(text: object) -> tuple[Sought, ...]:
    """Return the words to look for, and then, where that differs, without the particles of Korean.

    Raises ``errors.BadValue`` if there are no words.
    """
    if not isinstance(text, str):
        raise BadValue(f"{quoted(text)} is not a text", "text")
    words = tuple(filter(None, map(fold, text.split())))
    if not words:
        raise BadValue("has no letters to look for", "text")
    # Worked out once for all records: a long question is slow to take apart.
    return tuple(Sought(each, "".join(each)) for each in dict.fromkeys([words, tuple(map(stem, words))]))


def best(records: Iterable[T], text: str) -> list[T]:
    """Return the records that have the words, those whose very name they are first."""
    words = look_for(text)
    ranked = [(rank(record, words), record) for record in records]
    found = [(place, record) for place, record in ranked if place is not None]
    return [record for _, record in sorted(found, key=lambda pair: pair[0])]


def rank(record: object, asked: Iterable[Sought]) -> int | None:
    """Return 0 where the words are a name, 1 in a name, 2 in another text, 3 apart from each other.

    A Korean particle at the end of a word may be missing from the record.
    """
    names = [fold(name) for name in texts(record, _NAMES)]
    others = [fold(name) for name in texts(record, _TEXTS)]
    places = (_rank(names, others, words) for words in asked)
    return next((place for place in places if place is not None), None)


def _rank(names: list[str], others: list[str], words: Sought) -> int | None:
    if words.whole in names:
        return 0
    if any(words.whole in name for name in names):
        return 1
    if any(words.whole in other for other in others):
        return 2
    return 3 if all(any(word in one for one in names + others) for word in words.each) else None


def texts(record: object, fields: Iterable[str] = _NAMES + _TEXTS) -> Iterator[str]:
    """Yield the texts of some fields of a record, in every language: its names, titles, summaries and spellings."""
    for field in fields:
        value = getattr(record, field, None)
        if isinstance(value, str):
            yield value
        elif value:
            yield from value.values() if hasattr(value, "values") else value
