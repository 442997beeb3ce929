from types import UnionType
from typing import get_args, get_origin

import pytest
from attrs import fields
from hypothesis import given

import folders
from korea_nato._evidence.conflicts import Conflict
from korea_nato._load import whole
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Area
from korea_nato._model.sources import Passage
from korea_nato._model.values import Value
from korea_nato.export import _descriptions
from korea_nato.export._relations import about, relations
from strategies import datasets

# The table of each list of records or of parts; what a source says is in the claims.
LISTS = {
    ("Event", "participants"): "participations",
    ("Person", "offices"): "offices",
    ("Programme", "signed_by"): "signatories",
    ("Area", "continues"): "continuations",
    ("Area", "matches"): "area_matches",
    ("Event", "areas"): "event_areas",
    ("Commitment", "by"): "commitment_makers",
    ("Commitment", "areas"): "commitment_areas",
    ("Commitment", "followed_by"): "follow_ups",
    ("Statement", "speakers"): "speakers",
    ("Statement", "addressees"): "addressees",
    ("Statement", "areas"): "statement_areas",
    ("Claim", "according_to"): "claim_origins",
    ("Conflict", "claims"): "conflict_claims",
    ("Source", "passages"): "claims",
}

# Lists of words and names, which may be spelt as an id is.
_WORDS = ("also", "topics", "differing", "author", "why", "formerly")


def rows(dataset, name):
    """Return the rows of a table, each as a dictionary."""
    table = next(table for table in relations(dataset) if table.name == name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows()]


def is_list(annotation):
    """Return whether a field holds several values of ours."""
    if get_origin(annotation) is not tuple:
        return False
    part = get_args(annotation)[0]
    kinds = get_args(part) if isinstance(part, UnionType) else (part,)
    return all(isinstance(kind, type) and issubclass(kind, Value) for kind in kinds)


def check(dataset):
    """Hold every table to what it says of itself: keys, links and words."""
    tables = {table.name: table for table in relations(dataset)}
    ids = {name: {row["id"] for row in rows(dataset, name)} for name in tables if tables[name].key == ("id",)}
    for table in tables.values():
        found = rows(dataset, table.name)
        keys = [tuple(row[name] for name in table.key) for row in found]

        assert len(found) == len(set(keys)), table.name
        assert not [key for key in keys if None in key], table.name
        for column, other in table.links.items():
            assert {row[column] for row in found} - {None} <= ids[other], (table.name, column)
        for column, words in table.words.items():
            cells = [row[column] for row in found]
            used = {word for cell in cells for word in (cell if isinstance(cell, list) else [cell])}

            assert used - {None} <= set(dataset.store.words(words)), (table.name, column)


def test_keys_links_and_words_hold_for_the_bundled_data(shipped):
    """Each key is there once, each link leads to a row, each word is in its list."""
    check(shipped)


@given(dataset=datasets())
def test_keys_links_and_words_hold_for_every_dataset(dataset):
    """The same is so for datasets that no one has thought of."""
    check(dataset)


def test_there_are_as_many_rows_as_records(shipped):
    """Every record of every kind is a row, only context or not, and so is every claim and conflict."""
    tables = {table.name: table for table in relations(shipped)}
    names = (
        "programmes",
        "areas",
        "commitments",
        "events",
        "statements",
        "people",
        "organisations",
        "places",
    )
    for name in (*names, "publishers", "sources"):
        assert len(getattr(shipped, name)(context=True)) == len(tables[name].items), name
    assert len(shipped.claims()) == len(tables["claims"].items)
    assert len(shipped.conflicts()) == len(tables["conflicts"].items)


def test_every_list_in_a_record_has_its_table(tiny):
    """No list of links or parts is left out of the tables."""
    told = {**{kind.__name__: kind for kind in (*KINDS, Area, Conflict)}, "Claim": Passage}
    found = {(name, part.name) for name, kind in told.items() for part in fields(kind) if is_list(part.type)}

    assert set(LISTS) == found
    assert set(LISTS.values()) <= {table.name for table in relations(tiny)}


def owners(dataset, kind):
    """Return all that are of a kind, by its name."""
    found = {
        "Area": dataset.areas(context=True),
        "Claim": dataset.claims(),
        "Conflict": dataset.conflicts(),
    }
    return found.get(kind) or [one for each in KINDS if each.__name__ == kind for one in dataset.records(each)]


@given(dataset=datasets())
def test_every_part_of_every_list_is_a_row(dataset):
    """A table of parts has as many rows as the lists have parts, those of context records too."""
    tables = {table.name: table for table in relations(dataset)}
    for (kind, listed), name in LISTS.items():
        if name != "claims":
            expected = sum(len(getattr(one, listed)) for one in owners(dataset, kind))

            assert expected == len(tables[name].items), name


def test_every_table_and_column_has_a_meaning(tiny):
    """Each column is described in a sentence, and no description is left over."""
    used = set()
    for table in relations(tiny):
        assert table.description.endswith(".")
        for column in table.columns:
            meaning = table.describe(column.name)
            parts = [column.name] + [column.name.removesuffix(f"_{end}") for end in ("ko", *_descriptions.SUFFIXES)]
            used |= {f"{table.name}.{part}" for part in parts} | set(parts)

            assert {f"{table.name}.{part}" for part in parts}.union(parts) & set(_descriptions.COLUMNS), column.name
            assert meaning.endswith("."), column.name
            assert meaning[0].isupper(), column.name

    assert {table.name for table in relations(tiny)} == set(_descriptions.TABLES)
    assert set() == set(_descriptions.COLUMNS) - used


def test_rows_are_those_of_python(tiny):
    """A table of records begins with the columns that the same records have in Python."""
    expected = tiny.events(context=True).rows()

    assert expected == rows(tiny, "events")
    for row, expected in zip(rows(tiny, "claims"), tiny.claims().rows(), strict=True):
        assert expected == {name: row[name] for name in expected}


def test_a_claim_leads_from_the_page_of_its_record(tiny):
    """Beside `about`, which may name a record of any kind, a column for each kind has a key of its own."""
    kinds = ("programme", "area", "event", "commitment", "statement")
    (table,) = (table for table in relations(tiny) if table.name == "claims")
    for row in rows(tiny, "claims"):
        assert [row["about"]] == [row[kind] for kind in kinds if row[kind]]

    assert {"event": "events", "area": "areas"}.items() <= table.links.items()


def test_parts_stand_in_order_with_their_owner(tiny):
    """A participation names its event, its place in the list, its actor and the role."""
    expected = [
        {"event": "itpp-adoption", "position": 1, "actor": "yoon-suk-yeol", "role": "signatory"},
        {"event": "itpp-adoption", "position": 2, "actor": "nato", "role": "host"},
    ]
    found = [row for row in rows(tiny, "participations") if row["event"] == "itpp-adoption"]

    assert expected == [{key: row[key] for key in expected[0]} for row in found]
    assert found[0]["office"] == "President"


def test_figures_keep_their_bounds(tiny):
    """A figure is its text, its number, and the least and the most that it can mean."""
    found = {(row["record"], row["kind"]): row for row in rows(tiny, "figures")}
    leaders = found["vilnius-summit", "leaders"]

    assert tuple(leaders[name] for name in ("quantity", "number", "low", "high")) == ("~30", 30, 27.0, 33.0)


@pytest.mark.parametrize(("quantity", "low", "high"), [(">=31", 31.0, None), ("<=29", 0.0, 29.0)])
def test_a_figure_without_an_end_has_none(quantity, low, high):
    """An open bound is absent, as the tables have no infinity."""
    files = folders.tiny()
    files["events/vilnius-summit.json"]["figures"]["leaders"] = quantity
    files["sources/gazette-new-programme.json"]["passages"][8]["says"]["figures"]["leaders"] = quantity
    found = {(row["record"], row["kind"]): row for row in rows(whole(folders.memory(files)), "figures")}

    assert (low, high) == (
        found["vilnius-summit", "leaders"]["low"],
        found["vilnius-summit", "leaders"]["high"],
    )


def test_texts_are_there_in_every_language(tiny):
    """Each text of a record is a row with its language, and 'und' where none is said."""
    found = {(row["field"], row["language"], row["text"]) for row in rows(tiny, "texts") if row["record"] == "nato"}

    assert {
        ("name", "en", "NATO"),
        ("name", "ko", "나토"),
        ("also", "und", "North Atlantic Treaty Organization"),
    } == found


def test_another_name_has_its_language_where_it_is_known(tiny):
    """No language is guessed for a name in letters that many languages share, which no source uses."""
    found = {(row["language"], row["text"]) for row in rows(tiny, "texts") if row["field"] == "also"}

    assert {("und", "Yoon Suk-yeol"), ("und", "Tailored Programme")} <= found


def test_a_title_of_a_source_is_in_its_language(tiny):
    """A source's title is a text in the language of the source."""
    found = [row for row in rows(tiny, "texts") if row["record"] == "nato-website-tailored-programme"]

    assert [(row["field"], row["language"], row["text"]) for row in found] == [("title", "ko", "[Partnership]")]


def test_settlements_say_why(tiny):
    """Each settled value is a row with the editors' kind and reason."""
    found = {(row["record"], row["field"], row["value"]): row["kind"] for row in rows(tiny, "settlements")}

    assert found["itpp", "adopted", "2023-07-13"] == "slip"


def test_an_attestation_is_a_name_by_a_source(tiny):
    """What each source calls each area is a row."""
    found = {(row["area"], row["source"]): row["name"] for row in rows(tiny, "attestations")}

    assert found["itpp/cyber-defence", "nato-website-tailored-programme"] == "사이버 방위"


def test_the_version_and_the_closing_day_are_said(tiny):
    """The row about the record and the sentence for files have both."""
    (row,) = rows(tiny, "about")

    assert (
        row["version"],
        row["closed"],
        row["not_covered"],
    ) == ("2026.1.0", "2026-01-31", ["All the rest."])
    assert (tiny.cite(), tiny.digest) == (row["citation"], row["sha256"])
    assert about(tiny) == (
        f"Version 2026.1.0, closed on 2026-01-31: nothing later is in it. SHA-256 of the data: {tiny.digest}."
    )


def test_each_value_of_a_claim_is_a_row(tiny):
    """Who a source says took part, in which role and office, stands in rows that can be counted."""
    found = [row for row in rows(tiny, "claim_values") if row["record"] in ("yoon-suk-yeol", "nato")]
    known = tiny.index.claims_by_id
    told = [(known[row["claim"]].about, row["position"], row["role"], row["office"]) for row in found]

    assert {
        ("itpp-adoption", 1, "signatory", "President"),
        ("itpp-adoption", 2, None, None),
        ("itpp", 1, None, None),
        ("yoon-hope", 1, None, None),
    } == set(told)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-07-11", ("2023-07-11", "2023-07-11", "day", None, None)),
        ("2024-02", ("2024-02-01", "2024-02-29", "month", None, None)),
        ("~30", (None, None, None, 27.0, 33.0)),
        ("2", (None, None, None, 2.0, 2.0)),
        ("true", (None, None, None, None, None)),
    ],
)
def test_a_claimed_date_has_its_days_and_a_number_its_bounds(tiny, value, expected):
    """A value is a text, and beside it stands what can be compared."""
    row = next(row for row in rows(tiny, "claim_values") if row["value"] == value)
    days = [row[name] and str(row[name]) for name in ("value_first", "value_last")]

    assert expected == (*days, row["value_precision"], row["low"], row["high"])


@given(dataset=datasets())
def test_the_values_of_claims_are_all_there(dataset):
    """A claim has as many rows as values, and joined they are what it says."""
    found = rows(dataset, "claim_values")
    for claim in dataset.claims():
        values = [row["value"] for row in found if row["claim"] == claim.id]

        assert next(row for row in dataset.claims().rows() if row["id"] == claim.id)["says"] == ", ".join(values)


def test_no_list_looks_like_links_and_is_not(shipped):
    """Where any part of a list of a table of records is an id, all are, so that a join loses none of them."""
    known = {row["id"] for row in rows(shipped, "records")} | {claim.id for claim in shipped.claims()}
    for table in relations(shipped):
        for column in (column for column in table.columns if column.type == "texts" and column.name != "says"):
            parts = {part.partition(" ")[0] for item in table.items for part in column.get(item) or ()}
            whole = {part for item in table.items for part in column.get(item) or ()}

            assert not (known & parts) or whole <= known or column.name in _WORDS, (table.name, column.name)


def test_what_is_not_described_yet_is_called_by_its_name():
    """A new column has its name for a meaning, and a new class its docstring, or its name where Python keeps none."""

    class Cost:
        """What it costs.

        In which currency.
        """

    class Bare:
        pass

    assert "The due day." == _descriptions.described("events", "due_day")
    assert "What it costs." == _descriptions.meaning_of(Cost)
    assert "A Bare." == _descriptions.meaning_of(Bare)
