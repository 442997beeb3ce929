from time import perf_counter
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korea_nato._model.korean import stem
from korea_nato._model.names import ALIKE, fold, placed


@given(text=st.text())
def test_folding_is_done_once(text):
    """A folded text is folded already, whatever it holds, and so is a name."""
    assert fold(text) == fold(fold(text))
    assert placed(text)[0] == placed(placed(text)[0])[0]


@given(text=st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])))
def test_canonical_forms_fold_alike(text):
    """Letters in one piece and in several (NFC, NFD) are the same letters."""
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text))


@given(st.text())
def test_each_folded_letter_has_its_place(text):
    """Each letter of the folded text has its place in the given one, in order, and the end is the end."""
    folded, places = placed(text)

    assert len(folded) + 1 == len(places)
    assert sorted(places) == list(places)
    assert len(text) == places[len(folded)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cyber-Defence", "cyber defence"),
        ("군축·비확산", "군축 비확산"),
        ("군축ㆍ비확산", "군축 비확산"),
        ("‘Science’ for Peace", "science forpeace"),
        ("CYBER‑DEFENCE", "cyber–defence"),
        ("women, peace and security", "Women Peace and Security"),
        ("ｃｙｂｅｒ　ｄｅｆｅｎｃｅ", "cyber defence"),
        ("ｻｲﾊﾞｰ防衛", "サイバー防衛"),
        ("サイバー防衛", "サイハ\u3099ー防衛"),
        ("Zelenskyj", "Zelenskýj"),
        ("SİBER", "siber"),
        ("Straße", "STRASSE"),
        ("U.S.", "us"),
        ("사이버 방위", normalize("NFD", "사이버 방위")),
    ],
)
def test_names_that_mean_the_same_fold_alike(one, other):
    """Case, accents, width, punctuation and pieces of letters are folded away."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("ハ", "バ"), ("가", "각"), ("1", "2"), ("ㄱㅏ", "가")])
def test_other_letters_stay_apart(one, other):
    """The voicing of kana, the consonants of Korean and numbers are not accents."""
    assert fold(one) != fold(other)


# As Unicode 14 has them, the one that Python 3.11 knows: spaces, dashes, quotation marks and invisible signs.
SIGNS = {
    " ": "\t\n\x0b\x0c\r\x85\xa0\u1680\u2000\u2004\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
    "-": "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    "'": "'\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc\xb4`\uff07",
    '"': '"\u201c\u201d\u201e\u201f\xab\xbb\u2033\uff02',
    "": "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\ufeff\u034f\u061c\u3164\ufe0f\U000e0041",
}


@pytest.mark.parametrize(("sign", "signs"), SIGNS.items())
def test_signs_of_a_class_are_one_sign(sign, signs):
    """Every space is a space, every dash a hyphen, and what is invisible is nothing."""
    for other in signs:
        assert f"a{sign}b" == ALIKE.placed(f"a{other}b")[0], hex(ord(other))


def test_every_letter_can_be_folded():
    """Whatever letter a language of the record has, alone it folds without an error, and again to the same."""
    for code in (*range(0x3400), *range(0xF900, 0x10000)):
        once = placed(chr(code))[0]
        assert once == placed(once)[0], hex(code)


def test_marks_without_end_are_folded_in_a_time_that_grows_with_them():
    """A letter with a hundred thousand marks takes no more than a moment."""
    begun = perf_counter()
    fold("a" + "\u0301\u0323" * 100_000)

    assert perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("사이버안보를", "사이버안보"),
        ("윤석열은", "윤석열"),
        ("nato와", "nato"),
        ("협의", "협의"),
        ("defence", "defence"),
    ],
)
def test_a_korean_noun_is_known_without_its_particle(word, expected):
    """A particle is taken off where two letters or more are left."""
    assert expected == stem(word)
