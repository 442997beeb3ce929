"""What an object makes when it is first asked for it, and once, however many threads ask."""

from collections.abc import Callable
from threading import RLock
from typing import Any, Generic, TypeVar, overload

V = TypeVar("V")


class once(Generic[V]):  # noqa: N801  # it stands where property and cached_property do
    """A property that is worked out at its first use and kept; other threads wait for the first.

    ``functools.cached_property`` has no lock since Python 3.12, and before had one for all objects of a class.
    """

    def __init__(self, make: Callable[[Any], V]) -> None:
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "once[V]": ...
    @overload
    def __get__(self, owner: object, kind: type) -> V: ...
    def __get__(self, owner: object | None, kind: type) -> "once[V] | V":
        if owner is None:
            return self
        kept = vars(owner)
        # One lock for all parts of an object, since one part asks for another.
        with kept.setdefault("_once", RLock()):
            if self._name not in kept:
                kept[self._name] = self._make(owner)
            value: V = kept[self._name]
            return value
