"""Which of the eleven areas of the ITPP does a text speak of?"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any

from attrs import frozen

from korea_nato._dataset import Dataset, bundled
from korea_nato._programmes import Area
from korea_nato._search import fold as name_of
from korea_nato._spelling import composed, fold, letters, pattern, spellings
from korea_nato._terms import Words
from korea_nato._values import Value
from korea_nato.errors import BadValue

# A full stop after a single letter ("S. Korea") ends no sentence.
_END = re.compile(r"(?<!\b\w)[.!?]+(?=\s)|[。！？]|\n[^\S\n]*\n")
Match = re.Match[str]


@frozen(kw_only=True, eq=False, repr=False)
class AreaMention(Value):
    """A place in a text that speaks of an area: ``text[start:end]`` is ``words``."""

    area: Area
    start: int
    end: int
    words: str

    def __str__(self) -> str:
        return f"{self.words} → {self.area.short_id}"


def areas_in(text: str, dataset: Dataset | None = None) -> tuple[AreaMention, ...]:
    """Return the places at which a text speaks of an area of the ITPP, in order; no two overlap.

    A word of ordinary prose ("climate change") counts where its sentence names NATO, another area or the like.
    Raises ``errors.BadValue`` for what is no text.

    >>> from korea_nato.mentions import areas_in
    >>> [mention.area.short_id for mention in areas_in("NATO 사이버 방위와 anti-terrorism")]
    ['cyber-defence', 'counter-terrorism']
    """
    if not isinstance(text, str):
        raise BadValue(f"{type(text).__name__} is not a text (read a file first)", "text")
    return tuple(vocabulary(dataset or bundled()).mentions(text))


def marked(text: str, mentions: Iterable[AreaMention]) -> str:
    """Return a text with each mention and its area in brackets.

    >>> from korea_nato.mentions import areas_in, marked
    >>> text = "They spoke of cyber defence."
    >>> marked(text, areas_in(text))
    'They spoke of [cyber defence → cyber-defence].'
    """
    pieces, done = [], 0
    for mention in mentions:
        pieces += [text[done : mention.start], f"[{mention}]"]
        done = mention.end
    return "".join([*pieces, text[done:]])


def rows(mentions: Iterable[AreaMention]) -> list[dict[str, Any]]:
    """Return mentions as flat dictionaries, for JSON and for tables: area (its id), start, end, words."""
    return [{"area": one.area.id, "start": one.start, "end": one.end, "words": one.words} for one in mentions]


@frozen(eq=False, repr=False)
class Vocabulary:
    """What means which area, by letters alone; what does so only in company, or beside an area; and company."""

    areas: dict[str, Area]
    in_company: frozenset[str]
    beside: frozenset[str]
    terms: re.Pattern[str]
    company: re.Pattern[str]

    def mentions(self, text: str) -> Iterator[AreaMention]:
        """Yield the mentions in a text, sentence by sentence."""
        whole, places = composed(text)
        folded = fold(whole)
        ends = [match.end() for match in _END.finditer(whole)]
        for first, last in zip([0, *ends], [*ends, len(whole)], strict=True):
            for match in self._found(folded, first, last):
                start, end = places[match.start()], places[match.end()]
                area = self.areas[letters(match[0])]
                yield AreaMention(area=area, start=start, end=end, words=text[start:end])

    def _found(self, folded: str, first: int, last: int) -> list[Match]:
        """Return what stands in a sentence for an area, ordinary words only where they have company."""
        found = list(self.terms.finditer(folded, first, last))
        certain = [one for one in found if letters(one[0]) not in self.in_company | self.beside]
        if len(certain) == len(found):
            return found
        around = _Around([*certain, *self.company.finditer(folded, first, last)])
        return [one for one in found if self._counts(one, certain, around)]


@lru_cache(maxsize=4)
def vocabulary(dataset: Dataset, without: Collection[str] = ()) -> Vocabulary:
    """Return the vocabulary of a dataset: the areas' names, their other wordings in sources, and its terms.

    ``without`` are wordings of sources to be left out, as a measurement needs it.
    """
    terms = dataset.store.terms()
    left_out = set(map(name_of, without))
    names, known = {}, {}
    for area in dataset.areas(programme="itpp"):
        names |= _by_letters(area.name.values(), area)
        known |= _by_letters((word for word in area.also if name_of(word) not in left_out), area)
    always, in_company, beside = (_of_all(terms, how) for how in ("always", "in_company", "beside"))
    known = always | known | in_company | beside | names
    return Vocabulary(
        areas=known,
        in_company=frozenset(in_company.keys() - names.keys()),
        beside=frozenset(beside.keys() - names.keys()),
        terms=pattern(known),
        company=pattern(spelling for word in _all(terms.company) for spelling in spellings(word)),
    )
