"""A folder of JSON files and a class give its records, with every error of the folder."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

from attrs import frozen

from korea_nato._about import About
from korea_nato._form import read, read_part
from korea_nato._json import parse
from korea_nato._programmes import Area, Programme
from korea_nato._record import ID, Record
from korea_nato._strict import Broken
from korea_nato._values import Frozen
from korea_nato.errors import BadData, BadValue, DataError, suggestion

R = TypeVar("R", bound=Record)
BAD_ID = "is no id: lower-case words of ASCII letters and digits, joined by hyphens"
BAD_NAME = "is not named after an id: lower-case words joined by hyphens, and '.json'"
OWN_FILES: dict[str, Any] = {
    "about.json": About,
    "vocabulary.json": Frozen[Frozen[str]],
    "terms.json": Frozen[Frozen[tuple[str, ...]]],
}
UNREADABLE = object()


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


@frozen
class Raw:
    """The JSON value of one record, with its file and its place therein."""

    file: str
    at: str
    value: object

    def error(self, at: str, problem: str) -> DataError:
        """Return an error at a path inside the record."""
        return DataError(self.file, f"{self.at}.{at}".strip("."), problem)


class Store:
    """The records of a folder, each read when it is first asked for."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.errors: list[DataError] = []
        self._raw: dict[type[Record], dict[str, Raw]] = {}
        self._made: dict[tuple[type[Record], str], Record | None] = {}
        self._making: list[tuple[type[Record], str]] = []
        self._failed: set[type[Record]] = set()
        self._words: dict[str, Any] | None = None

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind in order of their ids; raise ``BadData`` for all that this touched."""
        made = [self._make(kind, id) for id in sorted(self.raw(kind))]
        if self.errors:
            raise BadData(tuple(self.errors))
        return cast(tuple[R, ...], tuple(made))

    def raw(self, kind: type[Record]) -> dict[str, Raw]:
        """Return the JSON values of a kind, by id."""
        if kind not in self._raw:
            self._raw[kind] = dict(self._map(kind) if kind.shelf.endswith(".json") else self._files(kind))
        return self._raw[kind]

    def find(self, kinds: tuple[type[Record], ...], id: str) -> Record:
        """Return the record that a link names; raise ``BadValue`` or ``Broken``."""
        if kinds == (Area,):
            return self._area(id)
        for kind in kinds:
            if id in self.raw(kind):
                made = self._make(kind, id)
                if made is None:
                    raise Broken
                return made
        if self._failed.intersection(kinds):
            raise Broken
        known = [known for kind in kinds for known in self.raw(kind)]
        raise BadValue(f"no {' or '.join(kind.noun for kind in kinds)} {id!r}{suggestion(id, known)}")

    def claimable(self, id: str) -> type[Record]:
        """Return the class of the record with this id, areas (``programme/area``) among them."""
        if "/" in id:
            self._area(id)
            return Area
        if id in self._kind_by_id:
            return self._kind_by_id[id]
        if self._failed:
            raise Broken
        raise BadValue(f"no record {id!r}{suggestion(id, self._kind_by_id)}")

    @cached_property
    def _kind_by_id(self) -> dict[str, type[Record]]:
        kinds = [kind for kind in Record.kinds.values() if kind.shelf]
        return {id: kind for kind in reversed(kinds) for id in self.raw(kind)}

    def words(self, name: str) -> Mapping[str, object]:
        """Return a closed list of the vocabulary, each word with its definition."""
        if self._words is None:
            lists = self._parsed("vocabulary.json")
            self._words = lists if isinstance(lists, dict) else {}
        found = self._words.get(name)
        return found if isinstance(found, dict) else {}

    def about(self) -> About:
        """Return what the folder's ``about.json`` says, or raise ``BadData``."""
        about, wrong = read_part(About, self.parsed("about.json"), self)
        if wrong:
            raise BadData(tuple(DataError("about.json", *problem) for problem in wrong))
        return cast(About, about)

    def own_errors(self) -> Iterator[DataError]:
        """Yield what is wrong with the folder's own files, which hold no records."""
        for file, kind in OWN_FILES.items():
            value = self.parsed(file)
            _, wrong = read_part(kind, value, self) if value is not None else (None, [])
            yield from (DataError(file, *problem) for problem in wrong)

    def check(self, file: str, data: bytes) -> list[DataError]:
        """Return what would be wrong with a file of this folder if it held these bytes, links included."""
        try:
            value = parse(data)
        except BadValue as error:
            return [DataError(file, error.at, error.problem)]
        if file in OWN_FILES:
            return [DataError(file, *problem) for problem in read_part(OWN_FILES[file], value, self)[1]]
        shelf = file.partition("/")[0]
        kind = next(kind for kind in Record.kinds.values() if kind.shelf == shelf)
        raws = _mapped(file, value) if shelf == file else {_stem(file): Raw(file, "", value)}
        read_all = [(raw, read(kind, id, raw.value, self)) for id, raw in raws.items()]
        return [raw.error(*problem) for raw, (_, wrong) in read_all for problem in wrong]

    def strays(self) -> list[DataError]:
        """Return the files and folders that have no business in the folder."""
        shelves = {kind.shelf for kind in Record.kinds.values() if kind.shelf}.union(OWN_FILES)
        names = sorted(part.name for part in self.folder.iterdir() if not part.name.startswith("."))
        return [
            DataError(name, "", f"no such file or folder in the form of the data{suggestion(name, shelves)}")
            for name in names
            if name not in shelves
        ]

    def parsed(self, name: str) -> Any:
        """Return the JSON value of one of the folder's own files, or None where it is absent or bad."""
        value = self._parsed(name)
        return None if value is UNREADABLE else value

    def content(self, name: str) -> bytes:
        """Return the bytes of a file of the folder."""
        return cast(bytes, self.folder.joinpath(*name.split("/")).read_bytes())

    def _make(self, kind: type[Record], id: str) -> Record | None:
        if (kind, id) in self._making:
            names = [name for _, name in self._making[self._making.index((kind, id)) :]]
            raise BadValue(f"goes round in a circle: {' -> '.join([*names, id])}")
        if (kind, id) not in self._made:
            self._making.append((kind, id))
            try:
                self._made[kind, id] = self._read(kind, id)
            finally:
                self._making.pop()
        return self._made[kind, id]

    def _read(self, kind: type[Record], id: str) -> Record | None:
        raw = self.raw(kind)[id]
        if raw.value is UNREADABLE:
            return None
        record, wrong = read(kind, id, raw.value, self)
        self.errors += [raw.error(*problem) for problem in wrong]
        return record

    def _area(self, id: str) -> Record:
        programme, _, _ = id.partition("/")
        if programme in self.raw(Programme):
            made = self._make(Programme, programme)
            if made is None:
                raise Broken
            found = cast(Programme, made).areas.get(id)
            if found is not None and found.id == id:
                return found
        raise BadValue(f"no area {id!r}{suggestion(id, self._area_ids())}")

    def _area_ids(self) -> Iterator[str]:
        for id, raw in self.raw(Programme).items():
            areas = raw.value.get("areas") if isinstance(raw.value, dict) else None
            for area in areas if isinstance(areas, list) else ():
                yield f"{id}/{area.get('id') if isinstance(area, dict) else area}"

    def _map(self, kind: type[Record]) -> dict[str, Raw]:
        value = self._parsed(kind.shelf)
        if value is UNREADABLE:
            self._failed.add(kind)
            return {}
        found = _mapped(kind.shelf, {} if value is None else value)
        self.errors += [DataError(kind.shelf, id, BAD_ID) for id in found if not ID.fullmatch(id)]
        return found

    def _files(self, kind: type[Record]) -> Iterator[tuple[str, Raw]]:
        folder = self.folder.joinpath(kind.shelf)
        names = sorted(part.name for part in folder.iterdir()) if folder.is_dir() else []
        for name in names:
            file = f"{kind.shelf}/{name}"
            if not name.endswith(".json") or not ID.fullmatch(_stem(name)):
                self.errors.append(DataError(file, "", BAD_NAME))
            else:
                yield _stem(name), Raw(file, "", self._parsed(file))

    def _parsed(self, file: str) -> Any:
        """Return a file's JSON value, None where there is no file, UNREADABLE where it is bad."""
        path = self.folder.joinpath(*file.split("/"))
        try:
            return parse(path.read_bytes())
        except FileNotFoundError:
            return None
        except (BadValue, OSError) as error:
            problem = error.problem if isinstance(error, BadValue) else f"cannot be read ({error.strerror})"
            self.errors.append(DataError(file, "", problem))
            return UNREADABLE


def _stem(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".json")


def _mapped(file: str, value: object) -> dict[str, Raw]:
    entries = value.items() if isinstance(value, dict) else [("", value)]
    return {id: Raw(file, id, entry) for id, entry in entries}


def bundled_folder() -> Folder:
    """Return the folder of the bundled data: a path where there is one, else a part of an archive."""
    path = Path(__file__).with_name("data")
    if path.is_dir():
        return path
    # Imported here because it is slow to import, and needed only where the package is no plain folder.
    from importlib_resources import files

    return cast(Folder, files("korea_nato").joinpath("data"))


@cache
def bundled_store() -> Store:
    """Return the one store of the bundled data."""
    return Store(bundled_folder())


def programme(id: str) -> Programme:
    """Return one of the bundled programmes without reading what it does not name."""
    return next(one for one in bundled_store().records(Programme) if one.id == id)
