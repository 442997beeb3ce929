"""The tables of what stands in lists inside records: who took part, which areas, who spoke."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TypeVar

from korea_nato._dataset import Dataset
from korea_nato._model.actors import Office, Person
from korea_nato._model.collection import Item, Records
from korea_nato._model.columns import columns
from korea_nato._model.events import Commitment, Event
from korea_nato.export._relation import Relation, of_rows

T = TypeVar("T", bound=Item)
P = TypeVar("P")


def parts(dataset: Dataset) -> Iterator[Relation]:
    """Yield a table for each list of parts, and one for each list of links."""
    yield _participations(dataset)
    yield _offices(dataset)
    yield _continuations(dataset)
    yield _follow_ups(dataset)
    for link in _LINKS:
        yield _linked(dataset, *link)


def _participations(dataset: Dataset) -> Relation:
    parts = _parts(dataset.records(Event), lambda event: event.participants)
    rows = [(*at, one.actor.id, one.role, one.office, one.count) for at, one in parts]
    return of_rows(
        "participations",
        "event position:integer actor role office count:integer",
        rows,
        key="event position",
        links={"event": "events", "actor": "records"},
        words={"role": "roles"},
    )


def _offices(dataset: Dataset) -> Relation:
    parts = _parts(dataset.records(Person), lambda person: person.offices)
    rows = [(*at, *(column.get(office) for column in columns(Office))) for at, office in parts]
    return of_rows(
        "offices",
        "person position:integer title title_ko organisation"
        " from from_first:date from_last:date from_precision to to_first:date to_last:date to_precision",
        rows,
        key="person position",
        links={"person": "people", "organisation": "organisations"},
    )


def _continuations(dataset: Dataset) -> Relation:
    parts = _parts(dataset.areas(context=True), lambda area: area.continues)
    rows = [(*at, one.area.id, one.relation, one.basis) for at, one in parts]
    return of_rows(
        "continuations",
        "newer position:integer older relation basis",
        rows,
        key="newer position",
        links={"newer": "areas", "older": "areas"},
        words={"relation": "relations", "basis": "bases"},
    )


def _follow_ups(dataset: Dataset) -> Relation:
    parts = _parts(dataset.records(Commitment), lambda commitment: commitment.followed_by)
    rows = [(*at, one.event.id, one.basis) for at, one in parts]
    return of_rows(
        "follow_ups",
        "commitment position:integer event basis",
        rows,
        key="commitment position",
        links={"commitment": "commitments", "event": "events"},
        words={"basis": "bases"},
    )


# The lists of links: the table, the collection and the field, the column of the owner and that of the link.
_LINKS: tuple[tuple[str, str, str, str, str], ...] = (
    ("area_matches", "areas", "matches", "area", "match"),
    ("signatories", "programmes", "signed_by", "programme", "actor"),
    ("event_areas", "events", "areas", "event", "area"),
    ("commitment_makers", "commitments", "by", "commitment", "actor"),
    ("commitment_areas", "commitments", "areas", "commitment", "area"),
    ("speakers", "statements", "speakers", "statement", "actor"),
    ("addressees", "statements", "addressees", "statement", "actor"),
    ("statement_areas", "statements", "areas", "statement", "area"),
    ("claim_origins", "claims", "according_to", "claim", "actor"),
    ("conflict_claims", "conflicts", "claims", "conflict", "claim"),
)
_LINKED = {"actor": "records", "area": "areas", "claim": "claims", "match": "areas"}


def _linked(dataset: Dataset, name: str, owners: str, listed: str, owner: str, link: str) -> Relation:
    rows = [(*at, linked.id) for at, linked in _parts(_owners(dataset, owners), attrgetter(listed))]
    return of_rows(
        name,
        f"{owner} position:integer {link}",
        rows,
        key=f"{owner} position",
        links={owner: owners, link: _LINKED[link]},
    )


def _owners(dataset: Dataset, name: str) -> Records[Item]:
    ask: Callable[..., Records[Item]] = getattr(dataset, name)
    return ask() if name in ("claims", "conflicts") else ask(context=True)


def _parts(owners: Iterable[T], listed: Callable[[T], Iterable[P]]) -> Iterator[tuple[tuple[str, int], P]]:
    """Yield (id of the owner, place in its list from 1) and the part, for each part of each owner."""
    for owner in owners:
        for position, part in enumerate(listed(owner), 1):
            yield (owner.id, position), part
