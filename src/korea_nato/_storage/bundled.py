"""The data that come with the package."""

import os.path
from contextlib import suppress
from typing import cast

from korea_nato._model.once import LOCK, kept
from korea_nato._model.programmes import Programme
from korea_nato._storage import trusted
from korea_nato._storage.disk import Disk, Folder
from korea_nato._storage.library import Broken
from korea_nato._storage.store import Store
from korea_nato.errors import BadData, DataError

NO_DATA = (
    "is missing from the installed package: install korea-nato again, or collect its data (PyInstaller: "
    "--collect-data korea_nato)"
)


def bundled_folder() -> Folder:
    """Return the folder of the bundled data: beside the package, in the checkout, or in an archive.

    Raises ``BadData`` where the package was installed or packed without its data.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for path in (package, os.path.dirname(os.path.dirname(package))):
        folder = Disk(os.path.join(path, "data"))
        if folder.joinpath("about.json").is_file():
            return folder
    # Imported here because it is slow to import, and needed only where the package is not a plain folder.
    from importlib_resources import files

    packed = files("korea_nato").joinpath("data")
    if not packed.joinpath("about.json").is_file():
        raise BadData((DataError("data/about.json", "", NO_DATA),))
    return cast(Folder, packed)


@kept
def bundled_store() -> Store:
    """Return the one store of the bundled data."""
    return Store(bundled_folder(), trusted=True, parse=trusted.parse, absent=NO_DATA)


def programme(id: str) -> Programme:
    """Return one of the bundled programmes without reading what it does not name; raise ``BadData``."""
    store = bundled_store()
    with suppress(Broken), LOCK:
        found = store.find((Programme,), id)
        if not store.errors:
            return cast(Programme, found)
    raise BadData(tuple(store.errors))
