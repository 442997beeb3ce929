"""A table, and how it is made of a kind of record or of rows: the base of all tabular formats."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from attrs import field, frozen

from korea_nato._dataset import Dataset
from korea_nato._model.collection import Records
from korea_nato._model.columns import Column
from korea_nato._model.fields import Field
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato.export._descriptions import TABLES, described


@frozen
class Relation:
    """A table: its columns, its items in order, its primary key, and what some of its columns name.

    ``links`` has, by column, the table of which the cell is an id; ``words`` the list of the vocabulary;
    ``fields`` the field of a record that the column shows.
    """

    name: str
    columns: tuple[Column, ...]
    items: tuple[object, ...]
    key: tuple[str, ...] = ("id",)
    links: Mapping[str, str] = field(factory=dict)
    words: Mapping[str, str] = field(factory=dict)
    fields: Mapping[str, Field] = field(factory=dict)

    @property
    def description(self) -> str:
        """What a row of the table is."""
        return TABLES[self.name]

    def describe(self, column: str) -> str:
        """Return what a cell of a column is."""
        return described(self.name, column)

    def rows(self) -> Iterator[list[object]]:
        """Yield the cells of each row, in the order of the columns."""
        for item in self.items:
            yield [column.get(item) for column in self.columns]


def of_rows(
    name: str,
    headings: str,
    rows: Iterable[tuple[object, ...]],
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


def collections(dataset: Dataset) -> Iterator[tuple[type[Record], Records[Record]]]:
    """Yield each kind with its records, what is only context among them; areas after programmes."""
    for kind in KINDS:
        yield kind, dataset.records(kind)
        if kind is Programme:
            yield Area, dataset.areas(context=True)
