import ast
import sys
from pathlib import Path

import pytest

import korea_nato

# The house: each line is a floor, the lowest first; a module imports only from what stands before it.
HOUSE = (
    "errors",
    "_json _spelling",
    "_values",
    "_record",
    "_search _columns",
    "_records",
    "_actors",
    "_programmes",
    "_events",
    "_sources",
    "_agreement _claims",
    "_strict _hooks _form",
    "_about _terms _raw _store",
    "_filters _holdings _questions",
    "_verify _coverage _urn _bibliography _bibtex _cite display mentions",
    "_dataset",
    "_load _files _check _answers _compare analysis plot export",
    "_frames _tables _cli",
    "__main__",
    "__init__",
)
FLOORS = [name for floor in HOUSE for name in floor.split()]
# Waits inside a function for its library, which only an extra brings, and so may be used from below.
LATE = {"_frames"}
ROOT = Path(korea_nato.__file__).parent
PATHS = sorted(ROOT.rglob("*.py"))


def place(path):
    """Return the name by which a module stands in the house: all that exports is one."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path):
    """Yield the names in the house that a module imports, at its top or waiting in a function."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "korea_nato":
            below = (node.module or "").split(".")[1:2]
            yield from below or [alias.name for alias in node.names if alias.name in FLOORS]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_lower_floors(path):
    """No module imports from its own place upwards: the house has no circle."""
    own = FLOORS.index(place(path))
    others = set(imported(path)) - LATE - ({"export"} if place(path) == "export" else set())

    assert [] == [name for name in others if FLOORS.index(name) >= own]


def test_every_module_has_its_floor():
    """Every module of the package stands on one floor, and once."""
    assert set() == {place(path) for path in PATHS} - set(FLOORS)
    assert len(FLOORS) == len(set(FLOORS))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_import_hides_in_a_function_to_dodge_a_circle(path):
    """What waits inside a function is of the standard library, or needs a library that an extra brings."""
    functions = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.FunctionDef)]
    late = {node.module or "" for one in functions for node in ast.walk(one) if isinstance(node, ast.ImportFrom)}

    for module in (name for name in late if name.startswith("korea_nato.")):
        assert libraries(ROOT / f"{module.split('.', 1)[1].replace('.', '/')}.py"), module


def libraries(path):
    """Return what a module imports at its top that only an extra brings."""
    tops = [node for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = [getattr(node, "module", None) or node.names[0].name for node in tops]
    return {name.split(".")[0] for name in names} - {"korea_nato", "attrs", "cattrs"} - sys.stdlib_module_names
