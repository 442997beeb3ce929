"""Whether the wordings of a source stand in a text."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from korea_nato._model.names import ALIKE
from korea_nato._model.sources import Source
from korea_nato._query.filters import text_of
from korea_nato._query.index import Index
from korea_nato.errors import BadValue

# Letters of the scripts that set spaces between words.
_LETTER = "[^\\W_\u3040-\u30ff\u3400-\u9fff]"
_IS_LETTER = re.compile(_LETTER)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
# How a text says that it has something from somebody else.
_TOLD = re.compile(
    r"\baccording to\b|에 따르면|에 의하면|によると|によれば|\bselon\b|d'après|\blaut\b|\bnach Angaben\b"
    r"|\bmenurut\b|\bsecondo\b|\bsegún\b|\bsegundo\b|по данным|по словам|согласно|据(?=[^点了])",
    re.IGNORECASE,
)


class Verified(NamedTuple):
    """A file with the source whose text it is, the wordings that are not there, and those to look at again, and why."""

    name: str
    source: Source | None
    missing: tuple[str, ...] = ()
    doubted: tuple[tuple[str, str], ...] = ()


def verify(source: Source | str, text: str, index: Index) -> tuple[str, ...]:
    """Return the wordings of a source that do not stand in a text, in order."""
    if not isinstance(text, str):
        raise BadValue(f"the text is of type {type(text).__name__}, not str")
    document = source if isinstance(source, Source) else index.records(Source)[text_of(source, "source")]
    whole = flat(text)
    wordings = dict.fromkeys(passage.wording for passage in document.passages)
    return tuple(wording for wording in wordings if flat(wording) not in whole)


def flat(text: str) -> str:
    """Return a text as wordings are looked for: in NFKC, with quotes, dashes and white space folded."""
    return " ".join(ALIKE.placed(text)[0].split())


def doubts(source: Source, text: str) -> Iterator[tuple[str, str]]:
    """Yield the wordings that stand in a text and yet want a second look, each with the reason.

    A browser opens a link only at whole words within one block, and a Korean particle belongs to its word.
    """
    lines = [flat(line) for line in text.splitlines()]
    whole = flat(text)
    for passage in source.passages:
        wording = flat(passage.wording)
        holding = [line for line in lines if wording in line]
        if not holding and wording in whole:
            yield passage.wording, "crosses a line"
        elif holding and not any(_stands_free(wording, line) for line in holding):
            yield passage.wording, "is cut inside a word"
        sentences = [one for line in holding for one in _SENTENCE.split(line) if wording in one]
        told = next((found[0] for one in sentences if (found := _TOLD.search(one))), None)
        if told and not passage.according_to:
            yield passage.wording, f"its sentence says {told!r}, and 'according_to' is empty"


def _stands_free(wording: str, line: str) -> bool:
    """Return whether a wording stands somewhere in a line with no letter of its own words before or after it."""
    before = f"(?<!{_LETTER})" if _IS_LETTER.match(wording[:1]) else ""
    after = f"(?!{_LETTER})" if _IS_LETTER.match(wording[-1:]) else ""
    return re.search(before + re.escape(wording) + after, line) is not None


def verify_folder(folder: Path, index: Index) -> Iterator[Verified]:
    """Yield each file of a folder with the source whose text it is, by SHA-256, what is missing and what is doubted."""
    by_hash = {source.text_sha256: source for source in index.records(Source) if source.text_sha256}
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        data = path.read_bytes()
        source = _source_of(data, by_hash)
        if source is None:
            yield Verified(path.name, None)
        else:
            text = _text(path, data)
            yield Verified(path.name, source, verify(source, text, index), tuple(doubts(source, text)))


def _source_of(data: bytes, by_hash: dict[str, Source]) -> Source | None:
    """Return the source whose text it is, also where a system has changed the line ends or set a byte order mark."""
    # Imported here because hashlib is slow to import and only folders need it.
    from hashlib import sha256

    plain = data.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n")
    return next((by_hash[found] for form in (data, plain) if (found := sha256(form).hexdigest()) in by_hash), None)


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise BadValue(f"{path.name!r} is not a text in UTF-8") from None
