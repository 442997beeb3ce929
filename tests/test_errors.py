import pickle
import sys

import pytest

from korea_nato import plot, site
from korea_nato.errors import BadData, BadValue, DataError, MissingExtra, NoSuchRecord, extra, printable, suggestion


def test_an_error_is_one_sentence_of_file_path_and_problem():
    """A data error reads ``file: path: what is wrong``."""
    error = DataError("events/x.json", "date", "is missing")

    assert "events/x.json: date: is missing" == str(error)


def test_parts_that_are_not_known_leave_no_gap():
    """Where there is no path, the file is followed by the problem at once."""
    assert "x.json: is not JSON" == str(DataError("x.json", "", "is not JSON"))
    assert "is missing" == str(BadValue("is missing"))
    assert "to: is missing" == str(BadValue("is missing", "to"))


def test_data_errors_are_plain_values():
    """Two data errors with the same parts are equal."""
    assert DataError("a", "b", "c") == DataError("a", "b", "c")
    assert DataError("a", "b", "c") != DataError("a", "b", "d")


def test_bad_data_carries_every_error_and_prints_one_a_line():
    """The exception has all the errors of a folder, and is a ``ValueError``."""
    one, other = DataError("a", "b", "c"), DataError("d", "e", "f")
    error = BadData((one, other))

    assert (one, other) == error.errors
    assert "a: b: c\nd: e: f" == str(error)
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    "error",
    [
        BadData((DataError("a", "b", "c"),)),
        BadValue("is missing", "to"),
        NoSuchRecord("event", "x", ["y"]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_exceptions_survive_pickling(error):
    """An exception from another process says the same and carries the same."""
    copy = pickle.loads(pickle.dumps(error))

    assert (type(error), str(error), vars(error)) == (type(copy), str(copy), vars(copy))


def test_a_bad_look_up_names_the_nearest_id():
    """``NoSuchRecord`` suggests what may have been meant, and is a ``LookupError``."""
    error = NoSuchRecord("event", "madird-summit", ["paris-summit", "madrid-summit"])

    assert "no event 'madird-summit' (did you mean 'madrid-summit'?)" == str(error)
    assert "madird-summit" == error.id
    assert isinstance(error, LookupError)


def test_nothing_is_suggested_where_nothing_is_near():
    """A suggestion is made only where a known word is close."""
    assert "" == suggestion("zzz", ["madrid", "paris"])
    assert "" == suggestion("zzz", [])


def test_a_part_of_an_id_leads_to_the_whole():
    """Who knows one word of an id is told the ids that have it, three at most, unless another is nearer."""
    bodies = [f"rok-ministry-of-body-{number}" for number in range(5)]

    assert " (did you mean 'yoon-suk-yeol'?)" == suggestion("Yoon", ["moon-jae-in", "yoon-suk-yeol"])
    assert " (did you mean 'rok-ministry-of-body-0' or 'rok-ministry-of-body-1' or 'rok-ministry-of-body-2'?)" == (
        suggestion("ministry", bodies)
    )
    assert " (did you mean 'natto'?)" == suggestion("nato", ["natto", "mission-to-nato-brussels"])


def test_a_missing_extra_names_the_command_that_brings_it():
    """The error for a library that is not installed says how to install it."""
    assert "a table needs an extra: pip install 'korea-nato[cli]'" == str(MissingExtra("a table", "cli"))


def test_where_nothing_is_near_a_short_list_is_shown_whole():
    """Of a few languages all are named, of many records none."""
    assert "no language 'kr' (there is en, ko)" == str(NoSuchRecord("language", "kr", ["ko", "en"]))
    assert "no record 'kr'" == str(NoSuchRecord("record", "kr", [f"record-{number}" for number in range(41)]))


@pytest.mark.parametrize("problem", [ImportError("libarrow.so.2600: cannot open"), ModuleNotFoundError(name="numpy")])
def test_a_broken_library_is_not_a_missing_extra(problem):
    """Only the absence of the library itself is told as one; whatever else fails in it comes through."""
    with pytest.raises(ImportError) as caught, extra("arrow", "an Arrow table", "pyarrow"):
        raise problem

    assert problem is caught.value


def test_what_cannot_be_seen_is_escaped():
    """A text for a terminal keeps its letters, and shows control signs instead of obeying them."""
    assert "사이버 방위" == printable("사이버 방위")
    assert r"\x1b[2J\u202e\n\x9b" == printable("\x1b[2J\u202e\n\x9b")


@pytest.mark.parametrize(
    "asked",
    [
        lambda data, long: data.event(long),
        lambda data, long: data.events(kind=long),
        lambda data, long: data.events(place=[long]),
        lambda data, long: data.events(since=long),
        lambda data, long: data.events(area=[[long]]),
        lambda data, long: data.show("itpp", language=long),
        lambda data, long: data.cite([{long: 1}.items]),
        lambda data, long: data.cite("itpp", form=long),
        lambda data, long: data.claims(field=[[long]]),
        lambda data, long: data.search([long]),
        lambda data, long: data.export(long, "x"),
        lambda data, long: data.export("json", [long]),
        lambda data, long: data.analysis.network([long]),
    ],
)
def test_no_error_repeats_what_was_asked_at_full_length(tiny, asked):
    """A value that cannot be taken is named by its beginning, as one printable line."""
    with pytest.raises((BadValue, NoSuchRecord)) as caught:
        asked(tiny, "x\x1b[31m\n" * 10_000)

    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("library", "module", "asked", "sentence"),
    [
        ("altair", "plot._look", lambda: plot.timeline([]), "a chart needs an extra: pip install 'korea-nato[plot]'"),
        (
            "jinja2",
            "site._content",
            lambda: site.write("x"),
            "the explorer needs an extra: pip install 'korea-nato[site]'",
        ),
    ],
)
def test_pictures_and_pages_without_their_library_are_one_sentence(monkeypatch, library, module, asked, sentence):
    """Where the library of charts or of pages is not installed, the error says which extra brings it."""
    monkeypatch.delitem(sys.modules, f"korea_nato.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtra) as caught:
        asked()
    assert sentence == str(caught.value)
