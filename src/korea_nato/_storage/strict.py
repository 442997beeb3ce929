"""What a JSON value must be to stand in a field: one check for each shape."""

import json
import re
from typing import Any

from korea_nato._model.record import ID
from korea_nato._model.values import Quantity, When
from korea_nato.errors import BadValue, shown

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


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
    """Return a text without anything odd in it."""
    if type(value) is not str:
        raise BadValue(f"{shown(value)} is not a text")
    if not value or value != value.strip():
        raise BadValue("is empty: what is not known is left out" if not value.strip() else "begins or ends in a space")
    if not value.isprintable() and _UNPRINTABLE.search(value):
        raise BadValue("has a control character or half a character in it")
    return value


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
    return When(string(value))


def quantity(value: object, _: object = Quantity) -> Quantity:
    """Return a quantity."""
    return Quantity(str(number(value)) if isinstance(value, int | float) else string(value))


def formed(value: str, pattern: re.Pattern[str], noun: str) -> str:
    """Return a text that has the form of its field."""
    if not pattern.fullmatch(value):
        raise BadValue(f"{shown(value)} is not {noun}")
    return value
