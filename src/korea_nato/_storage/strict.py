"""Checks of single JSON values: one for each shape."""

import json
import re
from functools import lru_cache

from korea_nato._model.record import AN_ID, ID
from korea_nato._model.values import Quantity, When
from korea_nato._storage.json import EMPTY, LARGEST, TOO_DEEP, TOO_LARGE, Json
from korea_nato._storage.letters import require_good
from korea_nato.errors import BadValue, shown

# Years beyond these are slips, as are larger counts: no list, text or group in the data comes near.
_YEARS = ("1000", "2999")
_MOST = 10_000_000
# Made once, since making one takes longer than its use.
_SORTED = json.JSONEncoder(sort_keys=True)
# Python itself refuses to read thousands of digits.
_DIGITS = len(f">={LARGEST}")


def id_(value: object) -> str:
    """Return an id."""
    return formed(string(value), ID, AN_ID)


def list_(value: object) -> list[Json]:
    """Return a JSON list that is not empty."""
    if not isinstance(value, list):
        raise BadValue(f"{shown(value)} is not a list")
    if not value:
        raise BadValue(EMPTY)
    return value


def distinct(value: object) -> list[Json]:
    """Return a JSON list that is not empty and has no value twice."""
    several = list_(value)
    # Most lists are told apart by their words; only where these are not enough is each value looked at whole.
    if len(set(map(_words, several))) < len(several):
        seen: set[str] = set()
        for one, text in zip(several, map(_text, several), strict=True):
            if text in seen:
                raise BadValue(f"{shown(one)} is duplicated")
            seen.add(text)
    return several


def _words(value: Json) -> object:
    """Return what equal values have in common, and few others do."""
    if isinstance(value, dict):
        return frozenset([one for one in value.values() if isinstance(one, str)])
    return value if isinstance(value, str) else ""


def _text(value: Json) -> str:
    try:
        return _SORTED.encode(value)
    except RecursionError:
        raise BadValue(TOO_DEEP) from None


def string(value: object, _: object = None) -> str:
    """Return a non-empty string without outer spaces, whose letters are all good."""
    return _string(value) if type(value) is str else _bare(value)


# Of the texts of a folder most are ids and words that come again and again.
@lru_cache(maxsize=4096)
def _string(text: str) -> str:
    require_good(_bare(text))
    return text


def verbatim(value: object, _: object = None) -> str:
    """Return a string that is letter by letter that of its source, with its spaces and joiners."""
    text = _bare(value)
    require_good(text, verbatim=True)
    return text


def _bare(value: object) -> str:
    if type(value) is not str:
        raise BadValue(f"{shown(value)} is not a text")
    if not value or value != value.strip():
        raise BadValue("begins or ends in a space" if value.strip() else EMPTY)
    return value


def number(value: object, _: object = None) -> int:
    """Return a whole number."""
    if type(value) is not int or value < 0:
        raise BadValue(f"{shown(value)} is not a whole number")
    return value


def count(value: object, _: object = None) -> int:
    """Return a whole number that counts or numbers something."""
    found = number(value)
    if not found:
        raise BadValue("is 0: what is not known is left out")
    if found > _MOST:
        raise BadValue(f"is more than {_MOST:,}")
    return found


def flag(value: object, _: object = None) -> bool:
    """Return true or false."""
    if type(value) is not bool:
        raise BadValue(f"{shown(value)} is not true or false")
    return value


def when(value: object, _: object = None) -> When:
    """Return a date."""
    return _day(string(value))


# Of thousands of dates few differ.
@lru_cache(maxsize=4096)
def _day(text: str) -> When:
    found = When(text)
    if not _YEARS[0] <= found.text[:4] <= _YEARS[1]:
        raise BadValue(f"{found.text[:4]} is not a year from {_YEARS[0]} to {_YEARS[1]}")
    return found


def quantity(value: object, _: object = None) -> Quantity:
    """Return a quantity."""
    found = Quantity(str(number(value)) if isinstance(value, int | float) else string(value))
    if len(found.text) > _DIGITS or found.number > LARGEST:
        raise BadValue(TOO_LARGE)
    return found


def formed(value: str, pattern: re.Pattern[str], noun: str) -> str:
    """Return a text that has the form of its field."""
    if not pattern.fullmatch(value):
        raise BadValue(f"{shown(value)} is not {noun}")
    return value
