"""Runs of words that texts share, so that coders see whose text a text is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, takewhile

from attr import frozen

from korea_nato._model.names import fold

# So many words in a row are hardly ever the same by chance; a name with its title and a date are fewer.
RUN = 12
Places = dict[tuple[str, ...], list[int]]


@frozen
class Shared:
    """Two texts with a run of words that stands in both, as the first has it."""

    one: str
    other: str
    n_words: int
    words: str


def shared(texts: Mapping[str, str], run: int = RUN) -> Iterator[Shared]:
    """Yield each longest run of at least so many words that two texts share, pair by pair.

    Words are compared folded, so that signs and case do not hide a copy; Korean words are what spaces part.

    >>> [one.words for one in shared({"a": "NATO and Korea met, they said", "b": "nato and korea met."}, 3)]
    ['NATO and Korea met,']
    """
    words = {name: [word for word in text.split() if fold(word)] for name, text in texts.items()}
    folded = {name: [fold(word) for word in some] for name, some in words.items()}
    places = {name: _places(some, run) for name, some in folded.items()}
    for one, other in combinations(sorted(texts), 2):
        for start, end in _runs(folded[one], folded[other], places[other], run):
            yield Shared(one, other, end - start, " ".join(words[one][start:end]))


def _places(words: list[str], run: int) -> Places:
    """Return where each run of so many words begins."""
    found: Places = defaultdict(list)
    for start in range(len(words) - run + 1):
        found[tuple(words[start : start + run])].append(start)
    return found


def _runs(words: list[str], other: list[str], places: Places, run: int) -> Iterator[tuple[int, int]]:
    """Yield where in a text each longest run begins and ends that stands in another too."""
    place = 0
    while place <= len(words) - run:
        starts = places.get(tuple(words[place : place + run]), [])
        length = max((_length(words[place:], other[start:]) for start in starts), default=0)
        if length:
            yield place, place + length
        place += length or 1


def _length(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
