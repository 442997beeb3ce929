"""The questions to the records of a dataset, each a method of ``Dataset``."""

from typing import Protocol, TypeVar

from korea_nato._evidence.claims import Claim
from korea_nato._evidence.conflicts import Conflict
from korea_nato._model.actors import Actor, Organisation, Person, Place
from korea_nato._model.collection import Provenance, Records
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.sources import Publisher, Source
from korea_nato._query import filters
from korea_nato._query.filters import Day, Test
from korea_nato._query.index import Index
from korea_nato._query.questions import Arguments, Asked, Words

R = TypeVar("R", bound=Record)


class Holder(Provenance, Protocol):
    """What is asked: a dataset, by the index of its records."""

    @property
    def index(self) -> Index:
        """The records, each found by what it is asked for."""
        ...


def record(self: Holder, id: Record | str) -> Record:
    """Return the record of any kind with this id, an area as ``programme/area``."""
    return self.index.record(id)


def records(self: Holder, kind: type[R]) -> Records[R]:
    """Return all records of a kind in order, those that are only context among them."""
    return Records(self.index.records(kind), kind, self)


def _answer(holder: Holder, kind: type[R], context: bool, *tests: Test | None) -> Records[R]:
    return Records(holder.index.find(kind, tests, context=context), kind, holder)


def programmes(self: Holder, *, partner: Asked[Place] | None = None, context: bool = False) -> Records[Programme]:
    """Return the programmes of the Republic of Korea, the oldest first, or those of another partner.

    >>> from korea_nato import programmes
    >>> programmes().ids
    ('ipcp-first', 'ipcp-second', 'ipcp-third', 'itpp')
    """
    place = Arguments(self.index).some(Place, partner)
    return _answer(self, Programme, context or partner is not None, filters.equal("partner", place))


def programme(self: Holder, programme: Programme | str | None = None) -> Programme:
    """Return one programme, by its id, a name or itself; the latest one that has areas, where none is given.

    Raises ``errors.NoSuchRecord`` for an unknown one, ``errors.BadValue`` where none has areas.
    """
    return self.index.latest() if programme is None else Arguments(self.index).one(Programme, programme)


def event(self: Holder, event: Event | str) -> Event:
    """Return one event, by its id, a title or itself."""
    return Arguments(self.index).one(Event, event)


def areas(self: Holder, *, programme: Asked[Programme] | None = None, context: bool = False) -> Records[Area]:
    """Return the areas of all programmes, or of one, in the order of their programme.

    >>> from korea_nato import areas
    >>> areas(programme="itpp")[4].name["ko"]
    '사이버 방위'
    """
    found = Arguments(self.index).some(Programme, programme) or programmes(self, context=context)
    return Records([area for each in found for area in each.areas], Area, self)


def events(
    self: Holder,
    *,
    since: Day | None = None,
    until: Day | None = None,
    kind: Words | None = None,
    status: Words | None = None,
    area: Asked[Area] | None = None,
    person: Asked[Person] | None = None,
    organisation: Asked[Organisation] | None = None,
    place: Asked[Place] | None = None,
    programme: Asked[Programme] | None = None,
    topic: Words | None = None,
    text: str | None = None,
    context: bool = False,
) -> Records[Event]:
    """Return events in order of their dates.

    ``since`` and ``until`` keep what overlaps the window, both ends included, whatever the precision.
    ``place="lithuania"`` finds Vilnius, ``organisation="nato"`` finds who acts for it.

    >>> from korea_nato import events
    >>> events(since="2023-07-11", until="2023-07-11", programme="itpp", kind="adoption").ids
    ('itpp-adoption',)
    """
    means = Arguments(self.index)
    return _answer(
        self,
        Event,
        context,
        filters.within(since, until),
        filters.equal("kind", means.words("event-kinds", kind)),
        filters.equal("status", means.words("event-statuses", status)),
        filters.has_area(means.areas(area)),
        filters.has_actor(means.some(Person, person), "participants"),
        filters.has_actor(means.some(Organisation, organisation), "participants"),
        filters.lies_in(means.some(Place, place)),
        filters.of_programme(means.some(Programme, programme)),
        filters.has_topic(means.words("topics", topic)),
        filters.speaks(text),
    )


def statements(
    self: Holder,
    *,
    since: Day | None = None,
    until: Day | None = None,
    speaker: Asked[Actor] | None = None,
    area: Asked[Area] | None = None,
    event: Asked[Event] | None = None,
    topic: Words | None = None,
    text: str | None = None,
    context: bool = False,
) -> Records[Statement]:
    """Return what was said, in order of dates; an organisation as ``speaker`` finds who speaks for it."""
    means = Arguments(self.index)
    return _answer(
        self,
        Statement,
        context,
        filters.within(since, until),
        filters.has_actor(means.actors(speaker), "speakers"),
        filters.has_area(means.areas(area)),
        filters.equal("event", means.some(Event, event)),
        filters.has_topic(means.words("topics", topic)),
        filters.speaks(text),
    )


def commitments(
    self: Holder,
    *,
    programme: Asked[Programme] | None = None,
    area: Asked[Area] | None = None,
    event: Asked[Event] | None = None,
    context: bool = False,
) -> Records[Commitment]:
    """Return what was promised; ``event`` is the one at which it was."""
    means = Arguments(self.index)
    return _answer(
        self,
        Commitment,
        context,
        filters.of_programme(means.some(Programme, programme)),
        filters.has_area(means.areas(area)),
        filters.equal("made_at", means.some(Event, event)),
    )


def people(self: Holder, *, context: bool = False) -> Records[Person]:
    """Return the persons, in order of their ids."""
    return _answer(self, Person, context)


def organisations(self: Holder, *, context: bool = False) -> Records[Organisation]:
    """Return the organisations, in order of their ids."""
    return _answer(self, Organisation, context)


def places(self: Holder, *, context: bool = False) -> Records[Place]:
    """Return the places, in order of their ids."""
    return _answer(self, Place, context)


def publishers(self: Holder, *, context: bool = False) -> Records[Publisher]:
    """Return the publishers, in order of their ids."""
    return _answer(self, Publisher, context)


def sources(
    self: Holder,
    *,
    since: Day | None = None,
    until: Day | None = None,
    kind: Words | None = None,
    publisher: Asked[Publisher] | None = None,
    language: Words | None = None,
    country: Asked[Place] | None = None,
    context: bool = False,
) -> Records[Source]:
    """Return the sources, in order of the days on which they were published; ``country`` is the publisher's."""
    means = Arguments(self.index)
    return _answer(
        self,
        Source,
        context,
        filters.within(since, until),
        filters.equal("kind", means.words("source-kinds", kind)),
        filters.equal("publisher", means.some(Publisher, publisher)),
        filters.equal("language", means.languages(language)),
        filters.from_country(means.some(Place, country)),
    )


def claims(
    self: Holder,
    *,
    about: Record | str | None = None,
    field: Words | None = None,
    source: Asked[Source] | None = None,
    publisher: Asked[Publisher] | None = None,
    modality: Words | None = None,
    since: Day | None = None,
    until: Day | None = None,
) -> Records[Claim]:
    """Return what sources say of a record (of that record only), of a field, or in one source.

    The field ``figures`` means every figure, ``figures.troops`` one.
    ``since`` and ``until`` are for the day on which the source was published.

    >>> from korea_nato import ITPP, claims
    >>> {str(claim.says) for claim in claims(about=ITPP, field="area_count")}
    {'11'}
    """
    means = Arguments(self.index)
    of = None if about is None else self.index.record(about)
    of_source = (filters.equal("publisher", means.some(Publisher, publisher)), filters.within(since, until))
    among = self.index.sources_among(means.some(Source, source), of_source)
    tests = (
        filters.equal("field", means.fields(field, of)),
        filters.equal("modality", means.words("modalities", modality)),
    )
    return Records(self.index.find_claims(of, among, tests), Claim)


def conflicts(self: Holder, *, about: Record | str | None = None) -> Records[Conflict]:
    """Return the facts about which sources disagree, all or those of one record."""
    found = self.index.conflicts if about is None else self.index.conflicts_about(self.index.record(about).id)
    return Records(found, Conflict)
