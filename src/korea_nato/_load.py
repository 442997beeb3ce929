"""A folder, read at once and whole."""

from os import PathLike
from pathlib import Path

from korea_nato._answering.differences import Difference, differences
from korea_nato._dataset import Dataset, given
from korea_nato._model.collection import Records
from korea_nato._model.kinds import KINDS
from korea_nato._model.once import uncollected
from korea_nato._query.index import claim_errors
from korea_nato._storage.disk import Folder
from korea_nato._storage.folder import Parse
from korea_nato._storage.json import parse
from korea_nato._storage.own import own_errors, own_files
from korea_nato._storage.store import Store, twice
from korea_nato.errors import BadData, DataError, NoFolder


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


def diff(old: Dataset | str | PathLike[str], new: Dataset | str | PathLike[str] | None = None) -> Records[Difference]:
    """Return what changed from one dataset or folder to another (the bundled one, where none is given).

    Each record, fact and claim that was added, removed or changed is one difference, in order of the records.
    Raises as ``load`` does for a folder.

    >>> from korea_nato import diff
    >>> from korea_nato._dataset import bundled
    >>> diff(bundled())
    <Records: 0 differences>
    """
    return differences(_given(old).index, _given(new).index)


def _given(dataset: Dataset | str | PathLike[str] | None) -> Dataset:
    return load(dataset) if isinstance(dataset, str | PathLike) else given(dataset)


for public in (load, diff):
    public.__module__ = "korea_nato"


def whole(folder: Folder | PathLike[str], parse: Parse = parse) -> Dataset:
    """Return the dataset of a folder, on disk or in an archive, read at once."""
    dataset = Dataset(Store(folder, parse=parse))
    with uncollected():
        errors = _wrong(dataset)
    if errors:
        raise BadData(tuple(errors))
    return dataset


def _wrong(dataset: Dataset) -> list[DataError]:
    store = dataset.store
    strays = store.files.strays([*own_files(), *(kind.shelf for kind in KINDS)])
    # Where the folder itself cannot be read, neither can anything in it: one sentence says so.
    return list(store.errors) or _wrong_inside(dataset, strays)


def _wrong_inside(dataset: Dataset, strays: list[DataError]) -> list[DataError]:
    store = dataset.store
    errors = [*strays, *own_errors(store)]
    for kind in KINDS:
        try:
            store.records(kind)
        except BadData:
            continue
    errors += store.errors + twice(store)
    return errors or list(claim_errors(dataset.index))
