"""In which language a name stands that is written without one: by the sources that use it, or by its letters."""

import re
from collections.abc import Callable

from korea_nato._dataset import Dataset
from korea_nato._model.names import fold
from korea_nato._model.record import Record

_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3040-\u30ff]")

Tongue = Callable[[Record, str], str | None]


def tongue(dataset: Dataset) -> Tongue:
    """Return what tells the language of a name of a record, or None where nothing does."""
    attested = {
        (claim.about, fold(str(claim.says))): claim.source.language
        for claim in reversed(dataset.index.claims)
        if claim.field == "name"
    }
    return lambda record, name: by_letters(name) or attested.get((record.id, fold(name)))


def by_letters(text: str) -> str | None:
    """Return the language of a text in letters that one language alone has.

    >>> by_letters("사이버 안보"), by_letters("サイバー"), by_letters("cyber")
    ('ko', 'ja', None)
    """
    return "ko" if _HANGUL.search(text) else "ja" if _KANA.search(text) else None
