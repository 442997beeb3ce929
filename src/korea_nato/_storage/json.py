"""JSON as this package reads and writes it: strict coming in, canonical going out."""

import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from functools import lru_cache
from math import isfinite
from typing import Any, TypeAlias

from korea_nato.errors import BadValue, shown

# A value of JSON before anybody has looked at it: what reads it finds out what it is.
Json: TypeAlias = Any  # ``type`` came with Python 3.12
# SQLite, Arrow and most other formats hold no larger number.
LARGEST = 2**63 - 1
EMPTY = "is empty: what is not known is left out"
TOO_DEEP = "is nested too deeply"
TOO_LARGE = "is a number that is too large (2^63 or more)"
_DIGITS = 20
_WIDTH = 100


class _Flaw(str):
    """What is wrong with a part of a JSON text, in its place."""


def parse(data: bytes) -> Json:
    """Return the value of a JSON text; raise ``BadValue``, with the path, for what JSON or the data cannot hold."""
    if data.startswith(BOM_UTF8):
        raise BadValue("begins with a byte order mark (UTF-8 needs none)")
    try:
        return _value(data.decode())
    except UnicodeDecodeError:
        raise BadValue("is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise BadValue(f"is not JSON (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise BadValue(TOO_DEEP) from None


def _value(text: str) -> Json:
    try:
        return _DECODER.decode(text)
    except BadValue:
        # A second look finds the path, so that a text without flaws pays nothing for it.
        flawed = _FORGIVING.decode(text)
    raise next(_flaws(flawed))


def _flaws(value: object, at: str = "") -> Iterator[BadValue]:
    """Yield each flaw of a value as an error at its path."""
    if isinstance(value, _Flaw):
        yield BadValue(value, at)
    for key, one in value.items() if isinstance(value, dict) else ():
        yield from _flaws(one, f"{at}.{key}" if at else key)
    for place, one in enumerate(value) if isinstance(value, list) else ():
        yield from _flaws(one, f"{at}[{place}]")


def object_(value: object) -> dict[str, Json]:
    """Return a JSON object."""
    if not isinstance(value, dict):
        raise BadValue(f"{shown(value)} is not an object")
    return value


def filled(value: object) -> dict[str, Json]:
    """Return a JSON object that is not empty."""
    found = object_(value)
    if not found:
        raise BadValue(EMPTY)
    return found


def canonical(value: Json) -> str:
    """Return the text of a file: two spaces, on one line what fits in 100 columns, one final newline.

    >>> print(canonical({"title": {"en": "Madrid summit"}, "date": "2022-06-29"}), end="")
    {
      "title": {"en": "Madrid summit"},
      "date": "2022-06-29"
    }
    """
    return _spread(value, 0) + "\n"


def _spread(value: Json, indent: int) -> str:
    pad, close = " " * (indent + 2), "\n" + " " * indent
    if isinstance(value, list):
        return "[\n" + ",\n".join(pad + _fit(part, indent + 2, 0) for part in value) + close + "]"
    parts = [pad + _key(key) + _fit(part, indent + 2, len(_key(key))) for key, part in value.items()]
    return "{\n" + ",\n".join(parts) + close + "}"


# The keys of thousands of files are few.
@lru_cache(maxsize=4096)
def _key(key: str) -> str:
    return _ONE_LINE.encode(key) + ": "


def _fit(value: Json, indent: int, key: int) -> str:
    line = _ONE_LINE.encode(value)
    fits = indent + key + len(line) < _WIDTH
    return line if fits or not isinstance(value, dict | list) or not value else _spread(value, indent)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    kept = dict(pairs)
    if len(kept) < len(pairs):
        raise BadValue("duplicate key")
    return kept


def _marked(pairs: list[tuple[str, object]]) -> dict[str, object]:
    kept: dict[str, object] = {}
    for key, value in pairs:
        kept[key] = _Flaw("duplicate key") if key in kept else value
    return kept


def _constant(name: str) -> _Flaw:
    return _Flaw(f"{name} is not JSON")


def _integer(digits: str) -> int | _Flaw:
    # Python itself refuses to read thousands of digits.
    whole = int(digits) if len(digits) <= _DIGITS else LARGEST + 1
    return whole if abs(whole) <= LARGEST else _Flaw(TOO_LARGE)


def _decimal(digits: str) -> float | _Flaw:
    return float(digits) if isfinite(float(digits)) else _Flaw(TOO_LARGE)


def _strictly(read: Callable[[str], object]) -> Callable[[str], object]:
    """Return a reader that raises the flaw that another returns."""

    def strict(text: str) -> object:
        found = read(text)
        if isinstance(found, _Flaw):
            raise BadValue(found)
        return found

    return strict


# Made once, since making one takes as long as reading a small file.
_ONE_LINE = json.JSONEncoder(ensure_ascii=False)
_DECODER = json.JSONDecoder(
    object_pairs_hook=_once,
    parse_constant=_strictly(_constant),
    parse_int=_strictly(_integer),
    parse_float=_strictly(_decimal),
)
_FORGIVING = json.JSONDecoder(
    object_pairs_hook=_marked, parse_constant=_constant, parse_int=_integer, parse_float=_decimal
)
