"""What all records share, and how their fields are marked."""

import re
from collections.abc import Callable, Mapping
from typing import ClassVar, Self, TypeVar, dataclass_transform

# attrs by its first name, here and elsewhere: `attrs` leads to the same, and takes half a millisecond longer to import.
from attr import field, fields, frozen, resolve_types

from korea_nato._model.once import LOCK
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Value
from korea_nato.errors import cut

T = TypeVar("T", bound=type)

# A longer label, such as the gist of a statement, is cut where a record is shown in a line.
LONG = 70
# Ids are lower-case words of ASCII letters and digits, joined by hyphens.
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
AN_ID = "an id (lower-case words joined by hyphens)"


def words(name: str, **more: object) -> dict[str, object]:
    """Return the metadata of a field whose values are words of a list of the vocabulary."""
    return {"words": name, **more}


def form(pattern: str, noun: str) -> dict[str, object]:
    """Return the metadata of a field whose text has a fixed form, with the noun for it."""
    return {"form": (pattern, noun)}


# By RFC 3986, without a user's name and password.
_SIGN = r"([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})"
ADDRESS = form(
    rf"https?://([\w-]+\.)+[\w-]+\.?(:\d{{1,5}})?(/{_SIGN}*)?(\?({_SIGN}|\?)*)?(#({_SIGN}|\?)*)?",
    "an http or https address in ASCII without a password (other letters as '%EC%97%AC')",
)
VERSION = form(r"[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*", "a version such as '2026.11.0'")
LICENCE = form(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*", "the SPDX identifier of a licence such as 'CC0-1.0'")
# The metadata of a text that is letter by letter that of its source.
VERBATIM = {"verbatim": True}
# An identifier that others use for the same thing, as seen in a public source.
SAME_AS = form(
    r"wikidata:Q[1-9]\d*|iso3166:[A-Z]{2}|ror:0[a-z0-9]{8}|isni:\d{15}[\dX]",
    "an identifier such as 'wikidata:Q7184', 'iso3166:KR', 'ror:...' or 'isni:...'",
)
# The metadata of a field that takes claims: a star in the table of docs/data.md.
STAR = {"claims": True}


@dataclass_transform(kw_only_default=True, eq_default=False, frozen_default=True, field_specifiers=(field,))
def described(kind: T) -> T:
    """Make a class that its annotations and marks describe: immutable, made by name, equal and shown as its base is."""
    return frozen(kind, kw_only=True, eq=False, repr=False)


def look_up(kind: type[Value], names: Mapping[str, object]) -> None:
    """Look up the names in the annotations of a class here, for Python looks for them in its ``__module__``."""
    resolve_types(kind, dict(names))
    told = {part.name: part.type for part in fields(kind)}
    for annotated in (kind, vars(kind)["__init__"]):
        annotated.__annotations__.update(told)


@described
class Settlement(Value):
    """The editors' kind and reason for a value that differs from the record's."""

    __module__ = "korea_nato"

    kind: str = field(metadata=words("settlement-kinds"))
    why: Text


@described
class Record(Value):
    """A record of the dataset: equal by value, hashed by kind and id."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = ""
    shelf: ClassVar[str] = ""
    named_by: ClassVar[str] = "name"

    id: str
    context: bool = False
    note: Text | None = None
    settled: Frozen[Frozen[Settlement]] = Frozen({})
    formerly: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What a person would call it, in English (a source: its title, as it stands)."""
        return str(getattr(self, self.named_by))

    def __eq__(self, other: object) -> bool:
        if self is other or type(self) is not type(other):
            return super().__eq__(other)
        with LOCK:
            return _once_compared(self, other, super().__eq__)

    def __hash__(self) -> int:
        return hash((self.noun, self.id))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {cut(self.label, LONG)}>"

    def _repr_html_(self) -> str:
        from korea_nato._model.html import escaped

        title = f"{self.noun} {self.id}: {self.label}"
        hint = f'<code>show("{self.id}")</code> adds who says so, and who differs'
        return f"<h4>{escaped(title)}</h4>{super()._repr_html_()}<p>{hint}</p>"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self


# The pairs of records that one comparison, of whatever leads to them all, has met so far.
_met: set[tuple[int, int]] = set()


def _once_compared(one: Record, other: object, compare: Callable[[object], bool]) -> bool:
    """Compare two records where they first meet: by many ways to the same areas the time would double at each step.

    Where they meet again they count as equal, since the whole is equal only if they were.
    """
    first, pair = not _met, (id(one), id(other))
    if pair in _met:
        return True
    _met.add(pair)
    try:
        return compare(other)
    finally:
        if first:
            _met.clear()


def json_key(name: str) -> str:
    """Return the JSON key of a field: its name without the underscore of a reserved word, such as ``from_``."""
    return name.rstrip("_")
