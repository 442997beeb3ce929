"""Checks of single JSON values: one for each shape."""

import json
import re
from typing import Any
from unicodedata import category, is_normalized, name

from korea_nato._model.record import ID
from korea_nato._model.values import Quantity, When
from korea_nato.errors import BadValue, shown

# Letters that show nothing: fillers of Hangul and of Braille, and the joiner of graphemes.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]")
# What may stand in a wording, which is letter by letter that of its source: spaces, joiners and soft hyphens.
_VERBATIM = str.maketrans(dict.fromkeys("\u00a0\u00ad\u2009\u200b\u200c\u200d\u202f\u2060\u3000\ufeff", "-"))
_SPACES = "  "
# Years beyond these are slips; a longer text or a larger number is no part of a record.
_YEARS, _LONGEST, _DIGITS = ("1000", "2999"), 20_000, 20
_NAMELESS = {
    "Cc": "a control character",
    "Cs": "half a character",
    "Co": "for private use",
    "Cn": "not a character of Unicode",
}


def object_(value: object) -> dict[str, Any]:
    """Return a JSON object."""
    if not isinstance(value, dict):
        raise BadValue(f"{shown(value)} is not an object")
    return value


def filled(value: object) -> dict[str, Any]:
    """Return a JSON object that is not empty."""
    if not object_(value):
        raise BadValue("is empty: what is not known is left out")
    return object_(value)


def id_(value: object) -> str:
    """Return an id."""
    return formed(string(value), ID, "an id (lower-case words joined by hyphens)")


def list_(value: object) -> list[Any]:
    """Return a JSON list that is not empty."""
    if not isinstance(value, list):
        raise BadValue(f"{shown(value)} is not a list")
    if not value:
        raise BadValue("is empty: what is not known is left out")
    return value


def distinct(value: object) -> list[Any]:
    """Return a JSON list that is not empty and has no value twice."""
    seen = set()
    for one in list_(value):
        # Of a list or an object, its text stands for it: these cannot be in a set.
        told = json.dumps(one, sort_keys=True)
        if told in seen:
            raise BadValue(f"{shown(one)} is duplicated")
        seen.add(told)
    return list_(value)


def string(value: object, _: object = str) -> str:
    """Return a non-empty string without control characters or outer spaces."""
    if type(value) is not str:
        raise BadValue(f"{shown(value)} is not a text")
    if not value or value != value.strip():
        raise BadValue("is empty: what is not known is left out" if not value.strip() else "begins or ends in a space")
    return _clean(value, value)


def verbatim(value: object, _: object = str) -> str:
    """Return a wording: a text that may also have the spaces and joiners of its source."""
    told = string(value.translate(_VERBATIM)) if type(value) is str else string(value)
    return _clean(value, told) if isinstance(value, str) else told


def _clean(value: str, seen: str) -> str:
    """Return a text if what is seen of it has no letter that acts or hides, and it is in Unicode's form NFC."""
    if seen.isascii() and seen.isprintable() and _SPACES not in seen and len(seen) <= _LONGEST:
        return value
    if len(seen) > _LONGEST:
        raise BadValue(f"is longer than {_LONGEST:,} letters")
    if _SPACES in seen:
        raise BadValue("has two spaces in a row")
    hidden = next((letter for letter in seen if not letter.isprintable()), None) or _INVISIBLE.search(seen)
    if hidden:
        raise BadValue(f"has {_name(hidden if isinstance(hidden, str) else hidden[0])} in it")
    if not is_normalized("NFC", value):
        raise BadValue("is not in Unicode's form NFC ('korea-nato fmt' rewrites it)")
    return value


def _name(letter: str) -> str:
    return f"the character U+{ord(letter):04X} ({name(letter, _NAMELESS[category(letter)])})"


def number(value: object, _: object = int) -> int:
    """Return a whole number."""
    if type(value) is not int or value < 0:
        raise BadValue(f"{shown(value)} is not a number")
    return value


def count(value: object, _: object = int) -> int:
    """Return a whole number that counts or numbers something."""
    found = number(value)
    if not found:
        raise BadValue("is 0: what is not known is left out")
    return found


def flag(value: object, _: object = bool) -> bool:
    """Return true or false."""
    if type(value) is not bool:
        raise BadValue(f"{shown(value)} is not true or false")
    return value


def when(value: object, _: object = When) -> When:
    """Return a date."""
    found = When(string(value))
    if not _YEARS[0] <= found.text[:4] <= _YEARS[1]:
        raise BadValue(f"{found.text[:4]} is not a year from {_YEARS[0]} to {_YEARS[1]}")
    return found


def quantity(value: object, _: object = Quantity) -> Quantity:
    """Return a quantity."""
    text = str(number(value)) if isinstance(value, int | float) else string(value)
    if len(text) > _DIGITS:
        raise BadValue("is a number that is too large (2^63 and more)")
    return Quantity(text)


def formed(value: str, pattern: re.Pattern[str], noun: str) -> str:
    """Return a text that has the form of its field."""
    if not pattern.fullmatch(value):
        raise BadValue(f"{shown(value)} is not {noun}")
    return value
