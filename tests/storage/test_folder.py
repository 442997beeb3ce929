import importlib_resources
import pytest

from folders import memory, tiny, write
from korea_nato._model.actors import Place
from korea_nato._model.events import Event
from korea_nato._storage import folder as _raw
from korea_nato._storage.folder import UNREADABLE, Files, Raw, bundled_folder, mapped, stem
from korea_nato.errors import DataError


def test_a_raw_record_knows_its_place():
    """An error inside a record of a map names the record first."""
    assert DataError("places.json", "vilnius.name", "x") == Raw("places.json", "vilnius", {}).error("name", "x")
    assert DataError("events/x.json", "name", "x") == Raw("events/x.json", "", {}).error("name", "x")


def test_records_are_found_by_id():
    """A map gives its records by key, a folder by file name."""
    files = Files(memory(tiny()))

    assert ["europe", "lithuania", "republic-of-korea", "vilnius"] == list(files.shelf(Place))
    assert ["itpp-adoption", "secretary-visit", "vilnius-summit"] == list(files.shelf(Event))
    assert files.shelf(Place) is files.shelf(Place)
    assert "vilnius-summit" == stem("events/vilnius-summit.json")
    assert {"a": Raw("x.json", "a", 1)} == mapped("x.json", {"a": 1})


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


def test_bundled_data_are_a_plain_folder_where_they_can_be(data):
    """In an installed package the folder of the data is a path."""
    assert data == bundled_folder()


def test_bundled_data_are_found_in_an_archive(monkeypatch, tmp_path):
    """Where the package is not a plain folder, importlib-resources leads to the data."""
    packed = write(tmp_path / "packed", {"data/about.json": {"version": "1"}})
    monkeypatch.setattr(_raw, "__file__", str(tmp_path / "_raw.py"))
    monkeypatch.setattr(importlib_resources, "files", lambda _: packed)

    assert packed / "data" == bundled_folder()


@pytest.mark.parametrize("name", ["about.json", "events/vilnius-summit.json"])
def test_content_is_the_bytes(folder, name):
    """``content`` gives a file as it lies there."""
    assert (folder / name).read_bytes() == Files(folder).content(name)
