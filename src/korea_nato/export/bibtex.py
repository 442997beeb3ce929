"""All sources as BibTeX, for LaTeX and reference managers."""

from korea_nato._answering.bibliography import source_item
from korea_nato._answering.bibtex import bibtex
from korea_nato._dataset import Dataset


def content(dataset: Dataset) -> bytes:
    """Return an entry for each source, after a line that states the version and the closing day."""
    about = dataset.about
    head = f"% Sources of korea_nato {about.version}, record closed on {about.closed}\n"
    entries = [bibtex(source_item(source)) for source in dataset.sources(context=True)]
    return "\n".join([head, *entries]).encode()
