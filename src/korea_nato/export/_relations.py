"""The tables of the record: one list of them for every format of rows and columns."""

from attr import frozen

from korea_nato._dataset import Dataset
from korea_nato._evidence.claims import Claim
from korea_nato._evidence.conflicts import Conflict
from korea_nato._model.collection import Records
from korea_nato._model.columns import Column, columns
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.fields import Field, Shape, fields_of
from korea_nato._model.items import plural
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.sources import Passage, Source
from korea_nato.analysis import Contact, contacts
from korea_nato.export._lookups import lookups
from korea_nato.export._parts import parts
from korea_nato.export._relation import Relation, collections, links_of, words_of
from korea_nato.export._values import claim_values

# What a record knows by its id or its links, as a column by which to join, and the table that it names.
_MORE: dict[type[Record], tuple[tuple[Column, str], ...]] = {
    Area: ((Column("programme", "text", lambda area: area.id.partition("/")[0]), "programmes"),),
    Source: ((Column("origin", "text", lambda source: source.origin.id), "publishers"),),
}

# The kinds that take claims.
_SPOKEN_OF: tuple[type[Record], ...] = (Programme, Area, Event, Commitment, Statement)


def relations(dataset: Dataset) -> tuple[Relation, ...]:
    """Return the tables of a dataset, those of records first; what is only context is in them too."""
    return (
        *(_of_records(kind, records, dataset) for kind, records in collections(dataset)),
        _claims(dataset),
        claim_values(dataset),
        _conflicts(dataset),
        _contacts(dataset),
        *parts(dataset),
        *lookups(dataset),
    )


def about(dataset: Dataset) -> str:
    """Return the version, the closing day and the digest in two sentences."""
    known = dataset.about
    said = f"Version {known.version}, closed on {known.closed}: nothing later is in it."
    return f"{said} SHA-256 of the data: {dataset.digest}."


def _of_records(kind: type[Record], records: Records[Record], dataset: Dataset) -> Relation:
    """Return the table of a kind of record, with its provenance and what only a table needs."""
    more = _MORE.get(kind, ())
    return Relation(
        name=plural(kind.noun),
        columns=(*columns(kind), *dataset.provenance, *(column for column, _ in more)),
        items=tuple(records),
        links={"id": "records", **links_of(kind), **{column.name: other for column, other in more}},
        words=words_of(kind),
        fields={**{field.key: field for field in fields_of(kind)}, "sources": _ids(Source)},
    )


def _claims(dataset: Dataset) -> Relation:
    """Return the table of all claims, by whose last columns the page of each record leads to its claims."""
    links = {"about": "records", "source": "sources", "publisher": "publishers"}
    fields = {field.key: field for field in fields_of(Passage)}
    words = {name: field.words for name, field in fields.items() if field.words}
    joins = [Column(kind.noun, "text", _About(dataset, kind)) for kind in _SPOKEN_OF]
    links |= {kind.noun: plural(kind.noun) for kind in _SPOKEN_OF}
    return Relation(
        "claims", (*columns(Claim), *joins), tuple(dataset.claims()), links=links, words=words, fields=fields
    )


@frozen
class _About:
    """Fills a cell with the record of which a claim speaks, where it is of one kind."""

    dataset: Dataset
    kind: type[Record]

    def __call__(self, claim: Claim) -> str | None:
        """Return the id of the record, or None where it is of another kind."""
        return claim.about if isinstance(self.dataset.record(claim.about), self.kind) else None


def _conflicts(dataset: Dataset) -> Relation:
    """Return the table of all conflicts."""
    links = {"about": "records"}
    fields = {"claims": _ids(Claim)}
    return Relation("conflicts", columns(Conflict), tuple(dataset.conflicts()), links=links, fields=fields)


def _contacts(dataset: Dataset) -> Relation:
    """Return the table of all contacts, those that are only context left out."""
    links = {"event": "events", "visit": "events", "place": "places"}
    found = contacts(dataset=dataset)
    words, fields = {"kind": "event-kinds"}, {"actors": _ids(Record)}
    return Relation("contacts", columns(Contact), tuple(found), ("event",), links, words, fields)


def _ids(kind: type[Record] | type[Claim]) -> Field:
    """Return the description of a column that lists ids of records or claims."""
    return Field(shape=Shape.ID, many=True, kinds=(kind,))
