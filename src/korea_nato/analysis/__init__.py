"""The questions that cross kinds of records.

Each returns ``Records`` of plain values, but for ``support`` (one value) and ``network`` (a graph).

>>> from korea_nato import ITPP, analysis
>>> {"en", "ko", "ja"} <= {one.source.language for one in analysis.attestations(ITPP)}
True
"""

# pyright: strict
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import TYPE_CHECKING, cast, overload

from korea_nato._dataset import Dataset, given
from korea_nato._evidence.claims import Claim
from korea_nato._model.collection import Records
from korea_nato._model.events import Event
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._query.filters import when, word_of
from korea_nato.analysis._compare import compare
from korea_nato.analysis._contacts import Contact, contacts_in
from korea_nato.analysis._firsts import History
from korea_nato.analysis._results import Attestation, Change, First, Pair, Promise, Support
from korea_nato.analysis._touched import touched_by
from korea_nato.errors import BadValue, extra, quoted

if TYPE_CHECKING:
    from networkx import MultiGraph  # type: ignore[import-untyped]  # it has no types of its own

__all__ = [
    "Attestation",
    "Change",
    "Contact",
    "First",
    "Pair",
    "Promise",
    "Support",
    "attestations",
    "compare",
    "contacts",
    "cooccurrence",
    "firsts",
    "network",
    "promises",
    "support",
    "without",
]


def attestations(programme: Programme | str | None = None, *, dataset: Dataset | None = None) -> Records[Attestation]:
    """Return what each source calls each area of a programme (the latest), area by area.

    >>> from korea_nato import ITPP, analysis
    >>> len(analysis.attestations(ITPP)) >= 11
    True
    """
    known = given(dataset)
    named = [
        Attestation(id=claim.id, area=area, source=claim.source, claim=claim)
        for area in known.programme(programme).areas
        for claim in known.index.claims_about(area.id)
        if claim.field == "name"
    ]
    return Records(named, Attestation)


def contacts(*, dataset: Dataset | None = None) -> Records[Contact]:
    """Return the events at which two actors or more met or spoke, each meeting once: the unit in which to count.

    A meeting, a round of talks and a phone call are each one contact, whether they stand alone or are part of a
    visit; a visit is one where no such part of it is in the record. Only what was held counts.

    >>> from korea_nato import analysis
    >>> {one.event.kind for one in analysis.contacts()} <= {"meeting", "talks", "phone-call", "visit"}
    True
    """
    return Records(contacts_in(given(dataset).events()), Contact)


def cooccurrence(
    programme: Programme | str | None = None, *, by: str = "sources", dataset: Dataset | None = None
) -> Records[Pair]:
    """Return the pairs of areas of a programme (the latest) of which the same records speak, the commonest first.

    ``by`` says which records: ``sources``, ``events``, ``commitments`` or ``statements``.
    Raises ``errors.BadValue`` for any other word.

    >>> from korea_nato import analysis
    >>> pairs = analysis.cooccurrence()
    >>> pairs[0].n >= pairs[-1].n
    True
    """
    known = given(dataset)
    found = dict(touched_by(known, by))
    pairs: list[Pair] = []
    for one, other in combinations(known.programme(programme).areas, 2):
        both = tuple(id for id, areas in found.items() if {one.id, other.id} <= areas)
        if both:
            pairs.append(Pair(id=f"{one.id} + {other.id}", one=one, other=other, records=both))
    return Records(sorted(pairs, key=lambda pair: -pair.n), Pair)


def without(
    programme: Programme | str | None = None, *, by: str = "sources", dataset: Dataset | None = None
) -> Records[Area]:
    """Return the areas of a programme (the latest) of which no record of a kind speaks: no source, by default.

    >>> from korea_nato import analysis
    >>> analysis.without()
    <Records: 0 areas>
    """
    known = given(dataset)
    touched = {id for _, areas in touched_by(known, by) for id in areas}
    return known.areas(programme=known.programme(programme)).where(lambda area: area.id not in touched)


def network(events: Iterable[Event] | None = None, *, dataset: Dataset | None = None) -> "MultiGraph[str]":
    """Return a ``networkx.MultiGraph`` of actors and events (all of them, by default), an edge a participation.

    Nodes have ``kind`` (person, organisation or event) and ``label``, events also ``date``; edges have
    ``role``, ``office`` and ``date``.
    Raises ``errors.MissingExtra`` where networkx is not installed.

    >>> from korea_nato import analysis, events
    >>> graph = analysis.network(events(kind="meeting"))
    >>> graph.nodes["yoon-stoltenberg-vilnius-meeting"]["date"]
    '2023-07-11'
    """
    with extra("network", "a network", "networkx"):
        from networkx import MultiGraph
    graph: MultiGraph[str] = MultiGraph()
    for event in _all_events(given(dataset).events() if events is None else events):
        date = str(event.date or "")
        graph.add_node(event.id, kind="event", label=event.label, date=date)
        for one in event.participants:
            graph.add_node(one.actor.id, kind=one.actor.noun, label=one.actor.label)
            graph.add_edge(one.actor.id, event.id, role=one.role, office=one.office or "", date=date)
    return graph


def _all_events(events: object) -> Iterator[Event]:
    for event in cast("Iterable[object]", events) if isinstance(events, Iterable) else [events]:
        if not isinstance(event, Event):
            raise BadValue(f"{quoted(event)} is not an event", "events")
        yield event


def promises(*, dataset: Dataset | None = None) -> Records[Promise]:
    """Return the commitments with the day each is due and the events that followed, the first due first.

    >>> from korea_nato import analysis
    >>> due = [str(promise.commitment.due or "9999") for promise in analysis.promises()]
    >>> due == sorted(due)
    True
    """
    known = given(dataset)
    found = [
        Promise(id=one.id, commitment=one, made=when(one), followed_by=one.followed_by) for one in known.commitments()
    ]
    return Records(sorted(found, key=lambda one: str(one.commitment.due or "9999")), Promise)


def firsts(event: Event | str | None = None, *, dataset: Dataset | None = None) -> Records[First]:
    """Return the events that a source calls the first of their kind, with earlier candidates in the record.

    A candidate is an earlier event of the same kind in which one of the same offices (without an office, the
    same actor) took part in the same role, hosts apart; the reader judges whether it is of the same sort.

    >>> from korea_nato import analysis
    >>> [first.event.kind for first in analysis.firsts("cavoli-korea-visit")]
    ['visit']
    """
    known = given(dataset)
    events = known.events()
    asked: Iterable[Event] = events if event is None else [known.event(event)]
    history = History(events)
    return Records([_first(one, history, known) for one in asked if one.first is not None], First)


def _first(event: Event, history: History, dataset: Dataset) -> First:
    n_before, record_begins = history.before(event)
    return First(
        id=event.id,
        event=event,
        claims=tuple(claim for claim in dataset.index.claims_about(event.id) if claim.field == "first"),
        earlier=history.earlier(event),
        record_begins=record_begins,
        n_before=n_before,
    )


@overload
def support(record: None = None, field: None = None, *, dataset: Dataset | None = None) -> Records[Support]: ...
@overload
def support(record: Record | str, field: str | None = None, *, dataset: Dataset | None = None) -> Support: ...
def support(
    record: Record | str | None = None, field: str | None = None, *, dataset: Dataset | None = None
) -> Support | Records[Support]:
    """Return how well a record, or one field of it, is supported; without a record, each fact with claims.

    Raises ``errors.NoSuchRecord`` for an unknown record, and for a field on which there is no claim.

    >>> from korea_nato import ITPP, analysis
    >>> analysis.support(ITPP, "adopted").n_publishers > 1
    True
    >>> "itpp.adopted" in analysis.support()
    True
    """
    known = given(dataset)
    if record is None:
        facts = groupby(sorted(known.index.claims, key=_fact), _fact)
        return Records([_support(f"{about}.{name}", claims) for (about, name), claims in facts], Support)
    about = known.record(record)
    claims = known.index.claims_about(about.id)
    if word_of(field, {claim.field for claim in claims}, f"claim on {about.id!r} and the field", "field") is None:
        return _support(about.id, claims)
    return _support(f"{about.id}.{field}", (claim for claim in claims if claim.field == field))


def _fact(claim: Claim) -> tuple[str, str]:
    return claim.about, claim.field


def _support(id: str, claims: Iterable[Claim]) -> Support:
    supporting = [claim for claim in claims if claim.supports]
    return Support(
        id=id,
        sources=tuple({claim.source.id: claim.source for claim in supporting}.values()),
        origins=tuple({actor.id: actor for claim in supporting for actor in claim.according_to}.values()),
        n_inferred=sum(claim.basis == "inferred" for claim in supporting),
        inferred=bool(supporting) and all(claim.basis == "inferred" for claim in supporting),
    )
