"""Every way of getting the package installs the whole record, or fails with a sentence."""

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.install,
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="these tests begin with a checkout"),
]
# Prints where the package lies, and each of its data files with the hash of its bytes: those of git, though the
# wheel has the files of a folder in one.
DIGESTS = """
import hashlib, json, korea_nato
from korea_nato._storage.bundled import bundled_folder
from korea_nato._storage.folder import Files
data = Files(bundled_folder())
files = {name: hashlib.sha256(data.content(name)).hexdigest() for name in data.paths()}
print(json.dumps([korea_nato.__file__, len(korea_nato.ITPP.areas), len(korea_nato.sources(context=True)), files]))
"""


def run(*words, cwd=None, fails=False):
    """Return what a command prints, errors among it; it must end well, or ill where that is asked."""
    # Whoever runs the tests on a checkout must not lend it to the environments that are tested here.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [*map(str, words)], cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )

    assert fails == bool(done.returncode), done.stdout
    return done.stdout


def clone(target, *options):
    """Return a clone of the checkout."""
    run("git", "clone", "-q", "--depth=1", *options, ROOT.as_uri(), target)
    return target


def packed(target):
    """Return an archive of the repository, as a forge offers it."""
    run("git", "archive", f"--format={target.suffix[1:]}", "--prefix=korea_nato-main/", "-o", target, "HEAD", cwd=ROOT)
    return target


def environment(folder):
    """Return the Python of a new environment, which borrows what the package depends on."""
    venv.create(folder, symlinks=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "installed_base": str(folder)}))
    (site / "zz_borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin" / "python"


def pip(python, *words):
    """Install with pip into an environment."""
    return run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", *words)


def build(source, target, *options):
    """Return the one file that a build makes of a source tree."""
    run(sys.executable, "-m", "build", "-q", *options, "-o", target, source)
    (made,) = target.iterdir()
    return made


def tracked(folder=ROOT):
    """Return the names of all files of a checkout."""
    return set(run("git", "-c", "core.quotepath=off", "ls-files", cwd=folder).splitlines())


def digests(folder=ROOT):
    """Return the data files of a checkout, each with the hash of the bytes that git holds."""
    names = [name for name in tracked(folder) if name.startswith("data/")]
    return {name.removeprefix("data/"): hashlib.sha256(held(folder, name)).hexdigest() for name in names}


def held(folder, name):
    """Return the bytes of a file as git holds them."""
    return subprocess.run(["git", "show", f"HEAD:{name}"], cwd=folder, capture_output=True, check=True).stdout


def installed(python):
    """Return where the package lies, and its data files; all of it was read on the way."""
    place, areas, sources, files = json.loads(run(python, "-I", "-X", "utf8", "-c", DIGESTS))

    assert 11 == areas
    assert sources == sum(name.startswith("sources/") for name in files)
    return Path(place), files


@pytest.fixture(name="source", scope="session")
def fixture_source(tmp_path_factory):
    """Return a clone that no test changes."""
    return clone(tmp_path_factory.mktemp("source") / "korea_nato")


@pytest.fixture(name="wheel", scope="session")
def fixture_wheel(source, tmp_path_factory):
    """Return the wheel of the clone."""
    return build(source, tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(name="sdist", scope="session")
def fixture_sdist(source, tmp_path_factory):
    """Return the sdist of the clone."""
    return build(source, tmp_path_factory.mktemp("sdist"), "--sdist")


@pytest.fixture(name="python")
def fixture_python(tmp_path):
    """Return the Python of an environment without the package."""
    return environment(tmp_path / "environment")


@pytest.mark.parametrize("option", ["core.symlinks=false", "core.autocrlf=true"])
def test_a_clone_as_windows_makes_it_installs_the_whole_record(option, python, tmp_path):
    """Neither missing symbolic links nor rewritten line ends change what is installed."""
    pip(python, clone(tmp_path / "clone", "-c", option))

    assert digests() == installed(python)[1]


def test_an_archive_of_the_repository_installs_by_pip(python, tmp_path):
    """A zip archive, as a forge offers it, holds all that a build needs."""
    pip(python, packed(tmp_path / "main.zip"))

    assert digests() == installed(python)[1]


def test_an_archive_of_the_repository_installs_by_uv(python, tmp_path):
    """Another installer installs the same."""
    pytest.importorskip("uv")
    words = ["-m", "uv", "pip", "install", "-q", "--no-deps", "--no-cache", "--python", python]
    run(sys.executable, *words, packed(tmp_path / "main.zip"))

    assert digests() == installed(python)[1]


def test_an_sdist_installs_the_whole_record(python, sdist):
    """What is built from an sdist is what is built from the checkout."""
    pip(python, sdist)

    assert digests() == installed(python)[1]


def test_a_wheel_installs_the_whole_record(python, wheel):
    """A wheel holds the whole record, and what a user looks for beside the package."""
    # The environment from which this one borrows may hold the same version, which pip would take for enough.
    pip(python, "--ignore-installed", wheel)
    place, files = installed(python)
    shared = python.parents[1] / "share" / "doc" / "korea-nato"

    assert digests() == files
    assert place.is_relative_to(python.parents[1])
    assert {"CHANGELOG.md", "CITATION.cff"} == {path.name for path in shared.iterdir()}


def test_a_path_with_spaces_and_korean_letters_will_do(tmp_path):
    """Neither the checkout nor the environment needs a plain path."""
    source = clone(tmp_path / "한국 나토 checkout")
    python = environment(tmp_path / "한국 나토 environment")
    pip(python, source)

    assert digests() == installed(python)[1]


def test_an_editable_installation_reads_the_data_of_the_checkout(python, tmp_path):
    """Whoever edits a record sees it at once, since no second copy of the data lies anywhere."""
    source = clone(tmp_path / "checkout")
    pip(python, "-e", source)
    (source / "data" / "sources" / "a-new-source.json").touch()
    place, files = installed_files(python)

    assert source / "src" / "korea_nato" / "__init__.py" == place
    assert "sources/a-new-source.json" in files
    assert [] == [*python.parents[1].rglob("about.json")]


def installed_files(python):
    """Return where the package lies and the names of its data files, which nobody reads."""
    code = DIGESTS.replace("len(korea_nato.ITPP.areas), len(korea_nato.sources(context=True))", "0, 0")
    place, _, _, files = json.loads(run(python, "-I", "-X", "utf8", "-c", code))
    return Path(place), files


def test_a_second_installation_holds_no_file_of_the_first(python, tmp_path):
    """After a record and a module were renamed, the old names are gone from what is installed."""
    source = clone(tmp_path / "checkout")
    (source / "src" / "korea_nato" / "_old.py").touch()
    pip(python, source)
    renamed = next((source / "data" / "sources").iterdir())
    renamed.rename(renamed.with_name("a-new-name.json"))
    (source / "src" / "korea_nato" / "_old.py").unlink()
    pip(python, source)
    place, files = installed_files(python)

    assert f"sources/{renamed.name}" not in files
    assert "sources/a-new-name.json" in files
    assert not (place.parent / "_old.py").exists()


@pytest.mark.parametrize("way", [["--wheel"], ["--sdist"]])
@pytest.mark.parametrize("lost", ["about.json", "events", "vocabulary.json"])
def test_a_build_without_the_data_fails_with_a_sentence(way, lost, tmp_path):
    """A checkout that lost its data, or one kind of them, gives no package at all."""
    source = clone(tmp_path / "checkout")
    (source / "data" / lost).rename(tmp_path / lost)
    told = run(sys.executable, "-m", "build", *way, "-o", tmp_path / "out", source, fails=True)

    assert f"data/{lost} is missing: build from a whole checkout or sdist of korea_nato" in told
    assert not (tmp_path / "out").exists() or [] == [*(tmp_path / "out").iterdir()]


def test_an_editable_installation_without_the_data_fails_too(python, tmp_path):
    """The sentence is the same where the data would only be read later."""
    source = clone(tmp_path / "checkout")
    (source / "data" / "about.json").unlink()
    words = ["-m", "pip", "--python", python, "install", "--no-deps", "-e", source]

    assert "data/about.json is missing" in run(sys.executable, *words, fails=True)


def test_the_wheel_holds_the_package_alone(source, wheel):
    """A wheel has each module and each record once, those of a folder in one file, and neither tests nor docs."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("korea_nato/")}
    modules = {name.removeprefix("src/") for name in tracked(source) if name.startswith("src/korea_nato/")}
    places = [Path(f"korea_nato/{name}") for name in tracked(source) if name.startswith("data/")]
    data = {str(place if place.parent.name == "data" else place.with_name("_all.json")) for place in places}

    assert modules | data == names


def test_the_sdist_holds_every_file_of_the_checkout(source, sdist):
    """Whoever packs the project again has its tests, docs and tools as well."""
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert tracked(source) | {"PKG-INFO"} == names


@pytest.mark.parametrize("way", ["wheel", "sdist"])
def test_a_build_gives_the_same_bytes_each_time(way, request, tmp_path):
    """A second checkout, built at another time, gives the same file to the last byte."""
    first = request.getfixturevalue(way)
    second = build(clone(tmp_path / "again"), tmp_path / "out", f"--{way}")

    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_the_files_are_fit_to_be_published(wheel, sdist):
    """The checkers of the Python Package Index find nothing in the wheel and the sdist."""
    pytest.importorskip("twine")
    pytest.importorskip("check_wheel_contents")

    assert 2 == run(sys.executable, "-m", "twine", "--no-color", "check", "--strict", wheel, sdist).count("PASSED")
    run(sys.executable, "-m", "check_wheel_contents", wheel, cwd=ROOT)


def test_a_program_made_by_pyinstaller_holds_the_record(python, wheel, tmp_path):
    """PyInstaller finds the hook of the package by itself, so its plainest call makes a whole program."""
    pytest.importorskip("PyInstaller")
    pip(python, "--ignore-installed", wheel)
    (tmp_path / "app.py").write_text("from korea_nato import ITPP, claims\nprint(len(ITPP.areas), len(claims()) > 0)\n")
    run(python, "-m", "PyInstaller", "--log-level=WARN", "app.py", cwd=tmp_path)

    assert "11 True\n" == run(tmp_path / "dist" / "app" / "app")
