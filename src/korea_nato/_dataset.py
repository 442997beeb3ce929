"""Dataset: all records together, and the questions that need more than one kind of them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from korea_nato import _filters
from korea_nato._actors import Organisation, Person, Place, Publisher
from korea_nato._claims import Claim, Conflict, claims_of, conflicts_in
from korea_nato._columns import Column
from korea_nato._events import Commitment, Event, Statement
from korea_nato._filters import Day, Test
from korea_nato._programmes import Area, Programme
from korea_nato._record import Record
from korea_nato._records import Records
from korea_nato._sources import Source
from korea_nato._store import Store, bundled_store
from korea_nato.errors import BadData, BadValue, DataError, NoSuchRecord

R = TypeVar("R", bound=Record)
KINDS = (Place, Organisation, Publisher, Person, Programme, Event, Commitment, Statement, Source)


class Dataset:
    """The records of one folder.

    The functions of the package are the methods of the bundled one.
    Filters combine with *and*; they take an id or the record itself, and raise ``errors.NoSuchRecord``
    with the nearest ids where there is none.
    Records that are only context stay out of answers unless ``context=True`` asks for them.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tables: dict[type[Record], Records[Any]] = {}

    def __repr__(self) -> str:
        return f"<Dataset {self._store.folder.name!r}>"

    def programmes(self, *, partner: Place | str | None = None, context: bool = False) -> Records[Programme]:
        """Return the programmes of the Republic of Korea, the oldest first, or those of another partner.

        >>> from korea_nato import programmes
        >>> programmes().ids
        ('ipcp-first', 'ipcp-second', 'ipcp-third', 'itpp')
        """
        place = self._one(Place, partner)
        return self._answer(Programme, context or partner is not None, _filters.equal("partner", place))

    def areas(self, *, programme: Programme | str | None = None, context: bool = False) -> Records[Area]:
        """Return the areas of all programmes, or of one, in the order of their programme.

        >>> from korea_nato import areas
        >>> areas(programme="itpp")[4].name["ko"]
        '사이버 방위'
        """
        one = self._one(Programme, programme)
        found = [one] if one else self.programmes(context=context)
        return Records([area for each in found for area in each.areas], Area, self._provenance)

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
        >>> events(since="2023-07-11", until="2023-07-11", kind="adoption").ids
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
        known = {source.language for source in self._all(Source)}
        if language is not None and language not in known:
            raise NoSuchRecord("source in the language", language, known)
        return self._answer(
            Source,
            context,
            _filters.within(since, until),
            _filters.equal("kind", self._word("source-kinds", kind)),
            _filters.equal("publisher", self._one(Publisher, publisher)),
            _filters.equal("language", language),
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
        if field is not None and field not in (fields := {claim.field for claim in self._claims}):
            raise NoSuchRecord("field with claims", field, fields)
        return _all_of(found, _filters.equal("field", field), _filters.equal("source", document))

    def conflicts(self, *, about: Record | str | None = None) -> Records[Conflict]:
        """Return the facts about which sources disagree, all or those of one record."""
        wanted = None if about is None else self.record(about).id
        return _all_of(Records(self._conflicts, Conflict), _filters.equal("about", wanted))

    def record(self, id: Record | str) -> Record:
        """Return the record of any kind with this id, an area as ``programme/area``."""
        id = _filters.text_of(id)
        found = self._areas.get(id) or next((table.get(id) for table in self._whole() if table.get(id)), None)
        if found is None:
            raise NoSuchRecord("record", id, [known for table in self._whole() for known in table.ids])
        return found

    def records(self, kind: type[R]) -> Records[R]:
        """Return all records of a kind, those that are only context among them."""
        return self._all(kind)

    def own_file(self, name: str) -> Any:
        """Return the JSON value of one of the folder's own files, such as ``about.json``, or None."""
        return self._store.parsed(name)

    def own_bytes(self, name: str) -> bytes:
        """Return the bytes of a file of the folder."""
        return self._store.content(name)

    def claims_about(self, id: str) -> tuple[Claim, ...]:
        """Return the claims on one record, in the order of sources and passages."""
        return self._claims_by_record.get(id, ())

    def conflict(self, about: str) -> bool:
        """Return whether sources disagree about any field of a record."""
        return about in self._disputed

    def _answer(self, kind: type[R], context: bool, *tests: Test | None) -> Records[R]:
        shown = None if context else lambda record: not record.context
        return _all_of(self._all(kind), shown, *tests)

    def _all(self, kind: type[R]) -> Records[R]:
        if kind not in self._tables:
            found = sorted(self._store.records(kind), key=_filters.order)
            self._tables[kind] = Records(found, kind, self._provenance)
        return self._tables[kind]

    def _whole(self) -> Iterable[Records[Any]]:
        return [self._all(kind) for kind in KINDS]

    @cached_property
    def _areas(self) -> dict[str, Area]:
        return {area.id: area for programme in self._all(Programme) for area in programme.areas}

    @cached_property
    def _claims(self) -> tuple[Claim, ...]:
        claims, errors = gather_claims(self)
        if errors:
            raise BadData(tuple(errors))
        return tuple(claims)

    @cached_property
    def _claims_by_record(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            found[claim.about].append(claim)
        return {id: tuple(claims) for id, claims in found.items()}

    @cached_property
    def _conflicts(self) -> tuple[Conflict, ...]:
        return tuple(conflicts_in(self._claims, self.record))

    @cached_property
    def _disputed(self) -> set[str]:
        return {conflict.about for conflict in self._conflicts}

    def _one(self, kind: type[R], value: Record | str | None) -> R | None:
        if value is None:
            return None
        id = _filters.text_of(value)
        return self._all(kind)[id]

    def _area(self, value: Area | str | None) -> Area | None:
        if value is None:
            return None
        id = _filters.text_of(value)
        id = id if "/" in id else f"itpp/{id}"
        if id not in self._areas:
            raise NoSuchRecord("area", id, self._areas)
        return self._areas[id]

    def _actor(self, value: Person | Organisation | str | None) -> Person | Organisation | None:
        if value is None:
            return None
        id = _filters.text_of(value)
        found = self._all(Person).get(id) or self._all(Organisation).get(id)
        if found is None:
            known = [*self._all(Person).ids, *self._all(Organisation).ids]
            raise NoSuchRecord("person or organisation", id, known)
        return found

    def _word(self, name: str, word: str | None) -> str | None:
        if word is not None and word not in self._store.words(name):
            raise NoSuchRecord(name.replace("-", " ").removesuffix("s"), str(word), self._store.words(name))
        return word

    @property
    def _provenance(self) -> tuple[Column, ...]:
        return tuple(Column(name, type, Provenance(self, name)) for name, type in Provenance.columns)

    def __reduce__(self) -> tuple[Any, ...]:
        if self._store is bundled_store():
            return bundled, ()
        return load, (str(self._store.folder),)


@frozen
class Provenance:
    """Fills a column that says how well a record is supported."""

    columns = (
        ("sources", "texts"),
        ("n_sources", "integer"),
        ("n_publishers", "integer"),
        ("conflict", "flag"),
    )

    dataset: Dataset
    name: str

    def __call__(self, record: Record) -> Any:
        """Return the cell of a record."""
        if self.name == "conflict":
            return self.dataset.conflict(record.id)
        sources = {claim.source.id: claim.source for claim in self.dataset.claims_about(record.id)}
        if self.name == "n_publishers":
            return len({source.origin.id for source in sources.values()})
        return sorted(sources) if self.name == "sources" else len(sources)


def gather_claims(dataset: Dataset) -> tuple[list[Claim], list[DataError]]:
    """Return the claims of all sources, in order of the sources' ids, and what is wrong with the others."""
    claims: dict[str, Claim] = {}
    errors = []
    for source in sorted(dataset.sources(context=True), key=lambda source: source.id):
        for at, claim in claims_of(source, dataset.record):
            file = f"sources/{source.id}.json"
            if isinstance(claim, BadValue):
                errors.append(DataError(file, at, claim.problem))
            elif claims.setdefault(claim.id, claim) is not claim:
                errors.append(DataError(file, at, "says the same as an earlier passage, in the same words"))
    return list(claims.values()), errors


def _all_of(records: Records[Any], *tests: Test | None) -> Records[Any]:
    asked = [test for test in tests if test is not None]
    return records.where(lambda record: all(test(record) for test in asked)) if asked else records


def load(folder: str | PathLike[str]) -> Dataset:
    """Return the dataset of a folder of the same form as ``data/``, read at once and whole.

    Raises ``errors.BadData`` with everything that is wrong in the folder.
    """
    path = Path(folder)
    if not path.is_dir():
        raise BadData((DataError(str(folder), "", "is no folder"),))
    dataset = Dataset(Store(path))
    errors = _wrong(dataset)
    if errors:
        raise BadData(tuple(errors))
    return dataset


def _wrong(dataset: Dataset) -> list[DataError]:
    store = dataset._store
    store.words("")
    errors = store.strays()
    for kind in KINDS:
        try:
            store.records(kind)
        except BadData:
            continue
    errors += store.errors + twice(store)
    return errors or gather_claims(dataset)[1]


def twice(store: Store) -> list[DataError]:
    """Return an error for each id, present or former, that two records have."""
    owners: dict[str, str] = {}
    errors = []
    for kind in KINDS:
        for id, raw in store.raw(kind).items():
            former = raw.value.get("formerly") if isinstance(raw.value, dict) else None
            for name in (id, *(former if isinstance(former, list) else ())):
                owner = owners.setdefault(str(name), f"{kind.noun} {id!r} ({raw.file})")
                if owner != f"{kind.noun} {id!r} ({raw.file})":
                    errors.append(raw.error("", f"the id {name!r} is that of {owner}"))
    return errors


@cache
def bundled() -> Dataset:
    """Return the dataset that comes with the package, each kind of record read when first asked for."""
    return Dataset(bundled_store())
