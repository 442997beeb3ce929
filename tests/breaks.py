"""Every way to break one value of a file of data, and where the error must then point."""

from collections.abc import Iterator
from typing import Any

from folders import Steps, path, put, steps

# The fields whose texts are words of the vocabulary, and those whose texts are ids of other records.
WORDS = {"kind", "status", "role", "form", "modality", "seen", "relation", "basis", "act", "areas_known", "topics"}
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
    "either",
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
OWN = ("about.json", "vocabulary.json", "terms.json")
OTHERS: tuple[Any, ...] = ("a text", 7.5, -1, True, ["a text"], [["a text"]], {"a text": "a text"})
EMPTY: tuple[Any, ...] = ("", " ", [], {})


def breaks(file: str, value: Any, start: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield each way to break one value of a file: where it stands, and what is put there instead.

    Another JSON type, empty, ``null``, a word that is not in its list, an id that is not there.
    """
    for at, old in steps(value):
        if at[: len(start)] == start:
            yield from ((at, new) for new in (*OTHERS, *EMPTY, None) if not fits(file, at, old, new))
            yield from ((at, new) for new in unknown(at, old) if file not in OWN)


def unknown(at: Steps, old: Any) -> list[str]:
    """Return a word that no list has, or an id that no record has, where such a text stands."""
    if not isinstance(old, str):
        return []
    name = next((step for step in reversed(at) if isinstance(step, str)), "")
    return ["itpp/no-such-area"] if name == "areas" else ["no-such-word"] if name in WORDS | LINKS else []


def fits(file: str, at: Steps, old: Any, new: Any) -> bool:
    """Return whether a value is of the same JSON type as the old one, and so no way to break it."""
    if new in EMPTY:
        return False
    if isinstance(old, list):
        free = file == "terms.json" or at[-1] in ("author", "authors", "also", "formerly")
        return free and new == ["a text"] and isinstance(old[0], str)
    return type(old) is type(new)


def pieces(file: str, value: Any) -> Iterator[tuple[Any, Steps]]:
    """Yield the smallest files that are read as this one is, and where each has something that no other has.

    A map of records is read record by record, a source passage by passage, terms area by area: so that
    breaking every value of every file takes a time that grows with the data, and not with their square.
    """
    if "/" not in file and file not in OWN:
        yield from (({id: record}, ()) for id, record in value.items())
        return
    if file == "terms.json":
        yield {**value, "areas": value["areas"][:1]}, ()
        yield from (({"areas": [area]}, ("areas", 0)) for area in value["areas"][1:])
        return
    for place, passage in enumerate(value.get("passages", ())):
        yield put(value, ("passages",), [passage]), ("passages", 0) if place else ()
    if "passages" not in value:
        yield value, ()


def points_at(error_at: str, at: Steps) -> bool:
    """Return whether the path of an error begins with that of the broken value."""
    begin = path(at)
    return not at or error_at == begin or error_at.startswith((f"{begin}.", f"{begin}["))
