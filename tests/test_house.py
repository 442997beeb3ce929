import ast
import re
import sys
from pathlib import Path

import pytest

import korea_nato

# The house: each line is a wing with its rooms in order; a room imports only from what stands before it.
HOUSE = (
    "errors",
    "_model: once html texts pydantic values record fields names korean search columns arrow forms items collection"
    " actors programmes events sources kinds terms listed about",
    "_evidence: agreement claims conflicts",
    "_storage: disk library json letters strict problems reader trusted writer folder store own bundled joined"
    " exchange atomic",
    "_query: filters links lookup naming index questions asking",
    "_answering: provenance verify coverage bibliography bibtex cite finding spelling mentions differences"
    " wording screen facts card show",
    "mentions",
    "_dataset",
    "_load",
    "_editing: start files texts readings attributions rules",
    "analysis: _results _firsts _compare _contacts _touched __init__",
    "export",
    "plot: _look _files _charts _graphs __init__",
    "site: _references _content __init__",
    "_cli: output progress tables parsers rows questions answers writers editors command",
    "_pyinstaller",
    "__main__",
    "__init__",
)
ROOMS = [
    f"{wing}.{room}".strip(".")
    for line in HOUSE
    for wing, _, rooms in [line.partition(": ")]
    for room in rooms.split() or [""]
]
# Wings whose rooms do not know each other's order: a format uses what other formats use.
OPEN = ("export", "_pyinstaller")
# Waits in a function for its library, which only an extra brings, and so may be used from before.
LATE = {"_cli.tables", "_model.arrow", "_model.pydantic", "site._content"}
ROOT = Path(korea_nato.__file__).parent
DESIGN = Path(__file__).parents[1] / "docs" / "design.md"
PATHS = [
    path
    for path in sorted(ROOT.rglob("*.py"))
    if path.name != "__init__.py" or len(ast.parse(path.read_text()).body) > 1
]


def room(name):
    """Return the room in which a module stands; an open wing is one."""
    parts = name.split(".")
    return parts[0] if parts[0] in OPEN else ".".join(parts)


def name_of(path):
    """Return the name of a module inside the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and parts[0] in OPEN else parts)


def imported(path):
    """Yield the modules of the package that a module imports, at its top or waiting in a function."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "korea_nato":
            below = (node.module or "").partition(".")[2]
            for alias in node.names:
                full = f"{below}.{alias.name}".strip(".")
                yield full if room(full) in ROOMS else f"{below}.__init__" if f"{below}.__init__" in ROOMS else below


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_rooms_before_its_own(path):
    """A wing imports only from wings above it, a room only from rooms before it: the house has no circle."""
    own = ROOMS.index(room(name_of(path)))
    others = (
        {room(name) for name in imported(path) if name} - LATE - ({"export"} if own == ROOMS.index("export") else set())
    )

    assert [] == [name for name in sorted(others) if ROOMS.index(name) >= own]


def test_every_module_has_its_room():
    """Every module of the package has one room, and every room a module."""
    assert sorted(ROOMS) == sorted({room(name_of(path)) for path in PATHS})


def test_the_house_is_as_the_design_shows_it():
    """The page on the design shows each wing with its rooms, in this order; the front doors need no line."""
    shown = re.findall(r"^\| `(\w+)` \| ([\w ]*) ?\|", DESIGN.read_text(encoding="utf-8"), flags=re.MULTILINE)
    wings = [line.removesuffix(" __init__").partition(": ") for line in HOUSE if not line.startswith("__")]

    assert [(wing, rooms) for wing, _, rooms in wings] == [(wing, rooms.strip()) for wing, rooms in shown]


@pytest.mark.parametrize("wing", [line.partition(":")[0] for line in HOUSE if ":" in line])
def test_every_wing_says_its_purpose_in_one_sentence(wing):
    """The first line of a wing says what it is for."""
    purpose = ast.get_docstring(ast.parse((ROOT / wing / "__init__.py").read_bytes())).splitlines()[0]

    assert purpose.endswith(".")


# Classes take a millisecond each to make, and `ITPP` needs none of these; that they are above is tested before.
WAITING = {f"korea_nato._model.{name}" for name in ("about", "columns", "forms", "html", "kinds", "search", "terms")}


def test_few_values_have_any_type():
    """``Any`` is for what nobody has looked at yet, and for libraries that may not be there."""
    assert sum(len(re.findall(r"\bAny\b", path.read_text(encoding="utf-8"))) for path in PATHS) < 60


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_import_hides_in_a_function_to_dodge_a_circle(path):
    """What waits inside a function is of the standard library, slow or an extra's, or what a programme does without."""
    functions = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.FunctionDef)]
    late = {node.module or "" for one in functions for node in ast.walk(one) if isinstance(node, ast.ImportFrom)}

    # The lock of the package is taken from the front door, which imports nothing before it is used.
    for module in (name for name in late - {"korea_nato._model.once"} - WAITING if name.startswith("korea_nato.")):
        assert libraries(ROOT / f"{module.split('.', 1)[1].replace('.', '/')}.py"), module


def libraries(path):
    """Return what a module imports at its top that is slow to import, or that only an extra brings."""
    tops = [node for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = [getattr(node, "module", None) or node.names[0].name for node in tops]
    return {name.split(".")[0] for name in names} - {"korea_nato", "attr"} - sys.stdlib_module_names
