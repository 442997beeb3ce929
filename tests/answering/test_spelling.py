import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._answering.spelling import Finder, spellings

TERMS = st.lists(st.text("ab ", min_size=1).map(lambda text: text.replace(" ", "")).filter(bool), max_size=6)


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("Cyber defence", {"cyberdefence", "cyberdefense"}),
        ("standardisation", {"standardisation", "standardization"}),
        ("women, peace", {"women,peace", "womenpeace"}),
        ("군축·비확산", {"군축비확산", "군축과비확산"}),
        ("대화와 협의", {"대화협의", "대화와협의"}),
        ("成果と協力", {"成果と協力"}),
        ("peace and war", {"peaceandwar", "peace,andwar", "peace&war", "peace,&war", "peace/war"}),
        (" · ", set()),
        ("a" * 91, set()),
    ],
)
def test_a_term_has_these_spellings(term, forms):
    """British and American, "and" or a sign for it, commas and the Korean particles make its forms."""
    assert forms == set(spellings(term))


@given(TERMS, st.text("ab c"))
def test_the_longest_term_is_found_at_each_place(terms, text):
    """What the list finds is what trying all terms at each place finds, the longest first."""
    naive, place = [], 0
    ways = sorted(set(terms), key=len, reverse=True)
    while place < len(text):
        tries = (re.compile(rf"(?<!\w){' *'.join(way)}(?!\w)").match(text, place) for way in ways)
        match = next((one for one in tries if one), None)
        naive += [match.span()] if match else []
        place = match.end() if match else place + 1

    assert naive == [(start, end) for start, end, _ in Finder.of(terms).find(text)]


def test_the_spellings_of_a_term_are_not_endless():
    """A term of twenty-two times "and", each of which has five forms, has a few hundred in all."""
    assert 500 >= len(set(spellings("and " * 22)))


def test_no_terms_find_nothing():
    """An empty list finds nothing in any text, not even in an empty one."""
    assert [] == list(Finder.of([]).find("a b"))
    assert [] == list(Finder.of([]).find(""))
