"""Whether the wordings of a source stand in a text."""

from collections.abc import Iterator
from pathlib import Path

from korea_nato._model.names import ALIKE
from korea_nato._model.sources import Source
from korea_nato._query.filters import text_of
from korea_nato._query.index import Index
from korea_nato.errors import BadValue


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


def verify_folder(folder: Path, index: Index) -> Iterator[tuple[str, Source | None, tuple[str, ...]]]:
    """Yield each file of a folder with the source whose text it is, by SHA-256, and the missing wordings."""
    # Imported here because hashlib is slow to import and only folders need it.
    from hashlib import sha256

    by_hash = {source.text_sha256: source for source in index.records(Source) if source.text_sha256}
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        data = path.read_bytes()
        source = by_hash.get(sha256(data).hexdigest())
        yield path.name, source, verify(source, _text(path, data), index) if source else ()


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise BadValue(f"{path.name!r} is not a text in UTF-8") from None
