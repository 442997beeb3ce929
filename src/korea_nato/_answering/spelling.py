"""The forms in which a term may stand, and one pattern that finds all the terms of a list in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, product
from typing import Any

# Each stands for the other in British and American English.
_PAIRS = (("defence", "defense"), ("isation", "ization"), ("programme", "program"))
_SEPARATORS = "\t\n\v\f\r\u00a0\u00ad\u200b\u3000-‐‑‒–—․·・ㆍ‧∙•'’‘\"“”«»및"
_DOT = re.compile(r"(?<=[가-힣])\.(?=[가-힣])")
# A word of Korean may end in 와 or 과 ("and"); one syllable before it is too little to tell.
_GAP = re.compile(r"(?:(?<=[가-힣]{2})[와과])? +")
_LATIN, _HANGUL = "a-z0-9\u0370-\u03ff\u0400-\u04ff", "가-힣"
# What a Korean noun may end in and still be that noun: particles, and nouns that it is written together with.
_NOUNS = "분야|협력|부문|문제|훈련|정책|역량|강화|대응"
_PARTICLES = (
    "은|는|이|가|을|를|의|와|과|와의|과의|도|로|으로|만|등|등의|까지|부터|이나|나|이며|며|이다|이고|라는|이라는"
    "|에|에서|에도|에는|에선|에서는|에서의|에서도"
)
_RIGHT = {"": "", _LATIN: f"(?![{_LATIN}])", _HANGUL: f"(?=(?:{_NOUNS})?(?:{_PARTICLES})?(?![{_HANGUL}]))"}
_END = ""
# A longer text is no term; of one with many particles, so many spellings will do.
_CHARACTERS, _FORMS = 90, 500
# A letter with what belongs to it: accents, and the vowel and the final consonant of a Korean syllable.
_LETTER = re.compile(r".[\u0300-\u036f\u1160-\u11ff]*", re.DOTALL)


def fold(text: str) -> str:
    """Return a text of the same length without case and accents, a space for what separates words.

    >>> fold("Cyber-Défense · 군축.비확산")
    'cyber defense   군축 비확산'
    """
    text = text.replace("İ", "i").lower()
    # Few of the letters stand in any one text, and replacing these is faster than looking up each of its own.
    for letter in set(text) & _table().keys():
        text = text.replace(letter, _table()[letter])
    return _DOT.sub(" ", text)


@cache
def _table() -> dict[str, str]:
    # Imported here because it is slow to import, and whoever reads records need not fold texts.
    from unicodedata import normalize

    accented = map(chr, [*range(0xC0, 0x180), *range(0x400, 0x460)])
    plain = {letter: normalize("NFD", letter)[0] for letter in accented if normalize("NFD", letter) != letter}
    wide = {chr(code): chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
    return plain | wide | {"ı": "i", "、": ","} | dict.fromkeys(_SEPARATORS, " ")


def composed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text whose letters are in one piece (NFC), and where each of them stands in the given one."""
    # Imported here because it is slow to import, and whoever reads records need not fold texts.
    from unicodedata import is_normalized, normalize

    if is_normalized("NFC", text):
        return text, range(len(text) + 1)
    pieces = [(match.start(), normalize("NFC", match[0])) for match in _LETTER.finditer(text)]
    places = [start for start, piece in pieces for _ in piece]
    return "".join(piece for _, piece in pieces), [*places, len(text)]


def letters(text: str) -> str:
    """Return a folded text without its spaces: what two spellings of a term share."""
    return text.replace(" ", "")


def spellings(term: str) -> Iterator[str]:
    """Yield the forms in which a term may stand, folded, without spaces; none for what is too long.

    >>> sorted(set(spellings("cyber-defence")))
    ['cyberdefence', 'cyberdefense']
    >>> "대화와협의" in spellings("대화·협의")
    True
    """
    words = [word for word in _GAP.split(fold(term)) if word]
    if not words or len(term) > _CHARACTERS:
        return
    for choice in islice(product(*(_forms(word, word is words[-1]) for word in words)), _FORMS):
        whole = "".join(choice)
        yield whole
        for british, american in _PAIRS:
            yield whole.replace(british, american)
            yield whole.replace(american, british)


def _forms(word: str, last: bool) -> list[str]:
    if word == "and":
        return ["and", ",and", "&", ",&", "/"]
    if word.endswith(","):
        return [word, word[:-1]]
    if not last and "가" <= word[-1] <= "힣":
        return [word, word + ("과" if (ord(word[-1]) - ord("가")) % 28 else "와")]
    return [word]


def pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """Return what finds terms, given as folded letters, in a folded text: the longest at each place.

    Spaces may stand anywhere in a term, so that a hyphen, a line's end or a missing space hides none.
    """
    tries: dict[tuple[str, str], dict[str, Any]] = {}
    for term in terms:
        node = tries.setdefault((_script(term[0]), _script(term[-1])), {})
        for letter in term:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return re.compile("|".join(_ways(tries)) or r"(?!)")


def _ways(tries: dict[tuple[str, str], dict[str, Any]]) -> Iterator[str]:
    for (first, last), trie in tries.items():
        for letter, below in trie.items():
            # What stands before is asked after the letter, so that the search can leap from letter to letter.
            start = re.escape(letter)
            yield start + (f"(?<![{first}]{start})" if first else "") + _below(below) + _RIGHT[last]


def _script(letter: str) -> str:
    return next((script for script in (_LATIN, _HANGUL) if re.match(f"[{script}]", letter)), "")


def _written(node: dict[str, Any]) -> str:
    """Return a tree of letters as a pattern that tries the longest way first."""
    ways = [re.escape(letter) + _below(below) for letter, below in node.items() if letter != _END]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _below(node: dict[str, Any]) -> str:
    if node.keys() == {_END}:
        return ""
    longer = " *" + _written(node)
    return f"(?:{longer})?" if _END in node else longer
