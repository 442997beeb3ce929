"""What is made once, whoever asks first and from however many threads.

``functools`` has no lock for this: from Python 3.12 on, two threads that ask first make a ``cached_property`` twice.
"""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from threading import RLock
from typing import Any, Generic, ParamSpec, Self, TypeVar, overload

P = ParamSpec("P")
T = TypeVar("T")

# One lock for the package: what is made leads to what else must be made, and a second lock could wait for the first.
LOCK = RLock()


class once(Generic[T]):  # noqa: N801  # used as a decorator, as ``property`` is
    """An attribute that is worked out when it is first asked for, once for each object."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type[object]) -> Self: ...
    @overload
    def __get__(self, owner: object, kind: type[object]) -> T: ...
    def __get__(self, owner: object | None, kind: type[object]) -> "Self | T":
        """Return the value, which from now on stands in the object itself."""
        if owner is None:
            return self
        with LOCK:
            held = vars(owner)
            if self.name not in held:
                held[self.name] = self.make(owner)
            made: T = held[self.name]
        return made


# Whether the collector ran before, for each pause that lasts.
_pauses: list[bool] = []


@contextmanager
def uncollected(*, lasting: bool = False) -> Iterator[None]:
    """Pause the garbage collector, which would walk over what is made here again and again.

    What is ``lasting``, as the bundled data are, is put among the old: else it is walked over once more, at once.
    What may go must stay among the young, since the old are looked through too seldom.
    """
    running = gc.isenabled()
    _pauses.append(running)
    try:
        gc.disable()
        yield
    finally:
        _pauses.remove(running)
        if running:
            if lasting:
                _grow_old()
            gc.enable()


def _grow_old() -> None:
    # What somebody has frozen stays frozen (Python 3.12 does so itself). PyPy freezes nothing.
    if hasattr(gc, "freeze") and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def _collect_in_child() -> None:
    """Let the collector of a forked process run, though a thread that it does not have had paused it."""
    if any(_pauses):
        gc.enable()


if hasattr(os, "register_at_fork"):
    # Without this, a process forked while another thread held the lock would wait for ever.
    os.register_at_fork(before=LOCK.acquire, after_in_child=LOCK.release, after_in_parent=LOCK.release)
    os.register_at_fork(after_in_child=_collect_in_child)


def locked(function: Callable[P, T]) -> Callable[P, T]:
    """Return a function that one thread at a time is in."""

    @wraps(function)
    def answer(*args: P.args, **more: P.kwargs) -> T:
        with LOCK:
            return function(*args, **more)

    return answer


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """Return a function that works each answer out once, for arguments that can be hashed."""
    remembered: Callable[P, T] = cache(function)  # type: ignore[assignment]  # typeshed forgets the arguments
    return locked(remembered)
