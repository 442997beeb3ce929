import json

import pytest

from korea_nato.export import croissant, datapackage, datasette, parquet
from korea_nato.export._relations import relations

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
