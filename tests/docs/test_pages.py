"""The pages that are made from the record when the site is built."""

import importlib.util
import re
from pathlib import Path

import pytest

from korea_nato import ITPP, claims, conflicts, vocabulary

FILE = Path(__file__).parents[2] / "docs" / "pages.py"


@pytest.fixture(name="made", scope="module")
def fixture_made():
    """Return the pages by the names of their files."""
    spec = importlib.util.spec_from_file_location("pages", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.made()


def sections(page):
    """Return the parts of a page, each below a heading of the second rank."""
    return re.split(r"^## ", page, flags=re.MULTILINE)[1:]


def test_each_area_has_the_words_of_every_source(made):
    """Below each of the eleven areas there is a row for each claim on its name."""
    parts = sections(made["areas.md"])

    assert [f"{area.number}. {area.name}" for area in ITPP.areas] == [part.partition(" /")[0] for part in parts]
    for area, part in zip(ITPP.areas, parts, strict=True):
        assert len(claims(about=area, field="name")) == part.count("\n| ") - 1
        assert "goes on from" in part or not area.continues


def test_each_conflict_has_its_values_sources_and_reasons(made):
    """Every conflict is there, each value that differs with its reason and at least one source."""
    parts = sections(made["conflicts.md"])

    assert {f"{one.about}: {one.field.replace('_', ' ')}" for one in conflicts()} == {
        part.partition("\n")[0] for part in parts
    }
    assert sum(len(one.differing) for one in conflicts()) == sum(part.count("\n- **") for part in parts)
    assert not [part for part in parts if re.search(r"\n- \*\*[^\n]+\n(?!  - )", part + "\n")]


def test_each_word_has_its_meaning(made):
    """Every word of every closed list has a row with its meaning in both languages."""
    for name, words in vocabulary().items():
        section = next(part for part in sections(made["words.md"]) if part.startswith(f"{name}\n"))

        assert [*words] == re.findall(r"^\| `([^`]+)` \| [^|]+ \| [^|]+ \|$", section, flags=re.MULTILINE)
