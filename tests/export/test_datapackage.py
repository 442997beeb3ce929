import csv
import json
import re
from hashlib import sha256
from io import StringIO

import pytest
from frictionless import Package
from frictionless import validate as frictionless_validate
from hypothesis import given

import folders
from korea_nato import export
from korea_nato._load import whole
from korea_nato.export._relations import relations
from korea_nato.export.datapackage import content
from strategies import NASTY, datasets

# What spreadsheets run: OWASP's list, with the full-width signs.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def errors(folder):
    """Return the types of the errors that frictionless finds in a package, each once."""
    report = frictionless_validate(str(folder / "datapackage.json"))
    return {type for (type,) in report.flatten(["type"])}


def cells(data):
    """Return the rows of a CSV file, the headings first."""
    return list(csv.reader(StringIO(data.decode(), newline="")))


def read(cell, type):
    """Return the value of a cell, as the package's own words say how to read it."""
    if cell == "":
        return None
    if type == "text":
        return cell[1:] if re.match("'+[=+@\t\r\n＝＋－＠-]", cell) else cell
    return json.loads(cell) if type in ("integer", "number", "flag", "texts") else cell


def nasty():
    """Return the small dataset with a place for each nasty name, and one more for each sign."""
    files = folders.tiny()
    for number, name in enumerate((*NASTY, *(f"{sign}1+1" for sign in "=+-@＝＋－＠'"), "''x")):
        files["places.json"][f"nasty-{number}"] = {
            "name": {"en": name, "ko": name},
            "also": [name, "b"],
            "kind": "city",
        }
    files["places.json"] = dict(sorted(files["places.json"].items()))
    return whole(folders.memory(files))


@pytest.fixture(name="package", scope="module")
def fixture_package(shipped, tmp_path_factory):
    """Return the folder of the package of the bundled data."""
    folder = tmp_path_factory.mktemp("package") / "out"
    export.write("datapackage", folder, shipped)
    return folder


@pytest.fixture(name="small")
def fixture_small(tiny, tmp_path):
    """Return the folder of the package of the small dataset, for a test to break."""
    export.write("datapackage", tmp_path / "out", tiny)
    return tmp_path / "out"


def test_frictionless_accepts_the_package(package):
    """Frictionless finds every table valid: types, keys, words, sizes and hashes."""
    assert set() == errors(package)


def test_frictionless_reads_as_many_rows_as_there_are_records(package, shipped):
    """Frictionless reads every table with every row."""
    read_by_it = {
        resource.name: len(resource.read_rows()) for resource in Package(package / "datapackage.json").resources
    }

    assert {table.name: len(table.items) for table in relations(shipped)} == read_by_it


def test_frictionless_accepts_nasty_cells(tmp_path):
    """Formulas, quotes, markup and letters of every script do not break a table."""
    export.write("datapackage", tmp_path / "out", nasty())

    assert set() == errors(tmp_path / "out")


@pytest.mark.parametrize(
    ("file", "old", "new", "error"),
    [
        ("event_areas.csv", "itpp/cyber-defence", "itpp/cyber-offence", "foreign-key"),
        ("events.csv", "republic-of-korea", "republic-of-nowhere", "foreign-key"),
        ("claims.csv", ",reported,", ",rumoured,", "constraint-error"),
        ("programmes.csv", "2023-07-11", "11 July 2023", "type-error"),
    ],
)
def test_frictionless_refuses_what_is_broken(small, file, old, new, error):
    """A key that leads nowhere, a word of no list and an invalid day are refused, and so is the hash."""
    text = (small / file).read_bytes().decode()
    (small / file).write_bytes(text.replace(old, new).encode())

    assert old in text
    assert {error, "hash-count"} <= errors(small)


def test_no_cell_can_be_run_by_a_spreadsheet():
    """No cell begins with a sign by which a spreadsheet knows a formula."""
    files = content(nasty())
    found = [cell for name, data in files.items() if name.endswith(".csv") for row in cells(data) for cell in row]

    assert "'=cmd('calc')" in found
    assert [cell for cell in found if cell.startswith(RISKY)] == []


def test_an_apostrophe_before_anything_else_stands_as_it_is():
    """A name in quotation marks is the same in the file as in the record: only what could run is guarded."""
    found = {cell for row in cells(content(nasty())["places.csv"]) for cell in row}

    assert {"''x", "''1+1", "''=1+1"} & found == {"''x"}


def check_round_trip(dataset):
    """Read every CSV file again, and compare every cell with the record."""
    files = content(dataset)
    for table in relations(dataset):
        headings, *rows = cells(files[f"{table.name}.csv"])
        types = [column.type for column in table.columns]
        expected = [
            [str(value) if type == "date" and value else value for value, type in zip(row, types, strict=True)]
            for row in table.rows()
        ]

        assert [column.name for column in table.columns] == headings
        assert expected == [[read(cell, type) for cell, type in zip(row, types, strict=True)] for row in rows]


def test_the_cells_come_back_from_nasty_data():
    """The apostrophe that guards a cell can be taken away again: nothing is lost."""
    check_round_trip(nasty())


@given(dataset=datasets())
def test_the_cells_come_back_from_any_data(dataset):
    """Every table of every dataset can be read back cell by cell."""
    check_round_trip(dataset)


def test_the_descriptor_says_what_is_in_the_package(shipped):
    """The descriptor has version, closing day, licence, contributors, sources, sizes and hashes."""
    files = content(shipped)
    told = json.loads(files["datapackage.json"])

    assert (shipped.about.version, str(shipped.about.closed)) == (told["version"], told["closed"])
    assert f"closed on {shipped.about.closed}" in told["description"]
    assert [licence["name"] for licence in told["licenses"]] == ["CC0-1.0"]
    assert [one["title"] for one in told["contributors"]] == ["The korea_nato contributors"]
    assert [source.title for source in shipped.sources(context=True)] == [one["title"] for one in told["sources"]]
    assert set(files) == {"README.md", "datapackage.json", *(resource["path"] for resource in told["resources"])}
    for resource in told["resources"]:
        data = files[resource["path"]]

        assert (len(data), f"sha256:{sha256(data).hexdigest()}") == (resource["bytes"], resource["hash"])
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_the_descriptor_says_how_cells_are_guarded(tiny):
    """Who reads the descriptor learns of the apostrophe."""
    assert "apostrophe" in json.loads(content(tiny)["datapackage.json"])["description"]
