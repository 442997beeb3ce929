"""Reads the records of a kind from a folder of JSON, and collects every error of the folder."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

from korea_nato._model.about import About
from korea_nato._model.fields import Field, part_of, shape_of
from korea_nato._model.kinds import KINDS
from korea_nato._model.once import LOCK, kept, once
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.terms import Terms
from korea_nato._model.values import Frozen, Text
from korea_nato._storage import trusted
from korea_nato._storage.folder import UNREADABLE, Files, Folder, Raw, bundled_folder, mapped, stem
from korea_nato._storage.json import parse
from korea_nato._storage.library import Broken
from korea_nato._storage.strict import filled
from korea_nato.errors import BadData, BadValue, DataError, suggestion

R = TypeVar("R", bound=Record)
OWN_FILES: dict[str, Any] = {
    "about.json": About,
    "vocabulary.json": Frozen[Frozen[Text]],
    "terms.json": Terms,
}

NO_VOCABULARY = DataError("vocabulary.json", "", "is missing")


class Store:
    """The records of a folder, each read when it is first asked for."""

    def __init__(self, folder: Folder, *, trusted: bool = False) -> None:
        self._trusted = trusted
        self.files = Files(folder)
        self.errors = self.files.errors
        self._made: dict[tuple[type[Record], str], Record | None] = {}
        self._making: list[tuple[type[Record], str]] = []

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind in order of their ids; raise ``BadData`` for all that this touched."""
        made = [self._make(kind, id) for id in sorted(self.files.shelf(kind))]
        if self.errors:
            raise BadData(tuple(self.errors))
        return cast(tuple[R, ...], tuple(made))

    def find(self, kinds: tuple[type[Record], ...], id: str) -> Record:
        """Return the record that a link names; raise ``BadValue`` or ``Broken``."""
        if kinds == (Area,):
            return self._area(id)
        for kind in kinds:
            if id in self.files.shelf(kind):
                made = self._make(kind, id)
                if made is None:
                    raise Broken
                return made
        if self.files.failed.intersection(kinds):
            raise Broken
        known = [known for kind in kinds for known in self.files.shelf(kind)]
        raise BadValue(f"no {' or '.join(kind.noun for kind in kinds)} {id!r}{suggestion(id, known)}")

    def claimable(self, id: str) -> type[Record]:
        """Return the class of the record with this id, areas (``programme/area``) among them."""
        if "/" in id:
            self._area(id)
            return Area
        if id in self._kind_by_id:
            return self._kind_by_id[id]
        if self.files.failed:
            raise Broken
        raise BadValue(f"no record {id!r}{suggestion(id, self._kind_by_id)}")

    @once
    def _kind_by_id(self) -> dict[str, type[Record]]:
        return {id: kind for kind in reversed(KINDS) for id in self.files.shelf(kind)}

    def words(self, name: str) -> Mapping[str, Mapping[str, str]]:
        """Return a closed list of the vocabulary, each word with its definition."""
        found = (self.own("vocabulary.json") or {}).get(name)
        return found if isinstance(found, dict) else {}

    def require_vocabulary(self) -> None:
        """Raise ``Broken`` where there is no vocabulary that can be read, which is reported by itself."""
        if self.files.value("vocabulary.json") is None and NO_VOCABULARY not in self.errors:
            self.errors.append(NO_VOCABULARY)
        if self.own("vocabulary.json") is None:
            raise Broken

    def about(self) -> About:
        """Return what the folder's ``about.json`` says, or raise ``BadData``."""
        return cast(About, self._own("about.json"))

    def terms(self) -> Terms:
        """Return what the folder's ``terms.json`` says, nothing where it is absent, or raise ``BadData``."""
        return cast(Terms, self._own("terms.json"))

    def _own(self, file: str) -> Any:
        value = self.files.value(file)
        if value is UNREADABLE:
            raise BadData(tuple(error for error in self.errors if error.file == file))
        made, wrong = self._form(shape_of(OWN_FILES[file]), value or {})
        if wrong:
            raise BadData(tuple(DataError(file, *problem) for problem in wrong))
        return made

    def _form(self, field: Field, raw: Any, owner: str = "") -> tuple[Any, list[tuple[str, str]]]:
        """Return what a JSON value describes, or None with (path, problem) for all that is wrong."""
        if self._trusted:
            try:
                return trusted.read(field, raw, self, owner), []
            except (Broken, *trusted.NOT_IN_FORM):
                pass  # somebody changed the bundled data, and is told what is wrong with them
        # Imported here because cattrs is slow to import, and the bundled data do without.
        from korea_nato._storage.reader import read

        return read(field, raw, self, owner)

    def own(self, file: str) -> Any:
        """Return the JSON value of one of the folder's own files, or None where it is absent or bad."""
        value = self.files.value(file)
        return None if value is UNREADABLE else value

    def own_errors(self) -> Iterator[DataError]:
        """Yield what is wrong with the folder's own files, which hold no records."""
        for file, kind in OWN_FILES.items():
            value = self.own(file)
            _, wrong = self._form(shape_of(kind), value) if value is not None else (None, [])
            yield from (DataError(file, *problem) for problem in wrong)

    def check(self, file: str, data: bytes) -> list[DataError]:
        """Return what would be wrong with a file of this folder if it held these bytes, links included."""
        try:
            value = filled(parse(data))
        except BadValue as error:
            return [DataError(file, error.at, error.problem)]
        if file in OWN_FILES:
            return [DataError(file, *problem) for problem in self._form(shape_of(OWN_FILES[file]), value)[1]]
        shelf = file.partition("/")[0]
        kind = next(kind for kind in KINDS if kind.shelf == shelf)
        raws = mapped(file, value) if shelf == file else {stem(file): Raw(file, "", value)}
        read_all = [(raw, self._form(part_of(kind), raw.value, id)) for id, raw in raws.items()]
        return [raw.error(*problem) for raw, (_, wrong) in read_all for problem in wrong]

    def _make(self, kind: type[Record], id: str) -> Record | None:
        # Another thread's half-made record must not look like a circle.
        with LOCK:
            return self._made_now(kind, id)

    def _made_now(self, kind: type[Record], id: str) -> Record | None:
        if (kind, id) in self._making:
            names = [name for _, name in self._making[self._making.index((kind, id)) :]]
            raise BadValue(f"refers to itself: {' -> '.join([*names, id])}")
        if (kind, id) not in self._made:
            self._making.append((kind, id))
            try:
                self._made[kind, id] = self._read(kind, id)
            finally:
                self._making.pop()
        return self._made[kind, id]

    def _read(self, kind: type[Record], id: str) -> Record | None:
        raw = self.files.shelf(kind)[id]
        if raw.value is UNREADABLE:
            return None
        record, wrong = self._form(part_of(kind), raw.value, id)
        self.errors += [raw.error(*problem) for problem in wrong]
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
        raise BadValue(f"no area {id!r}{suggestion(id, self._area_ids())}")

    def _area_ids(self) -> Iterator[str]:
        for id, raw in self.files.shelf(Programme).items():
            areas = raw.value.get("areas") if isinstance(raw.value, dict) else None
            for area in areas if isinstance(areas, list) else ():
                yield f"{id}/{area.get('id') if isinstance(area, dict) else area}"


def twice(store: Store) -> list[DataError]:
    """Return an error for each id, present or former, that two records have."""
    owners: dict[str, str] = {}
    errors = []
    for kind in KINDS:
        for id, raw in store.files.shelf(kind).items():
            former = raw.value.get("formerly") if isinstance(raw.value, dict) else None
            for name in (id, *(former if isinstance(former, list) else ())):
                owner = owners.setdefault(str(name), f"{kind.noun} {id!r} ({raw.file})")
                if owner != f"{kind.noun} {id!r} ({raw.file})":
                    errors.append(raw.error("", f"the id {name!r} is that of {owner}"))
    return errors


@kept
def bundled_store() -> Store:
    """Return the one store of the bundled data."""
    return Store(bundled_folder(), trusted=True)


def programme(id: str) -> Programme:
    """Return one of the bundled programmes without reading what it does not name."""
    return next(one for one in bundled_store().records(Programme) if one.id == id)
