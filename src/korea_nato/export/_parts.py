"""The tables of what stands in lists inside records: who took part, which areas, who spoke."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TypeVar

from korea_nato._dataset import Dataset
from korea_nato._model.actors import Office
from korea_nato._model.collection import Records
from korea_nato._model.columns import columns
from korea_nato._model.events import FollowUp, Participation
from korea_nato._model.items import Item
from korea_nato._model.programmes import Continuation
from korea_nato._model.values import Value
from korea_nato.export._relation import Relation, links_of, of_rows, words_of

T = TypeVar("T", bound=Item)
P = TypeVar("P")


def parts(dataset: Dataset) -> Iterator[Relation]:
    """Yield a table for each list of parts, and one for each list of links."""
    for part in _PARTS:
        yield _told(dataset, *part)
    for link in _LINKS:
        yield _linked(dataset, *link)


# The lists of parts: the table, the collection and the field, the column of the owner, and what is listed.
_PARTS: tuple[tuple[str, str, str, str, type[Value]], ...] = (
    ("participations", "events", "participants", "event", Participation),
    ("offices", "people", "offices", "person", Office),
    ("continuations", "areas", "continues", "newer", Continuation),
    ("follow_ups", "commitments", "followed_by", "commitment", FollowUp),
)
# Where a table calls a field otherwise.
CALLED = {("Continuation", "area"): "older"}


def _told(dataset: Dataset, name: str, owners: str, listed: str, owner: str, kind: type[Value]) -> Relation:
    """Return the table of a list of parts: its owner, its place, and the columns of the part."""
    told = columns(kind)
    names = {column.name: CALLED.get((kind.__name__, column.name), column.name) for column in told}
    found = _parts(_owners(dataset, owners), attrgetter(listed))
    return of_rows(
        name,
        " ".join([owner, "position:integer", *(f"{names[column.name]}:{column.type}" for column in told)]),
        [(*at, *(column.get(part) for column in told)) for at, part in found],
        key=f"{owner} position",
        links={owner: owners, **{names[key]: table for key, table in links_of(kind).items()}},
        words=words_of(kind),
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
