import ast
import sys
from pathlib import Path

import pytest

import korea_nato

# The house: each line is a floor, the lowest first, and a module imports only from those before it.
# A module may use another of its own line only where that stands before it.
FLOORS = """
errors
_json _spelling
_values
_record
_search _columns
_records
_actors
_programmes
_events
_sources
_agreement _claims
_strict _hooks _form
_about _terms _raw _store
_filters _holdings _dataset
_load _files _verify _check _coverage _urn _bibliography _bibtex _answers _compare _cite
display mentions analysis plot export
_frames _tables _cli
__main__
__init__
""".split()
# These wait for their use inside a function, and stand as low as they can be used.
LATE = {"_frames": "_records"}
ROOT = Path(korea_nato.__file__).parent
MODULES = {path.stem: path for path in sorted(ROOT.glob("*.py"))}


def imported(name):
    """Yield the modules of this package that a module imports, at its top or waiting in a function."""
    for node in ast.walk(ast.parse(MODULES[name].read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module == "korea_nato":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("korea_nato."):
            yield (node.module or "").split(".")[1]


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_module_imports_only_from_lower_floors(name):
    """No module imports from its own place upwards: the house has no circle."""
    floor = FLOORS.index(name)
    above = [other for other in imported(name) if other in MODULES and other != "__init__"]

    assert [] == [
        other for other in above if FLOORS.index(LATE.get(other, other)) > floor or other == name
    ]


def test_every_module_has_its_floor():
    """Every module of the package stands on one floor, and once."""
    assert [] == sorted(set(MODULES) - set(FLOORS))
    assert len(FLOORS) == len(set(FLOORS))


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_inside_functions_are_of_slow_or_optional_libraries(name):
    """What waits inside a function is of the standard library, an optional library, or a module that needs one."""
    tree = ast.parse(MODULES[name].read_bytes())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    late = [node for function in functions for node in ast.walk(function) if isinstance(node, ast.ImportFrom)]
    ours = {node.module for node in late if (node.module or "").startswith("korea_nato")}
    wanted = {f"korea_nato.{other}" for other in MODULES if needs_a_library(other)}

    assert set() == ours - wanted


def needs_a_library(name):
    """Return whether a module imports at its top something that only an extra brings."""
    tops = [node for node in ast.parse(MODULES[name].read_bytes()).body if isinstance(node, ast.Import | ast.ImportFrom)]
    roots = {(alias.name if isinstance(node, ast.Import) else node.module or "").split(".")[0] for node in tops for alias in node.names}
    return bool(roots - {"korea_nato", "attrs", "cattrs"} - sys.stdlib_module_names)
