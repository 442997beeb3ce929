import json

import pytest
from check_jsonschema import main
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import korea_nato
from breaks import LINKS, breaks
from folders import encoded, errors_of, memory, path, put, tiny, write
from korea_nato._load import whole
from korea_nato._model import terms
from korea_nato.export import jsonschema
from korea_nato.export._descriptions import CLASSES

TINY = tiny()
SCHEMAS = {name: json.loads(text) for name, text in jsonschema.content(whole(memory(TINY))).items()}
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
SUMMIT = "events/vilnius-summit.json"


def schema_of(file):
    """Return the name of the schema for a file of data."""
    return f"{file.partition('/')[0].removesuffix('.json')}.schema.json"


def checked(schema, files):
    """Return the exit status of check-jsonschema for files, and what it prints."""
    done = CliRunner().invoke(main, ["--schemafile", str(schema), *map(str, files)])
    return done.exit_code, done.output


def refused(file, value):
    """Return whether the schema for a file refuses a value."""
    return not VALIDATORS[schema_of(file)].is_valid(value)


def test_there_is_a_schema_for_each_kind_of_file():
    """The small folder has a file of each kind: each has its schema, and each schema its file."""
    assert {schema_of(file) for file in TINY} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one_of_2020_12(name):
    """It names its draft, is valid in it, and says to which files and to which version it belongs."""
    Draft202012Validator.check_schema(SCHEMAS[name])

    assert "https://json-schema.org/draft/2020-12/schema" == SCHEMAS[name]["$schema"]
    assert f"urn:korea-nato:schema:{name.removesuffix('.schema.json')}" == SCHEMAS[name]["$id"]
    assert SCHEMAS[name]["$comment"].startswith(
        "A small record 2026.1.0, record closed on 2026-01-31; CC0-1.0; SHA-256"
    )
    assert SCHEMAS[name]["title"].startswith("data/")


def test_an_outside_program_accepts_every_shipped_file(shipped, data, tmp_path):
    """check-jsonschema, with the patterns of ECMAScript, finds nothing wrong in the data of the package."""
    write(tmp_path, jsonschema.content(shipped))
    files = {}
    for file in sorted(data.rglob("*.json")):
        files.setdefault(schema_of(file.relative_to(data).as_posix()), []).append(file)

    for name, several in files.items():
        status, said = checked(tmp_path / name, several)

        assert status == 0, said


def test_an_outside_program_accepts_each_schema(tmp_path):
    """check-jsonschema holds every schema to its own draft."""
    write(tmp_path, SCHEMAS)
    done = CliRunner().invoke(main, ["--check-metaschema", *map(str, sorted(tmp_path.iterdir()))])

    assert done.exit_code == 0, done.output


def test_the_small_folder_is_accepted():
    """The files that the next tests break are whole."""
    assert [] == [file for file, value in TINY.items() if refused(file, value)]


@pytest.mark.parametrize("file", TINY)
def test_what_the_loader_refuses_in_a_value_a_schema_refuses(file):
    """Break any one value: all is refused but a link that leads nowhere, of which only the loader knows."""
    missed = [(path(at), new) for at, new in breaks(file, TINY[file]) if not refused(file, put(TINY[file], at, new))]

    assert [] == [(at, new) for at, new in missed if new not in ("no-such-word", "itpp/no-such-area")]
    assert {at.split(".")[-1].partition("[")[0] for at, _ in missed} <= LINKS | {"areas"}


@pytest.mark.parametrize(
    ("file", "at", "new"),
    [
        (SUMMIT, ("palce",), "vilnius"),
        (SUMMIT, ("id",), "vilnius-summit"),
        (SUMMIT, ("kind",), "party"),
        (SUMMIT, ("date",), "11 July 2023"),
        (SUMMIT, ("date",), "2023-13"),
        (SUMMIT, ("date",), "2023-07-32"),
        (SUMMIT, ("date",), "0000"),
        (SUMMIT, ("title",), {"ko": "정상회의"}),
        (SUMMIT, ("title", "english"), "Summit"),
        (SUMMIT, ("areas",), ["itpp/cyber-defence", "itpp/cyber-defence"]),
        (SUMMIT, ("areas",), ["cyber-defence"]),
        (SUMMIT, ("figures", "leaders"), "about 30"),
        (SUMMIT, ("figures", "people"), 30),
        (SUMMIT, ("summary", "en"), " leading space"),
        (SUMMIT, ("summary", "en"), "a line\nand another"),
        ("programmes/itpp.json", ("areas", 0, "id"), "itpp/cyber-defence"),
        ("sources/gazette-new-programme.json", ("url",), "gazette.example"),
        ("sources/gazette-new-programme.json", ("language",), "English"),
        ("sources/gazette-new-programme.json", ("text_sha256",), "1" * 63),
        ("sources/gazette-new-programme.json", ("passages", 0, "says", "area_count"), "eleven"),
        ("sources/gazette-new-programme.json", ("passages", 0, "says", "summary"), "a text"),
        ("places.json", ("Vilnius",), {"name": {"en": "Vilnius"}, "kind": "city"}),
        ("about.json", ("closed",), "soon"),
        ("about.json", ("closed",), "2023-02-30"),
        ("about.json", ("closed",), "2023-06-31"),
        ("about.json", ("closed",), "2023-13"),
    ],
)
def test_wrong_values_are_refused_as_one_types_them(file, at, new):
    """Misspelt fields, words of no list, days of no calendar: refused by the schema as by the loader."""
    broken = put(TINY[file], at, new)

    assert refused(file, broken)
    assert errors_of({**TINY, file: broken})


@pytest.mark.parametrize("field", ["kind", "title", "summary"])
def test_what_is_missing_is_refused(field):
    """A record without a field that it must have is not accepted."""
    assert refused(SUMMIT, {name: value for name, value in TINY[SUMMIT].items() if name != field})


def test_an_outside_program_refuses_a_broken_file(tmp_path):
    """check-jsonschema names the value that is wrong."""
    write(tmp_path, {**SCHEMAS, SUMMIT: put(TINY[SUMMIT], ("kind",), "party")})
    status, said = checked(tmp_path / "events.schema.json", [tmp_path / SUMMIT])

    assert status == 1
    assert "'party' is not one of" in said


def test_closed_lists_come_with_their_definitions():
    """An editor offers the words of the vocabulary, and says what each means."""
    kind = SCHEMAS["events.schema.json"]["properties"]["kind"]

    assert list(TINY["vocabulary.json"]["event-kinds"]) == kind["enum"]
    assert "summit: leaders meet" in kind["description"]


def test_ids_are_offered_and_a_new_one_is_no_error():
    """An editor offers the ids that are there; one that is still to be written is accepted."""
    place = SCHEMAS["events.schema.json"]["properties"]["place"]

    assert sorted(TINY["places.json"]) == place["examples"]
    assert not refused(SUMMIT, put(TINY[SUMMIT], ("place",), "kaunas"))


def test_a_source_may_say_one_id_or_several():
    """Links stand alone or in a list, as coders write them."""
    file = "sources/gazette-new-programme.json"
    place = ("passages", 0, "says", "signed_by")

    assert not refused(file, put(TINY[file], place, "nato"))
    assert not refused(file, put(TINY[file], place, ["nato", "yoon-suk-yeol"]))
    assert refused(file, put(TINY[file], place, []))


def test_the_bytes_are_the_same_each_time():
    """Two datasets of the same folder give the same bytes, in the canonical form of the data."""
    content = jsonschema.content(whole(memory(tiny())))

    assert content == jsonschema.content(whole(memory(tiny())))
    assert content == encoded(SCHEMAS)


def test_a_schema_says_of_each_kind_what_the_class_says():
    """The first line of every class stands in the schemas, also where Python keeps no docstrings."""
    for name, sentence in CLASSES.items():
        kind = getattr(korea_nato, name, None) or getattr(terms, name)

        assert kind.__doc__.partition("\n")[0] == sentence
