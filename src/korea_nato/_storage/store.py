"""Reads the records of a kind from a folder of JSON, and collects every error of the folder."""

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any, TypeVar, cast

from korea_nato._model.fields import Field, part_of
from korea_nato._model.once import LOCK, once, uncollected
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._storage import trusted
from korea_nato._storage.disk import Folder
from korea_nato._storage.folder import UNREADABLE, Files, Parse, error_in, path_of
from korea_nato._storage.json import Json, parse
from korea_nato._storage.library import Broken
from korea_nato.errors import BadData, BadValue, DataError, shown, suggestion

R = TypeVar("R", bound=Record)

# For so many broken links the nearest ids are looked for: each search goes through all ids.
_SEARCHES = 50
# So many links may lead from record to record: no data need more, and Python follows no more than some hundreds.
_CHAIN = 40
NO_VOCABULARY = DataError("vocabulary.json", "", "is missing")


def _kinds() -> tuple[type[Record], ...]:
    from korea_nato._model.kinds import KINDS

    return KINDS


class Store:
    """The records of a folder, each read when it is first asked for."""

    def __init__(
        self, folder: "Folder | PathLike[str]", *, trusted: bool = False, parse: Parse = parse, absent: str = ""
    ) -> None:
        self.trusted = trusted
        self.files = Files(folder, parse, absent)
        self.errors = self.files.errors
        self._made: dict[tuple[type[Record], str], Record | None] = {}
        self._searches = 0
        # The records being made, each on behalf of the one before, and how long a chain of links begins at each.
        self._making: dict[tuple[type[Record], str], int] = {}
        self._lengths: dict[tuple[type[Record], str], int] = {}

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind in order of their ids; raise ``BadData`` for all that this touched."""
        with uncollected(lasting=self.trusted):
            made = [self._make(kind, id) for id in sorted(self.files.shelf(kind))]
        if self.errors:
            raise BadData(tuple(self.errors))
        return cast(tuple[R, ...], tuple(made))

    def find(self, kinds: tuple[type[Record], ...], id: str) -> Record:
        """Return the record that a link names; raise ``BadValue`` or ``Broken``."""
        if kinds == (Area,):
            return self._area(id)
        for kind in kinds:
            # What is made needs no lock, which is waited for by each link otherwise.
            made = self._made.get((kind, id))
            if made is not None:
                self._lengthen(self._lengths[kind, id] + 1)
                return made
            if id in self.files.shelf(kind):
                made = self._make(kind, id)
                if made is None:
                    raise Broken
                return made
        if self.files.failed.intersection(kinds):
            raise Broken
        known = (known for kind in kinds for known in self.files.shelf(kind))
        raise BadValue(f"no {' or '.join(kind.noun for kind in kinds)} {shown(id)}{self._near(id, known)}")

    def _near(self, id: str, known: Iterable[str]) -> str:
        """Return the nearest ids, for the first broken links of a folder."""
        self._searches += 1
        return suggestion(id, known) if self._searches <= _SEARCHES else ""

    def claimable(self, id: str) -> type[Record]:
        """Return the class of the record with this id, areas (``programme/area``) among them."""
        if "/" in id:
            self._area(id)
            return Area
        if id in self._kind_by_id:
            return self._kind_by_id[id]
        if self.files.failed:
            raise Broken
        raise BadValue(f"no record {shown(id)}{self._near(id, self._kind_by_id)}")

    @once
    def _kind_by_id(self) -> dict[str, type[Record]]:
        return {id: kind for kind in reversed(_kinds()) for id in self.files.shelf(kind)}

    def words(self, name: str) -> Mapping[str, Mapping[str, str]]:
        """Return a closed list of the vocabulary, each word with its definition."""
        return self._vocabulary.get(name, {})

    @once
    def _vocabulary(self) -> dict[str, Mapping[str, Mapping[str, str]]]:
        lists = self.own("vocabulary.json") or {}
        return {name: words for name, words in lists.items() if isinstance(words, dict)}

    def require_vocabulary(self) -> None:
        """Raise ``Broken`` where there is no vocabulary that can be read, which is reported by itself."""
        if self.files.value("vocabulary.json") is None and NO_VOCABULARY not in self.errors:
            self.errors.append(NO_VOCABULARY)
        if self.own("vocabulary.json") is None:
            raise Broken

    def read(self, field: Field, raw: Json, owner: str = "") -> tuple[Any, list[tuple[str, str]]]:
        """Return what a JSON value describes, or None with (path, problem) for all that is wrong."""
        if self.trusted:
            try:
                return trusted.read(field, raw, self, owner), []
            except (Broken, *trusted.NOT_IN_FORM):
                pass  # somebody changed the bundled data, and is told what is wrong with them
        # Imported here because cattrs is slow to import, and the bundled data do without.
        from korea_nato._storage.reader import read

        return read(field, raw, self, owner)

    def own(self, file: str) -> Json:
        """Return the JSON value of one of the folder's own files, or None where it is absent or bad."""
        value = self.files.value(file)
        return None if value is UNREADABLE else value

    def _make(self, kind: type[Record], id: str) -> Record | None:
        # Another thread's half-made record must not look like a circle.
        with LOCK:
            return self._made_now(kind, id)

    def _made_now(self, kind: type[Record], id: str) -> Record | None:
        if (kind, id) in self._making:
            names = [name for _, name in self._making]
            raise BadValue(f"refers to itself: {' -> '.join([*names[names.index(id) :], id])}")
        if (kind, id) not in self._made:
            _require_short(len(self._making))
            self._making[kind, id] = 0
            try:
                found = self._record(kind, id)
            finally:
                self._lengths[kind, id] = self._making.pop((kind, id))
            # Last, since another thread may take from here on what is made.
            self._made[kind, id] = found
        made = self._made[kind, id]
        if made is not None:
            self._lengthen(self._lengths[kind, id] + 1)
        return made

    def _lengthen(self, length: int) -> None:
        """Note for the record that is being made how many records its longest chain of links leads through."""
        if self._making:
            maker = next(reversed(self._making))
            self._making[maker] = max(self._making[maker], length)
            _require_short(length)

    def _record(self, kind: type[Record], id: str) -> Record | None:
        value = self.files.shelf(kind)[id]
        if value is UNREADABLE:
            return None
        record, wrong = self.read(part_of(kind), value, id)
        self.errors += [error_in(kind, id, *problem) for problem in wrong]
        made: Record | None = record
        return made

    def _area(self, id: str) -> Record:
        programme, _, _ = id.partition("/")
        if programme in self.files.shelf(Programme):
            made = self._make(Programme, programme)
            if made is None:
                raise Broken
            found = cast(Programme, made).areas.get(id)
            if found is not None and found.id == id:
                return found
        raise BadValue(f"no area {shown(id)}{self._near(id, self._area_ids())}")

    def _area_ids(self) -> Iterator[str]:
        for id, value in self.files.shelf(Programme).items():
            for area in _listed(value, "areas"):
                yield f"{id}/{area.get('id') if isinstance(area, dict) else area}"


def twice(store: Store) -> list[DataError]:
    """Return an error for each id, present or former, that two records have."""
    owners: dict[str, tuple[type[Record], str]] = {}
    errors = []
    for kind in _kinds():
        for id, value in store.files.shelf(kind).items():
            for name in (id, *_listed(value, "formerly")):
                owner = owners.setdefault(str(name), (kind, id))
                if owner != (kind, id):
                    of = f"{owner[0].noun} {owner[1]!r} ({path_of(*owner)})"
                    errors.append(error_in(kind, id, "", f"the id {shown(name)} is that of {of}"))
    return errors


def _listed(value: Json, key: str) -> list[Json]:
    """Return the list under a key of a value, which may be of any form; none where there is no such list."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _require_short(chain: int) -> None:
    if chain > _CHAIN:
        raise BadValue(f"begins a chain of more than {_CHAIN} links")
