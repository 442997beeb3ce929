"""The record in the forms of other programs: one module a format, each with one function, ``content``.

``content(dataset)`` returns the bytes of a file, or a folder as file name and bytes; the same each time.
"""

# pyright: strict
from importlib import import_module
from os import PathLike
from types import ModuleType

from korea_nato._dataset import Dataset, given
from korea_nato._storage import atomic as _whole
from korea_nato.errors import BadValue, extra, hint, quoted

__all__ = ["FORMATS", "content", "write"]

FORMATS = {
    name: f"{__name__}.{name}"
    for name in (
        "bibtex",
        "codebook",
        "croissant",
        "csl",
        "datapackage",
        "datasette",
        "json",
        "jsonld",
        "jsonschema",
        "ontology",
        "parquet",
        "sqlite",
        "turtle",
        "xlsx",
    )
}
# What others call a format, or what it writes.
_ALSO = {"csv": "datapackage", "excel": "xlsx", "bib": "bibtex", "rdf": "turtle", "ttl": "turtle", "db": "sqlite"}


def write(
    format: str, path: str | PathLike[str], dataset: Dataset | None = None, force: bool = False
) -> tuple[str, ...]:
    """Write a dataset (the bundled one, where none is given) in a format; return the names written.

    It is written whole or not at all; what is there already is only replaced where ``force`` says so.
    Raises ``errors.BadValue`` for an unknown format and a path that is taken, ``errors.NotWritten``, which is
    also an ``OSError``, where the system refuses, and ``errors.MissingExtra`` without the library of the format.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from korea_nato import export
    >>> with TemporaryDirectory() as folder:
    ...     names = export.write("sqlite", Path(folder) / "korea-nato.db")
    >>> len(names)
    1
    """
    return _whole.write(path, content(format, dataset), force)


def content(format: str, dataset: Dataset | None = None) -> bytes | dict[str, bytes]:
    """Return a dataset in a format: the bytes of its file, or those of each file of its folder by name.

    Raises ``errors.BadValue`` for an unknown format and ``errors.MissingExtra`` without the library of the format.

    >>> from korea_nato import export
    >>> export.content("bibtex")[:9]
    b'% Sources'
    """
    made: bytes | dict[str, bytes] = _module(format).content(given(dataset))
    return made


def _module(format: object) -> ModuleType:
    if not isinstance(format, str) or format not in FORMATS:
        known = _ALSO.get(str(format).lower())
        told = f" ({known!r} writes it)" if known else hint(format, FORMATS)
        raise BadValue(f"no export format {quoted(format)}{told}")
    with extra(format, f"the format {format!r}", "pyarrow", "xlsxwriter"):
        return import_module(FORMATS[format])
