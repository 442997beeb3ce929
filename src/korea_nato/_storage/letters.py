"""The letters that a text of the data may hold: what acts, hides or was lost is refused by its name."""

from unicodedata import category, is_normalized, name, unidata_version

from korea_nato._model.names import MARKS, is_invisible
from korea_nato.errors import BadValue

# A longer text is not a part of a record.
_LONGEST = 20_000
# The spaces, joiners and soft hyphens of a source, which may stand in a wording.
_JOINERS = frozenset("\u00a0\u00ad\u2009\u200b\u200c\u200d\u202f\u2060\u3000\ufe0e\ufe0f\ufeff")
# Braille without a dot looks like a space; the other stands where a letter was lost.
_ODD = frozenset("\u2800\ufffd")
_NAMELESS = {
    "Cc": "a control character",
    "Cs": "half a character",
    "Co": "for private use",
    "Cn": f"not a character of Unicode {unidata_version}",
}
# Letters that were looked at and are good: most texts have no others.
_good = set(map(chr, range(ord(" "), ord("~") + 1)))


def require_good(text: str, *, verbatim: bool = False) -> None:
    """Raise ``BadValue`` where a text is too long, is not in Unicode's form NFC or has a letter that is refused.

    A ``verbatim`` text may also have the spaces and joiners of its source.
    """
    if len(text) > _LONGEST:
        raise BadValue(f"is longer than {_LONGEST:,} letters")
    if "  " in text:
        raise BadValue("has two spaces in a row")
    if text.isascii() and text.isprintable():
        return
    if not _good.issuperset(text):
        _look_at(text, _JOINERS if verbatim else frozenset())
    if not is_normalized("NFC", text):
        raise BadValue("is not in Unicode's form NFC ('korea-nato fmt' rewrites it)")


def _look_at(text: str, allowed: frozenset[str]) -> None:
    marks = 0
    for letter in text:
        marks = marks + 1 if category(letter)[0] == "M" else 0
        if marks > MARKS:
            raise BadValue(f"has more than {MARKS} marks on one letter")
        if letter not in _good and letter not in allowed:
            _judge(letter)


def _judge(letter: str) -> None:
    if not letter.isprintable() or is_invisible(letter) or letter in _ODD:
        called = name(letter, "") or _NAMELESS[category(letter)]
        raise BadValue(f"has U+{ord(letter):04X} in it ({called})")
    if category(letter)[0] != "M":
        _good.add(letter)
