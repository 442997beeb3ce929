"""Sources, who publishes them, and the passages in which they speak of records."""

from typing import ClassVar

from attr import field

from korea_nato._model.actors import Actor, Organisation, Place
from korea_nato._model.events import Mention
from korea_nato._model.record import ADDRESS, SAME_AS, VERBATIM, Record, described, form, look_up, words
from korea_nato._model.texts import A_LANGUAGE, LANGUAGE, Text
from korea_nato._model.values import Quantity, Value, When
from korea_nato.errors import BadValue

ONE_OF_TWO = "needs 'about' or 'either', and not both"
# What a source can say of a field: links stand as ids, since a source says names, not records.
Said = When | Quantity | int | bool | str | tuple[str, ...] | tuple[Mention, ...]


@described
class Publisher(Record):
    """Whoever publishes sources; an organ of an organisation names it."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "publisher"
    shelf: ClassVar[str] = "publishers.json"

    name: Text
    also: tuple[str, ...] = ()
    same_as: tuple[str, ...] = field(default=(), metadata=SAME_AS)
    kind: str = field(metadata=words("publisher-kinds"))
    country: Place | None = None
    organisation: Organisation | None = None


@described
class Passage(Value):
    """One place in a source, found by its wording, and what it says of one record."""

    __module__ = "korea_nato"

    about: str | None = field(default=None, metadata={"names": Record})
    either: tuple[str, ...] = field(default=(), metadata={"names": Record})
    says: tuple[tuple[str, Said], ...] = field(default=(), metadata={"says": True})
    wording: str = field(metadata=VERBATIM)
    modality: str = field(default="reported", metadata=words("modalities"))
    basis: str = field(default="stated", metadata=words("claim-bases"))
    part: str | None = None
    according_to: tuple[Actor, ...] = ()
    nth: int | None = None
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.about is None) != bool(self.either):
            raise BadValue(ONE_OF_TWO)
        if len(self.either) == 1:
            raise BadValue("names one record only (that is 'about')", "either")

    def __str__(self) -> str:
        return f"{' or '.join(self.records)}: {self.wording}"

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the records of which it speaks: one, or those of which one is meant."""
        return (self.about,) if self.about else self.either


@described
class Source(Record):
    """A coded document: what it is, and its passages."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "source"
    shelf: ClassVar[str] = "sources"
    named_by: ClassVar[str] = "title"

    kind: str = field(metadata=words("source-kinds"))
    title: str
    publisher: Publisher
    agency: Publisher | None = None
    author: tuple[str, ...] = ()
    published: When | None = None
    language: str = field(metadata=form(LANGUAGE, A_LANGUAGE))
    url: str | None = field(default=None, metadata=ADDRESS)
    archive_url: str | None = field(default=None, metadata=ADDRESS)
    accessed: When | None = None
    seen: str = field(metadata=words("seen"))
    copy_of: "Source | None" = None
    text_sha256: str | None = field(default=None, metadata=form("[0-9a-f]{64}", "a SHA-256 in hexadecimal"))
    text_length: int | None = None
    passages: tuple[Passage, ...]

    def __attrs_post_init__(self) -> None:
        if self.published and self.accessed and self.accessed.last_day < self.published.first_day:
            raise BadValue(f"'{self.accessed}' is before it was published", "accessed")

    @property
    def origin(self) -> Publisher:
        """Whose text it is: of the source that it reprints, else of the wire, else of the publisher."""
        return self.copy_of.origin if self.copy_of else self.agency or self.publisher

    def link(self, wording: str) -> str | None:
        """Return the address that opens the source at a wording (a text fragment), or None without one."""
        if self.url is None:
            return None
        # Imported here because urllib.parse is slow to import and few readers follow a link.
        from urllib.parse import quote

        # An address may open at a phrase already, and a browser follows one such direction only.
        address = self.url.partition(":~:")[0]
        fragment = quote(wording, safe="").replace("-", "%2D")
        return f"{address}{'' if '#' in address else '#'}:~:text={fragment}"


# The classes are known as those of `korea_nato`, so the names in their annotations are looked up here.
look_up(Publisher, globals())
look_up(Source, globals())
