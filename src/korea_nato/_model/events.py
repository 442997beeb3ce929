"""What happened, what was promised and what was said."""

from typing import ClassVar

from attr import field

from korea_nato._model.actors import Actor, Place
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import STAR, Record, described, look_up, words
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Quantity, Value, When
from korea_nato.errors import BadValue, shown, suggestion


@described
class Mention(Value):
    """A participant as a source gives it: the actor's id, with role and office only where it says so."""

    __module__ = "korea_nato"

    actor: str = field(metadata={"names": Actor})
    role: str | None = field(default=None, metadata=words("roles"))
    office: str | None = None
    count: int | None = None

    def __str__(self) -> str:
        return self.actor


@described
class Participation(Value):
    """An actor at an event: its role, the office in which it acted, and how many it stands for."""

    __module__ = "korea_nato"
    mention: ClassVar[type[Mention]] = Mention

    actor: Actor
    role: str = field(metadata=words("roles"))
    office: str | None = None
    count: int | None = None

    def __attrs_post_init__(self) -> None:
        held = [str(office.title) for office in getattr(self.actor, "offices", ())]
        if self.office and self.office not in held:
            near = suggestion(self.office, held)
            raise BadValue(f"'{self.actor.id}' has no office {shown(self.office)}{near}", "office")

    def __str__(self) -> str:
        return self.actor.id


@described
class Event(Record):
    """Something that happened, or was announced to; one that concludes a programme has its date."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "event"
    shelf: ClassVar[str] = "events"
    named_by: ClassVar[str] = "title"

    kind: str = field(metadata=words("event-kinds"))
    status: str = field(default="held", metadata=words("event-statuses"))
    title: Text
    summary: Text
    date: When | None = field(default=None, metadata=STAR)
    ends: When | None = field(default=None, metadata=STAR)
    place: Place | None = field(default=None, metadata=STAR)
    part_of: "Event | None" = None
    concludes: Programme | None = None
    areas: tuple[Area, ...] = field(default=(), metadata=STAR)
    topics: tuple[str, ...] = field(default=(), metadata=words("topics"))
    participants: tuple[Participation, ...] = field(default=(), metadata=STAR)
    figures: Frozen[Quantity] = field(default=Frozen({}), metadata=words("figure-kinds", **STAR))
    first: bool | None = field(default=None, metadata=STAR)

    def __attrs_post_init__(self) -> None:
        if self.ends and (not self.date or self.ends.last_day < self.date.first_day):
            raise BadValue(f"'{self.ends}' is before its date", "ends")
        if self.concludes and self.date != self.concludes.adopted:
            adopted = self.concludes.adopted or "absent"
            raise BadValue(f"is not the day on which {self.concludes.id!r} was adopted ({adopted})", "date")


@described
class FollowUp(Value):
    """An event that followed a commitment, and whether a source says that it did."""

    __module__ = "korea_nato"

    event: Event
    basis: str = field(metadata=words("bases"))

    def __str__(self) -> str:
        return f"{self.event.id} ({self.basis})"


@described
class Commitment(Record):
    """What one side or both promised, where it was promised, and what followed."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "commitment"
    shelf: ClassVar[str] = "commitments"
    named_by: ClassVar[str] = "title"

    title: Text
    summary: Text
    by: tuple[Actor, ...] = field(metadata=STAR)
    made_at: Event | None = None
    programme: Programme | None = None
    areas: tuple[Area, ...] = field(default=(), metadata=STAR)
    due: When | None = field(default=None, metadata=STAR)
    figures: Frozen[Quantity] = field(default=Frozen({}), metadata=words("figure-kinds", **STAR))
    followed_by: tuple[FollowUp, ...] = ()


@described
class Statement(Record):
    """What somebody said, in our words; one made at an event has no date of its own."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "statement"
    shelf: ClassVar[str] = "statements"
    named_by: ClassVar[str] = "gist"
    # A table has the day of a statement, be it its own or that of the event at which it was made.
    told_by: ClassVar[dict[str, str]] = {"date": "when"}

    speakers: tuple[Actor, ...] = field(metadata=STAR)
    addressees: tuple[Actor, ...] = field(default=(), metadata=STAR)
    date: When | None = field(default=None, metadata=STAR)
    event: Event | None = None
    form: str = field(metadata=words("statement-forms", **STAR))
    areas: tuple[Area, ...] = field(default=(), metadata=STAR)
    topics: tuple[str, ...] = field(default=(), metadata=words("topics"))
    gist: Text
    phrase: str | None = field(default=None, metadata=STAR)

    def __attrs_post_init__(self) -> None:
        if self.date and self.event:
            raise BadValue("a statement made at an event has no date of its own", "date")

    @property
    def when(self) -> When | None:
        """Its own date, or that of the event at which it was made."""
        return self.event.date if self.event else self.date


# The classes are known as those of `korea_nato`, so the names in their annotations are looked up here.
look_up(Event, globals())
