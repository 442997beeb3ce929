from time import perf_counter

import pytest

from korea_nato import search
from korea_nato._model.search import best, look_for, rank, texts
from korea_nato.errors import BadValue


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NATO", 0),
        ("나토", 0),
        ("north-atlantic treaty organization", 0),
        ("atlantic", 1),
        ("treaty north", 3),
        ("warsaw", None),
    ],
)
def test_names_come_before_parts_of_names(tiny, text, place):
    """A whole name is best, then words in a name, then words apart from each other."""
    assert place == rank(tiny.organisations()["nato"], look_for(text))


def test_other_texts_come_after_names(tiny):
    """Words in a summary count less than words in a title."""
    assert 2 == rank(tiny.event("vilnius-summit"), look_for("leaders meet"))
    assert 1 == rank(tiny.event("vilnius-summit"), look_for("summit"))
    assert ["vilnius-summit"] == [one.id for one in best(tiny.events(), "vilnius summit")]


def test_accents_and_spellings_meet(tiny):
    """Words are found without their accents, in every language and other spelling."""
    yoon = tiny.people()["yoon-suk-yeol"]

    assert 0 == rank(yoon, look_for("Yóon Suk-yeol")) == rank(yoon, look_for("윤석열"))
    assert ["Yoon Suk Yeol", "윤석열", "Yoon Suk-yeol"] == list(texts(yoon))


def test_acronyms_phrases_and_wordings_are_looked_through(tiny):
    """Fields of one language are words like the others."""
    assert ["itpp"] == list(tiny.programmes().search("itpp").ids)
    assert 0 == rank(tiny.programme("itpp"), look_for("itpp"))
    assert ["critics-doubt"] == list(tiny.statements().search("few advantages").ids)
    assert {"the two-day summit"} == {claim.wording for claim in tiny.claims().search("two-day")}


@pytest.mark.parametrize("text", ["", " ", "- ·", 5, None], ids=repr)
def test_nothing_cannot_be_looked_for(text):
    """A text without letters, and what is not a text, raise ``BadValue``."""
    with pytest.raises(BadValue):
        look_for(text)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("people", "윤석열은", ["yoon-suk-yeol"]),
        ("people", "Yeol, Yoon Suk", ["yoon-suk-yeol"]),
        ("organisations", "나토에서부터", ["nato"]),
        ("organisations", "ＮＡＴＯ", ["nato"]),
        ("organisations", "N\u200bA\u2060TO.", ["nato"]),
        ("organisations", "나토라며 대한민국", []),
        ("areas", "사이버방위를", ["itpp/cyber-defence"]),
    ],
)
def test_particles_punctuation_wide_and_invisible_letters_hide_nothing(tiny, kind, text, found):
    """What a Korean sentence, a list of names or another program adds to a word does not hide its record."""
    assert found == list(getattr(tiny, kind)().search(text).ids)


def test_a_long_question_is_taken_apart_once(tiny):
    """A question of a hundred thousand letters, or of marks upon one letter, has its answer at once, in all records."""
    begun = perf_counter()

    assert () == tiny.events().search("a" * 100_000).ids
    assert tiny.events().search("a") == tiny.events().search("a" + "\u0301\u0323" * 30_000)
    assert 0 == len(search("가" * 20_000))
    assert perf_counter() - begun < 5
