import subprocess
import sys
from pathlib import Path

import pytest

import korea_nato

USER = Path(__file__).with_name("user.py")
# Each line is a mistake that a type checker must find, with a word of what it says.
MISTAKES = {
    "from korea_nato import ITTP": "ITTP",
    "from korea_nato import ITPP\nITPP.adoptd": "adoptd",
    "from korea_nato import ITPP\nITPP.areas[0].nmae": "nmae",
    "from korea_nato import events\nevents()[0].place.country": "country",
    "from korea_nato import events\nevents(kinds='summit')": "kinds",
    "from korea_nato import events\nevents()[0].title = 'x'": "title",
    "from korea_nato import claims\nclaims()[0].supprots": "supprots",
    "from korea_nato import sources\nsources().publisher": "publisher",
    "import korea_nato\nkorea_nato.event()": "event",
    "from korea_nato import ITPP\nx: int = ITPP.adopted": "int",
}


@pytest.fixture(name="mypy", scope="session")
def fixture_mypy(request, tmp_path_factory):
    """Return what runs ``mypy --strict`` on files, away from the configuration of this project."""
    known = getattr(request.config, "cache", None)
    cache = known.mkdir("mypy") if known else tmp_path_factory.mktemp("mypy")
    away = tmp_path_factory.mktemp("away")

    def run(*paths):
        words = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache}", *map(str, paths)]
        return subprocess.run(words, capture_output=True, encoding="utf-8", cwd=away)

    return run


def test_a_users_script_passes_mypy(mypy):
    """A script that uses every public name is clean under ``mypy --strict``."""
    done = mypy(USER)

    assert (0, "Success: no issues found in 1 source file\n") == (done.returncode, done.stdout)


def test_a_users_script_passes_pyright(tmp_path):
    """The same script has no error under pyright."""
    pytest.importorskip("basedpyright")
    words = [sys.executable, "-m", "basedpyright", "--level", "error", "--pythonpath", sys.executable, str(USER)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", cwd=tmp_path)

    assert 0 == done.returncode, done.stdout


@pytest.mark.parametrize("module", ["__init__", "errors", "mentions", "analysis", "export", "plot", "site"])
def test_a_public_module_is_held_to_the_strict_mode_of_pyright(module):
    """Each module that users import asks for the strict mode, which the check of types then holds it to."""
    package = Path(korea_nato.__file__).parent
    path = next(path for path in (package / f"{module}.py", package / module / "__init__.py") if path.exists())

    assert "\n# pyright: strict\n" in path.read_text(encoding="utf-8")


def test_every_mistake_is_found(mypy, tmp_path):
    """A misspelt name, attribute, filter or type is an error, each in its own line."""
    scripts = {tmp_path / f"mistake_{number}.py": code for number, code in enumerate(MISTAKES)}
    for path, code in scripts.items():
        path.write_text(code + "\n", encoding="utf-8")
    done = mypy(*scripts)

    assert 1 == done.returncode
    for path, code in scripts.items():
        told = [line for line in done.stdout.splitlines() if path.name in line and "error:" in line]

        assert told, code
        assert MISTAKES[code] in told[0]
