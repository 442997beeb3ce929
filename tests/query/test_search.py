import pytest
from hypothesis import given

from korea_nato._model.names import best, fold, look_for, rank, texts
from korea_nato.errors import BadValue
from strategies import words


@given(text=words())
def test_folding_is_done_once(text):
    """A folded name is folded already, and case, spaces and hyphens make no difference."""
    assert fold(text) == fold(fold(text))
    assert fold(text) == fold(text.replace(" ", "-"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cyber-Defence", "cyber defence"),
        ("군축·비확산", "군축 비확산"),
        ("‘Science’ for Peace", "science forpeace"),
        ("CYBER‑DEFENCE", "cyber–defence"),
    ],
)
def test_names_that_mean_the_same_fold_alike(one, other):
    """Hyphens, middle dots, quotes, spaces and case are folded away."""
    assert fold(one) == fold(other)


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
    assert place == rank(tiny.organisations()["nato"], text)


def test_other_texts_come_after_names(tiny):
    """Words in a summary count less than words in a title."""
    assert 2 == rank(tiny.event("vilnius-summit"), "leaders meet")
    assert 1 == rank(tiny.event("vilnius-summit"), "summit")
    assert ["vilnius-summit"] == [one.id for one in best(tiny.events(), "vilnius summit")]


def test_accents_and_spellings_meet(tiny):
    """Words are found without their accents, in every language and other spelling."""
    yoon = tiny.people()["yoon-suk-yeol"]

    assert 0 == rank(yoon, "Yóon Suk-yeol") == rank(yoon, "윤석열")
    assert ["Yoon Suk Yeol", "윤석열", "Yoon Suk-yeol"] == list(texts(yoon))


def test_acronyms_phrases_and_wordings_are_looked_through(tiny):
    """Fields of one language are words like the others."""
    assert ["itpp"] == list(tiny.programmes().search("itpp").ids)
    assert 0 == rank(tiny.programme("itpp"), "ITPP")
    assert ["critics-doubt"] == list(tiny.statements().search("few advantages").ids)
    assert {"the two-day summit"} == {claim.wording for claim in tiny.claims().search("two-day")}


@pytest.mark.parametrize("text", ["", " ", "- ·", 5, None], ids=repr)
def test_nothing_cannot_be_looked_for(text):
    """A text without letters, and what is no text, raise ``BadValue``."""
    with pytest.raises(BadValue):
        look_for(text)
