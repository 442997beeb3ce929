"""All sources as BibTeX, for LaTeX and reference managers."""

from korea_nato._answering.bibliography import dataset_item, source_item
from korea_nato._answering.bibtex import bibtex
from korea_nato._dataset import Dataset
from korea_nato.errors import printable


def content(dataset: Dataset) -> bytes:
    """Return an entry for the dataset and one for each source, after a line with version, closing day and licence."""
    about = dataset.about
    whose = printable(f"{about.short_title} {about.version}, record closed on {about.closed}; {about.licence}")
    head = f"% Sources of {whose}\n% SHA-256 of the data {dataset.digest}\n"
    items = [dataset_item(about, dataset.digest), *map(source_item, dataset.sources(context=True))]
    entries = [bibtex(item) for item in items]
    return "\n".join([head, *entries]).encode()
