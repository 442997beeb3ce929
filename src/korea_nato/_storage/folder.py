"""The files of a folder, on disk or in an archive, as JSON values, parsed but not yet validated."""

import os
from collections.abc import Callable, Iterable, Iterator

from korea_nato._model.once import LOCK, locked
from korea_nato._model.record import ID, Record
from korea_nato._storage.disk import Disk, Folder
from korea_nato._storage.json import Json, canonical, filled, parse
from korea_nato.errors import BadData, BadValue, DataError, NoFolder, suggestion

BAD_ID = "is not an id: lower-case words of ASCII letters and digits, joined by hyphens"
BAD_NAME = "is not named after an id: lower-case words joined by hyphens, and '.json'"
Parse = Callable[[bytes], Json]
# What stands for the value of a file that cannot be read, and is reported as such.
UNREADABLE = object()
# In the wheel the files of a folder are bound into this one, a map of them by id: so they open and pack far quicker.
BOUND = "_all.json"
# What systems and editors leave in folders: names that begin or end so, and some that are these.
_LEFT = ((".", "#"), ("~",), ("Thumbs.db", "desktop.ini", "Icon\r"))
# Windows has devices of these names, whatever the ending.
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))])


class Files:
    """The JSON values of a folder, each file read once, with every error on the way.

    ``absent`` is what is wrong where a file or a folder is absent; most folders need not have them all.
    """

    def __init__(self, folder: "Folder | os.PathLike[str]", parse: Parse = parse, absent: str = "") -> None:
        self.folder: Folder = Disk(os.fspath(folder)) if isinstance(folder, os.PathLike) else folder
        self.parse = parse
        self.absent = absent
        self.errors: list[DataError] = []
        self.failed: set[type[Record]] = set()
        self._values: dict[str, Json] = {}
        self._bound: dict[str, dict[str, Json]] = {}
        self._shelves: dict[type[Record], dict[str, Json]] = {}

    def shelf(self, kind: type[Record]) -> dict[str, Json]:
        """Return the JSON values of a kind of record, by id."""
        # Asked for each link, so the lock is for the first who asks.
        found = self._shelves.get(kind)
        return self._first_shelf(kind) if found is None else found

    @locked
    def _first_shelf(self, kind: type[Record]) -> dict[str, Json]:
        if kind not in self._shelves:
            self._shelves[kind] = self._map(kind) if is_map(kind) else dict(self._files(kind))
        return self._shelves[kind]

    def value(self, file: str) -> Json:
        """Return a file's JSON value, None where there is no file, UNREADABLE where it is bad."""
        with LOCK:
            if file not in self._values:
                self._values[file] = self._read(file)
            return self._values[file]

    def content(self, file: str) -> bytes:
        """Return the bytes of a file; of one that is bound with others, those it would have alone.

        Raises ``NoFolder`` or ``BadData`` where it has gone since it was read.
        """
        shelf, _, name = file.partition("/")
        if shelf in self._bound:
            return canonical(self._bound[shelf][name]).encode()
        try:
            return self._bytes(file)
        except FileNotFoundError:
            self._require(file)
            raise BadData((DataError(file, "", "has gone since it was read"),)) from None

    def _bytes(self, file: str) -> bytes:
        return self.folder.joinpath(*file.split("/")).read_bytes()

    def digest(self) -> str:
        """Return the SHA-256 of the paths and bytes of all files, in order of their paths.

        Raises ``BadData`` where a file has changed since it was read: the digest would be that of other records.
        """
        # Imported here because it is slow to import, and few ask for it.
        from hashlib import sha256

        total = sha256()
        read = {name for name, value in self._values.items() if isinstance(value, dict) and not name.endswith(BOUND)}
        for name in sorted(read.union(self.paths())):
            if self._is_new(name):
                raise BadData((DataError(name, "", "was added after the folder was read"),))
            content = self.content(name)
            if name in read and not self._still(name, content):
                raise BadData((DataError(name, "", "has changed since it was read"),))
            total.update(f"{name} {len(content)}\n".encode() + content)
        return total.hexdigest()

    def _is_new(self, file: str) -> bool:
        """Return whether a file was not there when it was looked for."""
        looked_for = file in self._values or any(file.startswith(f"{kind.shelf}/") for kind in self._shelves)
        return looked_for and self._values.get(file) is None

    def _still(self, file: str, content: bytes) -> bool:
        """Return whether these bytes of a file still say what was read."""
        if file.partition("/")[0] in self._bound:
            return True
        try:
            return bool(self.parse(content) == self._values[file])
        except BadValue:
            return False

    def paths(self) -> Iterator[str]:
        """Yield the path of every JSON file, in the folder itself and in those in it."""
        for name in self._names(self.folder, str(self.folder)) or ():
            if name.endswith(".json"):
                yield name
            else:
                yield from (f"{name}/{one}" for one in self._inside(name) or () if one.endswith(".json"))

    def strays(self, known: Iterable[str]) -> list[DataError]:
        """Return what lies in the folder under a name that is not known."""
        known = set(known)
        return [
            DataError(name, "", f"no such file or folder in the form of the data{suggestion(name, known)}")
            for name in self._names(self.folder, str(self.folder)) or ()
            if name not in known
        ]

    def _inside(self, shelf: str) -> list[str] | None:
        """Return the names of the files of a folder, bound ones as if each were alone."""
        names = self._names(self.folder.joinpath(shelf), shelf)
        if names != [BOUND]:
            return names
        if shelf not in self._bound:
            bound = self.value(f"{shelf}/{BOUND}")
            if bound is UNREADABLE:
                return None
            self._bound[shelf] = {f"{id}.json": value for id, value in bound.items()}
        return list(self._bound[shelf])

    def _names(self, folder: Folder, file: str) -> list[str] | None:
        """Return the names in a folder that systems and editors did not leave, or None where it cannot be read."""
        try:
            return sorted(name for name in _listed(folder) if not _is_left(name))
        except FileNotFoundError:
            self._require(file)
            return []
        except (BadValue, OSError) as error:
            self._fail(file, error)
            return None

    def _fail(self, file: str, error: BadValue | OSError) -> None:
        wrong = error if isinstance(error, BadValue) else BadValue(f"cannot be read ({error.strerror})")
        self.errors.append(DataError(file, wrong.at, wrong.problem))

    def _require(self, file: str) -> None:
        """Raise where the folder has gone, or must be whole: what is not read must not look like nothing."""
        if self.absent:
            raise BadData((DataError(file, "", self.absent),))
        if not self.folder.is_dir():
            raise NoFolder(str(self.folder))

    def _read(self, file: str) -> Json:
        try:
            return filled(self._parsed(file))
        except FileNotFoundError:
            self._require(file)
            return None
        except (BadValue, OSError) as error:
            self._fail(file, error)
            return UNREADABLE

    def _parsed(self, file: str) -> Json:
        shelf, _, name = file.partition("/")
        return self._bound[shelf][name] if shelf in self._bound else self.parse(self._bytes(file))

    def _map(self, kind: type[Record]) -> dict[str, Json]:
        value = self.value(kind.shelf)
        if value is UNREADABLE:
            self.failed.add(kind)
            return {}
        found: dict[str, Json] = value or {}
        self.errors += [DataError(kind.shelf, id, BAD_ID) for id in found if not ID.fullmatch(id)]
        return found

    def _files(self, kind: type[Record]) -> Iterator[tuple[str, Json]]:
        names = self._inside(kind.shelf)
        if names is None:
            self.failed.add(kind)
        for name in names or ():
            file = f"{kind.shelf}/{name}"
            if not name.endswith(".json") or not ID.fullmatch(id_of(file)):
                self.errors.append(DataError(file, "", BAD_NAME))
            elif id_of(file) in _DEVICES:
                self.errors.append(DataError(file, "", "is a name that Windows keeps for a device"))
            else:
                yield id_of(file), self.value(file)


def _listed(folder: Folder) -> list[str]:
    if not isinstance(folder, Disk) and not folder.is_dir():
        raise FileNotFoundError
    return [part.name for part in folder.iterdir()]


def _is_left(name: str) -> bool:
    starts, ends, names = _LEFT
    return name.startswith(starts) or name.endswith(ends) or name in names


def id_of(file: str) -> str:
    """Return the id after which a file is named."""
    return file.rpartition("/")[2].removesuffix(".json")


def path_of(kind: type[Record], id: str) -> str:
    """Return the file in which a record stands."""
    return kind.shelf if is_map(kind) else f"{kind.shelf}/{id}.json"


def error_in(kind: type[Record], id: str, at: str, problem: str) -> DataError:
    """Return an error at a path inside a record."""
    return DataError(path_of(kind, id), f"{id}.{at}".strip(".") if is_map(kind) else at, problem)


def is_map(kind: type[Record]) -> bool:
    """Return whether the records of a kind stand in one file, a map of them by id."""
    return kind.shelf.endswith(".json")
