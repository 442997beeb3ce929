import errno
import os
import pkgutil
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from stat import S_IMODE

import pytest

from korea_nato import export, load
from korea_nato._storage import atomic as _whole
from korea_nato.errors import BadValue, MissingExtra, NotWritten, printable

FOLDER = {"a.csv": b"a", "more/b.csv": b"b"}


def lying_in(folder):
    """Return each file in a folder, hidden ones too, with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def problem(path, content, force=False):
    """Return the sentence with which writing is refused."""
    with pytest.raises(BadValue) as caught:
        _whole.write(path, content, force)
    return str(caught.value)


def test_a_file_is_written(tmp_path):
    """A file holds its bytes, and its path is the name that comes back."""
    names = _whole.write(tmp_path / "x.db", b"bytes", False)

    assert (str(tmp_path / "x.db"),) == names
    assert lying_in(tmp_path) == {"x.db": b"bytes"}


def test_a_folder_is_written(tmp_path):
    """A folder holds its files, those in folders of their own too, and each comes back by name."""
    names = _whole.write(tmp_path / "out", FOLDER, False)

    assert (str(tmp_path / "out/a.csv"), str(tmp_path / "out/more/b.csv")) == names
    assert lying_in(tmp_path / "out") == FOLDER


def test_an_empty_folder_is_written(tmp_path):
    """A folder without files is still a folder."""
    assert _whole.write(tmp_path / "out", {}, False) == ()
    assert (tmp_path / "out").is_dir()


def test_a_file_is_as_open_as_others(tmp_path):
    """What is written can be read by whoever can read what this user writes."""
    _whole.write(tmp_path / "x.db", b"", False)
    (tmp_path / "other").write_bytes(b"")

    assert (tmp_path / "other").stat().st_mode == (tmp_path / "x.db").stat().st_mode


@pytest.mark.parametrize("content", [b"new", {"new.csv": b"new"}], ids=["file", "folder"])
def test_what_is_there_stays_without_force(tmp_path, content):
    """A target that is there is refused and stays, unless it is to be replaced."""
    old = b"old" if isinstance(content, bytes) else {"old.csv": b"old"}
    target = tmp_path / "out"
    _whole.write(target, old, False)
    before = lying_in(tmp_path)

    assert f"{target}: is there already, and is replaced only with force" == problem(target, content)
    assert before == lying_in(tmp_path)


def test_force_replaces_a_file(tmp_path):
    """With force, a file is the new one, and nothing else is left."""
    _whole.write(tmp_path / "x", b"old", False)
    _whole.write(tmp_path / "x", b"new", True)

    assert lying_in(tmp_path) == {"x": b"new"}


def test_force_replaces_a_folder_whole(tmp_path):
    """With force, a folder holds the new files alone."""
    _whole.write(tmp_path / "out", dict.fromkeys(FOLDER, b"old"), False)
    _whole.write(tmp_path / "out", FOLDER, True)

    assert {f"out/{name}": data for name, data in FOLDER.items()} == lying_in(tmp_path)


def test_force_spares_a_folder_of_other_things(tmp_path):
    """A folder that holds what no export writes is not replaced, even with force."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more/thesis.odt").write_bytes(b"years of work")

    expected = f"{tmp_path}: is not replaced, as it holds more than an export: '{Path('more/thesis.odt')}'"

    assert expected == problem(tmp_path, FOLDER, force=True)
    assert lying_in(tmp_path) == {"more/thesis.odt": b"years of work"}


def test_a_file_in_place_of_a_folder_is_refused(tmp_path):
    """A folder is not written over a file, nor a file over a folder, with force or without."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()

    assert f"{tmp_path / 'file'}: is a file, and this format is a folder" == problem(tmp_path / "file", FOLDER, True)
    assert f"{tmp_path / 'folder'}: is a folder, and this format is a file" == problem(tmp_path / "folder", b"", True)


def test_force_spares_a_folder_that_is_no_export(tmp_path):
    """A folder that has none of the export's files is not replaced, even where they are of the same kind."""
    (tmp_path / "salaries.csv").write_bytes(b"1")

    expected = f"{tmp_path}: is not replaced, as it holds more than an export: 'salaries.csv'"

    assert expected == problem(tmp_path, FOLDER, force=True)


@pytest.mark.parametrize("name", ["mine.csv", "more/mine.csv", "a.csv/mine.csv"])
def test_force_spares_what_was_put_beside_an_export(tmp_path, name):
    """A user's own file in the folder of an export is not lost, whatever its kind and place."""
    _whole.write(tmp_path / "out", {"b.csv": b"old"}, False)
    mine = tmp_path / "out" / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"precious")

    assert f"holds more than an export: '{name}'" in problem(tmp_path / "out", {**FOLDER, "b.csv": b""}, force=True)
    assert b"precious" == mine.read_bytes()


@pytest.mark.parametrize("path", [None, 5, b"x", "", "a\0b", "\ud800"], ids=ascii)
def test_what_is_no_path_is_refused(path):
    """An empty path is not the folder that one happens to stand in, and no system has one with half a letter."""
    assert printable(f"{path!r} is not a path") == problem(path, b"")


def test_a_refusal_of_the_system_is_an_os_error(tmp_path):
    """Who catches ``OSError`` around a write catches this one, with the number of what happened."""
    with pytest.raises(NotWritten) as caught:
        _whole.write(tmp_path / "missing/x.db", b"", False)

    assert isinstance(caught.value, OSError)
    assert isinstance(caught.value, BadValue)
    assert errno.ENOENT == caught.value.__cause__.errno


def test_a_name_that_is_too_long_is_named(tmp_path):
    """Where the system cannot even look whether the target is there, the sentence says why."""
    path = tmp_path / ("x" * 300)

    assert f"{path}: cannot be written ({os.strerror(errno.ENAMETOOLONG)})" == problem(path, b"")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="this system has no such devices")
def test_a_device_is_not_replaced():
    """A device is neither a file nor a folder, and stays what it is."""
    assert problem("/dev/null", b"", force=True) == "/dev/null: is neither a file nor a folder"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    """Where the folder to write into is missing, the sentence says so."""
    path = tmp_path / "missing/x.db"

    assert f"{path}: cannot be written ({os.strerror(errno.ENOENT)})" == problem(path, b"")


def test_a_file_on_the_way_is_named(tmp_path):
    """Where a part of the way is a file, the sentence says so."""
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file/out"

    assert f"{path}: cannot be written ({os.strerror(errno.ENOTDIR)})" == problem(path, FOLDER)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no folder that no one can write into")
def test_an_unwritable_folder_is_named():
    """Where nothing can be written, not even by root, one sentence says so."""
    assert problem("/proc/korea-nato.db", b"").startswith("/proc/korea-nato.db: cannot be written (")


# A disk that is full, as far as one process can tell: no file may grow beyond a thousand bytes.
FULL = """
import resource, sys
from korea_nato.errors import BadValue, printable
from korea_nato._storage import atomic as _whole
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
content = {"a.csv": b"a", "b.csv": b"b" * 2000} if sys.argv[2] == "folder" else b"b" * 2000
try:
    _whole.write(sys.argv[1], content, True)
except BadValue as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limit")
@pytest.mark.parametrize("form", ["file", "folder"])
def test_a_full_disk_leaves_nothing_half_written(tmp_path, form):
    """Where the disk is full in the middle, what was there stays, and nothing lies beside it."""
    target = tmp_path / "out"
    _whole.write(target, b"old" if form == "file" else {"a.csv": b"old"}, False)
    before = lying_in(tmp_path)
    done = subprocess.run([sys.executable, "-c", FULL, target, form], capture_output=True, text=True, check=True)

    assert f"{target}: cannot be written ({os.strerror(errno.EFBIG)})\n" == done.stdout
    assert before == lying_in(tmp_path)


def test_writing_begins_beside_the_target(tmp_path, monkeypatch):
    """What is written lies on the same disk before it takes its place, so that this is one step."""
    places = []
    monkeypatch.setattr(Path, "replace", lambda path, target: places.append((path.parent.parent, target.parent)))
    _whole.write(tmp_path / "x", b"new", False)

    assert [(tmp_path, tmp_path)] == places


@pytest.fixture(name="failing")
def fixture_failing(monkeypatch):
    """Let the last step of writing fail."""

    def fail(path, target):
        raise OSError(errno.EIO, "no luck")

    monkeypatch.setattr(Path, "replace", fail)


def test_a_new_file_that_cannot_take_its_place_is_gone(tmp_path, failing):
    """Where the last step fails, nothing is left of a new file."""
    assert f"{tmp_path / 'x'}: cannot be written (no luck)" == problem(tmp_path / "x", b"new")
    assert lying_in(tmp_path) == {}


def test_a_folder_that_cannot_be_replaced_comes_back(tmp_path, failing, monkeypatch):
    """Where the last of two steps fails, the old folder stands in its place again."""
    monkeypatch.setattr(_whole, "exchange", lambda one, other: False)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.csv").write_bytes(b"old")

    assert f"{tmp_path / 'out'}: cannot be written (no luck)" == problem(tmp_path / "out", {"a.csv": b"new"}, True)
    assert lying_in(tmp_path) == {"out/a.csv": b"old"}


def test_a_link_goes_on_leading_to_what_is_written(tmp_path):
    """A link as target stays a link, and leads to the new file."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    _whole.write(tmp_path / "link", b"new", True)

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_every_format_is_a_module_and_every_module_a_format():
    """The list of formats is the list of the public modules of the folder."""
    modules = {module.name for module in pkgutil.iter_modules(export.__path__) if not module.name.startswith("_")}

    assert modules == set(export.FORMATS)


@pytest.mark.parametrize("format", export.FORMATS)
def test_every_format_is_tested(format):
    """Each format is imported by a test of exports."""
    tests = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")]

    assert any(re.search(rf"from korea_nato\.export.*\b{format}\b", test) for test in tests)


def test_an_unknown_format_is_refused_with_the_nearest(tmp_path):
    """A misspelt format is an error that names the nearest one."""
    with pytest.raises(BadValue) as caught:
        export.write("parket", tmp_path / "x")

    assert str(caught.value) == "no export format 'parket' (did you mean 'parquet'?)"


@pytest.mark.parametrize(("format", "library"), [("parquet", "pyarrow"), ("xlsx", "xlsxwriter")])
def test_a_missing_library_names_its_extra(tmp_path, monkeypatch, format, library):
    """Where a format's library is missing, the error says which extra brings it, and nothing is written."""
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"korea_nato.export.{format}", raising=False)
    with pytest.raises(MissingExtra) as caught:
        export.write(format, tmp_path / "x")

    assert str(caught.value) == f"the format {format!r} needs an extra: pip install 'korea-nato[{format}]'"
    assert lying_in(tmp_path) == {}


def test_a_missing_part_of_the_package_is_no_missing_extra(tmp_path, monkeypatch):
    """A module of ours that is not there is reported as itself."""
    monkeypatch.setitem(export.FORMATS, "odd", "korea_nato.export.odd")

    with pytest.raises(ModuleNotFoundError, match=r"korea_nato\.export\.odd"):
        export.write("odd", tmp_path / "x")


def test_the_bundled_dataset_is_written_where_none_is_given(tmp_path, data):
    """Without a dataset, the one that comes with the package is written."""
    export.write("json", tmp_path / "out")

    assert (data / "about.json").read_bytes() == (tmp_path / "out/about.json").read_bytes()


HASHES = """
from hashlib import sha256
from importlib import import_module
from korea_nato import export, load
from korea_nato._dataset import bundled
for name, module in export.FORMATS.items():
    print(name, sha256(repr(import_module(module).content(bundled())).encode()).hexdigest())
"""


def test_the_bytes_are_the_same_each_time():
    """No format depends on the clock, the process, the order of sets, or the docstrings, which Python may leave out."""
    first, second = (
        subprocess.run(
            [sys.executable, *options, "-c", HASHES],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone, options in (("1", "UTC", ()), ("2", "Asia/Seoul", ("-OO",)))
    )

    assert len(export.FORMATS) == len(first.splitlines())
    assert first == second


def test_what_is_replaced_keeps_its_mode(tmp_path):
    """A file or a folder that only its owner may read stays so."""
    for name, content in (("x", b""), ("out", FOLDER)):
        _whole.write(tmp_path / name, content, False)
        (tmp_path / name).chmod(0o700)
        _whole.write(tmp_path / name, content, True)

        assert 0o700 == S_IMODE((tmp_path / name).stat().st_mode)


def test_force_spares_empty_folders_and_links_beside_an_export(tmp_path):
    """A folder that somebody has just made, and a link to another, are not lost."""
    for name in ("mine", "more/mine"):
        target = tmp_path / name.replace("/", "-")
        _whole.write(target, FOLDER, False)
        (target / name).mkdir()
        assert f"holds more than an export: '{name}'" in problem(target, FOLDER, force=True)
        (target / name).rmdir()
        (target / name).symlink_to(tmp_path)
        assert f"holds more than an export: '{name}'" in problem(target, FOLDER, force=True)


def test_what_a_killed_run_leaves_is_in_nobodys_way(tmp_path, folder):
    """A scratch folder that was not cleared stops neither an export nor the reading of a folder."""
    for place in (tmp_path / "out", folder, folder / "events"):
        (place / ".korea-nato-abc").mkdir(parents=True)
        (place / ".korea-nato-abc/new").write_bytes(b"")
    _whole.write(tmp_path / "out", FOLDER, True)

    assert FOLDER == lying_in(tmp_path / "out")
    assert load(folder).events()


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="the system has no exchange of folders")
def test_a_folder_is_replaced_without_a_moment_of_absence(tmp_path):
    """Whoever reads a folder that is being replaced finds the old files or the new ones."""
    target = tmp_path / "out"
    _whole.write(target, FOLDER, False)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(lambda: {(target / "a.csv").read_bytes() for _ in range(3000)})
        while not reading.done():
            _whole.write(target, {**FOLDER, "a.csv": b"new"}, True)

        assert reading.result() <= {b"a", b"new"}


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_where_the_system_cannot_exchange_folders_they_are_renamed(tmp_path, monkeypatch, platform):
    """A system that knows no exchange, and one that lacks the function, replace a folder all the same."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    _whole.write(tmp_path / "out", {"a.csv": b"old"}, False)
    _whole.write(tmp_path / "out", FOLDER, True)

    assert {f"out/{name}": data for name, data in FOLDER.items()} == lying_in(tmp_path)


def test_a_folder_that_cannot_be_moved_away_stays(tmp_path, monkeypatch):
    """Where the first of two steps fails, the old folder has never left its place."""
    monkeypatch.setattr(_whole, "exchange", lambda one, other: False)
    _whole.write(tmp_path / "out", {"a.csv": b"old"}, False)

    def refuse(path, target):
        raise PermissionError(13, "no luck")

    monkeypatch.setattr(Path, "rename", refuse)

    assert f"{tmp_path / 'out'}: cannot be written (no luck)" == problem(tmp_path / "out", {"a.csv": b"new"}, True)
    assert lying_in(tmp_path) == {"out/a.csv": b"old"}
