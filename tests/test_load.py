import json
import shutil

import pytest

from folders import bytes_of, errors_of, memory, put, tiny, without, write
from korea_nato import load
from korea_nato._load import whole
from korea_nato._model.record import ADDRESS
from korea_nato.errors import BadData

EUROPE = "places.json"
ADOPTION = "events/itpp-adoption.json"
SUMMIT = "events/vilnius-summit.json"
ITPP = "programmes/itpp.json"
GAZETTE = "sources/gazette-new-programme.json"
EMPTY = "is empty: what is not known is left out"


def changed(file, at, new):
    """Return the small folder with another value at one place."""
    files = tiny()
    return {**files, file: put(files.get(file, {}), at, new)}


def test_a_good_folder_is_read_whole(folder):
    """``load`` returns the dataset of a folder, by path or by its text."""
    dataset = load(folder)

    assert dataset.programme("itpp") == load(str(folder)).programme("itpp")
    assert "<Dataset 'tiny'>" == repr(dataset)


def test_a_folder_in_an_archive_reads_as_one_on_disk(folder):
    """What lies in memory gives the records that the same bytes on disk give."""
    dataset = whole(memory(tiny()))

    assert list(dataset.claims()) == list(load(folder).claims())
    assert "<Dataset 'memory'>" == repr(dataset)


def test_what_is_no_folder_is_said(folder):
    """A path that leads nowhere, or to a file, is one error."""
    with pytest.raises(BadData, match="nowhere: is not a folder"):
        load(folder / "nowhere")
    with pytest.raises(BadData, match=r"about\.json: is not a folder"):
        load(folder / "about.json")


def test_an_empty_folder_is_a_dataset_of_nothing(tmp_path):
    """A folder without files holds no records, and that is not an error."""
    assert 0 == len(load(tmp_path).events())
    assert 0 == len(load(tmp_path).claims())


@pytest.mark.parametrize("hidden", [".git/config", ".DS_Store"])
def test_hidden_files_are_no_concern(folder, hidden):
    """What begins with a dot is left alone."""
    write(folder, {hidden: b"x"})

    assert load(folder)


# The eleven wrong inputs that a lenient reader lets in, and where each is found out.
@pytest.mark.parametrize(
    ("file", "at", "new", "error"),
    [
        (GAZETTE, ("title",), None, "title: null is not a text"),
        (GAZETTE, ("title",), 5, "title: 5 is not a text"),
        (ITPP, ("area_count",), "7", "area_count: '7' is not a whole number"),
        (ITPP, ("area_count",), True, "area_count: true is not a whole number"),
        (ITPP, ("binding",), "false", "binding: 'false' is not true or false"),
        (ITPP, ("also",), "ab", "also: 'ab' is not a list"),
        (ITPP, ("also",), {"k": 1}, "also: an object is not a list"),
        (ITPP, ("also",), ["a", 5], "also[1]: 5 is not a text"),
        (SUMMIT, ("date",), "20240501", "date: '20240501' is not YYYY, YYYY-MM or YYYY-MM-DD"),
        (GAZETTE, ("url",), 7, "url: 7 is not a text"),
        (SUMMIT, ("palce",), "vilnius", "palce: no such field (did you mean 'place'?)"),
    ],
    ids=["none", "5", "'7'", "true", "'false'", "'ab'", "map", "mixed", "day", "optional", "key"],
)
def test_the_eleven_wrong_inputs_are_refused(file, at, new, error):
    """No value is made to fit: each of the eleven is an error at its place."""
    assert [f"{file}: {error}"] == errors_of(changed(file, at, new))


@pytest.mark.parametrize(
    ("file", "at", "new", "error"),
    [
        (GAZETTE, ("language",), "English", "language: 'English' is not a language tag such as 'en' or 'ko'"),
        (GAZETTE, ("url",), "gazette.example", f"url: 'gazette.example' is not {ADDRESS['form'][1]}"),
        (GAZETTE, ("text_sha256",), "F" * 64, f"text_sha256: {'F' * 59 + '…'!r} is not a SHA-256 in hexadecimal"),
        (
            GAZETTE,
            ("passages", 0, "says", "area_count"),
            "eleven",
            "passages[0].says.area_count: 'eleven' is not a whole number",
        ),
        (GAZETTE, ("passages", 0, "says", "colour"), "red", "passages[0].says.colour: no such field"),
        (
            GAZETTE,
            ("passages", 0, "says", "area_cuont"),
            11,
            "passages[0].says.area_cuont: no such field (did you mean 'area_count'?)",
        ),
        (
            GAZETTE,
            ("passages", 0, "says", "summary"),
            "x",
            "passages[0].says.summary: this field of programmes takes no claims",
        ),
        (
            GAZETTE,
            ("passages", 0, "about"),
            "ittp",
            "passages[0].about: no record 'ittp' (did you mean 'itpp'?)",
        ),
        (
            GAZETTE,
            ("passages", 2, "about"),
            "itpp/cyber-defense",
            "passages[2].about: no area 'itpp/cyber-defense' (did you mean 'itpp/cyber-defence'?)",
        ),
        (
            GAZETTE,
            ("passages", 2, "about"),
            "itpp/itpp/cyber-defence",
            "passages[2].about: no area 'itpp/itpp/cyber-defence' (did you mean 'itpp/cyber-defence'?)",
        ),
        (GAZETTE, ("passages", 5, "says"), {}, f"passages[5].says: {EMPTY}"),
        (GAZETTE, ("passages",), [], f"passages: {EMPTY}"),
        (GAZETTE, ("published",), "2026-01-03", "accessed: '2026-01-02' is before it was published"),
        (GAZETTE, ("text_length",), 0, "text_length: is 0: what is not known is left out"),
        (SUMMIT, ("areas", 0), "itpp/cyber", "areas[0]: no area 'itpp/cyber' (did you mean 'itpp/cyber-defence'?)"),
        (SUMMIT, ("areas",), ["itpp/cyber-defence"] * 2, "areas: 'itpp/cyber-defence' is duplicated"),
        (SUMMIT, ("kind",), "sumit", "kind: no word 'sumit' in 'event-kinds' (did you mean 'summit'?)"),
        (SUMMIT, ("figures", "xyz"), 3, "figures.xyz: no word 'xyz' in 'figure-kinds'"),
        (SUMMIT, ("figures", "minutes"), 4.5, "figures.minutes: 4.5 is not a whole number"),
        (
            SUMMIT,
            ("figures", "minutes"),
            "many",
            "figures.minutes: 'many' is not a whole number, '~60', '>=80' or '<=5'",
        ),
        (SUMMIT, ("ends",), "2023-07-10", "ends: '2023-07-10' is before its date"),
        (SUMMIT, ("id",), "vilnius-summit", "id: the file's name is the id, and is not repeated inside"),
        (SUMMIT, ("title", "ko"), "", f"title.ko: {EMPTY}"),
        (SUMMIT, ("title", "ko"), " x", "title.ko: begins or ends in a space"),
        (SUMMIT, ("title", "ko"), "a\nb", "title.ko: has U+000A in it (a control character)"),
        (SUMMIT, ("title",), {"ko": "x"}, "title: has no English ('en')"),
        (SUMMIT, ("title", "korean"), "x", "title: 'korean' is not a language tag such as 'en' or 'ko'"),
        (SUMMIT, ("place",), "vilnuis", "place: no place 'vilnuis' (did you mean 'vilnius'?)"),
        (
            ADOPTION,
            ("participants", 0, "office"),
            "King",
            "participants[0].office: 'yoon-suk-yeol' has no office 'King'",
        ),
        (
            ADOPTION,
            ("participants", 1, "actor"),
            "natto",
            "participants[1].actor: no person or organisation 'natto' (did you mean 'nato'?)",
        ),
        (ADOPTION, ("date",), "2023-07-12", "date: is not the day on which 'itpp' was adopted (2023-07-11)"),
        (ITPP, ("areas", 0, "id"), "Cyber", "areas[0].id: 'Cyber' is not an id (lower-case words joined by hyphens)"),
        (ITPP, ("areas", 1), "cyber", "areas[1]: 'cyber' is not an object"),
        (ITPP, ("areas", 1, "number"), 3, "areas: the numbers of the areas are not 1, 2, 3 ... in order"),
        (ITPP, ("areas", 0, "nmae"), "x", "areas[0].nmae: no such field (did you mean 'name'?)"),
        (
            ITPP,
            ("settled", "adopted", "2023-07-13", "kind"),
            "silp",
            "settled.adopted.2023-07-13.kind: no word 'silp' in 'settlement-kinds' (did you mean 'slip'?)",
        ),
        (ITPP, ("period_to",), "2022", "period_to: '2022' is before 'period_from'"),
        ("people.json", ("yoon-suk-yeol", "name"), {"en": 5}, "yoon-suk-yeol.name.en: 5 is not a text"),
        (
            "people.json",
            ("jens-stoltenberg", "offices", 0, "to"),
            "2013",
            "jens-stoltenberg.offices[0].to: '2013' is before 'from' ('2014-10-01')",
        ),
        ("statements/yoon-hope.json", ("date",), "2023", "date: a statement made at an event has no date of its own"),
        ("about.json", ("closed",), "soon", "closed: 'soon' is not YYYY, YYYY-MM or YYYY-MM-DD"),
        ("about.json", ("colour",), "red", "colour: no such field"),
        ("terms.json", ("areas", 0, "always", "en", 0), 5, "areas[0].always.en[0]: 5 is not a text"),
        ("vocabulary.json", ("seen", "half"), ["x"], "seen.half: a list is not an object"),
        ("places.json", (), [], "a list is not an object"),
        ("places.json", (), {}, EMPTY),
        ("events/vilnius-summit.json", (), None, "null is not an object"),
        ("vocabulary.json", (), None, "null is not an object"),
        ("about.json", (), 5, "5 is not an object"),
    ],
    ids=lambda value: None if value is not None else "null",
)
def test_a_wrong_value_is_one_sentence(file, at, new, error):
    """An error names file, path and problem, with what was meant where that can be guessed."""
    assert f"{file}: {error}" in errors_of(changed(file, at, new))


@pytest.mark.parametrize(
    ("file", "at"),
    [
        (ITPP, ("summary",)),
        (ITPP, ("areas", 0, "id")),
        (ITPP, ("areas", 0, "continues", 0, "basis")),
        (SUMMIT, ("kind",)),
        (ADOPTION, ("participants", 1, "role")),
        (GAZETTE, ("passages", 0, "wording")),
        ("about.json", ("version",)),
        ("places.json", ("vilnius", "name")),
    ],
)
def test_what_must_be_there_is_missed(file, at):
    """A required field that is left out is named as missing."""
    files = tiny()
    files[file] = without(files[file], at)
    names = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in at).removeprefix(".")

    assert f"{file}: {names}: is missing" in errors_of(files)


def test_all_errors_of_a_folder_come_together():
    """Errors of several files, and several of one, are in one exception."""
    files = changed(SUMMIT, ("date",), "soon")
    files[SUMMIT]["place"] = "moon"
    files["about.json"]["closed"] = "later"
    files["publishers.json"]["wire"]["kind"] = "papyrus"

    assert {
        "about.json: closed: 'later' is not YYYY, YYYY-MM or YYYY-MM-DD",
        "publishers.json: wire.kind: no word 'papyrus' in 'publisher-kinds'",
        f"{SUMMIT}: date: 'soon' is not YYYY, YYYY-MM or YYYY-MM-DD",
        f"{SUMMIT}: place: no place 'moon'",
    } == set(errors_of(files))


def test_one_mistake_is_one_error():
    """A record that is wrong is reported once, however many others lead to it."""
    for file, at in ((ITPP, ("adopted",)), (SUMMIT, ("date",)), ("places.json", ("vilnius", "kind"))):
        assert 1 == len(errors_of(changed(file, at, "nothing")))


@pytest.mark.parametrize("file", ["about.json", "vocabulary.json", "terms.json", "places.json", SUMMIT])
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"{", "is not JSON (line 1, column 2)"),
        (b'{"a": 1, "a": 1}', "a: duplicate key"),
        (b"\xff\xfe", "is not UTF-8"),
        (b'{"a":' * 100_000, "is nested too deeply"),
    ],
    ids=["broken", "twice", "latin", "deep"],
)
def test_a_file_that_is_no_json_is_one_error(file, data, problem):
    """A file that cannot be read is reported once, and those that lead to it are not."""
    found = [error for error in errors_of({**tiny(), file: data}) if error.startswith(f"{file}:")]

    assert [f"{file}: {problem}"] == found


@pytest.mark.parametrize("file", ["places.json", "people.json", SUMMIT, ITPP, GAZETTE])
def test_what_leads_to_an_unreadable_file_is_no_error(file):
    """Links to records of a file that cannot be read are not called dangling."""
    assert [f"{file}: is not JSON (line 1, column 1)"] == errors_of({**tiny(), file: b""})


def test_deep_nesting_inside_a_good_file_is_an_error():
    """A value three hundred lists deep stops no reader, and is not printed whole."""
    files = tiny()
    deep = "[" * 300 + "]" * 300
    data = json.dumps(files[SUMMIT]).replace('"lithuania"', deep).encode()

    assert [f"{SUMMIT}: place: a list is not a text"] == errors_of({**files, SUMMIT: data})


@pytest.mark.parametrize(("text", "problem"), [(r"\ud800", "U+D800"), (r"x\udfffy", "U+DFFF")])
def test_half_characters_are_refused(text, problem):
    """A lone surrogate, which no file can be written with, is an error where it stands."""
    files = tiny()
    data = json.dumps(files[SUMMIT]).replace("Summit in Vilnius", text).encode()

    assert [f"{SUMMIT}: title.en: has {problem} in it (half a character)"] == errors_of({**files, SUMMIT: data})


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("evnets/x.json", "evnets: no such file or folder in the form of the data (did you mean 'events'?)"),
        ("readme.txt", "readme.txt: no such file or folder in the form of the data"),
        ("Places.json", "Places.json: no such file or folder in the form of the data (did you mean 'places.json'?)"),
        (
            "events/Madrid-Summit.json",
            "events/Madrid-Summit.json: is not named after an id: lower-case words joined by hyphens, and '.json'",
        ),
        (
            "events/madrid_summit.json",
            "events/madrid_summit.json: is not named after an id: lower-case words joined by hyphens, and '.json'",
        ),
        (
            "events/madrid-summit.JSON",
            "events/madrid-summit.JSON: is not named after an id: lower-case words joined by hyphens, and '.json'",
        ),
        (
            "events/more/x.json",
            "events/more: is not named after an id: lower-case words joined by hyphens, and '.json'",
        ),
    ],
)
def test_what_has_no_business_in_the_folder_is_found(name, error):
    """Unknown files and folders, upper-case names and other endings are errors."""
    assert [error] == errors_of({**tiny(), name: tiny()[SUMMIT]})


def test_a_folder_named_as_a_file_cannot_be_read(folder):
    """Where a file should lie and a folder does, the error says so."""
    (folder / "events" / "x.json").mkdir()

    with pytest.raises(BadData, match=r"^events/x\.json: is not a plain file$"):
        load(folder)


def test_an_id_in_a_map_is_an_id():
    """A key of a map that is not an id is an error."""
    files = changed("places.json", ("North Pole",), {"name": {"en": "x"}, "kind": "city"})

    assert [
        "places.json: North Pole: is not an id: lower-case words of ASCII letters and digits, joined by hyphens"
    ] == errors_of(files)


def test_an_id_belongs_to_one_record_of_all_kinds():
    """Two records of different kinds cannot have one id."""
    files = changed("places.json", ("nato",), {"name": {"en": "x"}, "kind": "city"})

    assert ["organisations.json: nato: the id 'nato' is that of place 'nato' (places.json)"] == errors_of(files)


def test_a_former_id_is_not_used_again():
    """An id that a record once had belongs to no other."""
    files = changed("places.json", ("vilnius", "formerly"), ["itpp"])

    assert [f"{ITPP}: the id 'itpp' is that of place 'vilnius' (places.json)"] == errors_of(files)


def test_two_areas_of_one_programme_have_two_ids():
    """An area's id stands once in its programme."""
    files = changed(ITPP, ("areas", 1, "id"), "cyber-defence")

    assert [f"{ITPP}: areas: 'cyber-defence' is duplicated"] == errors_of(files)


@pytest.mark.parametrize(
    ("changes", "file", "error"),
    [
        (
            {"programmes/ipcp-first.json": {"previous": "itpp"}},
            "programmes/",
            "previous: refers to itself: ",
        ),
        ({SUMMIT: {"part_of": "itpp-adoption"}}, "events/", "part_of: refers to itself: "),
        (
            {SUMMIT: {"part_of": "vilnius-summit"}},
            SUMMIT,
            "part_of: refers to itself: vilnius-summit -> vilnius-summit",
        ),
        ({GAZETTE: {"copy_of": "wire-new-programme"}}, "sources/", "copy_of: refers to itself: "),
    ],
    ids=["previous", "part_of", "itself", "copy_of"],
)
def test_circles_are_errors(changes, file, error):
    """A record that leads back to itself is refused, and the circle is shown."""
    files = tiny()
    for name, fields in changes.items():
        files[name] |= fields
    found = errors_of(files)

    assert any(one.startswith(file) and error in one for one in found)
    assert all("refers to itself" in one for one in found)


@pytest.mark.parametrize(
    ("file", "id", "field", "target"),
    [
        ("places.json", "europe", "within", "vilnius"),
        ("organisations.json", "rok-government", "part_of", "rok-presidential-office"),
    ],
)
def test_circles_inside_one_file_are_errors(file, id, field, target):
    """Places within each other, and bodies part of each other, are refused."""
    found = errors_of(changed(file, (id, field), target))

    assert 1 == len(found)
    assert "refers to itself: " in found[0]


@pytest.mark.parametrize(
    ("file", "at", "problem"),
    [
        (ITPP, ("area_count",), "says.area_count: 'itpp' has no value for it"),
        (SUMMIT, ("figures", "minutes"), "says.figures.minutes: 'vilnius-summit' has no value for it"),
        (SUMMIT, ("areas",), "says.areas: 'vilnius-summit' has no value for it"),
    ],
)
def test_a_claim_on_an_empty_field_is_an_error(file, at, problem):
    """What a source says of a field that the record leaves empty is reported where it says so."""
    files = tiny()
    files[file] = without(files[file], at)
    found = errors_of(files)

    assert found
    assert all(error.startswith("sources/") and error.endswith(problem) for error in found)


def test_the_day_of_an_adoption_is_claimed_of_the_programme():
    """An event that concludes a programme takes no claims on its date."""
    files = changed(GAZETTE, ("passages", 7, "says", "date"), "2023-07-11")

    assert [
        f"{GAZETTE}: passages[7].says.date: is the day of a programme's adoption: claim 'adopted' of 'itpp'"
    ] == errors_of(files)


def test_a_source_says_a_thing_once_in_the_same_words():
    """A passage that repeats an earlier one is an error."""
    files = tiny()
    passages = files[GAZETTE]["passages"]
    passages.append({**passages[4], "note": "Again."})

    assert [
        f"{GAZETTE}: passages[14].says.adopted: says the same as an earlier passage, in the same words"
    ] == errors_of(files)


def test_shipped_data_load_from_any_place(data, tmp_path):
    """A copy of the shipped folder gives the same records."""
    shutil.copytree(data, tmp_path / "copy")

    assert bytes_of(data) == bytes_of(tmp_path / "copy")
    assert load(tmp_path / "copy").events() == load(data).events()


def test_a_missing_vocabulary_is_one_error():
    """Without the closed lists no word can be judged, and that is said once, not at every word."""
    files = {name: value for name, value in tiny().items() if name != "vocabulary.json"}

    assert ["vocabulary.json: is missing"] == errors_of(files)


def test_a_broken_vocabulary_is_one_error():
    """A vocabulary that is not JSON is its own error, and the words that it would hold are none."""
    assert ["vocabulary.json: is not JSON (line 1, column 2)"] == errors_of({**tiny(), "vocabulary.json": b"{"})


@pytest.mark.parametrize("folder", ["", None, 5, b"data"])
def test_what_is_no_path_is_refused(folder):
    """An empty path is not the folder that one happens to stand in."""
    with pytest.raises(BadData, match="is not the path of a folder"):
        load(folder)


def test_a_path_that_is_too_long_is_bad_data():
    """Where the system cannot even look whether there is a folder, that is told as anything else that is wrong."""
    with pytest.raises(BadData, match=r"^x{50}"):
        load("x" * 5000)
