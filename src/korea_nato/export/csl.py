"""All sources as CSL-JSON, which Zotero, Pandoc and others read."""

from korea_nato._answering.bibliography import dataset_item, source_item
from korea_nato._dataset import Dataset
from korea_nato._storage.json import canonical


def content(dataset: Dataset) -> bytes:
    """Return the item of the dataset and those of all sources; each states version and closing day, in ``custom``."""
    about = dataset.about
    stated = {
        "custom": {
            "dataset": f"{about.short_title} {about.version}",
            "closed": str(about.closed),
            "license": about.licence,
            "sha256": dataset.digest,
        }
    }
    items = [dataset_item(about, dataset.digest), *map(source_item, dataset.sources(context=True))]
    return canonical([item | stated for item in items]).encode()
