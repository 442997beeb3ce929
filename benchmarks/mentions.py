"""How long it takes to find the areas in a text of a million characters, and to make the vocabulary.

python benchmarks/mentions.py [ROUNDS]
"""

import re
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from korea_nato import areas_in
from korea_nato._answering.mentions import vocabulary
from korea_nato._dataset import bundled

LENGTH = 1_000_000
TEXTS = {
    "English prose": "The committee met in the new building, and the weather was fine for the season. ",
    "English list": "They agreed on cyber defence, climate change, women and public diplomacy with NATO. ",
    "Korean list": "한국과 나토는 대화와 협의, 대테러 협력, 군축·비확산, 신흥기술 분야에서 협력한다. ",
    "Japanese prose": "両国は科学技術と気候変動についての対話を続けてきた。",
    "one long word": "a",
    "spaces": " ",
    "half a term": "women, peace and ",
}


def seconds(deed: Callable[[], object]) -> float:
    """Return the wall-clock time of a deed."""
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def make() -> None:
    """Make the vocabulary anew."""
    re.purge()
    vocabulary.cache_clear()
    vocabulary(bundled())


def main(rounds: int) -> None:
    """Print the median of each case."""
    bundled().areas(programme="itpp")
    made = median(seconds(make) for _ in range(rounds))
    print(f"{'vocabulary, once':20}{1000 * made:8.0f} ms")
    for name, piece in TEXTS.items():
        text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
        spent = median(seconds(partial(areas_in, text)) for _ in range(rounds))
        print(f"{name:20}{1000 * spent:8.0f} ms a million characters")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
