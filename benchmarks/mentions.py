"""How long it takes to make the vocabulary of areas, at one and five times its size, and to read texts with it.

python benchmarks/mentions.py [ROUNDS]
"""

import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from unicodedata import normalize

from korea_nato import areas_in
from korea_nato._answering.mentions import lexicon
from korea_nato._answering.spelling import Finder, spellings
from korea_nato._dataset import bundled
from korea_nato._model.terms import HOW, every
from korea_nato._storage import own

LENGTH, SHORT, TIMES = 1_000_000, 170, 5
TEXTS = {
    "English prose": "The committee met in the new building, and the weather was fine for the season. ",
    "English list": "They agreed on cyber defence, climate change, women and public diplomacy with NATO. ",
    "Korean list": "한국과 나토는 대화와 협의, 대테러 협력, 군축·비확산, 신흥기술 분야에서 협력한다. ",
    "Korean, in pieces": normalize("NFD", "한국과 나토는 사이버 안보를 말했다. "),
    "Japanese prose": "両国は科学技術と気候変動についての対話を続けてきた。",
    "one long word": "a",
    "spaces": " ",
    "half a term": "women, peace and ",
}


def seconds(action: Callable[[], object]) -> float:
    """Return the wall-clock time of an action."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def make() -> None:
    """Make the vocabulary anew."""
    re.purge()
    lexicon.__wrapped__.cache_clear()  # type: ignore[attr-defined]  # it stands under the lock
    lexicon(bundled().index)


def make_more() -> None:
    """Make a list of terms of five times the size, each copy with other first letters."""
    re.purge()
    Finder.of(form for word in wordings() for copy in "abcde"[:TIMES] for form in spellings(copy + word))


def wordings() -> Iterator[str]:
    """Yield the hand-kept wordings of all areas."""
    return (word for one in own.terms(bundled().store).areas for how in HOW for word in every(getattr(one, how)))


def short(text: str) -> None:
    """Read a hundred short texts."""
    for _ in range(100):
        areas_in(text)


def main(rounds: int) -> None:
    """Print the median of each case."""
    print(
        f"{'first call, once':20}{1000 * seconds(partial(areas_in, 'x')):8.0f} ms, with the files it reads (at most 40)"
    )
    for name, action in (("vocabulary", make), (f"{TIMES} times as large", make_more)):
        print(f"{name:20}{1000 * median(seconds(action) for _ in range(rounds)):8.0f} ms")
    for name, piece in TEXTS.items():
        text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
        spent = median(seconds(partial(areas_in, text)) for _ in range(rounds))
        briefly = median(seconds(partial(short, text[:SHORT])) for _ in range(rounds))
        print(f"{name:20}{1000 * spent:8.0f} ms a million characters{100 / briefly:10,.0f} texts of {SHORT} a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
