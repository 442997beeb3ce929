from collections import defaultdict

import pytest

from korea_nato._answering.spelling import spellings
from korea_nato._model.programmes import Area
from korea_nato._model.terms import HOW, AreaTerms, Terms, every
from korea_nato._model.texts import Frozen, Text
from korea_nato._storage import own
from korea_nato.errors import BadValue

CYBER = Area(id="itpp/cyber-defence", name=Text({"en": "Cyber defence"}))


def words(**by_language):
    """Return wordings by language."""
    return Frozen({language: tuple(several) for language, several in by_language.items()})


def test_every_gives_the_wordings_of_every_language():
    """The wordings come one after the other, the languages in order."""
    assert ["cyber defence", "사이버 방위"] == list(every(words(ko=["사이버 방위"], en=["cyber defence"])))


@pytest.mark.parametrize("how", ["always", "in_company", "beside"])
def test_wordings_stand_under_a_language(how):
    """What is not a language tag is refused, at its place."""
    with pytest.raises(BadValue) as caught:
        AreaTerms(area=CYBER, **{how: words(english=["x"])})

    assert f"{how}.english: 'english' is not a language tag such as 'en' or 'ko'" == str(caught.value)


@pytest.mark.parametrize("word", ["·", "x" * 91])
def test_a_term_is_of_one_to_ninety_letters(word):
    """What has no letters, or is a sentence rather than a term, is refused."""
    with pytest.raises(BadValue, match=r"company\.en: .* is not a term of 1 to 90 letters"):
        Terms(company=words(en=[word]))


def test_an_area_stands_once():
    """Two entries for one area are refused, the second at its place."""
    with pytest.raises(BadValue) as caught:
        Terms(areas=(AreaTerms(area=CYBER), AreaTerms(area=CYBER)))

    assert "areas[1].area: 'itpp/cyber-defence' is duplicated" == str(caught.value)


def test_no_wording_means_two_areas(shipped):
    """In the data that are shipped each wording is that of one area, in one way."""
    meanings = defaultdict(set)
    for one in own.terms(shipped.store).areas:
        for how in HOW:
            for word in every(getattr(one, how)):
                for form in spellings(word):
                    meanings[form].add((one.area.id, how))

    assert {} == {form: found for form, found in meanings.items() if len(found) > 1}
