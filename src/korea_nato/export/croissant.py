"""A Croissant 1.1 description with its context inline, beside one JSON file a table.

The files are JSON and not CSV so that a reader need not guess types: ``2012`` stays a text, a list a list.
"""

from hashlib import sha256

from korea_nato._dataset import Dataset
from korea_nato._model.columns import Column
from korea_nato.export._card import card
from korea_nato.export._json import json_file
from korea_nato.export._relation import Relation
from korea_nato.export._relations import about, relations

_TYPES = {
    "text": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "flag": "sc:Boolean",
    "date": "sc:Date",
    "texts": "sc:Text",
}
# The context of the specification, written out, since a reader without network cannot fetch it.
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def content(dataset: Dataset) -> dict[str, bytes]:
    """Return ``croissant.json`` and a JSON file for each table.

    >>> from korea_nato._dataset import bundled
    >>> "events.json" in content(bundled())
    True
    """
    tables = relations(dataset)
    files = {_file(table): _rows(table) for table in tables}
    described = _describe(dataset, tables, files)
    return {"croissant.json": json_file(described), "README.md": card(dataset, tables, "json"), **files}


def _file(table: Relation) -> str:
    return f"{table.name}.json"


def _rows(table: Relation) -> bytes:
    names = [column.name for column in table.columns]
    return json_file([dict(zip(names, row, strict=True)) for row in table.rows()])


def _describe(dataset: Dataset, tables: tuple[Relation, ...], files: dict[str, bytes]) -> dict[str, object]:
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": dataset.about.slug,
        "alternateName": str(dataset.about.title),
        "description": about(dataset),
        "version": dataset.about.version,
        "datePublished": str(dataset.about.closed),
        "license": dataset.about.licence_address,
        "creator": [{"@type": "sc:Organization", "name": name} for name in dataset.about.authors],
        "citeAs": dataset.cite(),
        "inLanguage": ["en", "ko"],
        "isLiveDataset": False,
        "distribution": [_file_object(name, data) for name, data in files.items()],
        "recordSet": [_record_set(table) for table in tables],
    }


def _file_object(name: str, data: bytes) -> dict[str, object]:
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "contentUrl": name,
        "contentSize": f"{len(data)} B",
        "encodingFormat": "application/json",
        "sha256": sha256(data).hexdigest(),
    }


def _record_set(table: Relation) -> dict[str, object]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Relation, column: Column) -> dict[str, object]:
    told: dict[str, object] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": _meaning(table, column.name),
        "dataType": _TYPES[column.type],
        "source": {
            "fileObject": {"@id": _file(table)},
            "extract": {"jsonPath": f"$[*].{column.name}"},
        },
    }
    if column.type == "texts":
        told |= {"isArray": True, "arrayShape": "-1"}
    return told


def _meaning(table: Relation, column: str) -> str:
    # In words and not as `references`: mlcroissant 1.1.1 joins the tables for those, and fails on circles.
    link = f" An id of {table.links[column]!r}." if column in table.links else ""
    return table.describe(column) + link
