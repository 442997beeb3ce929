"""The dataset in the form of its own ``data/`` folder: whole, and read again by ``load``."""

from korea_nato._dataset import Dataset
from korea_nato._editing.files import files


def content(dataset: Dataset) -> dict[str, bytes]:
    """Return the files of the folder, each with its canonical bytes.

    >>> from korea_nato._dataset import bundled
    >>> "programmes/itpp.json" in content(bundled())
    True
    """
    return {name: text.encode() for name, text in files(dataset)}
