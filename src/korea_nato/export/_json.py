"""A description as a file of JSON."""

from korea_nato._model.forms import to_json


def json_file(value: object) -> bytes:
    """Return the bytes of a file of JSON, which ends in a new line."""
    return f"{to_json(value)}\n".encode()
