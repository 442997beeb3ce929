"""All sources as CSL-JSON, which Zotero, Pandoc and others read."""

from korea_nato._answering.bibliography import source_item
from korea_nato._dataset import Dataset
from korea_nato._storage.json import canonical


def content(dataset: Dataset) -> bytes:
    """Return the items of all sources; each states the version and the closing day, in ``custom``."""
    about = dataset.about
    stated = {"custom": {"dataset": f"korea_nato {about.version}", "closed": str(about.closed)}}
    return canonical([source_item(source) | stated for source in dataset.sources(context=True)]).encode()
