"""The questions that users ask of records: each a function of the package."""

from korea_nato._evidence.claims import Claim, Conflict
from korea_nato._model.actors import Organisation, Person, Place, Publisher
from korea_nato._model.collection import Records
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._query import filters as _filters
from korea_nato._query.filters import Day
from korea_nato._query.index import Holdings, all_of


class Questions(Holdings):
    """Questions to the records of one folder.

    Filters combine with *and*; they take an id or the record itself, and raise ``errors.NoSuchRecord``
    with the nearest ids where there is none.
    Records that are only context stay out of answers unless ``context=True`` asks for them.
    """

    def programmes(self, *, partner: Place | str | None = None, context: bool = False) -> Records[Programme]:
        """Return the programmes of the Republic of Korea, the oldest first, or those of another partner.

        >>> from korea_nato import programmes
        >>> programmes().ids
        ('ipcp-first', 'ipcp-second', 'ipcp-third', 'itpp')
        """
        place = self._one(Place, partner)
        return self._answer(Programme, context or partner is not None, _filters.equal("partner", place))

    def programme(self, programme: Programme | str) -> Programme:
        """Return one programme, by its id or itself."""
        return self.records(Programme)[_filters.text_of(programme)]

    def event(self, event: Event | str) -> Event:
        """Return one event, by its id or itself."""
        return self.records(Event)[_filters.text_of(event)]

    def areas(self, *, programme: Programme | str | None = None, context: bool = False) -> Records[Area]:
        """Return the areas of all programmes, or of one, in the order of their programme.

        >>> from korea_nato import areas
        >>> areas(programme="itpp")[4].name["ko"]
        '사이버 방위'
        """
        one = self._one(Programme, programme)
        found = [one] if one else self.programmes(context=context)
        return Records([area for each in found for area in each.areas], Area, self)

    def events(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        kind: str | None = None,
        status: str | None = None,
        area: Area | str | None = None,
        person: Person | str | None = None,
        organisation: Organisation | str | None = None,
        place: Place | str | None = None,
        programme: Programme | str | None = None,
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
        return self._answer(
            Event,
            context,
            _filters.within(since, until),
            _filters.equal("kind", self._word("event-kinds", kind)),
            _filters.equal("status", self._word("event-statuses", status)),
            _filters.has_area(self._area(area)),
            _filters.has_actor(self._one(Person, person), "participants"),
            _filters.has_actor(self._one(Organisation, organisation), "participants"),
            _filters.lies_in(self._one(Place, place)),
            _filters.of_programme(self._one(Programme, programme)),
            _filters.speaks(text),
        )

    def statements(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        speaker: Person | Organisation | str | None = None,
        area: Area | str | None = None,
        event: Event | str | None = None,
        context: bool = False,
    ) -> Records[Statement]:
        """Return what was said, in order of dates; an organisation as ``speaker`` finds who speaks for it."""
        return self._answer(
            Statement,
            context,
            _filters.within(since, until),
            _filters.has_actor(self._actor(speaker), "speakers"),
            _filters.has_area(self._area(area)),
            _filters.equal("event", self._one(Event, event)),
        )

    def commitments(
        self,
        *,
        programme: Programme | str | None = None,
        area: Area | str | None = None,
        event: Event | str | None = None,
        context: bool = False,
    ) -> Records[Commitment]:
        """Return what was promised; ``event`` is the one at which it was."""
        return self._answer(
            Commitment,
            context,
            _filters.of_programme(self._one(Programme, programme)),
            _filters.has_area(self._area(area)),
            _filters.equal("made_at", self._one(Event, event)),
        )

    def people(self, *, context: bool = False) -> Records[Person]:
        """Return the persons, in order of their ids."""
        return self._answer(Person, context)

    def organisations(self, *, context: bool = False) -> Records[Organisation]:
        """Return the organisations, in order of their ids."""
        return self._answer(Organisation, context)

    def places(self, *, context: bool = False) -> Records[Place]:
        """Return the places, in order of their ids."""
        return self._answer(Place, context)

    def publishers(self, *, context: bool = False) -> Records[Publisher]:
        """Return the publishers, in order of their ids."""
        return self._answer(Publisher, context)

    def sources(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        kind: str | None = None,
        publisher: Publisher | str | None = None,
        language: str | None = None,
        context: bool = False,
    ) -> Records[Source]:
        """Return the sources, in order of the days on which they were published."""
        return self._answer(
            Source,
            context,
            _filters.within(since, until),
            _filters.equal("kind", self._word("source-kinds", kind)),
            _filters.equal("publisher", self._one(Publisher, publisher)),
            _filters.equal("language", self._language(language)),
        )

    def claims(
        self,
        *,
        about: Record | str | None = None,
        field: str | None = None,
        source: Source | str | None = None,
    ) -> Records[Claim]:
        """Return what sources say of a record (of that record only), of a field, or in one source.

        >>> from korea_nato import ITPP, claims
        >>> {str(claim.says) for claim in claims(about=ITPP, field="area_count")}
        {'11'}
        """
        found = Records(self._claims if about is None else self.claims_about(self.record(about).id), Claim)
        document = self._one(Source, source)
        return all_of(found, _filters.equal("field", self._field(field)), _filters.equal("source", document))

    def conflicts(self, *, about: Record | str | None = None) -> Records[Conflict]:
        """Return the facts about which sources disagree, all or those of one record."""
        wanted = None if about is None else self.record(about).id
        return all_of(Records(self._conflicts, Conflict), _filters.equal("about", wanted))
