"""A JSON Schema (2020-12) for each kind of file in a folder of data, so that editors complete and check.

A schema knows the form of a file, not the other files: that a link leads somewhere, only the loader knows.
"""

from korea_nato._dataset import Dataset
from korea_nato._model.kinds import KINDS
from korea_nato._model.record import ID
from korea_nato._storage.folder import is_map
from korea_nato._storage.json import canonical
from korea_nato._storage.own import own_files
from korea_nato.export._schemas import DEFINITIONS, Schema, Schemas, mapping
from korea_nato.export._urn import urn


def content(dataset: Dataset) -> dict[str, bytes]:
    """Return a schema for each kind of file; each states the version and the closing day in a comment."""
    schemas = Schemas(dataset)
    made = {name: schemas.of(field) for name, field in own_files().items()}
    for kind in KINDS:
        record = schemas.object(kind)
        made[kind.shelf] = mapping(record, f"^{ID.pattern}$") if is_map(kind) else record
    return {
        f"{_stem(name)}.schema.json": canonical(_headed(name, schema, dataset)).encode()
        for name, schema in made.items()
    }


def _headed(name: str, schema: Schema, dataset: Dataset) -> Schema:
    about = dataset.about
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": urn("schema", _stem(name)),
        "$comment": f"{about.short_title} {about.version}, record closed on {about.closed}; {about.licence};"
        f" SHA-256 of the data {dataset.digest}",
        "title": f"data/{name}" if name.endswith(".json") else f"data/{name}/*.json",
        **schema,
        "$defs": DEFINITIONS,
    }


def _stem(name: str) -> str:
    return name.removesuffix(".json")
