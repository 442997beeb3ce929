"""JSON as this package reads and writes it: strict coming in, canonical going out."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from korea_nato.errors import BadValue, shown

_WIDTH = 100
# Numbers from 2^63 on have no place in SQLite, Arrow and most other formats.
_DIGITS, _TOO_LARGE = 20, 2**63


@frozen
class _Flaw:
    """Stands for a part of a JSON text that JSON allows and the data do not, or the other way round."""

    problem: str


def parse(data: bytes) -> Any:
    """Return the value of a JSON text; raise ``BadValue`` for invalid JSON or a duplicate key, with its path."""
    if data.startswith(BOM_UTF8):
        raise BadValue("begins with a byte order mark (UTF-8 needs none)")
    try:
        text = data.decode()
        return _DECODER.decode(text)
    except UnicodeDecodeError:
        raise BadValue("is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise BadValue(f"is not JSON (line {error.lineno}, column {error.colno})") from None
    except BadValue:
        # Only now, so that what is well pays nothing: a second look that keeps the flaws finds their paths.
        raise next(_flaws(_FORGIVING.decode(text))) from None
    except RecursionError:
        raise BadValue("is nested too deeply") from None


def _flaws(value: Any, at: str = "") -> Iterator[BadValue]:
    """Yield each flaw of a value as an error at its path."""
    if isinstance(value, _Flaw):
        yield BadValue(value.problem, at)
    for key, one in value.items() if isinstance(value, dict) else ():
        yield from _flaws(one, f"{at}.{shown(key)[1:-1]}".lstrip("."))
    for place, one in enumerate(value) if isinstance(value, list) else ():
        yield from _flaws(one, f"{at}[{place}]")


def canonical(value: Any) -> str:
    """Return the text of a file: two spaces, on one line what fits in 100 columns, one final newline.

    >>> print(canonical({"title": {"en": "Madrid summit"}, "date": "2022-06-29"}), end="")
    {
      "title": {"en": "Madrid summit"},
      "date": "2022-06-29"
    }
    """
    return _spread(value, 0) + "\n"


def _spread(value: Any, indent: int) -> str:
    pad, close = " " * (indent + 2), "\n" + " " * indent
    if isinstance(value, list):
        return "[\n" + ",\n".join(pad + _fit(part, indent + 2, 0) for part in value) + close + "]"
    keys = {key: json.dumps(key, ensure_ascii=False) + ": " for key in value}
    parts = [pad + keys[key] + _fit(part, indent + 2, len(keys[key])) for key, part in value.items()]
    return "{\n" + ",\n".join(parts) + close + "}"


def _fit(value: Any, indent: int, key: int) -> str:
    line = json.dumps(value, ensure_ascii=False)
    fits = indent + key + len(line) < _WIDTH
    return line if fits or not isinstance(value, dict | list) or not value else _spread(value, indent)


def _marked(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in pairs:
        kept[key] = _Flaw(f"duplicate key {shown(key)}") if key in kept else value
    return kept


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    kept = dict(pairs)
    if len(kept) < len(pairs):
        raise BadValue("duplicate key")
    return kept


def _constant(name: str) -> _Flaw:
    return _Flaw(f"{name} is not JSON")


def _whole(digits: str) -> "int | _Flaw":
    number = int(digits) if len(digits) < _DIGITS else _TOO_LARGE
    return number if number < _TOO_LARGE else _Flaw("is a number that is too large (2^63 and more)")


def _strict(found: "int | _Flaw") -> int:
    if isinstance(found, _Flaw):
        raise BadValue(found.problem)
    return found


# Made once, since making one takes as long as reading a small file.
_DECODER = json.JSONDecoder(
    object_pairs_hook=_once,
    parse_constant=lambda name: _strict(_constant(name)),
    parse_int=lambda digits: _strict(_whole(digits)),
)
_FORGIVING = json.JSONDecoder(object_pairs_hook=_marked, parse_constant=_constant, parse_int=_whole)
