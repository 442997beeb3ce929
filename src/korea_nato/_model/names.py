"""One folding of letters and signs, for search, for names, for areas in a text and for verification.

What is invisible, a space, a dash or a quotation mark is asked of Unicode, letter by letter, and kept.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from unicodedata import category, combining, name, normalize

# What Unicode ignores although it is not a format sign (Default_Ignorable_Code_Point, unknown to unicodedata).
_IGNORED = frozenset(map(chr, [0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, 0xFFA0]))
_SELECTORS = ("\ufe00", "\ufe0f"), ("\U000e0000", "\U000e0fff")
# The last is a letter of older Korean, which is typed for the dot.
_DOTS = frozenset("·․‧•∙⋅・ㆍ")
# A vowel or final consonant of Korean in pieces, and the voicing marks of half-width kana, belong to the letter before.
_PIECES = frozenset(map(chr, [*range(0x1160, 0x1200), 0xFF9E, 0xFF9F]))
# No language writes more marks on a letter (Unicode's Stream-Safe Text Format), and normalising more is slow.
MARKS = 30


class Letters(dict[int, str]):
    """What each letter becomes, worked out when it is first met; ``""`` for what belongs to the letter before."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self.become = lru_cache(maxsize=4096)(become)
        # Letters that become one letter each: a text of these alone keeps its places.
        self.single: set[str] = set()

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = "" if _belongs(letter) else self.become(letter)
        if len(self[code]) == 1:
            self.single.add(letter)
        return self[code]

    def placed(self, text: str) -> tuple[str, Sequence[int]]:
        """Return what a text becomes, and where each letter of that stands in the text (and where it ends)."""
        if self._is_simple(text):
            return text.translate(self), range(len(text) + 1)
        pieces = [(start, self.become(cluster)) for start, cluster in self._clusters(text)]
        places = [start for start, piece in pieces for _ in piece]
        return "".join(piece for _, piece in pieces), [*places, len(text)]

    def _is_simple(self, text: str) -> bool:
        return self.single.issuperset(text) or all(len(self[ord(letter)]) == 1 for letter in set(text))

    def _clusters(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the place of each letter, and the letter with what belongs to it."""
        start = 0
        for place in range(1, len(text) + 1):
            if place == len(text) or self[ord(text[place])] or place - start > MARKS:
                yield start, text[start:place]
                start = place


def _belongs(letter: str) -> bool:
    return category(letter)[0] == "M" or letter in _PIECES or _sign(letter) == ""


def is_invisible(letter: str) -> bool:
    """Return whether a letter shows nothing and takes no room, such as a joiner or a selector."""
    return category(letter) == "Cf" or letter in _IGNORED or any(first <= letter <= last for first, last in _SELECTORS)


def _sign(letter: str) -> str:
    """Return a letter, or the one sign that stands for all of its class; nothing for what is invisible."""
    kind = category(letter)
    if is_invisible(letter):
        return ""
    if kind in ("Zs", "Zl", "Zp", "Cc"):
        return " "
    if kind == "Pd" or letter == "−":
        return "-"
    if letter in _DOTS:
        return "·"
    return _quote(letter, kind) or letter


def _quote(letter: str, kind: str) -> str:
    """Return the sign for a quotation mark, apostrophe, prime or free-standing accent, or nothing for the rest."""
    called = name(letter, "")
    apart = kind[0] != "L" or kind == "Lm"
    if kind in ("Pi", "Pf") or (apart and any(word in called for word in ("QUOTATION", "APOSTROPHE", "PRIME"))):
        single = "SINGLE" in called or not ("DOUBLE" in called or "QUOTATION" in called)
        return "'" if single else '"'
    return "'" if letter in "`´" else ""


def _alike(cluster: str) -> str:
    signs = "".join(map(_sign, cluster))
    letters = normalize("NFKC", signs)
    # A single consonant or vowel of Korean stays as it was, or the next would make a syllable with it.
    if "\u1100" <= letters[:1] <= "\u11ff" and len(letters) == 1:
        return signs
    return "".join(map(_sign, letters))


def _folded(cluster: str) -> str:
    pieces = normalize("NFD", normalize("NFKC", _alike(cluster).casefold()).replace("ı", "i"))
    letters = normalize("NFC", "".join(letter for letter in pieces if combining(letter) < 200))
    return "".join(" " if letter in "-·'\"" else letter for letter in letters)


ALIKE, _FOLDED = Letters(_alike), Letters(_folded)


def placed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, a space for what separates words, and the place of each of its letters in the text.

    >>> placed("Cyber-Défense")[0]
    'cyber defense'
    """
    return _FOLDED.placed(text)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return the letters and digits of a name, as names are compared and looked for: without case and accents.

    >>> fold("Cyber-Defence") == fold("cyber defence")
    True
    """
    return "".join(letter for letter in _FOLDED.placed(text)[0] if category(letter)[0] in "LNM")
