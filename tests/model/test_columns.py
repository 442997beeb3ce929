from datetime import date

import pytest

from korea_nato import analysis
from korea_nato._evidence.claims import Claim
from korea_nato._model.columns import columns
from korea_nato._model.events import Event
from korea_nato._model.fields import fields_of
from korea_nato._model.kinds import KINDS
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.sources import Source


def row(records, id):
    """Return the row of the record with an id."""
    return next(row for row in records.rows() if row["id"] == id)


@pytest.mark.parametrize("kind", [*KINDS, Area, Claim], ids=lambda kind: kind.__name__)
def test_every_cell_is_of_its_columns_type(tiny, kind):
    """A cell is None or of the type that its column names, for every record of every kind."""
    types = {"text": str, "integer": int, "flag": bool, "texts": list, "date": date}
    records = {Area: tiny.areas(context=True), Claim: tiny.claims()}.get(kind) or tiny.records(kind)

    for record in records:
        for column in columns(kind):
            value = column.get(record)

            assert value is None or type(value) is types[column.type], column.name


def test_fields_stand_in_order_the_shared_ones_last():
    """A table begins with the id and ends with what all records share; what is settled has no column."""
    names = [column.name for column in columns(Event)]

    assert "id" == names[0]
    assert ["context", "note", "note_ko", "formerly"] == names[-4:]
    assert "settled" not in names
    assert "settled" in [field.name for field in fields_of(Event)]


def test_a_date_is_four_columns(tiny):
    """A date is its text, its first and last day and its precision, all absent together."""
    visit = row(tiny.events(), "secretary-visit")
    europe = row(tiny.programmes(context=True), "itpp-europe")
    names = ("date", "date_first", "date_last", "date_precision")

    assert ("2024-02", "2024-02-01", "2024-02-29", "month") == tuple(str(visit[name]) for name in names)
    assert {None} == {europe[name.replace("date", "adopted")] for name in names}


def test_texts_are_english_and_korean(tiny):
    """A text is one column in English and one in Korean, which may be empty."""
    vilnius = row(tiny.places(), "vilnius")
    europe = row(tiny.places(), "europe")

    assert ("Vilnius", "빌뉴스") == (vilnius["name"], vilnius["name_ko"])
    assert ("Europe", None) == (europe["name"], europe["name_ko"])


def test_links_are_ids_and_parts_are_words(tiny):
    """A link is an id, several are a list, figures and participants are short texts."""
    summit = row(tiny.events(), "vilnius-summit")
    adoption = row(tiny.events(), "itpp-adoption")

    assert ("lithuania", ["itpp/cyber-defence"], ["leaders: ~30", "minutes: 45"], True) == (
        summit["place"],
        summit["areas"],
        summit["figures"],
        summit["first"],
    )
    assert ["yoon-suk-yeol", "nato"] == adoption["participants"]
    assert ("itpp", None) == (adoption["concludes"], adoption["ends"])


def test_owned_records_are_ids(tiny):
    """The areas of a programme stand in its row as their ids."""
    assert ["itpp/cyber-defence", "itpp/women-peace-security"] == row(tiny.programmes(), "itpp")["areas"]


def test_what_stands_in_a_table_of_its_own_is_no_column(tiny):
    """Passages are told as claims, and what is settled as settlements, so that nothing is told twice."""
    source = row(tiny.sources(), "wire-new-programme")

    assert {"passages", "settled"}.isdisjoint(source)
    assert ("gazette-new-programme", []) == (source["copy_of"], source["author"])


def test_a_list_of_parts_that_lead_to_records_is_a_list_of_their_ids(tiny):
    """What followed a commitment, and what an area goes on from, stand as ids by which a table can be joined."""
    assert ["secretary-visit"] == row(tiny.commitments(), "cyber-centre")["followed_by"]
    assert ["ipcp-first/cyber-defence"] == row(tiny.areas(), "itpp/cyber-defence")["continues"]
    assert ["secretary-visit"] == analysis.promises(dataset=tiny).rows()[0]["followed_by"]


def test_a_computed_table_finds_its_cells_by_paths(tiny):
    """A claim's columns are found through its source, and every value said is one text."""
    rows = {(row["field"], row["source"]): row for row in tiny.claims(about="itpp").rows()}

    assert ("wire", "false") == (
        rows["area_count", "wire-new-programme"]["publisher"],
        rows["binding", "gazette-new-programme"]["says"],
    )
    assert ["rok-presidential-office"] == rows["binding", "gazette-new-programme"]["according_to"]
    assert rows["attested", "nato-website-tailored-programme"]["published"] is None


def test_a_date_of_a_computed_table_is_a_date(tiny):
    """What stands at the end of a path has its text, first and last day and precision, as a record's own date."""
    claim = tiny.claims(source="wire-new-programme").rows()[0]

    assert ("2023-07", date(2023, 7, 1), date(2023, 7, 31), "month") == (
        claim["published"],
        claim["published_first"],
        claim["published_last"],
        claim["published_precision"],
    )
    assert {"date_first", "record_begins_first"} <= set(analysis.firsts(dataset=tiny).rows()[0])


def test_a_list_that_is_said_is_one_text(tiny):
    """A claim that says several things shows them joined by commas."""
    said = {row["field"]: row["says"] for row in tiny.claims(about="yoon-hope").rows()}

    assert "jens-stoltenberg, critics" == said["addressees"]


def test_columns_are_the_same_each_time():
    """The columns of a class are made once."""
    assert columns(Programme) is columns(Programme)
    assert columns(Source) is not columns(Programme)
