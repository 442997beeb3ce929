import json
import sqlite3
from contextlib import closing
from importlib import import_module
from io import BytesIO
from zipfile import ZipFile

import pytest

from korea_nato.export import FORMATS, croissant, datapackage, datasette, parquet
from korea_nato.export._relations import relations
from korea_nato.export.datasette import QUESTIONS

FOLDERS = [(parquet, "parquet"), (datapackage, "csv"), (croissant, "json")]


@pytest.mark.parametrize(("format", "ending"), FOLDERS, ids=["parquet", "datapackage", "croissant"])
def test_a_folder_of_tables_has_a_card(tiny, format, ending):
    """The card names the licence, the languages and one file for each table, the claims first of all."""
    content = format.content(tiny)
    card = content["README.md"].decode()

    for table in relations(tiny):
        assert f"- config_name: {table.name}\n  data_files: {table.name}.{ending}\n" in card
        assert f"{table.name}.{ending}" in content
    assert f"license: {tiny.about.licence.lower()}" in card
    assert "data_files: claims." in card.partition("default: true")[0].splitlines()[-2]


def test_datasette_is_told_what_everything_means(tiny):
    """The metadata have title, licence and citation, and the meaning of every table and column."""
    content = datasette.content(tiny)
    told = json.loads(content["metadata.json"])
    tables = told["databases"]["korea-nato"]["tables"]

    assert {"korea-nato.db", "metadata.json"} == set(content)
    assert (str(tiny.about.title), tiny.about.licence, tiny.cite()) == (told["title"], told["license"], told["source"])
    for table in relations(tiny):
        assert {column.name: table.describe(column.name) for column in table.columns} == tables[table.name]["columns"]
        assert tables[table.name].get("sort") in (None, *(column.name for column in table.columns))


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_a_canned_question_is_answered(tiny, question):
    """Each runs on the database with its parameters left empty, and on its record."""
    _, sql = QUESTIONS[question]
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(datasette.content(tiny)["korea-nato.db"])
        asked = dict.fromkeys(("speaker", "actor", "area"), "") | {"record": "itpp"}
        found = database.execute(sql, asked).fetchall()

        assert found or (question == "who_met_whom" and not database.execute("SELECT * FROM contacts").fetchall())


def stated(content):
    """Return all that an export holds as one text; a workbook is unpacked."""
    files = content.values() if isinstance(content, dict) else [content]
    unpacked = []
    for data in files:
        if data.startswith(b"PK"):
            with ZipFile(BytesIO(data)) as book:
                unpacked += [book.read(name) for name in book.namelist()]
        else:
            unpacked.append(data)
    return b"\n".join(unpacked).decode(errors="replace")


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_export_says_what_it_is_and_under_which_licence(tiny, format):
    """Whoever is passed a file knows title, version, closing day, licence and digest without its folder."""
    text = stated(import_module(FORMATS[format]).content(tiny))
    about = tiny.about

    assert about.licence in text or about.licence_address in text
    assert {about.short_title, about.version, str(about.closed)} <= {
        word for word in (about.short_title, about.version, str(about.closed)) if word in text
    }
    # The folder itself is what the digest is of.
    assert tiny.digest in text or format == "json"
