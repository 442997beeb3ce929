"""The vocabulary of the graph as a file of its own, in Turtle: its terms, and the closed lists."""

from korea_nato._dataset import Dataset
from korea_nato.export._graph import dataset_node, told
from korea_nato.export._vocabulary import vocabulary
from korea_nato.export.turtle import spelt


def content(dataset: Dataset) -> bytes:
    """Return the terms with label, meaning, domain and range, and each closed list as a scheme of concepts."""
    return spelt(told([dataset_node(dataset), *vocabulary(dataset)]))
