import json
from datetime import date
from hashlib import sha256

from hypothesis import given

from korea_nato.export._relations import relations
from korea_nato.export.croissant import content
from strategies import datasets

PUBLIC = {
    *("programmes", "areas", "commitments", "events", "statements", "people", "organisations", "places"),
    *("publishers", "sources", "claims", "conflicts"),
}


def described(dataset):
    """Return the description and the files."""
    files = content(dataset)
    return json.loads(files["croissant.json"]), files


def test_the_context_is_inline(tiny):
    """Nothing has to be fetched to understand the description."""
    told, _ = described(tiny)

    assert isinstance(told["@context"], dict)
    assert told["conformsTo"] == "http://mlcommons.org/croissant/1.1"


def test_the_version_and_the_closing_day_are_said(tiny):
    """The description has the version and the day on which the record was closed."""
    told, _ = described(tiny)

    assert (told["version"], told["datePublished"]) == ("2026.1.0", "2026-01-31")
    assert "closed on 2026-01-31" in told["description"]


def test_there_is_a_record_set_for_each_public_name(shipped):
    """Each plural name that Python has is a record set, described, with a key among its fields."""
    told, _ = described(shipped)
    sets = {one["@id"]: one for one in told["recordSet"]}

    assert set(sets) >= PUBLIC
    for one in sets.values():
        fields = {field["@id"] for field in one["field"]}

        assert one["description"]
        assert all(field["description"] for field in one["field"])
        assert {key["@id"] for key in one["key"]} <= fields


def test_ids_are_unique(shipped):
    """No two files, record sets or fields have the same id."""
    told, _ = described(shipped)
    ids = [one["@id"] for one in (*told["distribution"], *told["recordSet"])]
    ids += [field["@id"] for one in told["recordSet"] for field in one["field"]]

    assert len(ids) == len(set(ids))


def test_sizes_and_hashes_are_those_of_the_files(shipped):
    """Each file beside the description is in it, with its size and its SHA-256."""
    told, files = described(shipped)
    listed = {one["contentUrl"]: (one["contentSize"], one["sha256"]) for one in told["distribution"]}
    expected = {name: (f"{len(data)} B", sha256(data).hexdigest()) for name, data in files.items()}

    assert listed == {name: pair for name, pair in expected.items() if name not in ("croissant.json", "README.md")}


def check(dataset):
    """Follow the description to every cell, and compare it with the record."""
    told, files = described(dataset)
    sets = {one["@id"]: one for one in told["recordSet"]}
    for table in relations(dataset):
        fields = sets[table.name]["field"]
        rows = json.loads(files[fields[0]["source"]["fileObject"]["@id"]])
        names = [field["source"]["extract"]["jsonPath"].removeprefix("$[*].") for field in fields]
        expected = [[str(cell) if isinstance(cell, date) else cell for cell in row] for row in table.rows()]

        assert expected == [[row[name] for name in names] for row in rows], table.name
        assert [column.type == "texts" for column in table.columns] == [field.get("isArray", False) for field in fields]


def test_every_cell_is_the_records(shipped):
    """Each path of the description leads to the cells of the record."""
    check(shipped)


@given(dataset=datasets())
def test_any_dataset_can_be_described(dataset):
    """The same is so for any dataset."""
    check(dataset)
