"""What a folder is, and one on disk: plain files of a bounded size, and no link that leads nowhere.

It does without ``pathlib``, which takes longer to import than the programmes take to read.
"""

import os
from collections.abc import Iterator
from stat import S_ISREG
from typing import Protocol

from korea_nato.errors import BadValue

_LARGEST = 16 * 2**20


class Folder(Protocol):
    """A folder, on disk or in an archive."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    def joinpath(self, *names: str) -> "Folder":
        """Return what lies in it under a name."""
        ...

    def iterdir(self) -> "Iterator[Folder]":
        """Yield what lies in it."""
        ...

    def is_dir(self) -> bool:
        """Return whether it is there."""
        ...

    def read_bytes(self) -> bytes:
        """Return the content of a file."""
        ...


class Disk:
    """A file or a folder on disk, by its path."""

    def __init__(self, path: str) -> None:
        self.path = path

    @property
    def name(self) -> str:
        """Its name."""
        return os.path.basename(self.path)

    def joinpath(self, *names: str) -> "Disk":
        """Return what lies in it under a name."""
        return Disk(os.path.join(self.path, *names))

    def iterdir(self) -> "Iterator[Disk]":
        """Yield what lies in it; raises ``OSError``, and ``BadValue`` for a link that leads nowhere."""
        self._require_found()
        return map(self.joinpath, os.listdir(self.path))

    def is_dir(self) -> bool:
        """Return whether it is a folder."""
        return os.path.isdir(self.path)

    def is_file(self) -> bool:
        """Return whether it is a file."""
        return os.path.isfile(self.path)

    def read_bytes(self) -> bytes:
        """Return the bytes of a plain file of a bounded size; raise ``BadValue`` for others, which may have no end."""
        try:
            found = os.stat(self.path)
        except OSError:
            self._require_found()
            raise
        if not S_ISREG(found.st_mode):
            raise BadValue("is not a plain file")
        if found.st_size > _LARGEST:
            raise BadValue(f"is larger than {_LARGEST // 2**20} MB")
        with open(self.path, "rb", buffering=0) as file:
            return file.read(found.st_size)

    def _require_found(self) -> None:
        """Raise ``BadValue`` for a link that leads nowhere: what is lost must not look like what is absent."""
        if os.path.islink(self.path) and not os.path.exists(self.path):
            raise BadValue("is a link that leads nowhere")

    def __str__(self) -> str:
        return self.path
