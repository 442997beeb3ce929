"""The dataset as Turtle: the nodes of the JSON-LD export in another spelling."""

import re
from collections.abc import Iterable
from urllib.parse import quote

from korea_nato._dataset import Dataset
from korea_nato.export._graph import nodes
from korea_nato.export._nodes import Node
from korea_nato.export._terms import PREFIXES

# What may follow a prefix without an escape; any other name is written in full.
_LOCAL = re.compile(r"\w([\w.-]*[\w-])?", re.ASCII)
# What no address in brackets can hold.
_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def content(dataset: Dataset) -> bytes:
    """Return every node; the first is the dataset, with its version and closing day."""
    return spelt(nodes(dataset))


def spelt(nodes: Iterable[Node]) -> bytes:
    """Return nodes in Turtle."""
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return "\n".join([head, *map(_node, nodes)]).encode()


def _node(node: Node) -> str:
    lines = [f"    a {', '.join(node['@type'])}"]
    for predicate, objects in node.items():
        if not predicate.startswith("@"):
            lines.append(f"    {_name(predicate)} {', '.join(map(_object, objects))}")
    return f"{_name(node['@id'])}\n" + " ;\n".join(lines) + " .\n"


def _object(value: bool | int | str | dict[str, str]) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _quoted(value)
    if "@id" in value:
        return _name(value["@id"])
    mark = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
    return f"{_quoted(value['@value'])}{mark}"


def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES:
        return _between(name)
    return name if _LOCAL.fullmatch(local) else _between(PREFIXES[prefix] + local)


def _between(address: str) -> str:
    """Return an address in its brackets, which nothing in it can close."""
    return f"<{_UNSAFE.sub(lambda sign: quote(sign[0]), address)}>"


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'
