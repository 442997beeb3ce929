"""Identifiers of what the package speaks of, for formats that need one."""

from typing import ClassVar, Protocol
from urllib.parse import quote

# The one place for the base: an address, should the record ever have one, would stand here.
BASE = "urn:korea-nato:"


class Named(Protocol):
    """What has an id that is unique within its kind."""

    noun: ClassVar[str]

    @property
    def id(self) -> str:
        """Its id."""
        ...


def urn(kind: str, id: str) -> str:
    """Return the identifier of a thing of a kind.

    >>> urn("event", "madrid-summit")
    'urn:korea-nato:event:madrid-summit'
    """
    return f"{BASE}{kind}:{escaped(id)}"


def escaped(part: str) -> str:
    """Return a part of an identifier, with what no identifier can hold as ``%`` and two digits.

    >>> escaped("two words")
    'two%20words'
    """
    return quote(part, safe="/#%:@!$&'()*+,;=")


def urn_of(thing: Named) -> str:
    """Return the identifier of a record, a claim or a conflict.

    A claim's ``#`` becomes a slash, so that the parts of any of them can follow another ``#``.

    >>> from korea_nato import ITPP
    >>> urn_of(ITPP.areas[0])
    'urn:korea-nato:area:itpp/dialogue-consultation'
    """
    return urn(thing.noun, thing.id.replace("#", "/"))
