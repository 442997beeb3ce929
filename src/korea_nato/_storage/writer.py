"""Writes records as the JSON values of their files."""

from collections.abc import Callable

from korea_nato._model.fields import Field, Shape, fields_of
from korea_nato._model.values import Scalar, Value
from korea_nato._storage.json import Json


def form(value: Value) -> dict[str, Json]:
    """Return the JSON form of a record (without its id) or of a part of one, defaults left out."""
    told = ((field, getattr(value, field.name)) for field in fields_of(type(value)) if field.name != "id")
    return {field.key: plain(one, field) for field, one in told if field.required or one != field.default}


def plain(value: Json, field: Field) -> Json:
    """Return the JSON form of the value of a field: links as ids."""
    write = _WRITTEN.get(field.shape, _by_itself)
    return [write(one, field) for one in value] if field.many else write(value, field)


def _by_itself(value: Json, _: Field) -> Json:
    return value.written() if isinstance(value, Scalar) else value


def _map(value: Json, field: Field) -> dict[str, Json]:
    assert field.of is not None
    return {key: plain(one, field.of) for key, one in value.items()}


def _says(value: tuple[tuple[str, object], ...], _: Field) -> dict[str, Json]:
    told: dict[str, Json] = {}
    for name, one in value:
        key, _dot, word = name.partition(".")
        if word:
            told.setdefault(key, {})[word] = _said(one)
        else:
            told[key] = _said(one)
    return told


def _said(value: Json) -> Json:
    """Return the JSON form of what a source says; a list of one id is unwrapped."""
    if isinstance(value, tuple):
        several = [_said(one) for one in value]
        return several[0] if len(several) == 1 and isinstance(several[0], str) else several
    if isinstance(value, Scalar):
        return value.written()
    return form(value) if isinstance(value, Value) else value


_WRITTEN: dict[Shape, Callable[[Json, Field], Json]] = {
    Shape.LANGUAGES: lambda value, _: dict(value),
    Shape.LINK: lambda value, _: value.id,
    Shape.PART: lambda value, _: form(value),
    Shape.OWNED: lambda value, _: {"id": value.id.rpartition("/")[2], **form(value)},
    Shape.MAP: _map,
    Shape.SAYS: _says,
}
