"""All tables, and how those are made that hold what stands in lists inside records."""

from collections.abc import Iterator
from math import inf
from typing import Any

from korea_nato._actors import Office, Person
from korea_nato._columns import columns
from korea_nato._dataset import Dataset
from korea_nato._events import Commitment, Event
from korea_nato._record import Record
from korea_nato._records import Records
from korea_nato._sources import Source
from korea_nato._values import Text
from korea_nato.export._relations import (
    Relation,
    collections,
    of_claims,
    of_conflicts,
    of_records,
    of_rows,
)

# The fields whose texts are found by a full-text search, in the order in which they are listed.
_TEXTS = ("name", "acronym", "title", "also", "summary", "gist", "phrase")
# The tag for a text whose language is not said (BCP 47: undetermined).
_UNSAID = "und"


def relations(dataset: Dataset) -> tuple[Relation, ...]:
    """Return the tables of a dataset, those of records first; what is only context is in them too."""
    return (
        *map(of_records, collections(dataset)),
        of_claims(dataset),
        of_conflicts(dataset),
        *(table(dataset) for table in _TABLES),
        *(_linked(dataset, *link) for link in _LINKS),
    )


def about(dataset: Dataset) -> str:
    """Return the version and the closing day in a sentence."""
    return f"Version {dataset.about.version}, closed on {dataset.about.closed}: nothing later is in it."


def _about(dataset: Dataset) -> Relation:
    known = dataset.about
    row = (
        known.version,
        str(known.closed),
        str(known.read),
        known.read.get("ko"),
        [str(text) for text in known.not_covered],
    )
    return of_rows("about", "version closed read read_ko not_covered:texts", [row], key="version")


def _records(dataset: Dataset) -> Relation:
    rows = [(one.id, one.noun, one.label) for records in collections(dataset) for one in records]
    return of_rows("records", "id kind label", rows, key="id")


def _participations(dataset: Dataset) -> Relation:
    parts = _parts(dataset.records(Event), "participants")
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
    parts = _parts(dataset.records(Person), "offices")
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
    parts = _parts(dataset.areas(context=True), "continues")
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
    parts = _parts(dataset.records(Commitment), "followed_by")
    rows = [(*at, one.event.id, one.basis) for at, one in parts]
    return of_rows(
        "follow_ups",
        "commitment position:integer event basis",
        rows,
        key="commitment position",
        links={"commitment": "commitments", "event": "events"},
        words={"basis": "bases"},
    )


def _figures(dataset: Dataset) -> Relation:
    rows = [
        (record.id, kind, str(one), one.number, float(one.low), _known(one.high))
        for records in collections(dataset)
        for record in records
        for kind, one in getattr(record, "figures", {}).items()
    ]
    return of_rows(
        "figures",
        "record kind quantity number:integer low:number high:number",
        rows,
        key="record kind",
        links={"record": "records"},
        words={"kind": "figure-kinds"},
    )


def _known(bound: float) -> float | None:
    return None if bound == inf else float(bound)


def _settlements(dataset: Dataset) -> Relation:
    rows = [
        (record.id, name, value, one.kind, one.why)
        for records in collections(dataset)
        for record in records
        for name, values in record.settled.items()
        for value, one in values.items()
    ]
    return of_rows(
        "settlements",
        "record field value kind why",
        rows,
        key="record field value",
        links={"record": "records"},
        words={"kind": "settlement-kinds"},
    )


def _attestations(dataset: Dataset) -> Relation:
    rows = [
        (claim.id, area.id, claim.source.id, str(claim.says), claim.wording, claim.nth, claim.source.language)
        for area in dataset.areas(context=True)
        for claim in dataset.claims_about(area.id)
        if claim.field == "name"
    ]
    return of_rows(
        "attestations",
        "claim area source name wording nth:integer language",
        rows,
        key="claim",
        links={"claim": "claims", "area": "areas", "source": "sources"},
    )


def _texts(dataset: Dataset) -> Relation:
    found = [
        (record.id, *text)
        for records in collections(dataset)
        for record in records
        for text in _texts_of(record)
    ]
    return of_rows(
        "texts",
        "record field language text",
        dict.fromkeys(found),
        key="record field language text",
        links={"record": "records"},
    )


def _texts_of(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield (field, language, text) for each name, title and summary of a record."""
    for name in _TEXTS:
        value = getattr(record, name, None)
        if isinstance(value, Text):
            yield from ((name, language, text) for language, text in value.items())
        elif isinstance(value, str):
            yield name, record.language if isinstance(record, Source) else _UNSAID, value
        elif value:
            yield from ((name, _UNSAID, text) for text in value)


def _vocabulary(dataset: Dataset) -> Relation:
    lists: dict[str, dict[str, str]] = dataset.store.own("vocabulary.json") or {}
    rows = [(name, word, meaning) for name, words in lists.items() for word, meaning in words.items()]
    return of_rows("vocabulary", "list word meaning", rows, key="list word")


_TABLES = (
    _about,
    _records,
    _participations,
    _offices,
    _continuations,
    _follow_ups,
    _figures,
    _settlements,
    _attestations,
    _texts,
    _vocabulary,
)

# The lists of links: the table, the collection and the field, the column of the owner and that of the link.
_LINKS: tuple[tuple[str, str, str, str, str], ...] = (
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
_LINKED = {"actor": "records", "area": "areas", "claim": "claims"}


def _linked(dataset: Dataset, name: str, owners: str, listed: str, owner: str, link: str) -> Relation:
    rows = [(*at, linked.id) for at, linked in _parts(_owners(dataset, owners), listed)]
    return of_rows(
        name,
        f"{owner} position:integer {link}",
        rows,
        key=f"{owner} position",
        links={owner: owners, link: _LINKED[link]},
    )


def _owners(dataset: Dataset, name: str) -> Records[Any]:
    ask: Any = getattr(dataset, name)
    records: Records[Any] = ask() if name in ("claims", "conflicts") else ask(context=True)
    return records


def _parts(owners: Records[Any], listed: str) -> Iterator[tuple[tuple[str, int], Any]]:
    """Yield (id of the owner, place in its list from 1) and the part, for each part of each owner."""
    for owner in owners:
        for position, part in enumerate(getattr(owner, listed), 1):
            yield (owner.id, position), part
