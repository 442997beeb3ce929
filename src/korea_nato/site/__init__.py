"""The explorer: static pages of a dataset, in English and Korean, which work from a file without a server."""

# pyright: strict
from os import PathLike

from korea_nato._dataset import Dataset, given
from korea_nato._storage import atomic
from korea_nato.errors import extra

__all__ = ["write"]


def write(path: str | PathLike[str], dataset: Dataset | None = None, force: bool = False) -> tuple[str, ...]:
    """Write the pages of a dataset (the bundled one, where none is given) into a folder; return the names written.

    The folder is written whole or not at all; one that is there is only replaced where ``force`` says so.
    Raises ``errors.BadValue`` for a path that cannot be written, and ``errors.MissingExtra`` without Jinja2.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from korea_nato import site
    >>> with TemporaryDirectory() as folder:
    ...     names = site.write(Path(folder) / "explorer")
    >>> names[0].endswith("index.html")
    True
    """
    with extra("site", "the explorer", "jinja2"):
        from korea_nato.site._content import content
    return atomic.write(path, content(given(dataset)), force)
