"""The areas of the ITPP of which a text speaks, and where it does so."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import inf

from attr import frozen

from korea_nato._answering.spelling import Finder, placed, spellings
from korea_nato._model.names import fold
from korea_nato._model.once import locked
from korea_nato._model.programmes import Area
from korea_nato._model.record import described
from korea_nato._model.terms import HOW, every
from korea_nato._model.values import Value
from korea_nato._query.index import Index
from korea_nato._storage import own
from korea_nato.errors import BadValue

# A full stop after a single letter ("S. Korea") ends no sentence.
_END = re.compile(r"[.!?。！？\n\u2029](?:(?<=[。！？\u2029])|(?<=[.!?])(?<!\b\w.)(?=\s)|(?<=\n)[^\S\n]*\n)")
# Where a term begins and ends in a sentence, and its letters.
Found = tuple[int, int, str]


@described
class AreaMention(Value):
    """A place in a text that speaks of an area: ``text[start:end]`` is ``words``."""

    __module__ = "korea_nato"

    area: Area
    start: int
    end: int
    words: str

    def __str__(self) -> str:
        return f"{self.words} → {self.area.short_id}"


def areas_in(text: str, index: Index) -> tuple[AreaMention, ...]:
    """Return the places at which a text speaks of an area of the ITPP, in order; no two overlap."""
    if not isinstance(text, str):
        raise BadValue(f"{type(text).__name__} is not a text (read a file first)", "text")
    return tuple(lexicon(index).mentions(text))


def marked(text: str, mentions: Iterable[AreaMention]) -> str:
    """Return a text with each mention and its area in brackets.

    >>> from korea_nato import areas_in
    >>> from korea_nato.mentions import marked
    >>> text = "They spoke of cyber defence."
    >>> marked(text, areas_in(text))
    'They spoke of [cyber defence → cyber-defence].'
    """
    pieces, done = [], 0
    for mention in mentions:
        pieces += [text[done : mention.start], f"[{mention}]"]
        done = mention.end
    return "".join([*pieces, text[done:]])


def rows(mentions: Iterable[AreaMention]) -> list[dict[str, object]]:
    """Return mentions as flat dictionaries, for JSON and for tables: area (its id), start, end, words."""
    return [{"area": one.area.id, "start": one.start, "end": one.end, "words": one.words} for one in mentions]


@frozen(eq=False, repr=False)
class Lexicon:
    """What means which area, by its letters, and how: always, in company, or beside another area."""

    meanings: dict[str, tuple[Area, str]]
    terms: Finder
    company: Finder

    def mentions(self, text: str) -> Iterator[AreaMention]:
        """Yield the mentions in a text, sentence by sentence."""
        folded, places = placed(text)
        ends = [bisect_left(places, match.end()) for match in _END.finditer(text)]
        for first, last in zip([0, *ends], [*ends, len(folded)], strict=True):
            for start, end, term in self._found(folded[first:last]):
                area, _ = self.meanings[term]
                start, end = places[first + start], max(places[first + end], places[first + end - 1] + 1)
                yield AreaMention(area=area, start=start, end=end, words=text[start:end])

    def _found(self, sentence: str) -> list[Found]:
        """Return what stands in a sentence for an area, ordinary words only where they have company."""
        found = list(self.terms.find(sentence))
        certain = [one for one in found if self._how(one) == "always"]
        if len(certain) == len(found):
            return certain
        company = [*certain, *self.company.find(sentence)]
        others = {"beside": _bounds(certain), "in_company": _bounds(company)}
        return [one for one in found if self._how(one) == "always" or _accompanied(one, *others[self._how(one)])]

    def _how(self, found: Found) -> str:
        return self.meanings[found[2]][1]


def _bounds(found: list[Found]) -> tuple[float, float]:
    """Return where the first of them ends and where the last of them begins."""
    return min((end for _, end, _ in found), default=inf), max((start for start, _, _ in found), default=-inf)


def _accompanied(found: Found, first_end: float, last_start: float) -> bool:
    start, end, _ = found
    return first_end <= start or end <= last_start


@locked
@lru_cache(maxsize=4)
def lexicon(index: Index, without: frozenset[str] = frozenset()) -> Lexicon:
    """Return the lexicon of a dataset: the areas' names, their other wordings in sources, and its terms.

    ``without`` are wordings of sources to be left out, as a measurement needs it.
    """
    terms, areas = own.terms(index.store), index.latest().areas
    wordings = [
        *((word, area, "always") for area in areas for word in area.also),
        *((word, one.area, how) for one in terms.areas for how in HOW for word in every(getattr(one, how))),
    ]
    left_out = set(map(fold, without))
    known = [one for one in wordings if fold(one[0]) not in left_out]
    # The names come last, and so mean their area always, whatever else is said of them.
    names = [(name, area, "always") for area in areas for name in area.name.values()]
    meanings = {form: (area, how) for word, area, how in [*known, *names] for form in spellings(word)}
    company = (form for word in every(terms.company) for form in spellings(word))
    return Lexicon(meanings, Finder.of(meanings), Finder.of(company))
