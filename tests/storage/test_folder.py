import os
import shutil
from pathlib import Path

import importlib_resources
import pytest
from hypothesis import given

from folders import errors_of, memory, tiny, write
from korea_nato import load
from korea_nato._editing.rules import check
from korea_nato._load import whole
from korea_nato._model.actors import Place
from korea_nato._model.events import Event
from korea_nato._model.kinds import KINDS
from korea_nato._storage import bundled
from korea_nato._storage.bundled import bundled_folder
from korea_nato._storage.folder import BOUND, UNREADABLE, Files, error_in, id_of, path_of
from korea_nato._storage.store import Store
from korea_nato.errors import BadData, DataError, NoFolder
from strategies import folders


def test_a_record_has_its_place():
    """A record stands in a file of its own, or in a map, where an error inside it names the record first."""
    assert ("places.json", "events/x.json") == (path_of(Place, "vilnius"), path_of(Event, "x"))
    assert DataError("places.json", "vilnius.name", "x") == error_in(Place, "vilnius", "name", "x")
    assert DataError("places.json", "vilnius", "x") == error_in(Place, "vilnius", "", "x")
    assert DataError("events/x.json", "name", "x") == error_in(Event, "x", "name", "x")


def test_records_are_found_by_id():
    """A map gives its records by key, a folder by file name."""
    files = Files(memory(tiny()))

    assert ["europe", "lithuania", "republic-of-korea", "vilnius"] == list(files.shelf(Place))
    assert ["itpp-adoption", "secretary-visit", "vilnius-summit"] == list(files.shelf(Event))
    assert files.shelf(Place) is files.shelf(Place)
    assert "vilnius-summit" == id_of("events/vilnius-summit.json")


def test_what_must_be_whole_names_what_it_lacks():
    """Where nothing may be absent, a file or a folder that is absent is an error, and never nothing."""
    files = Files(memory({}), absent="is lost")

    for kind, file in ((Place, "places.json"), (Event, "events")):
        with pytest.raises(BadData, match=f"^{file}: is lost$"):
            files.shelf(kind)


def test_an_error_is_told_once():
    """A file that is bad is reported once, however often it is asked for."""
    files = Files(memory({"about.json": b"{"}))

    assert [UNREADABLE, UNREADABLE] == [files.value("about.json"), files.value("about.json")]
    assert [DataError("about.json", "", "is not JSON (line 1, column 2)")] == files.errors


def test_what_is_not_there_is_no_error(tmp_path):
    """A folder without a file or a shelf has no value and no record for it."""
    files = Files(tmp_path)

    assert (None, {}, {}) == (files.value("about.json"), files.shelf(Place), files.shelf(Event))
    assert [] == files.errors
    assert [] == files.strays([])


def test_strays_are_named_in_order(tmp_path):
    """Unknown names come in order, hidden ones not at all."""
    write(tmp_path, {"b.json": {"x": 1}, "a.json": {"x": 1}, ".c": b"x"})

    assert ["a.json", "b.json"] == [error.file for error in Files(tmp_path).strays(["d"])]
    assert [] == Files(tmp_path).strays(["a.json", "b.json"])


@pytest.mark.parametrize("name", [".DS_Store", ".x.swp", "x.json~", "#x.json#", "Thumbs.db", "desktop.ini", "Icon\r"])
def test_what_systems_and_editors_leave_is_passed_over(folder, name):
    """Files that nobody put there are no error, at the top or beside the records."""
    write(folder, {name: b"\x00", f"events/{name}": b"\x00"})

    assert load(folder).events()


@pytest.mark.parametrize("file", ["about.json", "terms.json", "places.json", "events/vilnius-summit.json", "events"])
@pytest.mark.parametrize("target", ["nowhere", "itself"])
def test_a_link_that_leads_nowhere_is_an_error(folder, file, target):
    """What is lost is not taken for what is absent: a file, or a shelf with all that it held."""
    path = folder / file
    path.rename(folder.parent / "away")
    path.symlink_to(path if target == "itself" else folder / "gone")

    with pytest.raises(BadData, match=f"^{file}: is a link that leads nowhere$"):
        load(folder)


def test_a_link_that_leads_somewhere_is_followed(folder):
    """A record and a shelf may lie elsewhere."""
    for name in ("events/vilnius-summit.json", "events"):
        away = folder.parent / name.replace("/", "-")
        (folder / name).rename(away)
        (folder / name).symlink_to(away)

    assert "vilnius-summit" in load(folder).events().ids


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
@pytest.mark.parametrize("file", ["about.json", "places.json", "events/x.json"])
def test_what_has_no_end_is_not_read(folder, file):
    """A pipe, on which a reader would wait for ever, and a device are errors."""
    (folder / file).unlink(missing_ok=True)
    os.mkfifo(folder / file)

    with pytest.raises(BadData, match=f"{file}: is not a plain file"):
        load(folder)
    (folder / file).unlink()
    (folder / file).symlink_to("/dev/zero")
    with pytest.raises(BadData, match=f"{file}: is not a plain file"):
        load(folder)


def test_a_file_of_any_size_is_not_read(folder):
    """No file of the data comes near sixteen megabytes."""
    with (folder / "events" / "x.json").open("wb") as file:
        file.truncate(2**24 + 1)

    with pytest.raises(BadData, match=r"^events/x\.json: is larger than 16 MB$"):
        load(folder)


def test_a_shelf_that_is_a_file_is_an_error(folder):
    """Where a folder of records should lie and a file does, the error says so."""
    shutil.rmtree(folder / "statements")
    (folder / "statements").write_bytes(b"")

    with pytest.raises(BadData, match=r"^statements: cannot be read \(Not a directory\)$"):
        load(folder)


def test_a_file_that_goes_after_it_was_read_is_named(folder):
    """What is deleted while somebody works with a folder is told with its name, and the whole folder as itself."""
    dataset = load(folder)
    (folder / "events" / "vilnius-summit.json").unlink()

    with pytest.raises(BadData, match=r"^events/vilnius-summit\.json: has gone since it was read$"):
        check(dataset)
    shutil.rmtree(folder)
    with pytest.raises(NoFolder):
        check(dataset)


def test_a_digest_is_that_of_what_was_read_or_an_error(folder):
    """Where files changed or went after they were read, no digest is told for records that are not theirs."""
    before = load(folder).digest
    again, changed, spoilt, gone = (load(folder) for _ in range(4))
    summit = folder / "events" / "vilnius-summit.json"
    text = summit.read_text(encoding="utf-8")

    assert before == again.digest
    summit.write_text(text.replace("2023-07-11", "2023-07-12"), encoding="utf-8")
    with pytest.raises(BadData, match=r"^events/vilnius-summit\.json: has changed since it was read$"):
        changed.digest  # noqa: B018
    summit.write_text("{", encoding="utf-8")
    with pytest.raises(BadData, match=r"^events/vilnius-summit\.json: has changed since it was read$"):
        spoilt.digest  # noqa: B018
    summit.unlink()
    with pytest.raises(BadData, match=r"^events/vilnius-summit\.json: has gone since it was read$"):
        gone.digest  # noqa: B018


@pytest.mark.parametrize("file", ["events/later.json", "terms.json"])
def test_no_digest_is_told_with_a_file_that_came_after(folder, file):
    """A file that was added after the folder was read is named: the records do not have what it says."""
    (folder / "terms.json").unlink()
    dataset = load(folder)
    shutil.copy(folder / "events" / "vilnius-summit.json", folder / file)

    with pytest.raises(BadData, match=f"^{file}: was added after the folder was read$"):
        dataset.digest  # noqa: B018


@pytest.mark.parametrize("name", ["events", ""])
def test_a_folder_that_may_not_be_read_is_bad_data(folder, name, monkeypatch):
    """The system's refusal is told once, as an error of the data, with its place and not for all that lies in it."""
    listed = os.listdir

    def refuse(path):
        if Path(path).is_relative_to(folder / name):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(BadData, match=rf"^{name or folder}: cannot be read \(Permission denied\)$"):
        load(folder)


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_a_name_that_windows_keeps_is_refused(folder, name):
    """A file named after a device cannot be checked out on Windows."""
    shutil.copy(folder / "events" / "vilnius-summit.json", folder / "events" / f"{name}.json")

    with pytest.raises(BadData, match=rf"events/{name}\.json: is a name that Windows keeps for a device"):
        load(folder)


def test_bundled_data_are_those_of_the_checkout(data):
    """Whether each record has a file of its own there or not, the package has the files of the checkout."""
    assert Files(data).digest() == Files(bundled_folder()).digest()


def bound(files):
    """Return the files as the wheel has them: those of each folder in one, a map of them by id."""
    made = {}
    for name, value in files.items():
        shelf, _, file = name.rpartition("/")
        if shelf:
            made.setdefault(f"{shelf}/{BOUND}", {})[file.removesuffix(".json")] = value
        else:
            made[name] = value
    return made


@given(files=folders())
def test_files_bound_into_one_are_read_as_if_each_were_alone(files):
    """What is read, the text of each file and the hash of them all are the same in either form."""
    one, other = whole(memory(files)), whole(memory(bound(files)))

    for kind in KINDS:
        assert list(one.records(kind)) == list(other.records(kind))
    assert one.digest == other.digest
    assert [one.store.files.content(name) for name in files] == [other.store.files.content(name) for name in files]


def test_errors_in_bound_files_are_those_of_each_alone():
    """An error names the record's own file, whichever way the files lie."""
    files = {**tiny(), "events/vilnius-summit.json": {"kind": 5}, "statements/No Id.json": {"speakers": []}}

    assert errors_of(files) == errors_of(bound(files))


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (b"{", "is not JSON (line 1, column 2)"),
        ([], "a list is not an object"),
        ({}, "is empty: what is not known is left out"),
    ],
)
def test_bound_files_that_cannot_be_read_are_one_error(value, error):
    """What is not a map of records is told once, not as a broken link in each record that leads there."""
    assert [f"events/_all.json: {error}"] == errors_of({**bound(tiny()), "events/_all.json": value})


def test_bound_files_and_others_do_not_lie_together(folder):
    """A file beside the bound ones is not passed over: the name of theirs is then one that no record has."""
    (folder / "events" / BOUND).write_text("{}")

    with pytest.raises(BadData, match=r"events/_all\.json: is not named after an id"):
        load(folder)


def test_bundled_data_are_found_in_an_archive(monkeypatch, tmp_path):
    """Where the package is not a plain folder, importlib-resources leads to the data."""
    packed = write(tmp_path / "packed", {"data/about.json": {"version": "1"}})
    monkeypatch.setattr(bundled, "__file__", str(tmp_path / "bundled.py"))
    monkeypatch.setattr(importlib_resources, "files", lambda _: packed)

    assert packed / "data" == bundled_folder()


@pytest.mark.parametrize("name", ["about.json", "events/vilnius-summit.json"])
def test_content_is_the_bytes(folder, name):
    """``content`` gives a file as it lies there."""
    assert (folder / name).read_bytes() == Files(folder).content(name)


def test_a_package_without_data_is_never_an_empty_record(monkeypatch, tmp_path):
    """Where neither the package nor its checkout has the data, the error names what is missing."""
    monkeypatch.setattr(bundled, "__file__", str(tmp_path / "bundled.py"))
    monkeypatch.setattr(importlib_resources, "files", lambda _: tmp_path)

    with pytest.raises(BadData, match=r"^data/about\.json: "):
        bundled_folder()


@pytest.mark.parametrize(
    ("file", "value", "problem"),
    [
        ("programmes/itpp.json", b"{", r"programmes/itpp\.json: is not JSON"),
        ("places.json", {**tiny()["places.json"], "New Place": {}}, r"places\.json: New Place: is not an id"),
    ],
    ids=["itself", "what it leads to"],
)
def test_a_bundled_programme_that_somebody_spoilt_is_bad_data(monkeypatch, file, value, problem):
    """A programme that is asked for without the others is told to be wrong as with them, with all that it led to."""
    spoilt = Store(memory({**tiny(), file: value}), trusted=True)
    monkeypatch.setattr(bundled, "bundled_store", lambda: spoilt)

    with pytest.raises(BadData, match=problem):
        bundled.programme("itpp")
