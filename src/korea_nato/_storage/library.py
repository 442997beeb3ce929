"""What the reading of one record needs to know of all the others."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from korea_nato._model.record import Record


class Library(Protocol):
    """The other records, and the closed lists of words."""

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
    """The target of a link is invalid, and is reported at its own place."""


class Reading(NamedTuple):
    """The record that is being read: its id, the library around it, the ids that a passage is about."""

    owner: str
    library: Library
    about: tuple[str, ...] = ()
