"""The card of a folder of tables, as a hub of data sets reads it."""

import json
from collections.abc import Iterable

from korea_nato._dataset import Dataset
from korea_nato.export._relation import Relation
from korea_nato.export._relations import about


def card(dataset: Dataset, tables: Iterable[Relation], ending: str) -> bytes:
    """Return the card of a folder of tables: which file is which configuration, and what the folder is."""
    languages = sorted({source.language.partition("-")[0] for source in dataset.sources(context=True)} | {"en", "ko"})
    lines = [
        "---",
        f"license: {dataset.about.licence.lower()}",
        f"pretty_name: {json.dumps(str(dataset.about.title))}",
        f"language: [{', '.join(map(json.dumps, languages))}]",
        "configs:",
        *(line for table in tables for line in _configuration(table, ending)),
        "---",
        "",
        f"# {dataset.about.title}",
        "",
        about(dataset),
        "",
        dataset.cite(),
        "",
    ]
    return "\n".join(lines).encode()


def _configuration(table: Relation, ending: str) -> list[str]:
    chosen = ["  default: true"] if table.name == "claims" else []
    return [f"- config_name: {table.name}", f"  data_files: {table.name}.{ending}", *chosen]
