"""What the questions of ``analysis`` return: plain values, each with its columns."""

from typing import ClassVar

from korea_nato._evidence.claims import Claim
from korea_nato._model.actors import Actor
from korea_nato._model.events import Commitment, Event, FollowUp
from korea_nato._model.programmes import Area
from korea_nato._model.record import described
from korea_nato._model.sources import Publisher, Source
from korea_nato._model.values import Value, When


@described
class Answer(Value):
    """One line of an answer; its id is made of the ids of what it is about."""

    __module__ = "korea_nato.analysis"
    noun: ClassVar[str] = "answer"

    id: str

    @property
    def label(self) -> str:
        """The id, which says what it is about."""
        return self.id


@described
class Change(Answer):
    """What became of an area between two programmes: new, kept, renamed, split, merged, dropped; common or only."""

    __module__ = "korea_nato.analysis"
    noun: ClassVar[str] = "change"
    table: ClassVar[tuple[str, ...]] = ("relation", "older", "newer", "basis", "claims")

    relation: str
    older: Area | None
    newer: Area | None
    basis: str
    claims: tuple[Claim, ...]

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The ids of the claims on the names of both areas."""
        return tuple(claim.id for claim in self.claims)


@described
class Attestation(Answer):
    """What one source calls an area, in which words, and at which place of its own list."""

    __module__ = "korea_nato.analysis"
    noun: ClassVar[str] = "attestation"
    table: ClassVar[tuple[str, ...]] = ("area", "source", "name", "wording", "nth", "language", "publisher")
    told_by: ClassVar[dict[str, str]] = {
        "wording": "claim.wording",
        "nth": "claim.nth",
        "language": "source.language",
        "publisher": "source.publisher",
    }

    area: Area
    source: Source
    claim: Claim

    @property
    def name(self) -> str:
        """The name that the source uses."""
        return str(self.claim.says)


@described
class Pair(Answer):
    """Two areas and the records that speak of both."""

    __module__ = "korea_nato.analysis"
    noun: ClassVar[str] = "pair"
    table: ClassVar[tuple[str, ...]] = ("one", "other", "n", "records")

    one: Area
    other: Area
    records: tuple[str, ...]

    @property
    def n(self) -> int:
        """How many records speak of both."""
        return len(self.records)


@described
class Promise(Answer):
    """A commitment, when it is due, and what followed."""

    __module__ = "korea_nato.analysis"
    noun: ClassVar[str] = "promise"
    table: ClassVar[tuple[str, ...]] = ("commitment", "title", "by", "made", "due", "followed_by")
    told_by: ClassVar[dict[str, str]] = {"title": "commitment.title", "by": "commitment.by", "due": "commitment.due"}

    commitment: Commitment
    made: When | None
    followed_by: tuple[FollowUp, ...]


@described
class First(Answer):
    """An event that a source calls the first of its kind, and what the record holds against it.

    ``earlier`` are earlier events of the same kind in which one of the same offices took part in the same role.
    ``record_begins`` is the day of the oldest event in the record and ``n_before`` the number of all its
    events before this one: without any, the record cannot speak to the matter.
    """

    __module__ = "korea_nato.analysis"
    noun: ClassVar[str] = "first"
    table: ClassVar[tuple[str, ...]] = ("event", "date", "claims", "earlier", "record_begins", "n_before")
    told_by: ClassVar[dict[str, str]] = {"date": "event.date"}

    event: Event
    claims: tuple[Claim, ...]
    earlier: tuple[Event, ...]
    record_begins: When | None
    n_before: int

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The ids of the claims that it is, or is not, the first."""
        return tuple(claim.id for claim in self.claims)


@described
class Support(Answer):
    """How well a record, or one field of it, is supported.

    ``publishers`` are those whose text it is: reprints and wire copies count once, as the wire's.
    ``origins`` are those who said so to a source; official publishers are organs of the sides themselves.
    ``n_inferred`` counts the claims that a coder read off the context, ``inferred`` says that there are no others.
    """

    __module__ = "korea_nato.analysis"
    noun: ClassVar[str] = "support"
    table: ClassVar[tuple[str, ...]] = (
        "about",
        "n_sources",
        "n_publishers",
        "n_inferred",
        "inferred",
        "publishers",
        "origins",
        "n_official",
        "n_press",
        "languages",
        "first_report",
        "last_report",
    )
    told_by: ClassVar[dict[str, str]] = {"about": "id"}

    sources: tuple[Source, ...]
    origins: tuple[Actor, ...]
    n_inferred: int = 0
    inferred: bool = False

    @property
    def publishers(self) -> tuple[Publisher, ...]:
        """The independent publishers, in order of their ids."""
        found = {source.origin.id: source.origin for source in self.sources}
        return tuple(found[id] for id in sorted(found))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the sources."""
        return tuple(sorted({source.language for source in self.sources}))

    @property
    def n_sources(self) -> int:
        """How many sources there are, copies among them."""
        return len(self.sources)

    @property
    def n_publishers(self) -> int:
        """How many independent publishers there are."""
        return len(self.publishers)

    @property
    def n_official(self) -> int:
        """How many of the independent publishers are official."""
        return sum(publisher.kind == "official" for publisher in self.publishers)

    @property
    def n_press(self) -> int:
        """How many of the independent publishers are not official."""
        return self.n_publishers - self.n_official

    @property
    def first_report(self) -> When | None:
        """The day of the first source whose day is known."""
        return min(self._days, default=None)

    @property
    def last_report(self) -> When | None:
        """The day of the last source whose day is known."""
        return max(self._days, default=None)

    @property
    def _days(self) -> list[When]:
        return [source.published for source in self.sources if source.published]
