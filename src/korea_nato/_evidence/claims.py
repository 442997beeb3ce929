"""Claims: whether one agrees with its record, and supports it, is worked out, never written."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, ClassVar

from korea_nato._evidence.agreement import Find, comparison, fact, said
from korea_nato._model.actors import Actor
from korea_nato._model.events import Event, Mention
from korea_nato._model.record import Record, described
from korea_nato._model.sources import Passage, Said, Source
from korea_nato._model.texts import Frozen
from korea_nato._model.values import Value
from korea_nato.errors import BadValue


@described
class Claim(Value):
    """What one source says of one field of one record, and how that stands to the record's value.

    ``says`` is the value as its source gives it, links as ids.
    ``differing`` has the parts of it that the record does not hold, as texts; without any, the claim agrees.
    A claim supports where it agrees, is reported and is at least as precise as the record.
    """

    __module__ = "korea_nato"
    noun: ClassVar[str] = "claim"
    table: ClassVar[tuple[str, ...]] = (
        "id",
        "about",
        "field",
        "says",
        "wording",
        "modality",
        "basis",
        "part",
        "either",
        "according_to",
        "nth",
        "agrees",
        "supports",
        "differing",
        "source",
        "publisher",
        "language",
        "published",
        "link",
        "note",
    )
    told_by: ClassVar[dict[str, str]] = {
        "publisher": "source.publisher",
        "language": "source.language",
        "published": "source.published",
    }

    id: str
    source: Source
    about: str
    field: str
    says: Said
    wording: str
    modality: str
    basis: str = "stated"
    part: str | None = None
    either: tuple[str, ...] = ()
    according_to: tuple[Actor, ...] = ()
    nth: int | None = None
    note: str | None = None
    differing: tuple[str, ...] = ()
    supports: bool

    @property
    def agrees(self) -> bool:
        """Whether it says what the record holds, or something coarser."""
        return not self.differing

    @property
    def link(self) -> str | None:
        """The address that opens the source at the wording, or None where no address is known."""
        return self.source.link(self.wording)

    @property
    def label(self) -> str:
        """The words of the source."""
        return self.wording

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON values, with what follows from it and where it can be read."""
        published = self.source.published
        more = {"agrees": self.agrees, "link": self.link, "published": published and published.text}
        told = super().to_dict() | {"publisher": self.source.publisher.id, **more}
        return {name: value for name, value in told.items() if value is not None}

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Claim {self.id}: {self.about}.{self.field} = {said(self.says)} ({self.wording!r})>"


def claims_of(source: Source, find: Find) -> Iterator[tuple[int, Claim | BadValue]]:
    """Yield each claim of a source, or what is wrong with it and at which field, with the place of its passage."""
    for place, passage in enumerate(source.passages):
        for id in passage.records:
            record = find(id)
            for field, value in passage.says or (("attested", True),):
                try:
                    yield place, _claim(source, passage, record, field, value, find)
                except BadValue as error:
                    yield place, error


def parts_of(says: Said) -> tuple[Said | Mention, ...]:
    """Return the values that are said, one by one."""
    return says if isinstance(says, tuple) else (says,)


def path_of(place: int, passage: Passage, field: str) -> str:
    """Return the path of what a passage says of a field in the file of its source."""
    return f"passages[{place}].says.{field}" if passage.says else f"passages[{place}]"


def _claim(source: Source, passage: Passage, record: Record, field: str, value: Said, find: Find) -> Claim:
    if field == "date" and isinstance(record, Event) and record.concludes:
        raise BadValue(f"is the day of a programme's adoption: claim 'adopted' of {record.concludes.id!r}", field)
    held = fact(record, field)
    if held is None or (not held and isinstance(held, tuple | Frozen)):
        raise BadValue(f"{record.id!r} has no value for it", field)
    compared = comparison(held)
    parts = parts_of(value)
    wrong = () if passage.either else [part for part in parts if not compared.agrees(held, part, record, find)]
    supports = not wrong and _counts(passage, record)
    return Claim(
        id=f"{source.id}#{_digest(record.id, field, said(value), passage.wording)}",
        source=source,
        about=record.id,
        field=field,
        says=value,
        wording=passage.wording,
        modality=passage.modality,
        basis=passage.basis,
        part=passage.part,
        either=passage.either,
        according_to=passage.according_to,
        nth=passage.nth,
        note=passage.note,
        differing=tuple(map(said, wrong)),
        supports=supports and all(compared.precise(held, part, record, find) for part in parts),
    )


def _counts(passage: Passage, record: Record) -> bool:
    """Return whether a passage can support: a denial cannot, a plan only what is not held, a choice of two neither."""
    if passage.modality == "denied" or passage.either:
        return False
    return passage.modality == "reported" or getattr(record, "status", "held") != "held"


def _digest(*parts: str) -> str:
    digest: str = _sha256()("\n".join(parts).encode()).hexdigest()
    return digest[:8]


@cache
def _sha256() -> Callable[[bytes], Any]:
    # Imported here because hashlib is slow to import and only claims need it.
    from hashlib import sha256

    return sha256
