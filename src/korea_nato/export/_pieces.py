"""What a full-text index takes for the words of a text in scripts whose words have no spaces of their own."""

import re
from collections.abc import Iterator

# Hangul, kana and Chinese characters, and what may stand between two words that are one to a reader.
_LETTER = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_RUN = re.compile(rf"{_LETTER}(?:[ ·・-]?{_LETTER})*")
_BETWEEN = re.compile(r"[ ·・-]")
# Whoever looks for more letters at once looks for several words.
_LONGEST = 6


def pieces(text: str) -> str:
    """Return a text followed by every piece of its Korean, Japanese and Chinese words that a reader may type.

    A search engine knows words by the spaces between them; a Korean word ends in particles, and may be written apart.

    >>> pieces("사이버 방위를").split()[-3:]
    ['위', '위를', '를']
    """
    return " ".join([text, *_pieces(text)])


def _pieces(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        letters = _BETWEEN.sub("", run)
        for start in range(len(letters)):
            yield from (letters[start:end] for end in range(start + 1, min(start + _LONGEST, len(letters)) + 1))
