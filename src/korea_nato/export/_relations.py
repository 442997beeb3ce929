"""The tables of the record: one list of them for every format of rows and columns."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from types import UnionType
from typing import Any, get_args

from attrs import field, fields, frozen

from korea_nato._claims import Claim, Conflict
from korea_nato._columns import Column, columns
from korea_nato._dataset import Dataset
from korea_nato._holdings import KINDS
from korea_nato._programmes import Area, Programme
from korea_nato._record import Record
from korea_nato._records import Records, plural
from korea_nato._sources import Source
from korea_nato.export._descriptions import COLUMNS, SUFFIXES, TABLES

LICENCE = "CC0-1.0"
LICENCE_ADDRESS = "https://creativecommons.org/publicdomain/zero/1.0/"


@frozen
class Relation:
    """A table: its columns, its items in order, its primary key, and what some of its columns name.

    ``links`` has, by column, the table of which the cell is an id; ``words`` the list of the vocabulary.
    """

    name: str
    columns: tuple[Column, ...]
    items: tuple[Any, ...]
    key: tuple[str, ...] = ("id",)
    links: Mapping[str, str] = field(factory=dict)
    words: Mapping[str, str] = field(factory=dict)

    @property
    def description(self) -> str:
        """What a row of the table is."""
        return TABLES[self.name]

    def describe(self, column: str) -> str:
        """Return what a cell of a column is."""
        return _described(self.name, column)

    def rows(self) -> Iterator[list[Any]]:
        """Yield the cells of each row, in the order of the columns."""
        for item in self.items:
            yield [column.get(item) for column in self.columns]


def _described(table: str, column: str) -> str:
    for name in (f"{table}.{column}", column):
        if name in COLUMNS:
            return COLUMNS[name]
    base, _, suffix = column.rpartition("_")
    meaning = _described(table, base)
    if suffix == "ko":
        return meaning.replace("in English", "in Korean")
    return f"{meaning.rstrip('.')}: {SUFFIXES[suffix]}."


def of_records(records: Records[Any]) -> Relation:
    """Return the table of a kind of record, with its provenance and what only a table needs."""
    kind: Any = records._kind
    more = _MORE.get(kind, ())
    return Relation(
        name=plural(kind.noun),
        columns=(*records._columns(), *(column for column, _ in more)),
        items=tuple(records),
        links={"id": "records", **_links(kind), **{column.name: other for column, other in more}},
        words=_words(kind),
    )


def of_claims(dataset: Dataset) -> Relation:
    """Return the table of all claims."""
    links = {"about": "records", "source": "sources", "publisher": "publishers"}
    return Relation(
        "claims", columns(Claim), tuple(dataset.claims()), links=links, words={"modality": "modalities"}
    )


def of_conflicts(dataset: Dataset) -> Relation:
    """Return the table of all conflicts."""
    links = {"about": "records"}
    return Relation("conflicts", columns(Conflict), tuple(dataset.conflicts()), links=links)


def of_rows(
    name: str,
    headings: str,
    rows: Iterable[tuple[Any, ...]],
    *,
    key: str,
    links: Mapping[str, str] | None = None,
    words: Mapping[str, str] | None = None,
) -> Relation:
    """Return a table of rows; headings and key are names in one text, ``count:integer`` where not text."""
    found = []
    for place, heading in enumerate(headings.split()):
        column, _, type = heading.partition(":")
        found.append(Column(column, type or "text", itemgetter(place)))
    return Relation(name, tuple(found), tuple(rows), tuple(key.split()), links or {}, words or {})


def collections(dataset: Dataset) -> Iterator[Records[Any]]:
    """Yield the records of each kind, what is only context among them; areas after programmes."""
    for kind in KINDS:
        yield dataset.records(kind)
        if kind is Programme:
            yield dataset.areas(context=True)


# What a record knows by its id or its links, as a column by which to join, and the table that it names.
_MORE: dict[Any, tuple[tuple[Column, str], ...]] = {
    Area: ((Column("programme", "text", lambda area: area.id.partition("/")[0]), "programmes"),),
    Source: ((Column("origin", "text", lambda source: source.origin.id), "publishers"),),
}


def _links(kind: type[Record]) -> dict[str, str]:
    """Return the fields that name one record, each with the table in which that is."""
    found = {}
    for part in fields(kind):
        options = get_args(part.type) if isinstance(part.type, UnionType) else (part.type,)
        nouns = [one.noun for one in options if isinstance(one, type) and issubclass(one, Record)]
        if nouns:
            found[part.name] = plural(nouns[0]) if len(nouns) == 1 else "records"
    return found


def _words(kind: type[Record]) -> dict[str, str]:
    """Return the fields whose value is a word, each with the list in which that is."""
    return {
        part.name: part.metadata["words"]
        for part in fields(kind)
        if part.type is str and "words" in part.metadata
    }
