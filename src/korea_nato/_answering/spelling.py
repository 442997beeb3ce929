"""The forms in which a term may stand, and a list of terms that finds all of them in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from attr import frozen

from korea_nato._model import names
from korea_nato._model.korean import HANGUL, NOUNS, PARTICLES

# Each stands for the other in British and American English.
_PAIRS = (("defence", "defense"), ("isation", "ization"), ("programme", "program"))
_DOT = re.compile(f"(?<=[{HANGUL}])\\.(?=[{HANGUL}])")
# A word of Korean may end in 와 or 과 ("and"); one syllable before it is too little to tell.
_GAP = re.compile(f"(?:(?<=[{HANGUL}]{{2}})[와과])? +")
_LATIN = "a-z0-9\u0370-\u03ff\u0400-\u04ff"
_ANYWHERE = re.compile("")
# What must stand after a term that ends in a letter of a script: no more of its word but a particle.
_ENDS = (
    (re.compile(f"[{_LATIN}]"), re.compile(f"(?![{_LATIN}])")),
    (re.compile(f"[{HANGUL}]"), re.compile(f"(?:{NOUNS})?(?:{PARTICLES})?(?![{HANGUL}])")),
)
# A longer text is not a term; of one with many particles, no more spellings than this are made.
_CHARACTERS, _FORMS = 90, 500
# So many first letters tell nearly all words of a text from every term; a syllable tells more than a letter.
_HEAD, _SYLLABLES = 3, 2


def placed(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, and the place of each of its letters in the text.

    >>> placed("Cyber-Défense · 군축.비확산")[0]
    'cyber defense   군축 비확산'
    """
    folded, places = names.placed(text)
    return _DOT.sub(" ", folded).replace("、", ",").replace("및", " "), places


def spellings(term: str) -> Iterator[str]:
    """Yield the forms in which a term may stand, folded, without spaces; none for what is too long.

    >>> sorted(set(spellings("cyber-defence")))
    ['cyberdefence', 'cyberdefense']
    >>> "대화와협의" in spellings("대화·협의")
    True
    """
    words = [word for word in _GAP.split(placed(term)[0]) if word]
    if not words or len(term) > _CHARACTERS:
        return
    for choice in islice(product(*(_forms(word, word is words[-1]) for word in words)), _FORMS):
        whole = "".join(choice)
        yield whole
        for pair in _PAIRS:
            for one, other in (pair, pair[::-1]):
                if one in whole and other not in whole:
                    yield whole.replace(one, other)


def _forms(word: str, last: bool) -> list[str]:
    if word == "and":
        return ["and", ",and", "&", ",&", "/"]
    if word.endswith(","):
        return [word, word[:-1]]
    if not last and "가" <= word[-1] <= "힣":
        return [word, word + ("과" if (ord(word[-1]) - ord("가")) % 28 else "와")]
    return [word]


@frozen
class Finder:
    """Finds terms in a text: it knows what must stand after each, and how long those with the same first letters are.

    Spaces may stand anywhere in a term, so that a hyphen, a line's end or a missing space hides none.
    """

    known: dict[str, re.Pattern[str]]
    lengths: dict[str, list[int]]
    heads: frozenset[str]
    words: re.Pattern[str]

    @classmethod
    def of(cls, terms: Iterable[str]) -> "Finder":
        """Return what finds these terms, which are given as folded letters."""
        known = {term: _after(term[-1]) for term in terms}
        lengths = defaultdict(set)
        for term in known:
            lengths[term[:_HEAD]].add(len(term))
        longest_first = {head: sorted(found, reverse=True) for head, found in lengths.items()}
        heads = frozenset(head[:size] for head in lengths for size in range(1, _HEAD + 1))
        return cls(known, longest_first, heads, _words(lengths))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where each term begins and ends in a folded text, and its letters: the longest at each place."""
        letters = text.replace(" ", "")
        done = spaces = last = 0
        for match in self.words.finditer(text):
            word = match[0]
            if word[: _HEAD if word < "가" else _SYLLABLES] not in self.heads:
                continue
            start = match.start()
            spaces, last = spaces + text.count(" ", last, start), start
            for term in self._at(letters, start - spaces) if start >= done else ():
                end = _end(text, start, term)
                if self.known[term].match(text, end):
                    yield start, end, term
                    done = end
                    break

    def _at(self, letters: str, place: int) -> Iterator[str]:
        """Yield the terms that begin at a place of a text without spaces, the longest first."""
        for head in range(_HEAD, 0, -1):
            for length in self.lengths.get(letters[place : place + head], ()):
                term = letters[place : place + length]
                if term in self.known:
                    yield term


def _after(letter: str) -> re.Pattern[str]:
    """Return what must stand after a term that ends in a letter."""
    return next((after for script, after in _ENDS if script.match(letter)), _ANYWHERE)


def _words(heads: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the words of a text, and where no spaces are set between them, what may begin a term."""
    others = [head for head in heads if _after(head[0]) is _ANYWHERE]
    firsts = "".join({re.escape(head[0]) for head in others})
    seconds = "".join({re.escape(head[1]) for head in others if len(head) > 1})
    more = "" if any(len(head) == 1 for head in others) else f"(?= *[{seconds}])"
    return re.compile(f"[{_LATIN}]+|[{HANGUL}]+" + (f"|[{firsts}]{more}" if others else ""))


def _end(text: str, start: int, term: str) -> int:
    """Return where a term ends that begins at a place of a text, with or without spaces between its letters."""
    end = start + len(term)
    while (spaces := text.count(" ", start, end)) + len(term) != end - start:
        end = start + len(term) + spaces
    return end
