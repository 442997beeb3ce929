"""The graph of the bundled data, held against its shapes: rdflib takes half a minute to read it."""

from importlib.resources import files

import pytest
from pyshacl import validate
from rdflib import Graph

from korea_nato._dataset import bundled
from korea_nato.export import turtle

pytestmark = pytest.mark.heavy


def test_the_shipped_graph_has_the_shapes():
    """What comes with the package passes every shape that comes with it."""
    shapes = files("korea_nato").joinpath("export/shapes.ttl").read_text(encoding="utf-8")
    graph = Graph().parse(data=turtle.content(bundled()), format="turtle")
    good, _, said = validate(graph, shacl_graph=Graph().parse(data=shapes, format="turtle"))

    assert good, said
