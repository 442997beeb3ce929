"""Strict values: what a JSON value must be to stand in a field, and the reading that it is part of."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from typing import Any, Protocol

from attrs import frozen
from cattrs import BaseValidationError, IterableValidationError
from cattrs.errors import IterableValidationNote

from korea_nato._model.record import ID, Record
from korea_nato._model.values import Quantity, When
from korea_nato.errors import BadValue, shown, suggestion

Hook = Callable[[Any, Any], Any]
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class Library(Protocol):
    """What the form of a record needs to know of the other records."""

    def find(self, kinds: tuple[type[Record], ...], id: str) -> Record:
        """Return a record of one of these kinds, or raise ``BadValue`` or ``Broken``."""
        ...

    def claimable(self, id: str) -> type[Record]:
        """Return the class of the record with this id, or raise ``BadValue``."""
        ...

    def words(self, name: str) -> Mapping[str, object]:
        """Return a closed list of the vocabulary."""
        ...

    def require_vocabulary(self) -> None:
        """Raise ``Broken`` where there is no vocabulary that can be read, which is reported by itself."""
        ...


class Broken(Exception):
    """A link leads to a record that is itself wrong, and reported at its own place."""


@frozen
class Reading:
    """The record that is being read: its id, the library around it, the id that a passage is about."""

    owner: str
    library: Library
    about: object = None


reading: ContextVar[Reading] = ContextVar("reading")


def within(now: Reading, deed: Callable[[], Any]) -> Any:
    """Do something while the record that is being read is known."""
    before = reading.set(now)
    try:
        return deed()
    finally:
        reading.reset(before)


def about(id: object, deed: Callable[[], Any]) -> Any:
    """Do something while the record that a passage is about is known."""
    now = reading.get()
    return within(Reading(now.owner, now.library, id), deed)


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
    return str(formed(string(value), ID, "an id (lower-case words joined by hyphens)"))


def list_(value: object) -> list[Any]:
    """Return a JSON list that is not empty."""
    if not isinstance(value, list):
        raise BadValue(f"{shown(value)} is not a list")
    if not value:
        raise BadValue("is empty: what is not known is left out")
    return value


def each(pairs: Iterable[tuple[Any, Any]], hook: Callable[[Any, Any], Any]) -> list[Any]:
    """Return what a hook makes of each (place, value); raise all its errors together, with their places."""
    done, wrong = [], []
    for index, value in pairs:
        try:
            done.append(hook(index, value))
        except (BadValue, Broken, BaseValidationError) as error:
            error.add_note(IterableValidationNote("", index, type(value)))
            wrong.append(error)
    if wrong:
        raise IterableValidationError("", wrong, list)  # pyright: ignore[reportCallIssue]  # typeshed's base
    return done


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


def worded(value: Any, name: str) -> Any:
    """Return a word, or several, of a closed list."""
    library = reading.get().library
    known = library.words(name)
    for word, at in _each(value):
        if word not in known:
            library.require_vocabulary()
            raise BadValue(f"no word {word!r} in {name!r}{suggestion(word, known)}", at)
    return value


def formed(value: Any, pattern: re.Pattern[str], noun: str) -> Any:
    """Return a text, or several, that have the form of their field."""
    for one, at in _each(value):
        if not pattern.fullmatch(one):
            raise BadValue(f"{shown(one)} is not {noun}", at)
    return value


def _each(value: Any) -> Iterable[tuple[Any, str]]:
    """Return each text of a field with its place in the list, where there is one."""
    if isinstance(value, tuple):
        return [(one, f"[{place}]") for place, one in enumerate(value)]
    return [(one, "") for one in ([value] if isinstance(value, str) else value)]
