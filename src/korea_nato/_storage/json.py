"""JSON as this package reads and writes it: strict coming in, canonical going out."""

import json
from codecs import BOM_UTF8
from typing import Any

from korea_nato.errors import BadValue

_WIDTH = 100


def parse(data: bytes) -> Any:
    """Return the value of a JSON text; raise ``BadValue`` for invalid JSON or a duplicate key."""
    if data.startswith(BOM_UTF8):
        raise BadValue("begins with a byte order mark (UTF-8 needs none)")
    try:
        return _DECODER.decode(data.decode())
    except BadValue:
        raise
    except UnicodeDecodeError:
        raise BadValue("is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise BadValue(f"is not JSON (line {error.lineno}, column {error.colno})") from None
    except ValueError:
        # Python refuses numbers of more than 4,300 digits.
        raise BadValue("has a number that is too long") from None
    except RecursionError:
        raise BadValue("is nested too deeply") from None


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


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = dict(pairs)
    if len(keys) < len(pairs):
        names = [name for name, _ in pairs]
        twice = min(name for name in names if names.count(name) > 1)
        raise BadValue(f"the key {twice!r} is duplicated")
    return keys


def _no_constant(name: str) -> None:
    raise BadValue(f"{name} is not JSON")


# Made once, since making one takes as long as reading a small file.
_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_constant)
