"""Claims: whether one agrees with its record, and supports it, is worked out, never written."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import Any, ClassVar

import attr

from korea_nato._evidence.agreement import Find, comparison, fact
from korea_nato._model.actors import Actor, Place
from korea_nato._model.columns import paths, said
from korea_nato._model.events import Event, Mention
from korea_nato._model.record import Record, described
from korea_nato._model.sources import Passage, Said, Source
from korea_nato._model.texts import Frozen
from korea_nato._model.values import Value

# A passage that only names a record says that the record is attested.
_ATTESTED: tuple[tuple[str, Said], ...] = (("attested", True),)


@described
class Claim(Value):
    """What one source says of one field of one record; how that stands to the record's value is worked out when asked.

    ``says`` is the value as its source gives it, links as ids.
    """

    __module__ = "korea_nato"
    noun: ClassVar[str] = "claim"
    named_by: ClassVar[str] = "wording"
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

    source: Source
    passage: Passage
    about: str
    field: str
    says: Said
    _find: Find = attr.field(alias="find")

    @property
    def id(self) -> str:
        """The id of its source, and a digest of what the source says of what and in which words."""
        return f"{self.source.id}#{self._digest}"

    @property
    def wording(self) -> str:
        """The words of the source."""
        return self.passage.wording

    @property
    def modality(self) -> str:
        """Whether the source reports, expects, plans or denies it."""
        return self.passage.modality

    @property
    def basis(self) -> str:
        """Whether the words state it, or the coder read it off the context."""
        return self.passage.basis

    @property
    def part(self) -> str | None:
        """What the source states of the record, where that is less than all of it."""
        return self.passage.part

    @property
    def either(self) -> tuple[str, ...]:
        """The ids of the records of which one is meant."""
        return self.passage.either

    @property
    def according_to(self) -> tuple[Actor, ...]:
        """Who says it inside the text."""
        return self.passage.according_to

    @property
    def nth(self) -> int | None:
        """Its place in the list of the source."""
        return self.passage.nth

    @property
    def note(self) -> str | None:
        """What else a reader should know of it."""
        return self.passage.note

    @property
    def differing(self) -> tuple[str, ...]:
        """The parts of what it says that the record does not hold, as texts."""
        return self._standing[0]

    @property
    def agrees(self) -> bool:
        """Whether it says what the record holds, or something coarser."""
        return not self.differing

    @property
    def supports(self) -> bool:
        """Whether it agrees, is reported, and is at least as precise as the record."""
        return self._standing[1]

    @cached_property
    def _digest(self) -> str:
        told = "\n".join((self.about, self.field, said(self.says), self.wording))
        digest: str = _sha256()(told.encode()).hexdigest()
        return digest[:8]

    @cached_property
    def _standing(self) -> tuple[tuple[str, ...], bool]:
        """What it says otherwise than the record, and whether it supports it."""
        record = self._find(self.about)
        held = fact(record, self.field)
        agrees, precise = comparison(held)
        parts = parts_of(self.says)
        wrong = () if self.either else tuple(part for part in parts if not agrees(held, part, record, self._find))
        supports = not wrong and _counts(self.passage, record)
        return tuple(map(said, wrong)), supports and all(precise(held, part, record, self._find) for part in parts)

    @property
    def link(self) -> str | None:
        """The address that opens the source at the wording, or None where no address is known."""
        return self.source.link(self.wording)

    @property
    def label(self) -> str:
        """The words of the source."""
        return self.wording

    def _told(self) -> Iterable[tuple[str, object]]:
        """Return what its row in a table tells: what follows from it and where it can be read, too."""
        return ((name, find(self)) for name, find in _cells())

    def __reduce__(self) -> tuple[object, ...]:
        """Take along the records that it is held against, so that a pickled claim answers by itself."""
        known = {id: self._find(id) for id in self._records()}
        again = partial(Claim, source=self.source, passage=self.passage, about=self.about, field=self.field)
        return partial(again, says=self.says, find=known.__getitem__), ()

    def _records(self) -> Iterator[str]:
        """Yield the ids of the records that are needed to hold it against its own."""
        yield self.about
        if isinstance(fact(self._find(self.about), self.field), Place):
            yield from map(str, parts_of(self.says))

    def __hash__(self) -> int:
        return hash((self.about, self.field, self.wording))

    def __repr__(self) -> str:
        return f"<Claim {self.id}: {self.about}.{self.field} = {said(self.says)} ({self.wording!r})>"


def claims_of(source: Source, find: Find) -> Iterator[Claim]:
    """Yield the claims that a source makes, in the order of its passages."""
    for passage, about, field, says in _told_by(source):
        yield Claim(source=source, passage=passage, about=about, field=field, says=says, find=find)


def _told_by(source: Source) -> Iterator[tuple[Passage, str, str, Said]]:
    for passage in source.passages:
        for about in passage.records:
            for field, says in passage.says or _ATTESTED:
                yield passage, about, field, says


def wrong_claims(source: Source, find: Find) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the claims of a source: the path in its file, and the problem."""
    found: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for passage, about, field, says in _told_by(source):
        problem = _problem(find(about), field)
        alike = found[about, field, passage.wording]
        if problem or any(said(one) == said(says) for one in alike):
            yield _path(source, passage, field), problem or "says the same as an earlier passage, in the same words"
        alike.append(says)


def parts_of(says: Said) -> tuple[Said | Mention, ...]:
    """Return the values that are said, one by one."""
    return says if isinstance(says, tuple) else (says,)


def _problem(record: Record, field: str) -> str | None:
    if field == "date" and isinstance(record, Event) and record.concludes:
        return f"is the day of a programme's adoption: claim 'adopted' of {record.concludes.id!r}"
    held = fact(record, field)
    if held is None or (not held and isinstance(held, tuple | Frozen)):
        return f"{record.id!r} has no value for it"
    return None


def _path(source: Source, passage: Passage, field: str) -> str:
    place = [one is passage for one in source.passages].index(True)
    return f"passages[{place}].says.{field}" if passage.says else f"passages[{place}]"


def _counts(passage: Passage, record: Record) -> bool:
    """Return whether a passage can support: a denial cannot, a plan only what is not held, a choice of two neither."""
    if passage.modality == "denied" or passage.either:
        return False
    return passage.modality == "reported" or getattr(record, "status", "held") != "held"


@cache
def _cells() -> list[tuple[str, Callable[[Claim], object]]]:
    return [(name, attrgetter(path)) for name, path in paths(Claim)]


@cache
def _sha256() -> Callable[[bytes], Any]:
    # Imported here because hashlib is slow to import and only claims need it.
    from hashlib import sha256

    return sha256
