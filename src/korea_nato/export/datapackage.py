"""A Data Package (version 2): one CSV file a table, and ``datapackage.json``, which describes them all.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that has such a
beginning after apostrophes: whoever reads the cell takes one apostrophe away, and nothing is lost.
"""

import csv
import json
import re
from hashlib import sha256
from io import StringIO
from itertools import dropwhile

from korea_nato._dataset import Dataset
from korea_nato._model.names import is_invisible
from korea_nato._model.sources import Source
from korea_nato.export._card import card
from korea_nato.export._json import json_file
from korea_nato.export._relation import Relation
from korea_nato.export._relations import about, relations

_TYPES = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "flag": "boolean",
    "date": "date",
    "texts": "array",
}
# What spreadsheets take for the beginning of a formula, the full-width signs of East Asian ones among them; after
# apostrophes too, so that the one that guards a cell can be told from those of the text.
_RISKY = re.compile("'*[=+@\\t\\r\\n＝＋－＠-]")
_HOW_TO_READ = (
    "A cell that begins with an apostrophe before =, +, -, @ (also in full width), a tab or a new line has it only to"
    " keep spreadsheets from running what follows: take one away. Lists are JSON, quotation marks are doubled; an empty"
    " cell means that no source says."
)


def content(dataset: Dataset) -> dict[str, bytes]:
    """Return the files of the package: a CSV file for each table, and ``datapackage.json``.

    >>> from korea_nato._dataset import bundled
    >>> content(bundled())["events.csv"].decode().split(",")[:2]
    ['id', 'kind']
    """
    tables = relations(dataset)
    files = {f"{table.name}.csv": _csv(table) for table in tables}
    resources = [_resource(table, files[f"{table.name}.csv"], dataset) for table in tables]
    return {
        "datapackage.json": json_file(_package(dataset, resources)),
        "README.md": card(dataset, tables, "csv"),
        **files,
    }


def _csv(table: Relation) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_cell, row) for row in table.rows())
    return text.getvalue().encode()


def _cell(value: object) -> str:
    if isinstance(value, str):
        seen = "".join(dropwhile(is_invisible, value))
        return f"'{value}" if _RISKY.match(seen) else value
    if isinstance(value, bool | list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _package(dataset: Dataset, resources: list[dict[str, object]]) -> dict[str, object]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": dataset.about.slug,
        "title": str(dataset.about.title),
        "description": f"{about(dataset)} {_HOW_TO_READ}",
        **({"homepage": dataset.about.address} if dataset.about.address else {}),
        "version": dataset.about.version,
        "closed": str(dataset.about.closed),
        "citation": dataset.cite(),
        "sha256": dataset.digest,
        "licenses": [{"name": dataset.about.licence, "path": dataset.about.licence_address}],
        "contributors": [{"title": name, "roles": ["author"]} for name in dataset.about.authors],
        "sources": [_source(source) for source in dataset.sources(context=True)],
        "resources": resources,
    }


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, **({"path": source.url} if source.url else {})}


def _resource(table: Relation, data: bytes, dataset: Dataset) -> dict[str, object]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.description,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(table, column.name, column.type, dataset) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(table, column, other) for column, other in table.links.items()],
        },
    }


def _field(table: Relation, name: str, type: str, dataset: Dataset) -> dict[str, object]:
    told: dict[str, object] = {"name": name, "type": _TYPES[type], "description": table.describe(name)}
    rules: dict[str, object] = {"required": True} if name in table.key else {}
    if name in table.words and type == "text":
        rules["enum"] = list(dataset.store.words(table.words[name]))
    return {**told, "constraints": rules} if rules else told


def _foreign_key(table: Relation, column: str, other: str) -> dict[str, object]:
    # A table that names itself leaves its own name out.
    resource = {} if other == table.name else {"resource": other}
    return {"fields": [column], "reference": {**resource, "fields": ["id"]}}
