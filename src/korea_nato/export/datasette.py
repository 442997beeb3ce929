"""The SQLite database with its ``metadata.json``: a folder for ``datasette serve``."""

from korea_nato._dataset import Dataset
from korea_nato.export import sqlite
from korea_nato.export._companions import metadata
from korea_nato.export._relations import relations

NAME = "korea-nato"


def content(dataset: Dataset) -> dict[str, bytes]:
    """Return the database and the metadata, which say what every table and column means."""
    return {
        f"{NAME}.db": sqlite.content(dataset),
        "metadata.json": metadata(dataset, relations(dataset), NAME),
    }
