"""What is pickled here is the same elsewhere: in another process, in another folder."""

import pickle
import pickletools
import re
import shutil
import subprocess
import sys

import pytest

import korea_nato
from korea_nato import analysis, load
from korea_nato.errors import BadData, BadValue, DataError, MissingExtra, NoFolder, NoSuchRecord

OBJECTS = {
    "programme": lambda: korea_nato.ITPP,
    "area": lambda: korea_nato.ITPP.areas[0],
    "places": korea_nato.places,
    "organisations": korea_nato.organisations,
    "publishers": korea_nato.publishers,
    "people": korea_nato.people,
    "events": korea_nato.events,
    "commitments": korea_nato.commitments,
    "statements": korea_nato.statements,
    "sources": korea_nato.sources,
    "areas": korea_nato.areas,
    "claims": korea_nato.claims,
    "conflicts": korea_nato.conflicts,
    "coverage": korea_nato.coverage,
    "dataset": lambda: korea_nato.events.__self__,
    "function": lambda: korea_nato.events,
    "load": lambda: load,
    "about": lambda: korea_nato.events.__self__.about,
    "mentions": lambda: korea_nato.areas_in("NATO and cyber defence"),
    "hits": lambda: korea_nato.search("summit"),
    "codebook": korea_nato.codebook,
    "comparison": lambda: analysis.compare("ipcp-third", "itpp"),
    "attestations": lambda: analysis.attestations("itpp"),
    "cooccurrence": lambda: analysis.cooccurrence("itpp"),
    "promises": analysis.promises,
    "firsts": analysis.firsts,
    "support": lambda: analysis.support("itpp"),
    "data error": lambda: DataError("a", "b", "c"),
    "bad data": lambda: BadData((DataError("a", "b", "c"),)),
    "no folder": lambda: NoFolder("nowhere"),
    "bad value": lambda: BadValue("is missing", "to"),
    "no such record": lambda: NoSuchRecord("event", "x", ["y"]),
    "missing extra": lambda: MissingExtra("a table", "cli"),
}


@pytest.fixture(name="copy")
def fixture_copy(data, tmp_path):
    """Return a copy of the shipped data."""
    return shutil.copytree(data, tmp_path / "copy")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("name", OBJECTS)
def test_pickles_hold_no_private_name(name, protocol):
    """Only public names of the package are written into a pickle, so that modules may move."""
    told = pickletools.genops(pickle.dumps(OBJECTS[name](), protocol))
    modules = {str(part) for _, part, _ in told if re.match(r"korea_nato\b", str(part))}

    assert set() == {module for module in modules if "._" in module}


@pytest.mark.parametrize("name", OBJECTS)
def test_everything_survives_pickling(name):
    """What comes back equals what went in, and says the same."""
    before = OBJECTS[name]()
    after = pickle.loads(pickle.dumps(before))

    assert (type(before), str(before), repr(before)) == (type(after), str(after), repr(after))
    assert before == after or isinstance(before, Exception)
    assert not isinstance(before, Exception) or vars(before) == vars(after)


def test_a_card_survives_pickling():
    """What ``show`` returns can be kept."""
    card = korea_nato.show("itpp")

    assert str(card) == str(pickle.loads(pickle.dumps(card)))
    assert b"korea_nato._" not in pickle.dumps(card)


def test_the_bundled_dataset_stays_the_bundled_one():
    """A function or dataset of the bundled data is that of the process which unpickles it."""
    assert korea_nato.events.__self__ is pickle.loads(pickle.dumps(korea_nato.events.__self__))
    assert korea_nato.events == pickle.loads(pickle.dumps(korea_nato.events))


def test_a_folder_given_by_a_relative_path_is_found_from_elsewhere(copy, tmp_path, monkeypatch):
    """Rows keep their provenance after the working directory has changed."""
    monkeypatch.chdir(copy.parent)
    dataset = load(copy.name)
    events, rows = dataset.events(), dataset.events().rows()
    pickled = pickle.dumps((dataset, events))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    again, same = pickle.loads(pickled)

    assert max(row["n_sources"] for row in rows) > 0
    assert rows == same.rows() == again.events().rows() == events.rows()


def test_a_folder_that_has_gone_is_an_error(copy):
    """Neither a dataset nor the counts of its records become empty: the error names the folder."""
    dataset = load(copy)
    pickled = pickle.dumps((dataset, dataset.events()))
    shutil.rmtree(copy)
    again, events = pickle.loads(pickled)

    assert len(events) == len(dataset.events())
    for ask in (events.rows, again.events, again.claims, again.coverage, again.places):
        with pytest.raises(NoFolder, match=r"copy: is not a folder$"):
            ask()


def test_a_worker_without_pyarrow_answers(tmp_path):
    """A pool hands on the error of a worker, instead of waiting for ever."""
    script = tmp_path / "script.py"
    script.write_text("""
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
import korea_nato
def lose():
    sys.modules["pyarrow"] = None
if __name__ == "__main__":
    with ProcessPoolExecutor(1, get_context("spawn"), lose) as pool:
        try:
            pool.submit(korea_nato.places().to_arrow).result(30)
        except korea_nato.errors.MissingExtra as error:
            print(error)
""")
    done = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", timeout=60)

    assert "an Arrow table needs an extra: pip install 'korea-nato[arrow]'\n" == done.stdout
