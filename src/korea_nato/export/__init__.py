"""The record in the forms of other programs: one module a format, each with one function, ``content``.

``content(dataset)`` returns the bytes of a file, or a folder as file name and bytes; the same each time.
"""

from importlib import import_module
from os import PathLike
from types import ModuleType

from korea_nato._dataset import Dataset, given
from korea_nato._storage import atomic as _whole
from korea_nato.errors import BadValue, extra, suggestion

__all__ = ["FORMATS", "write"]

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
    content = _module(format).content(given(dataset))
    return _whole.write(path, content, force)


def _module(format: str) -> ModuleType:
    if not isinstance(format, str) or format not in FORMATS:
        raise BadValue(f"no export format {format!r}{suggestion(format, FORMATS)}")
    with extra(format, f"the format {format!r}", "pyarrow"):
        return import_module(FORMATS[format])
