"""What is wrong with a value, collected by cattrs over all its parts, becomes paths and sentences."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from cattrs import BaseValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from korea_nato._model.fields import fields_of
from korea_nato._model.record import json_key
from korea_nato._storage.library import Broken
from korea_nato.errors import BadValue, suggestion

K = TypeVar("K", int, str)
V = TypeVar("V")
T = TypeVar("T")
Problems = list[tuple[str, str]]
# What a hook raises for a wrong value; anything else is a fault of the package.
WRONG = (BadValue, Broken, BaseValidationError)


def each(pairs: Iterable[tuple[K, V]], read: Callable[[K, V], T]) -> list[T]:
    """Return what is made of each (place, value); raise all the errors together, with their places."""
    done, wrong = [], []
    for place, value in pairs:
        try:
            done.append(read(place, value))
        except WRONG as error:
            error.add_note(IterableValidationNote("", place, type(value)))
            wrong.append(error)
    if wrong:
        raise IterableValidationError("", wrong, list)  # pyright: ignore[reportCallIssue]  # typeshed's base
    return done


def problems(error: BaseException, at: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) for everything that a failed reading collected."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from problems(inner, at + _step(inner))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.key for field in fields_of(error.cl)]
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
    return f"{at}.{step}".strip(".")
