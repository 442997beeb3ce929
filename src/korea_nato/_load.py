"""A folder, read at once and whole."""

from os import PathLike
from pathlib import Path

from korea_nato._dataset import Dataset
from korea_nato._model.kinds import KINDS
from korea_nato._storage.folder import Folder, Parse
from korea_nato._storage.json import parse
from korea_nato._storage.store import OWN_FILES, Store
from korea_nato.errors import BadData, DataError, NoFolder, shown


def load(folder: str | PathLike[str]) -> Dataset:
    """Return the dataset of a folder of the same form as ``data/``, read at once and whole.

    Raises ``errors.BadData`` with everything that is wrong in the folder, and ``errors.NoFolder``,
    which is also a ``FileNotFoundError``, if the folder does not exist.
    """
    if not isinstance(folder, str | PathLike) or not str(folder):
        raise BadData((DataError(repr(folder), "", "is not the path of a folder"),))
    path = Path(folder)
    if not _is_folder(path):
        raise NoFolder(str(folder))
    return whole(path.absolute())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:  # such as a path that is too long
        raise BadData((DataError(str(path), "", f"cannot be read ({error.strerror})"),)) from None


load.__module__ = "korea_nato"


def whole(folder: Folder, parse: Parse = parse) -> Dataset:
    """Return the dataset of a folder, on disk or in an archive, read at once."""
    dataset = Dataset(Store(folder, parse=parse))
    errors = _wrong(dataset)
    if errors:
        raise BadData(tuple(errors))
    return dataset


def _wrong(dataset: Dataset) -> list[DataError]:
    store = dataset.store
    errors = [*store.files.strays([*OWN_FILES, *(kind.shelf for kind in KINDS)]), *store.own_errors()]
    for kind in KINDS:
        try:
            store.records(kind)
        except BadData:
            continue
    errors += store.errors + twice(store)
    if errors:
        return errors
    try:
        dataset.index.claims  # noqa: B018  # made here, and kept for the first question
    except BadData as error:
        return list(error.errors)
    return []


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
                    errors.append(raw.error("", f"the id {shown(name)} is that of {owner}"))
    return errors
