"""The dataset as JSON-LD, its context inside."""

from korea_nato._dataset import Dataset
from korea_nato._storage.json import canonical
from korea_nato.export._graph import nodes
from korea_nato.export._terms import PREFIXES


def content(dataset: Dataset) -> bytes:
    """Return one document with every node; the first is the dataset, with its version and closing day."""
    return canonical({"@context": PREFIXES, "@graph": nodes(dataset)}).encode()
