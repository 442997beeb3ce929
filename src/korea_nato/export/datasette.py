"""The SQLite database with its ``metadata.json``: a folder for ``datasette serve``."""

from collections.abc import Iterable

from korea_nato._dataset import Dataset
from korea_nato.export import sqlite
from korea_nato.export._json import json_file
from korea_nato.export._relation import Relation
from korea_nato.export._relations import about, relations

NAME = "korea-nato"
# By which columns a reader looks first, in the tables that have them, and how a table is in order.
_FACETS = ("kind", "status", "language", "modality", "form", "field", "role", "publisher")
_ORDER = ("date", "published", "number", "adopted")
# A row is called by the first of these that it has.
_LABELS = ("title", "name", "label", "gist", "wording", "words")
# Lists of links, which a reader meets on the pages of what they link.
_LINKS = 3

QUESTIONS = {
    "who_said_what": (
        "Who said what, when, with a link?",
        "SELECT * FROM said WHERE :speaker = '' OR speaker LIKE '%' || :speaker || '%' ORDER BY date",
    ),
    "who_says_so": (
        "Which sources say what of a record, in which words?",
        "SELECT field, says, modality, agrees, supports, wording, source, published, link FROM claims"
        " WHERE about = :record ORDER BY field, source",
    ),
    "who_met_whom": (
        "Who met whom, when and where, each meeting once?",
        "SELECT c.date, e.title, c.actors, p.name AS place, c.visit, c.event FROM contacts c"
        " JOIN events e ON e.id = c.event LEFT JOIN places p ON p.id = c.place"
        " WHERE :actor = '' OR c.actors LIKE '%' || :actor || '%' ORDER BY c.date",
    ),
    "how_each_source_words_an_area": (
        "How does each source word an area?",
        "SELECT * FROM area_names WHERE :area = '' OR area LIKE '%' || :area || '%'",
    ),
    "disputes_of": (
        "Where do sources disagree about a record, and why?",
        "SELECT * FROM disputes WHERE :record = '' OR about = :record",
    ),
}


def content(dataset: Dataset) -> dict[str, bytes]:
    """Return the database and the metadata, which say what every table and column means."""
    return {
        f"{NAME}.db": sqlite.content(dataset),
        "metadata.json": _metadata(dataset, relations(dataset)),
    }


def _metadata(dataset: Dataset, tables: Iterable[Relation]) -> bytes:
    """Return Datasette's ``metadata.json``: titles, meanings, labels, facets, order, questions."""
    told = {
        **_head(dataset),
        "databases": {
            NAME: {
                **_head(dataset),
                "tables": {table.name: _table(table) for table in tables},
                "queries": {name: {"title": title, "sql": sql} for name, (title, sql) in QUESTIONS.items()},
            }
        },
    }
    return json_file(told)


def _head(dataset: Dataset) -> dict[str, str]:
    return {
        "title": str(dataset.about.title),
        "description": about(dataset),
        "license": dataset.about.licence,
        "license_url": dataset.about.licence_address,
        "source": dataset.cite(),
    }


def _table(table: Relation) -> dict[str, object]:
    names = [column.name for column in table.columns]
    told: dict[str, object] = {
        "description": table.description,
        "columns": {name: table.describe(name) for name in names},
        "facets": [name for name in _FACETS if name in names],
        "size": 50,
    }
    label = next((name for name in _LABELS if name in names), None)
    order = next((name for name in _ORDER if name in names), None)
    if label:
        told["label_column"] = label
    if order:
        told["sort"] = order
    if len(names) == _LINKS and "position" in names:
        told["hidden"] = True
    return told
