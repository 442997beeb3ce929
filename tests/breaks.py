"""Every way to break one value of a file of data, and where the error must then point."""

from collections.abc import Iterator
from typing import Any

from folders import Steps, path, steps

# The fields whose texts are words of the vocabulary, and those whose texts are ids of other records.
WORDS = {"kind", "status", "role", "form", "modality", "seen", "relation", "basis"}
LINKS = {
    "about",
    "according_to",
    "actor",
    "addressees",
    "agency",
    "area",
    "by",
    "concludes",
    "copy_of",
    "country",
    "event",
    "made_at",
    "organisation",
    "part_of",
    "partner",
    "place",
    "previous",
    "programme",
    "publisher",
    "signed_by",
    "speakers",
    "within",
}
OTHERS: tuple[Any, ...] = ("a text", 7.5, -1, True, ["a text"], [["a text"]], {"a text": "a text"})
EMPTY: tuple[Any, ...] = ("", " ", [], {})


def breaks(value: Any) -> Iterator[tuple[Steps, Any]]:
    """Yield each way to break one value: where it stands, and what is put there instead.

    Another JSON type, empty, ``null``, a word that is not in its list, an id that is not there.
    """
    for at, old in steps(value):
        yield from ((at, new) for new in (*OTHERS, *EMPTY, None) if not fits(at, old, new))
        if isinstance(old, str) and name_of(at) in WORDS | LINKS:
            yield at, "no-such-word"
        if isinstance(old, str) and name_of(at) == "areas":
            yield at, "itpp/no-such-area"


def fits(at: Steps, old: Any, new: Any) -> bool:
    """Return whether a value is of the same JSON type as the old one, and so no way to break it."""
    if new in EMPTY:
        return False
    same = type(old) is type(new) and not (isinstance(old, list) and new == [["a text"]])
    one_of_several = at[-1:] == ("author",) and new == ["a text"]
    return same or one_of_several or (isinstance(old, int) and new is True and type(old) is bool)


def name_of(at: Steps) -> str:
    """Return the name of the field in which a value stands, alone or in a list."""
    return next((step for step in reversed(at) if isinstance(step, str)), "")


def points_at(error_at: str, at: Steps) -> bool:
    """Return whether the path of an error begins with that of the broken value."""
    begin = path(at)
    return error_at == begin or error_at.startswith((f"{begin}.", f"{begin}[")) or not at
