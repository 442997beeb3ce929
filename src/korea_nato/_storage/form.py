"""A record and its JSON form, both ways, and the words for what is wrong with it."""

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import fields
from cattrs import BaseValidationError, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from korea_nato._model.collection import Records
from korea_nato._model.columns import ordered
from korea_nato._model.record import Record, json_key
from korea_nato._model.values import Frozen, Quantity, Value, When
from korea_nato._storage.reader import hook_for, reader
from korea_nato._storage.strict import Broken, Library, Reading, within
from korea_nato.errors import BadValue, suggestion

R = TypeVar("R", bound=Record)
Problems = list[tuple[str, str]]


def read(kind: type[R], id: str, raw: object, library: Library) -> tuple[R | None, Problems]:
    """Return the record that a JSON value describes, or None with (path, problem) for all that is wrong."""
    if isinstance(raw, dict) and "id" in raw:
        return None, [("id", "the file's name is the id, and is not repeated inside")]
    return read_part(kind, {**raw, "id": id} if isinstance(raw, dict) else raw, library, id)


def read_part(kind: Any, raw: object, library: Library, owner: str = "") -> tuple[Any, Problems]:
    """Return what a JSON value describes, or None with (path, problem) for all that is wrong."""
    try:
        hook = reader(kind) if owner else hook_for(kind)
        return within(Reading(owner, library), lambda: hook(raw, kind)), []
    except (BadValue, Broken, BaseValidationError) as error:
        return None, list(problems(error))


def form(value: Value) -> dict[str, Any]:
    """Return the JSON form of a record (without its id) or of a part of one, defaults left out."""
    parts = [part for part in ordered(type(value)) if part.name != "id"]
    told = {part.name: getattr(value, part.name) for part in parts}
    return {
        json_key(part.name): _unsay(told[part.name]) if "says" in part.metadata else plain(told[part.name])
        for part in parts
        if told[part.name] != part.default
    }


def plain(value: Any) -> Any:
    """Return the JSON form of the value of a field: links as ids."""
    if isinstance(value, Record):
        return value.id
    if isinstance(value, When | Quantity):
        return int(value.text) if isinstance(value, Quantity) and value.text.isdigit() else value.text
    if isinstance(value, Frozen):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, Records):
        return [{"id": part.id.rpartition("/")[2], **form(part)} for part in value]
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return form(value) if isinstance(value, Value) else value


def problems(error: BaseException, at: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) for everything that a failed reading collected."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from problems(inner, at + _step(inner))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [json_key(part.name) for part in fields(error.cl)]
        for key in sorted(error.extra_fields):
            yield _join(at, key), f"no such field{suggestion(key, known)}"
    elif isinstance(error, BadValue):
        yield _join(at, error.at), error.problem
    elif isinstance(error, KeyError):
        yield at.lstrip("."), "is missing"
    elif not isinstance(error, Broken):
        raise error


def _step(error: BaseException) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{json_key(note.name)}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]" if isinstance(note.index, int) else f".{note.index}"
    return ""


def _join(at: str, step: str) -> str:
    return f"{at}.{step}".strip(".").replace(".[", "[")


def _unsay(says: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, value in says:
        field, _, word = name.partition(".")
        if word:
            told.setdefault(field, {})[word] = plain(value)
        else:
            told[field] = _alone(plain(value))
    return told


def _alone(value: Any) -> Any:
    """Return a single id by itself, as coders write it."""
    single = isinstance(value, list) and len(value) == 1 and isinstance(value[0], str)
    return value[0] if single else value
