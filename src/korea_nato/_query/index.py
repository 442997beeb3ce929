"""Index: the records of a store and their claims, each found by what it is asked for."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

from korea_nato._evidence.claims import Claim, claims_of, parts_of, wrong_claims
from korea_nato._evidence.conflicts import Conflict, conflicts_in
from korea_nato._model.about import About
from korea_nato._model.actors import Organisation, Person, Place
from korea_nato._model.collection import Records
from korea_nato._model.events import Mention
from korea_nato._model.kinds import KINDS
from korea_nato._model.once import once, uncollected
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.sources import Publisher, Source
from korea_nato._query import filters as _filters
from korea_nato._query.filters import Test
from korea_nato._query.links import leading
from korea_nato._query.lookup import Lookup
from korea_nato._query.naming import Names
from korea_nato._storage import own
from korea_nato._storage.folder import error_in
from korea_nato._storage.store import Store
from korea_nato.errors import BadValue, DataError, NoSuchRecord

R = TypeVar("R", bound=Record)
# What takes no claims of its own, and so is spoken of by the claims that name it.
NAMED = (Person, Organisation, Place, Publisher, Source)


class Index:
    """The records of one store: each kind is read, and each list made, when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._kinds: dict[type[Record], Records[Any]] = {}
        self._lookups: dict[tuple[type[Record], bool], Lookup[Any]] = {}

    def record(self, id: Record | str) -> Record:
        """Return the record of any kind with this id or name; of areas with one name, that of the latest programme."""
        id = _filters.text_of(id)
        try:
            return self._everything[id] if self.holds(id) else self.names.find(id, (Record,), "record")
        except NoSuchRecord as error:
            latest = self.latest_programme.areas.ids if self.latest_programme and error.several else ()
            meant = [one for one in error.near if one in latest]
            if len(meant) == 1 and all(one in self.areas for one in error.near):
                return self._everything[meant[0]]
            raise

    def known(self, id: str) -> Record:
        """Return the record of any kind with this id, which must be known."""
        return self._everything[id]

    def holds(self, id: str) -> bool:
        """Return whether there is a record of any kind with this id."""
        return id in self._everything

    def records(self, kind: type[R]) -> Records[R]:
        """Return all records of a kind in order, those that are only context among them."""
        if kind not in self._kinds:
            found = sorted(self.store.records(kind), key=_filters.order)
            self._kinds.setdefault(kind, Records(found, kind))
        return self._kinds[kind]

    def find(self, kind: type[R], tests: Iterable[Test | None], *, context: bool) -> tuple[R, ...]:
        """Return the records of a kind that pass all tests, in order."""
        if (kind, context) not in self._lookups:
            kept = [record for record in self.records(kind) if context or not record.context]
            self._lookups.setdefault((kind, context), Lookup(kept))
        return self._lookups[kind, context].find([test for test in tests if test is not None])

    def claims_about(self, id: str) -> tuple[Claim, ...]:
        """Return the claims on one record, in the order of sources and passages."""
        return self._claims_by_record.get(id, ())

    def claims_in(self, source: str) -> tuple[Claim, ...]:
        """Return the claims that a source makes, in the order of its passages."""
        return self._claims_by_source.get(source, ())

    def sources_among(self, named: Iterable[Source] | None, tests: Iterable[Test | None]) -> tuple[Source, ...] | None:
        """Return the sources that pass all tests, of those that are named or of all; None where nothing is asked."""
        asked = [test for test in tests if test is not None]
        if named is not None:
            return tuple(source for source in named if all(test(source) for test in asked))
        return tuple(_by_id(self.find(Source, asked, context=True))) if asked else None

    def find_claims(
        self, about: Record | None, sources: Collection[Source] | None, tests: Iterable[Test | None]
    ) -> tuple[Claim, ...]:
        """Return the claims on a record and in these sources that pass all tests; None stands for any of them."""
        found = self.claims
        if about is not None:
            found, tests = self.claims_about(about.id), (*tests, _filters.equal("source", sources))
        elif sources is not None:
            found = tuple(claim for source in sources for claim in self.claims_in(source.id))
        asked = [test for test in tests if test is not None]
        return tuple(claim for claim in found if all(test(claim) for test in asked))

    def claims_on(self, record: Record) -> tuple[Claim, ...]:
        """Return the claims from which a record is counted: those on it, or else those that name it."""
        if isinstance(record, Source):
            return self.claims_in(record.id)
        return self._claims_naming.get(record.id, ()) if isinstance(record, NAMED) else self.claims_about(record.id)

    def conflicts_about(self, id: str) -> tuple[Conflict, ...]:
        """Return the facts of a record about which sources disagree."""
        return self._conflicts_by_record.get(id, ())

    def disputed(self, record: Record) -> bool:
        """Return whether sources disagree about any field of a record, or about a fact that names it."""
        if not isinstance(record, NAMED):
            return bool(self.conflicts_about(record.id))
        facts = {(claim.about, claim.field) for claim in self.claims_on(record)}
        return any(conflict.field == field for id, field in facts for conflict in self.conflicts_about(id))

    @once
    def about(self) -> About:
        """Return what the record is: its version, the day it was closed, what was read and what it lacks."""
        return own.about(self.store)

    @once
    def digest(self) -> str:
        """Return the SHA-256 of the files of the record, by which two copies are told apart."""
        return self.store.files.digest()

    @property
    def everything(self) -> tuple[Record, ...]:
        """All records of all kinds, areas among them."""
        return tuple({record.id: record for record in self._everything.values()}.values())

    def n_claims(self, id: str) -> int:
        """Return how many claims are on a record or name it."""
        return len(self.claims_about(id)) + len(self._claims_naming.get(id, ()))

    @once
    def names(self) -> Names:
        """Return the names of all records, by which a reader may ask for one."""
        return Names(self.everything, self.n_claims)

    @once
    def names_of_latest(self) -> Names:
        """Return the names of the areas of the latest programme."""
        return Names(self.latest_programme.areas if self.latest_programme else (), self.n_claims)

    @once
    def latest_programme(self) -> Programme | None:
        """Return the latest programme that is not only context and has areas: a short id of an area means its."""
        own = [one for one in self.records(Programme) if not one.context and one.areas]
        return max(own, key=lambda one: (str(one.adopted or ""), one.id), default=None)

    def latest(self) -> Programme:
        """Return the latest programme, or raise ``errors.BadValue`` where none has areas."""
        if self.latest_programme is None:
            raise BadValue("no programme of this record has areas, and none was named", "programme")
        return self.latest_programme

    @once
    def areas(self) -> dict[str, Area]:
        """Return the areas of all programmes by their ids."""
        return {area.id: area for programme in self.records(Programme) for area in programme.areas}

    @once
    def claims(self) -> tuple[Claim, ...]:
        """Return all claims, in the order of the sources' ids and of their passages."""
        with uncollected(lasting=self.store.trusted):
            return tuple(claim for source in _by_id(self.records(Source)) for claim in claims_of(source, self.known))

    @once
    def claims_by_id(self) -> dict[str, Claim]:
        """Return all claims by their ids."""
        return {claim.id: claim for claim in self.claims}

    @once
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the facts about which sources disagree."""
        return tuple(conflicts_in(self.claims, self.known))

    @once
    def claimed_fields(self) -> set[str]:
        """Return the fields on which there are claims."""
        return {claim.field for claim in self.claims}

    @once
    def languages(self) -> set[str]:
        """Return the languages of all sources."""
        return {source.language for source in self.records(Source)}

    @once
    def _everything(self) -> dict[str, Record]:
        found = [record for kind in KINDS for record in self.records(kind)] + list(self.areas.values())
        former = {id: record for record in found for id in record.formerly}
        return former | {record.id: record for record in found}

    @once
    def _claims_by_record(self) -> dict[str, tuple[Claim, ...]]:
        return _grouped(self.claims, lambda claim: [claim.about])

    @once
    def _claims_by_source(self) -> dict[str, tuple[Claim, ...]]:
        return _grouped(self.claims, lambda claim: [claim.source.id])

    @once
    def _claims_naming(self) -> dict[str, tuple[Claim, ...]]:
        return _grouped(self.claims, lambda claim: _named(claim, self.record(claim.about)))

    @once
    def _conflicts_by_record(self) -> dict[str, tuple[Conflict, ...]]:
        return _grouped(self.conflicts, lambda conflict: [conflict.about])


T = TypeVar("T")


def _grouped(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return {key: tuple(several) for key, several in found.items()}


def _named(claim: Claim, record: Record) -> list[str]:
    """Return the ids that a claim names: who is said to say it, who published it, and the links in what it says."""
    ids = [claim.source.publisher.id, *(actor.id for actor in claim.according_to)]
    if claim.field in leading(type(record)):
        ids += [one.actor if isinstance(one, Mention) else str(one) for one in parts_of(claim.says)]
    return ids


def claim_errors(index: Index) -> Iterator[DataError]:
    """Yield what is wrong with the claims of a record that was read without an error."""
    for source in _by_id(index.records(Source)):
        for at, problem in wrong_claims(source, index.known):
            yield error_in(Source, source.id, at, problem)


def _by_id(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=attrgetter("id"))
