import doctest
import inspect
import io
import json
import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import korea_nato
from folders import errors_in
from korea_nato import errors
from korea_nato._cli.command import main, parser
from korea_nato._model.collection import Records
from korea_nato._model.fields import fields_of
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Area
from korea_nato._model.record import Record
from korea_nato._model.sources import Passage
from korea_nato._storage.bundled import bundled_store
from korea_nato._storage.json import canonical

ROOT = Path(__file__).parents[2]
PACKAGE = Path(korea_nato.__file__).parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/ko/*.md"), *ROOT.glob("LICENSES/*.md")])
COMMANDS = {
    "Try it": "python3 -m venv .venv && .venv/bin/pip install -q '.[cli]' && .venv/bin/korea-nato areas",
    "Test it": "python3 -m venv .venv && .venv/bin/pip install -q -U pip"
    " && .venv/bin/pip install -q '.[all]' --group test && .venv/bin/python -m pytest -q",
}


def public():
    """Yield the public names: of the package, of its public modules, of errors and of collections."""
    yield from korea_nato.__all__
    for name in korea_nato.__all__:
        module = getattr(korea_nato, name)
        if isinstance(module, ModuleType):
            yield from (f"{name}.{member}" for member in getattr(module, "__all__", ()))
    yield from (
        f"errors.{name}"
        for name, value in vars(errors).items()
        if getattr(value, "__module__", "") == errors.__name__ and isinstance(value, type)
    )
    yield from (f".{name}" for name in dir(Records) if not name.startswith("_"))


class Fenced(doctest.DocTestParser):
    """Reads the examples of a page: a fence ends an output, as an empty line does."""

    def parse(self, string, name="<string>"):
        """Return the examples and the text between them."""
        return super().parse(re.sub(r"^ *```.*$", "", string, flags=re.MULTILINE), name)


class Finder(doctest.DocTestFinder):
    """Finds the examples of a module's classes and functions, which say that they are of ``korea_nato``."""

    def _from_module(self, module, object):
        if getattr(object, "__module__", None) in ("korea_nato", "korea_nato.analysis"):
            return bool(re.search(rf"^(class|def) {object.__name__}\b", inspect.getsource(module), flags=re.MULTILINE))
        return super()._from_module(module, object)


def text_of(page):
    """Return the text of a page."""
    return page.read_text(encoding="utf-8")


def blocks(page, language):
    """Return the fenced blocks of a page in one language."""
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", text_of(page), flags=re.MULTILINE | re.DOTALL)


def links(page):
    """Return the links of a page that lead to files of the project, with the heading that each names."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text_of(page), flags=re.DOTALL)
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", prose) if not re.match(r"\w+:", link)]


def headings(page):
    """Return the headings of a page as links name them."""
    found = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text_of(page), flags=re.DOTALL), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def named(pages):
    """Return the names of pages, for the names of tests."""
    return [page.relative_to(ROOT).as_posix() for page in pages]


def modules_with_examples():
    """Return the modules of the package that hold an example."""
    paths = [path for path in sorted(PACKAGE.rglob("*.py")) if ">>>" in text_of(path)]
    parts = [path.relative_to(PACKAGE.parent).with_suffix("").parts for path in paths]
    return [".".join(part).removesuffix(".__init__") for part in parts]


STEP = re.compile(r"(?:^`([\w/.-]+)`:\n\n)?^```(json|console)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)


def follow(page):
    """Write each file that a page names and run each of its commands; return those that print something else."""
    wrong = []
    for path, language, text in STEP.findall(text_of(page)):
        if language == "json" and path:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")
        elif language == "console":
            wrong += [step for step in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:] if not _prints(step)]
    return wrong


def _prints(step):
    """Run a command of a page; return whether it prints what stands below it, three dots standing for anything."""
    command, _, shown = step.partition("\n")
    if command.startswith("rm "):
        for path in (path for pattern in command.split()[1:] for path in Path().glob(pattern)):
            path.unlink()
        return True
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        main(shlex.split(command)[1:])
    printed = "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
    return doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """Let examples that write files write them where they are forgotten."""
    monkeypatch.chdir(tmp_path)


EXAMPLES = [page for page in PAGES if ">>>" in text_of(page)]


@pytest.mark.parametrize("page", EXAMPLES, ids=named(EXAMPLES))
def test_every_example_of_a_page_gives_what_it_shows(page):
    """The files and commands of a page are followed, then its examples run; each prints what stands below it."""
    wrong = follow(page)
    done = doctest.testfile(
        str(page), module_relative=False, parser=Fenced(), optionflags=doctest.ELLIPSIS, encoding="utf-8"
    )

    assert [] == wrong
    assert 0 == done.failed
    assert 0 < done.attempted


@pytest.mark.parametrize("name", modules_with_examples())
def test_every_example_of_a_module_gives_what_it_shows(name):
    """The examples in the docstrings of a module run, and each prints what stands below it."""
    module = import_module(name)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for examples in Finder().find(module, name):
        runner.run(examples)

    assert 0 == runner.failures
    assert text_of(Path(module.__file__)).count(">>> ") == runner.tries


@pytest.mark.parametrize("page", EXAMPLES, ids=named(EXAMPLES))
def test_every_block_of_python_is_an_example(page):
    """No Python stands in a page that the tests would not run."""
    assert [] == [block for block in blocks(page, "python") if not block.lstrip().startswith(">>> ")]


@pytest.mark.parametrize("page", PAGES, ids=named(PAGES))
def test_every_link_leads_to_a_file_and_to_a_heading_of_it(page):
    """A link to a file of the project finds the file, and the heading in it where it names one."""
    for link in links(page):
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page

        assert target.exists(), link
        assert not heading or heading in headings(target), link


@pytest.mark.parametrize("name", [*public()])
def test_every_public_name_is_explained(name):
    """Each public name has its line in the reference."""
    reference = text_of(ROOT / "docs" / "reference.md")

    assert re.search(rf"`{re.escape(name)}[`(]", reference), name


@pytest.mark.parametrize(("heading", "command"), COMMANDS.items(), ids=list(COMMANDS))
def test_the_readme_promises_one_command_each(heading, command):
    """The first block under its heading is the one command, word for word."""
    section = text_of(ROOT / "README.md").partition(f"\n## {heading}\n")[2]

    assert section.startswith(f"\n```sh\n{command}\n```\n")
    assert f"```sh\n{command}\n```\n" in text_of(ROOT / "README.ko.md")


def test_the_example_of_a_coded_document_is_one():
    """The file that CONTRIBUTING explains is canonical, and would be read without an error."""
    (example,) = blocks(ROOT / "CONTRIBUTING.md", "json")

    assert canonical(json.loads(example)) == example
    assert [] == errors_in(bundled_store(), "sources/yonhap-an-example.json", example.encode())


def test_the_version_is_the_same_everywhere():
    """Changelog, citation file, build file and data name the version that the package has."""
    version = korea_nato.__version__

    assert f"\n## {version} " in text_of(ROOT / "CHANGELOG.md")
    assert f'\nversion: "{version}"\n' in text_of(ROOT / "CITATION.cff")
    assert f'\nversion = "{version}"\n' in text_of(ROOT / "pyproject.toml")
    assert version == korea_nato.coverage().version


@pytest.mark.parametrize("kind", [*KINDS, Area, Passage], ids=lambda kind: kind.__name__)
def test_the_page_on_the_data_has_each_field_of_a_kind(kind):
    """The table of a kind names its fields in order, those always there bold, those with claims starred."""
    shared = {field.name for field in fields_of(Record)} if issubclass(kind, Record) else set()
    own = [field for field in fields_of(kind) if field.name not in shared]
    section = text_of(ROOT / "docs" / "data.md").partition(f"\n### {kind.__name__}\n")[2].partition("\n##")[0]
    rows = re.findall(r"^\| (\*\*)?`(\w+)`(?:\*\*)?( \\\*)? \|", section, flags=re.MULTILINE)

    assert [(field.key, field.required, field.claims) for field in own] == [
        (name, bool(bold), bool(star)) for bold, name, star in rows
    ]


def test_the_readme_lists_every_command_and_none_that_there_is_not():
    """The list of commands names each command of the parser, with its help where that is one line."""
    listed = next(block for block in blocks(ROOT / "README.md", "text") if block.startswith("korea-nato "))
    commands = parser()._subparsers._group_actions[0].choices

    assert set(re.findall(r"^korea-nato ([\w-]+)", listed, flags=re.MULTILINE)) <= set(commands)
    assert [] == [name for name in commands if not re.search(rf"\b{name}\b", listed)]


@pytest.mark.parametrize("page", PAGES, ids=named(PAGES))
def test_every_command_that_a_page_names_is_one(page):
    """Wherever a page names a command with its options, the parser takes both."""
    commands = parser()._subparsers._group_actions[0].choices
    for name, rest in re.findall(r"`korea-nato ([a-z-]+)([^`]*)`", text_of(page)):
        known = {option for action in commands[name]._actions for option in action.option_strings}

        assert set(re.findall(r"--[a-z-]+", rest)) <= known, name
