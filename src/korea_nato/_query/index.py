"""Holdings: the records of a store with their claims, and the look-ups on which every question rests."""

from collections import defaultdict
from typing import Any, TypeVar

from attrs import frozen

from korea_nato._evidence.claims import Claim, Conflict, claims_of, conflicts_in
from korea_nato._model.about import About
from korea_nato._model.actors import Organisation, Person
from korea_nato._model.collection import Records
from korea_nato._model.columns import Column
from korea_nato._model.kinds import KINDS
from korea_nato._model.once import once
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._query import filters as _filters
from korea_nato._query.filters import Test
from korea_nato._storage.store import Store
from korea_nato.errors import BadData, BadValue, DataError, NoSuchRecord

R = TypeVar("R", bound=Record)


class Holdings:
    """The records of one store, each kind read when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.provenance = tuple(Column(name, type, Provenance(self, name)) for name, type in Provenance.columns)
        self._tables: dict[type[Record], Records[Any]] = {}

    def record(self, id: Record | str) -> Record:
        """Return the record of any kind with this id, an area as ``programme/area``."""
        id = _filters.text_of(id)
        if not self.holds(id):
            raise NoSuchRecord("record", id, self._everything)
        return self._everything[id]

    def holds(self, id: str) -> bool:
        """Return whether there is a record of any kind with this id."""
        return id in self._everything

    def claims_about(self, id: str) -> tuple[Claim, ...]:
        """Return the claims on one record, in the order of sources and passages."""
        return self._claims_by_record.get(id, ())

    def disputed(self, about: str) -> bool:
        """Return whether sources disagree about any field of a record."""
        return about in self._disputed

    def _answer(self, kind: type[R], context: bool, *tests: Test | None) -> Records[R]:
        shown = None if context else lambda record: not record.context
        return all_of(self.records(kind), shown, *tests)

    def records(self, kind: type[R]) -> Records[R]:
        """Return all records of a kind in order, those that are only context among them."""
        if kind not in self._tables:
            found = sorted(self.store.records(kind), key=_filters.order)
            self._tables.setdefault(kind, Records(found, kind, self))
        return self._tables[kind]

    @once
    def about(self) -> About:
        """Return what the record is: its version, the day it was closed, what was read and what it lacks."""
        return self.store.about()

    @once
    def _everything(self) -> dict[str, Record]:
        found = [record for kind in KINDS for record in self.records(kind)] + list(self._areas.values())
        former = {id: record for record in found for id in record.formerly}
        return former | {record.id: record for record in found}

    @once
    def _areas(self) -> dict[str, Area]:
        return {area.id: area for programme in self.records(Programme) for area in programme.areas}

    @once
    def _claims(self) -> tuple[Claim, ...]:
        claims, errors = gather_claims(self)
        if errors:
            raise BadData(tuple(errors))
        return tuple(claims)

    @once
    def _claims_by_record(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            found[claim.about].append(claim)
        return {id: tuple(claims) for id, claims in found.items()}

    @once
    def _conflicts(self) -> tuple[Conflict, ...]:
        return tuple(conflicts_in(self._claims, self.record))

    @once
    def _claimed(self) -> set[str]:
        return {claim.field for claim in self._claims}

    @once
    def _languages(self) -> set[str]:
        return {source.language for source in self.records(Source)}

    @once
    def _disputed(self) -> set[str]:
        return {conflict.about for conflict in self._conflicts}

    def _one(self, kind: type[R], value: Record | str | None) -> R | None:
        return None if value is None else self.records(kind)[_filters.text_of(value, kind.noun)]

    def _area(self, value: Area | str | None) -> Area | None:
        if value is None:
            return None
        id = _filters.text_of(value, "area")
        id = id if "/" in id else f"itpp/{id}"
        if id not in self._areas:
            raise NoSuchRecord("area", id, self._areas)
        return self._areas[id]

    def _actor(self, value: Person | Organisation | str | None) -> Person | Organisation | None:
        if value is None:
            return None
        id = _filters.text_of(value, "speaker")
        found = self.records(Person).get(id) or self.records(Organisation).get(id)
        if found is None:
            known = [*self.records(Person).ids, *self.records(Organisation).ids]
            raise NoSuchRecord("person or organisation", id, known)
        return found

    def _word(self, name: str, word: str | None) -> str | None:
        noun = {"event-statuses": "event status"}.get(name, name.replace("-", " ").removesuffix("s"))
        return _filters.word_of(word, self.store.words(name), noun, noun)

    def _language(self, language: str | None) -> str | None:
        return _filters.word_of(language, self._languages, "source in the language", "language")

    def _field(self, field: str | None) -> str | None:
        return _filters.word_of(field, self._claimed, "field with claims", "field")


@frozen
class Provenance:
    """Fills a column that says how well a record is supported."""

    columns = (
        ("sources", "texts"),
        ("n_sources", "integer"),
        ("n_publishers", "integer"),
        ("conflict", "flag"),
    )

    dataset: Holdings
    name: str

    def __call__(self, record: Record) -> Any:
        """Return the cell of a record."""
        if self.name == "conflict":
            return self.dataset.disputed(record.id)
        sources = {claim.source.id: claim.source for claim in self.dataset.claims_about(record.id)}
        if self.name == "n_publishers":
            return len({source.origin.id for source in sources.values()})
        return sorted(sources) if self.name == "sources" else len(sources)


def gather_claims(dataset: Holdings) -> tuple[list[Claim], list[DataError]]:
    """Return the claims of all sources, in order of the sources' ids, and what is wrong with the others."""
    claims: dict[str, Claim] = {}
    errors = []
    for source in sorted(dataset.records(Source), key=lambda source: source.id):
        for at, claim in claims_of(source, dataset.record):
            file = f"sources/{source.id}.json"
            if isinstance(claim, BadValue):
                errors.append(DataError(file, at, claim.problem))
            elif claims.setdefault(claim.id, claim) is not claim:
                errors.append(DataError(file, at, "says the same as an earlier passage, in the same words"))
    return list(claims.values()), errors


def all_of(records: Records[Any], *tests: Test | None) -> Records[Any]:
    asked = [test for test in tests if test is not None]
    return records.where(lambda record: all(test(record) for test in asked)) if asked else records
