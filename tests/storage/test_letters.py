import pytest
from hypothesis import given

from korea_nato._storage.letters import require_good
from korea_nato.errors import BadValue
from strategies import words


@pytest.mark.parametrize(
    ("letter", "called"),
    [
        ("\x00", "U+0000 in it (a control character)"),
        ("\n", "U+000A in it (a control character)"),
        ("\x9b", "U+009B in it (a control character)"),
        ("\u202e", "U+202E in it (RIGHT-TO-LEFT OVERRIDE)"),
        ("\u2066", "U+2066 in it (LEFT-TO-RIGHT ISOLATE)"),
        ("\u2028", "U+2028 in it (LINE SEPARATOR)"),
        ("\u3164", "U+3164 in it (HANGUL FILLER)"),
        ("\u034f", "U+034F in it (COMBINING GRAPHEME JOINER)"),
        ("\ufff9", "U+FFF9 in it (INTERLINEAR ANNOTATION ANCHOR)"),
        ("\ufffd", "U+FFFD in it (REPLACEMENT CHARACTER)"),
        ("\U000e0041", "U+E0041 in it (TAG LATIN CAPITAL LETTER A)"),
        ("\ue000", "U+E000 in it (for private use)"),
        ("\ud800", "U+D800 in it (half a character)"),
        ("\uffff", "U+FFFF in it (not a character of Unicode "),
    ],
)
@pytest.mark.parametrize("verbatim", [True, False])
def test_letters_that_act_hide_or_were_lost_are_refused_by_name(letter, called, verbatim):
    """No text has controls, overrides, separators, tags or private letters, and no wording has."""
    with pytest.raises(BadValue) as caught:
        require_good(f"사이{letter}버", verbatim=verbatim)

    assert caught.value.problem.startswith(f"has {called}")


@pytest.mark.parametrize("letter", "\u00a0\u00ad\u200b\u200c\u200d\u202f\u2060\u3000\ufe0f\ufeff")
def test_spaces_and_joiners_of_a_source_stand_in_wordings_only(letter):
    """A wording is letter by letter that of its source; in any other text a joiner hides a word from search."""
    require_good(f"Vil{letter}nius", verbatim=True)
    with pytest.raises(BadValue, match=f"has U\\+{ord(letter):04X} in it"):
        require_good(f"Vil{letter}nius")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("two  spaces", "has two spaces in a row"),
        ("x" * 20_001, "is longer than 20,000 letters"),
        ("사이버".encode().decode() + "e\u0301", "is not in Unicode's form NFC ('korea-nato fmt' rewrites it)"),
        ("a" + "\u0323" * 31, "has more than 30 marks on one letter"),
    ],
    ids=["spaces", "long", "decomposed", "marks"],
)
def test_what_no_text_needs_is_refused(text, problem):
    """Doubled spaces, whole documents, decomposed letters and towers of marks are errors."""
    with pytest.raises(BadValue) as caught:
        require_good(text)

    assert problem == caught.value.problem


@given(text=words())
def test_texts_of_people_are_good(text):
    """Korean letters, quotation marks, tags, accents and flags are letters like any other."""
    require_good(text)


@pytest.mark.parametrize("text", ["نائِب وزير", "ความร่วมมือ", "सहयोग", "x" * 20_000, "q" + "\u0323" * 30])
def test_scripts_with_marks_are_good(text):
    """Arabic, Thai and Devanagari write marks on their letters."""
    require_good(text)
