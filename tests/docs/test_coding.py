"""The page on coding: its worked example is the file in the record, passage by passage."""

import re
from pathlib import Path

import pytest

from korea_nato import sources, statements
from korea_nato._model.fields import fields_of, starred
from korea_nato._model.kinds import KINDS
from korea_nato._model.sources import Passage

PAGE = (Path(__file__).parents[2] / "docs" / "coding.md").read_text(encoding="utf-8")
EXAMPLE = sources()["yonhap-partnership-eleven-areas"]


def rows(heading):
    """Return the cells of the rows of the tables between a heading and the next of its rank."""
    rank = heading.split()[0]
    section = re.split(rf"^{rank} ", PAGE.partition(f"\n{heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    lines = re.findall(r"^\| (?!anchor|the source says).*\|$", section, re.MULTILINE)
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def told():
    """Yield each passage as the page tells it: anchor, record, and fields with the values that it gives."""
    anchor = ""
    for first, about, says in rows("## Sentence by sentence"):
        anchor = first.strip('"') if first.startswith('"') else anchor
        given = re.findall(r"`(\w+)`([^`]*)", says)
        yield anchor, about.strip("`"), {field: value.strip(" ,") for field, value in given}


def coded():
    """Return the fields of each anchor and record in the file, with their values."""
    found = {}
    for passage in EXAMPLE.passages:
        found.setdefault((passage.wording, passage.about), []).extend(passage.says)
    return found


def test_every_passage_of_the_example_is_told():
    """The tables of the page have each anchor, record and field of the file, and no other."""
    page = sorted((anchor, about, field) for anchor, about, says in told() for field in says or ["nothing"])
    file = sorted(
        (anchor, about, field) for (anchor, about), says in coded().items() for field, _ in says or [("nothing", None)]
    )

    assert file == page


@pytest.mark.parametrize(("anchor", "about", "says"), [*told()], ids=lambda part: part if isinstance(part, str) else "")
def test_a_value_on_the_page_is_that_of_the_file(anchor, about, says):
    """Where the page gives a value, it is what the file says."""
    values = {(field, str(value)) for field, value in coded()[anchor, about]}
    values |= {(field, value[0]) for field, value in coded()[anchor, about] if isinstance(value, tuple)}

    assert [] == [(field, value) for field, value in says.items() if value and (field, value) not in values]


def test_what_the_page_says_of_forms_is_true():
    """Each form that the example claims is that of the record, or the difference is settled."""
    for passage in EXAMPLE.passages:
        form = dict(passage.says).get("form")
        if form:
            record = statements()[passage.about]

            assert form == record.form or form in record.settled["form"]


def test_recurring_sentences_lead_to_records_and_fields(shipped):
    """Each word in code of the table is a record, a field that takes claims, or a word of a passage."""
    fields = {field.key for kind in KINDS for field in starred(kind)} | {field.key for field in fields_of(Passage)}
    told = {
        word for row in rows("## Recurring sentences") for cell in row[1:] for word in re.findall(r"`([^`]+)`", cell)
    }

    assert len(told) > 15
    assert [] == [word for word in sorted(told - fields - {"inferred"}) if not shipped.index.holds(word)]


def test_the_topics_that_the_page_names_are_there(shipped):
    """What the page on areas and topics names is an area, a topic, a list or a field."""
    told = set(re.findall(r"`([\w-]+)`", PAGE.partition("\n## Areas and topics\n")[2].partition("\n## ")[0]))
    known = {area.short_id for area in shipped.areas(context=True)} | {*shipped.vocabulary()["topics"]}

    assert {"areas", "topics"} == told - known
