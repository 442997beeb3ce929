"""A table, and how it is made of a kind of record or of rows: the base of all tabular formats."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from attr import field, frozen

from korea_nato._dataset import Dataset
from korea_nato._model.collection import Records
from korea_nato._model.columns import Column
from korea_nato._model.fields import Field, Shape, fields_of
from korea_nato._model.items import plural
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.values import Value
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


def links_of(kind: type[Value]) -> dict[str, str]:
    """Return the fields that name one record, each with the table in which that is."""
    links = [field for field in fields_of(kind) if field.shape is Shape.LINK and not field.many]
    return {field.key: led(field) or "" for field in links}


def led(field: Field) -> str | None:
    """Return the table of the records to which a field leads, be it by its parts; None where it leads to none."""
    if field.shape is Shape.PART:
        first = fields_of(field.kinds[0])[0]
        return led(first) if first.shape is Shape.LINK else None
    if field.shape not in (Shape.LINK, Shape.ID, Shape.OWNED):
        return None
    return plural(field.kinds[0].noun) if len(field.kinds) == 1 and field.kinds[0].noun else "records"


def words_of(kind: type[Value]) -> dict[str, str]:
    """Return the fields whose value is a word, or several, each with the list in which that is."""
    return {field.key: field.words for field in fields_of(kind) if field.words and field.shape is Shape.TEXT}
