import pytest

import korea_nato
from korea_nato.errors import BadValue


@pytest.mark.parametrize("words", ["Yoon Suk Yeol", "윤석열은", "윤석열 대통령", "yoon  suk-yeol"])
def test_everything_is_looked_through(words):
    """A person is found by a name in any language, with a particle or a title, and what was said by them too."""
    found = korea_nato.search(words)

    assert {"person", "statement"} & {hit.kind for hit in found}
    assert all(hit.found.id == hit.id for hit in found)


def test_names_come_first():
    """What bears the words as its name comes before what has them in a text, and claims come last."""
    found = korea_nato.search("cyber defence")
    kinds = [hit.kind for hit in found]

    assert "area" == kinds[0]
    assert "claim" == kinds[-1]


def test_a_statement_is_found_by_who_spoke():
    """The speaker's name and a word of the gist together find a statement that does not name them."""
    statement = korea_nato.statements(speaker="jens-stoltenberg").where(lambda one: "Jens" not in str(one.gist))[0]
    word = max(str(statement.gist).split(), key=len)

    assert statement.id in korea_nato.search(f"Jens Stoltenberg {word}").ids


def test_hits_are_a_table():
    """What was found has kind, id and title, in English and, where it has one, in Korean."""
    found = korea_nato.search("Vilnius")
    rows = {row["id"]: row for row in found.rows()}

    assert "Vilnius" == found["vilnius"].label
    assert ["kind", "id", "title", "title_ko"] == list(rows["vilnius"])
    assert ("Vilnius", "빌뉴스") == (rows["vilnius"]["title"], rows["vilnius"]["title_ko"])
    assert {row["title_ko"] for row in rows.values() if row["kind"] in ("source", "claim")} == {None}


@pytest.mark.parametrize("words", ["", "…", None, 5])
def test_nothing_to_look_for_is_refused(words):
    """A search without a letter is an error and no empty answer."""
    with pytest.raises(BadValue):
        korea_nato.search(words)


def test_words_of_closed_lists_are_told_with_their_meaning():
    """Every list of the vocabulary is there, each word with its definition in both languages."""
    lists = korea_nato.vocabulary()

    assert {one.kind for one in korea_nato.events()} <= set(lists["event-kinds"])
    assert all({"en", "ko"} <= set(meaning) for words in lists.values() for meaning in words.values())
