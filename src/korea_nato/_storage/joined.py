"""Two folders as one, in memory."""

from collections.abc import Iterator, Mapping

from attr import frozen

from korea_nato._model.kinds import KINDS
from korea_nato._model.record import Record
from korea_nato._storage.folder import error_in, is_map, path_of
from korea_nato._storage.json import Json, canonical
from korea_nato._storage.own import own_files
from korea_nato._storage.store import Store, twice
from korea_nato.errors import BadData, DataError

_TWO = "is another in the other folder"


@frozen
class Memory:
    """A folder that lies in memory: each file by its path, with its bytes."""

    files: Mapping[str, bytes]
    path: str = ""

    @property
    def name(self) -> str:
        """Its name."""
        return self.path.rpartition("/")[2] or "memory"

    def joinpath(self, *names: str) -> "Memory":
        """Return what lies in it under a name."""
        return Memory(self.files, "/".join([self.path, *names]).strip("/"))

    def iterdir(self) -> Iterator["Memory"]:
        """Yield what lies in it."""
        start = f"{self.path}/" if self.path else ""
        inside = {name[len(start) :].partition("/")[0] for name in self.files if name.startswith(start)}
        return (self.joinpath(name) for name in sorted(inside))

    def is_dir(self) -> bool:
        """Return whether something lies in it; the whole is a folder, be it empty."""
        return not self.path or any(name.startswith(f"{self.path}/") for name in self.files)

    def read_bytes(self) -> bytes:
        """Return the content of a file."""
        if self.path not in self.files:
            raise FileNotFoundError(self.path)
        return self.files[self.path]


def joined(one: Store, other: Store) -> Store:
    """Return the records of two stores as those of one; the first says what the whole is.

    Raises ``BadData`` for each id under which the two have different records.
    """
    values: dict[str, Json] = {name: _own(name, one, other) for name in own_files()}
    errors: list[DataError] = []
    for kind in KINDS:
        values |= _shelf(kind, one, other, errors)
    files = {name: canonical(value).encode() for name, value in values.items() if value}
    both = Store(Memory(files))
    errors += twice(both)
    if errors:
        raise BadData(tuple(errors))
    return both


def _own(name: str, one: Store, other: Store) -> Json:
    first, second = one.own(name) or {}, other.own(name) or {}
    return first if name == "about.json" else _merged(first, second)


def _merged(first: Json, second: Json) -> Json:
    """Return what both have: what the first says of a word stands, and its list goes on with the second's."""
    if isinstance(first, dict):
        added = {key: value for key, value in second.items() if key not in first}
        return {key: _merged(value, second[key]) if key in second else value for key, value in first.items()} | added
    if isinstance(first, list):
        known = [_named(value) for value in first]
        return [*first, *(value for value in second if _named(value) not in known)]
    return first


def _named(value: Json) -> Json:
    """Return by what a value of a list is known: the wordings of an area, by the area."""
    return value["area"] if isinstance(value, dict) else value


def _shelf(kind: type[Record], one: Store, other: Store, errors: list[DataError]) -> dict[str, Json]:
    """Return the files of a kind, and note each id under which the two differ."""
    first, second = one.files.shelf(kind), other.files.shelf(kind)
    errors += [error_in(kind, id, "", _TWO) for id in first if id in second and first[id] != second[id]]
    values = dict(sorted((second | first).items()))
    return {kind.shelf: values} if is_map(kind) else {path_of(kind, id): values[id] for id in values}
