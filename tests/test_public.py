import ast
import importlib
import os
import pickle
import shutil
import subprocess
import sys
from inspect import isroutine, signature
from pathlib import Path

import pytest

import korea_nato
from korea_nato._dataset import bundled
from korea_nato._model.programmes import Programme

PACKAGE = Path(korea_nato.__file__).parent
# Remembers every file that is opened, by any means that Python has.
WATCH = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
"""
DATA = "[name for name in opened if '/data/' in name.replace(chr(92), '/')]"


def fresh(code, *flags, path=None):
    """Return what code prints in a process of its own, to the last letter."""
    words = [sys.executable, *flags, "-X", "utf8", "-c", code]
    # A copy of the package that lies elsewhere comes first, and with it what is installed.
    env = {**os.environ, "PYTHONPATH": str(path)} if path else None
    done = subprocess.run(words, capture_output=True, encoding="utf-8", env=env)

    assert 0 == done.returncode, done.stderr
    return done.stdout.strip()


def copied(target, data=None):
    """Return a folder with a copy of the package, and of the data where these are given."""
    ignored = shutil.ignore_patterns("__pycache__", ".mypy_cache", "data")
    shutil.copytree(PACKAGE, target / "korea_nato", ignore=ignored)
    if data:
        shutil.copytree(data, target / "korea_nato" / "data")
    return target


def test_every_public_name_is_there():
    """Each name of ``__all__`` can be had, and tab completion shows just these."""
    assert sorted(korea_nato.__all__) == sorted(dir(korea_nato))
    for name in korea_nato.__all__:
        assert getattr(korea_nato, name) is not None


def test_the_public_names_are_those_of_the_design():
    """The names that users import stay: one may be added, none may go."""
    names = {
        *("ITPP", "IPCP", "programmes", "areas", "commitments", "events", "statements", "people", "organisations"),
        *("places", "publishers", "sources", "claims", "conflicts", "load", "show", "coverage", "verify"),
        *("analysis", "errors", "__version__"),
    }

    assert names <= set(korea_nato.__all__)


def test_a_module_that_the_first_version_named_can_be_imported():
    """The pages of 2026.11.0 import ``marked`` and ``rows`` from ``korea_nato.mentions``, and so may a user."""
    code = """
from korea_nato import areas_in
from korea_nato.mentions import marked, rows
found = areas_in("cyber defence")
print(marked("cyber defence", found), rows(found)[0]["area"])
"""

    assert "[cyber defence → cyber-defence] itpp/cyber-defence" == fresh(code)


def test_the_programmes_are_those_of_the_bundled_data():
    """``ITPP`` is the programme of 2023, ``IPCP`` the first of 2012, and both are the records themselves."""
    assert isinstance(korea_nato.ITPP, Programme)
    assert bundled().programme("itpp") is korea_nato.ITPP
    assert bundled().programme("ipcp-first") is korea_nato.IPCP
    assert korea_nato.ITPP is korea_nato.programmes()["itpp"]


def test_the_eleven_areas_are_in_the_order_of_the_press():
    """The ids of the ITPP's areas, and their order, stay."""
    assert (
        "dialogue-consultation",
        "counter-terrorism",
        "disarmament-non-proliferation",
        "emerging-technologies",
        "cyber-defence",
        "capability-development-interoperability",
        "practical-cooperation-interoperability",
        "science-technology",
        "climate-change-security",
        "women-peace-security",
        "public-diplomacy",
    ) == tuple(area.short_id for area in korea_nato.ITPP.areas)
    assert list(range(1, 12)) == [area.number for area in korea_nato.ITPP.areas]


def test_functions_are_methods_of_the_bundled_dataset():
    """Each function of one dataset's answers is the method of its name, so that every dataset answers the same."""
    functions = {name for name in korea_nato.__all__ if isroutine(getattr(korea_nato, name))} - {
        "codebook",
        "diff",
        "load",
    }

    assert {"show", "cite", "coverage", "verify", "areas_in", "events", "conflicts"} < functions
    assert [] == [name for name in functions if getattr(bundled(), name) != getattr(korea_nato, name)]


def test_what_is_public_names_no_private_module():
    """Classes are known as those of the package, and signatures name only these."""
    public = {name: getattr(korea_nato, name) for name in korea_nato.__all__}
    classes = {name: one for name, one in public.items() if isinstance(one, type)}
    signatures = [str(signature(one)) for one in public.values() if isroutine(one)]

    assert {f"korea_nato.{name}" for name in classes} == {
        f"{one.__module__}.{one.__qualname__}" for one in classes.values()
    }
    assert [] == [told for told in signatures if "korea_nato._" in told]


def test_annotations_can_be_looked_up():
    """Tools that read types find the classes behind all names, whichever name was used first."""
    code = """
import typing, korea_nato
for name in sorted(korea_nato.__all__, reverse=True):
    one = getattr(korea_nato, name)
    if callable(one):
        typing.get_type_hints(one)
        typing.get_type_hints(one.__init__)
"""

    assert "" == fresh(code)


def test_a_misspelt_name_is_an_attribute_error():
    """What the package does not have is said as for every module."""
    with pytest.raises(AttributeError, match="module 'korea_nato' has no attribute 'ITTP'"):
        _ = korea_nato.ITTP
    with pytest.raises(ImportError):
        importlib.import_module("korea_nato.ITTP")


def test_records_from_a_fresh_process_are_equal(tmp_path):
    """A record that another process pickled equals the one here."""
    target = tmp_path / "itpp"
    fresh(f"import pickle; from korea_nato import ITPP; pickle.dump(ITPP, open({str(target)!r}, 'wb'))")

    assert korea_nato.ITPP == pickle.loads(target.read_bytes())


def test_importing_the_package_is_light():
    """``import korea_nato`` reads no data and imports none of what the lazy names need."""
    code = f"""{WATCH}
before = set(sys.modules)
import korea_nato
new = sorted(name for name in set(sys.modules) - before if not name.startswith("__"))
print(new, {DATA})
"""

    assert "['korea_nato'] []" == fresh(code)
    assert "['korea_nato'] []" == fresh(code, path=PACKAGE.parent)


@pytest.mark.parametrize(
    "library", ["attrs", "attr", "cattrs", "importlib.metadata", "importlib_resources", "pandas", "pyarrow", "rich"]
)
def test_importing_the_package_imports_no_library(library):
    """Nothing beyond the interpreter's own is imported for the name of the package alone."""
    code = (
        f"import sys; had = {library!r} in sys.modules; import korea_nato; print(had or {library!r} not in sys.modules)"
    )

    assert "True" == fresh(code)


def test_the_areas_of_the_itpp_open_no_source():
    """``ITPP.areas`` reads programmes and what they name, and no source, event or statement."""
    code = f"""{WATCH}
from korea_nato import ITPP
assert ITPP.areas["cyber-defence"].number == 5
print(sorted({{name.replace(chr(92), '/').rpartition('/data/')[2].partition('/')[0] for name in {DATA}}}))
"""
    touched = set(ast.literal_eval(fresh(code)))

    assert {"programmes", "places.json"} <= touched
    assert set() == touched & {"sources", "events", "statements", "commitments", "terms.json", "publishers.json"}


def test_the_first_look_up_imports_no_optional_library():
    """One area through the package needs attrs alone."""
    code = """
from korea_nato import ITPP
ITPP.areas["cyber-defence"]
import sys
print(sorted({"cattrs", "pandas", "pyarrow", "polars", "rich", "importlib_resources", "difflib"} & set(sys.modules)))
"""

    assert "[]" == fresh(code)


def test_the_first_look_up_makes_no_table():
    """One area needs no columns, no forms for other programs and none of the classes of terms."""
    code = """
from korea_nato import ITPP
ITPP.areas["cyber-defence"]
import sys
rooms = {"columns", "forms", "about", "kinds", "search", "terms"}
print(sorted({f"korea_nato._model.{room}" for room in rooms} & set(sys.modules)))
"""

    assert "[]" == fresh(code)


def test_the_package_works_from_a_zip(tmp_path, data):
    """Where the package lies in an archive, all its data are read from there."""
    archive = shutil.make_archive(str(tmp_path / "package"), "zip", copied(tmp_path / "copy", data))
    code = """
import korea_nato
from korea_nato._load import whole
from korea_nato._storage.bundled import bundled_folder
print(korea_nato.__file__)
print(len(korea_nato.ITPP.areas), len(korea_nato.sources(context=True)), len(whole(bundled_folder()).claims()))
"""
    place, counts = fresh(code, path=archive).splitlines()

    assert place.startswith(archive)
    assert f"11 {len(korea_nato.sources(context=True))} {len(korea_nato.claims())}" == counts


def test_the_package_works_isolated_and_optimised():
    """Nothing depends on the environment, on ``assert`` or on docstrings."""
    code = "from korea_nato import ITPP, claims; print(len(ITPP.areas), len(claims(about=ITPP)) > 0)"

    for flags in (["-I"], ["-I", "-O"], ["-I", "-OO"]):
        assert "11 True" == fresh(code, *flags)


def test_a_package_without_its_data_says_so(tmp_path):
    """Every public name that needs the data, ``check`` and the command raise the one error that names the remedy."""
    code = """
import korea_nato
from contextlib import redirect_stderr
from io import StringIO
from korea_nato._cli.command import main
def told(ask):
    try:
        return ask()
    except korea_nato.errors.BadData as error:
        return str(error)
names = "ITPP IPCP programmes areas commitments events statements people organisations places publishers sources"
asks = [lambda name=name: getattr(korea_nato, name)() for name in f"{names} claims conflicts cite coverage".split()]
asks += [lambda: korea_nato.show("itpp"), lambda: korea_nato.verify("x", "y"), lambda: korea_nato.areas_in("NATO")]
asks += [lambda: korea_nato.analysis.firsts(), lambda: korea_nato.export.write("json", "x.json")]
with redirect_stderr(StringIO()) as errors:
    statuses = [main(words) for words in (["check"], ["areas"], ["events"], ["cite"])]
print({told(ask) for ask in asks} | set(errors.getvalue().splitlines()), statuses)
"""
    told = fresh(code, path=copied(tmp_path))

    assert "data/about.json: is missing from the installed package: install korea-nato again" in told
    assert 1 == told.count("is missing")
    assert told.endswith("} [1, 1, 1, 1]")


@pytest.mark.parametrize("lost", ["events", "terms.json"])
def test_a_package_that_lost_a_part_of_its_data_says_so(lost, tmp_path, data):
    """What is not there is never an empty answer: the one error names it and the remedy."""
    folder = copied(tmp_path, data) / "korea_nato" / "data"
    (folder / lost).rename(tmp_path / lost)
    code = """
import korea_nato
told = set()
for name in ("events", "sources", "claims", "places", "vocabulary"):
    try:
        getattr(korea_nato, name)()
    except korea_nato.errors.BadData as error:
        told.add(str(error))
try:
    korea_nato.areas_in("NATO")
except korea_nato.errors.BadData as error:
    told.add(str(error))
print(*told)
"""
    told = fresh(code, path=tmp_path)

    assert told.startswith(f"{lost}: is missing from the installed package: install korea-nato again")
    assert 1 == told.count("is missing")


def test_a_broken_folder_is_told_through_the_lazy_names(tmp_path, data):
    """Bad bundled data never stop the import, and are told whole where they are first asked for."""
    (copied(tmp_path, data) / "korea_nato" / "data" / "programmes" / "itpp.json").write_text('{"name": 5}')
    code = """
import korea_nato
try:
    korea_nato.ITPP
except korea_nato.errors.BadData as error:
    print(error.errors[0])
"""

    assert "programmes/itpp.json: name: 5 is not an object" == fresh(code, path=tmp_path)


def test_each_module_imports_alone():
    """A module can be the first that is imported: the house has no circle."""
    paths = [path.relative_to(PACKAGE.parent).with_suffix("") for path in PACKAGE.rglob("*.py") if "-" not in path.stem]
    names = sorted(".".join(path.parts).removesuffix(".__init__") for path in paths)
    code = f"""
import sys
from importlib import import_module
for name in {names}:
    for module in [module for module in sys.modules if module.startswith("korea_nato")]:
        del sys.modules[module]
    import_module(name)
"""

    assert fresh(code) == ""
