import importlib.util
from pathlib import Path

import pytest

from korea_nato import codebook
from korea_nato._model.fields import fields_of
from korea_nato._model.kinds import KINDS
from korea_nato.errors import NoSuchRecord
from korea_nato.export._relations import relations
from korea_nato.export.codebook import content

DOCS = Path(__file__).parents[2] / "docs"


def test_every_column_of_every_table_is_told(tiny):
    """The codebook has a variable for each column, in order, with its meaning and its form."""
    expected = [f"{table.name}.{column.name}" for table in relations(tiny) for column in table.columns]
    found = codebook(dataset=tiny)

    assert tuple(expected) == found.ids
    assert all(one.meaning and one.form for one in found)


@pytest.mark.parametrize(
    ("variable", "form", "words", "leads_to", "claims"),
    [
        ("events.kind", "text", "event-kinds", None, False),
        ("events.topics", "a list of texts", "topics", None, False),
        ("events.date", "YYYY, YYYY-MM or YYYY-MM-DD", None, None, True),
        ("events.date_first", "YYYY-MM-DD", None, None, False),
        ("events.place", "text", None, "places", True),
        ("events.participants", "a list of texts", None, "records", True),
        ("events.sources", "a list of texts", None, "sources", False),
        ("areas.continues", "a list of texts", None, "areas", False),
        ("commitments.followed_by", "a list of texts", None, "events", False),
        ("programmes.areas", "a list of texts", None, "areas", False),
        ("programmes.area_count", "a whole number", None, None, True),
        ("programmes.binding", "true or false", None, None, True),
        ("sources.language", "a language tag such as 'en' or 'ko'", None, None, False),
        ("claims.basis", "text", "claim-bases", None, False),
        ("claims.either", "a list of texts", None, "records", False),
        ("conflicts.claims", "a list of texts", None, "claims", False),
        ("people.offices", "a list of texts", None, None, False),
        ("participations.role", "text", "roles", None, False),
    ],
)
def test_a_variable_has_form_list_link_and_star(tiny, variable, form, words, leads_to, claims):
    """A column tells form and list of its values, where its ids lead, and whether it is claimed."""
    one = codebook(dataset=tiny)[variable]

    assert (form, words, leads_to, claims) == (one.form, one.words, one.leads_to, one.claims)


def test_every_starred_field_is_told_as_one(tiny):
    """The variables on which sources make claims are the fields that take them."""
    known = codebook(dataset=tiny)
    for kind in KINDS:
        starred = {field.key for field in fields_of(kind) if field.claims}
        table = tiny.records(kind)[0].noun.replace("person", "people")
        told = {one.column for one in known if one.claims and one.of in (table, f"{table}s")}

        assert starred == told


def test_how_often_a_column_is_filled_is_counted(tiny):
    """Empty cells and empty lists do not count, and a false value does."""
    known = codebook("events", dataset=tiny)

    assert {"events"} == {one.of for one in known}
    assert [(3, 3), (1, 3), (3, 3), (1, 3)] == [
        (known[f"events.{name}"].filled, known[f"events.{name}"].n_rows)
        for name in ("kind", "topics", "context", "areas")
    ]


def test_an_unknown_table_is_told_with_the_nearest(tiny):
    """A misspelt table is an error that names the one that was meant."""
    with pytest.raises(NoSuchRecord, match="did you mean 'events'"):
        codebook("event", dataset=tiny)


def test_the_page_of_an_export_counts_and_lists_the_words(tiny):
    """As a file the codebook has how often each column is filled, and the words of the closed lists."""
    page = content(tiny).decode()

    assert "| `kind` | Which kind it is: a word of the vocabulary. | a word of `event-kinds` | 3 of 3 |" in page
    assert "| `date` \\* |" in page
    assert "| `hybrid-threats` | below war |" in page
    assert "Licence: CC0-1.0." in page


def test_the_page_of_the_docs_is_as_the_package_makes_it():
    """docs/codebook.md is what docs/codebook.py writes: run that where a table or a column has changed."""
    spec = importlib.util.spec_from_file_location("codebook_page", DOCS / "codebook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert module.page() == (DOCS / "codebook.md").read_text(encoding="utf-8")


def test_a_variable_is_a_row_and_a_line(tiny):
    """Variables are records like others: rows, and short reprs."""
    one = codebook("about", dataset=tiny)[0]

    assert "<Variable about.title: The title of the record, in English.>" == repr(one)
    assert ["table", "column", "meaning", "form", "words", "leads_to", "claims", "filled", "n_rows"] == list(
        codebook("about", dataset=tiny).rows()[0]
    )
