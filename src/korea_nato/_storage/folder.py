"""The files of a folder, on disk or in an archive, as JSON values, parsed but not yet validated."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Any, Protocol, cast

from attrs import frozen

from korea_nato._model.once import LOCK
from korea_nato._model.record import ID, Record
from korea_nato._storage.json import parse
from korea_nato._storage.strict import filled
from korea_nato.errors import BadData, BadValue, DataError, NoFolder, suggestion

BAD_ID = "is not an id: lower-case words of ASCII letters and digits, joined by hyphens"
BAD_NAME = "is not named after an id: lower-case words joined by hyphens, and '.json'"
NO_DATA = (
    "is missing from the installed package: install korea-nato again, or collect its data (PyInstaller: "
    "--collect-data korea_nato)"
)
# What stands for the value of a file that cannot be read, and is reported as such.
UNREADABLE = object()
# What systems leave in folders, beside names that begin with a dot.
_LEFT = ("Thumbs.db", "desktop.ini", "Icon\r")
_LARGEST = 16 * 2**20


class Folder(Protocol):
    """A folder, on disk or in an archive."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    def joinpath(self, *names: str) -> Any:
        """Return what lies in it under a name."""
        ...

    def iterdir(self) -> Iterator[Any]:
        """Yield what lies in it."""
        ...

    def is_dir(self) -> bool:
        """Return whether it is there."""
        ...


@frozen
class Raw:
    """The JSON value of one record, with its file and its path within it."""

    file: str
    at: str
    value: object

    def error(self, at: str, problem: str) -> DataError:
        """Return an error at a path inside the record."""
        return DataError(self.file, f"{self.at}.{at}".strip("."), problem)


class Files:
    """The JSON values of a folder, each file read once, with every error on the way."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.errors: list[DataError] = []
        self.failed: set[type[Record]] = set()
        self._values: dict[str, Any] = {}
        self._shelves: dict[type[Record], dict[str, Raw]] = {}

    def shelf(self, kind: type[Record]) -> dict[str, Raw]:
        """Return the JSON values of a kind of record, by id."""
        with LOCK:
            if kind not in self._shelves:
                one_file = kind.shelf.endswith(".json")
                self._shelves[kind] = dict(self._map(kind) if one_file else self._files(kind))
            return self._shelves[kind]

    def value(self, file: str) -> Any:
        """Return a file's JSON value, None where there is no file, UNREADABLE where it is bad."""
        with LOCK:
            if file not in self._values:
                self._values[file] = self._read(file)
            return self._values[file]

    def content(self, file: str) -> bytes:
        """Return the bytes of a file."""
        path = self.folder.joinpath(*file.split("/"))
        if isinstance(path, Path):
            _require_plain(path)
        return cast(bytes, path.read_bytes())

    def strays(self, known: Iterable[str]) -> list[DataError]:
        """Return what lies in the folder under a name that is not known."""
        known = set(known)
        return [
            DataError(name, "", f"no such file or folder in the form of the data{suggestion(name, known)}")
            for name in self._names(self.folder, "")
            if name not in known
        ]

    def _names(self, folder: Folder, file: str) -> list[str]:
        """Return the names in a folder, without those that systems and editors leave there."""
        try:
            names = sorted(part.name for part in folder.iterdir())
        except OSError as error:
            self.errors.append(DataError(file or str(folder), "", f"cannot be read ({error.strerror})"))
            return []
        return [name for name in names if not (name.startswith((".", "#")) or name.endswith("~") or name in _LEFT)]

    def _require(self) -> None:
        """Raise ``NoFolder`` where the folder has gone: what is not read must not look like nothing."""
        if not self.folder.is_dir():
            raise NoFolder(str(self.folder))

    def _read(self, file: str) -> Any:
        try:
            return filled(parse(self.content(file)))
        except FileNotFoundError:
            self._require()
            return None
        except (BadValue, OSError) as error:
            problem = error.problem if isinstance(error, BadValue) else f"cannot be read ({error.strerror})"
            at = error.at if isinstance(error, BadValue) else ""
            self.errors.append(DataError(file, at, problem))
            return UNREADABLE

    def _map(self, kind: type[Record]) -> dict[str, Raw]:
        value = self.value(kind.shelf)
        if value is UNREADABLE:
            self.failed.add(kind)
            return {}
        found = mapped(kind.shelf, value or {})
        self.errors += [DataError(kind.shelf, id, BAD_ID) for id in found if not ID.fullmatch(id)]
        return found

    def _files(self, kind: type[Record]) -> Iterator[tuple[str, Raw]]:
        folder = self.folder.joinpath(kind.shelf)
        if not folder.is_dir():
            self._require()
            if isinstance(folder, Path) and (folder.exists() or folder.is_symlink()):
                self.errors.append(DataError(kind.shelf, "", "is not a folder"))
            return
        for name in self._names(folder, kind.shelf):
            file = f"{kind.shelf}/{name}"
            if not name.endswith(".json") or not ID.fullmatch(stem(file)):
                self.errors.append(DataError(file, "", BAD_NAME))
            else:
                yield stem(file), Raw(file, "", self.value(file))


def _require_plain(path: Path) -> None:
    """Raise ``BadValue`` where a path is no plain file of a bounded size: others may have no end."""
    try:
        status = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise BadValue("is a link that leads nowhere") from None
        raise
    if not S_ISREG(status.st_mode):
        raise BadValue("is not a plain file")
    if status.st_size > _LARGEST:
        raise BadValue(f"is larger than {_LARGEST // 2**20} MB")


def stem(file: str) -> str:
    """Return the id after which a file is named."""
    return file.rpartition("/")[2].removesuffix(".json")


def mapped(file: str, value: dict[str, object]) -> dict[str, Raw]:
    """Return the records of a file that holds a map of them, by id."""
    return {id: Raw(file, id, entry) for id, entry in value.items()}


def bundled_folder() -> Folder:
    """Return the folder of the bundled data: beside the package, in the checkout, or in an archive.

    Raises ``BadData`` where the package was installed or packed without its data.
    """
    package = Path(__file__).parents[1]
    for path in (package / "data", package.parents[1] / "data"):
        if (path / "about.json").is_file():
            return path
    # Imported here because it is slow to import, and needed only where the package is not a plain folder.
    from importlib_resources import files

    folder = files("korea_nato").joinpath("data")
    if not folder.joinpath("about.json").is_file():
        raise BadData((DataError("data/about.json", "", NO_DATA),))
    return cast(Folder, folder)
