"""Dataset: all records together, with all that the package answers."""

from pathlib import Path
from typing import Any

from korea_nato._answering import cite as _cite
from korea_nato._answering import coverage as _coverage
from korea_nato._answering import mentions
from korea_nato._answering import show as display
from korea_nato._answering import verify as _verify
from korea_nato._evidence.claims import Claim
from korea_nato._model.collection import Records
from korea_nato._model.once import kept
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._query.questions import Questions
from korea_nato._storage.store import Store, bundled_store
from korea_nato.errors import BadValue


class Dataset(Questions):
    """The records of one folder; the functions of the package are the methods of the bundled one.

    >>> from korea_nato import show
    >>> show.__self__
    <Dataset 'data'>
    """

    __module__ = "korea_nato"

    def show(self, what: Record | str | Records[Any]) -> display.Card | display.Cards:
        """Return a record (or its id, or a collection) with its claims and conflicts, ready to be read.

        A notebook shows it as HTML, a terminal as text.
        Raises ``errors.NoSuchRecord`` for an unknown id.

        >>> from korea_nato import ITPP, show
        >>> print(str(show(ITPP)).splitlines()[0])
        programme itpp: Individually Tailored Partnership Programme
        """
        return display.show(what, self)

    def areas_in(self, text: str) -> tuple[mentions.AreaMention, ...]:
        """Return the places at which a text speaks of an area of the ITPP, in order; no two overlap.

        A word of ordinary prose ("climate change") counts where its sentence names NATO, another area or such.
        Raises ``errors.BadValue`` for what is no text.

        >>> from korea_nato import areas_in
        >>> [mention.area.short_id for mention in areas_in("NATO 사이버 방위와 anti-terrorism")]
        ['cyber-defence', 'counter-terrorism']
        """
        return mentions.areas_in(text, self)

    def cite(self, what: Source | Claim | str | None = None, form: str = "text") -> str:
        """Return how to cite the dataset, or a source or claim of it, given itself or by its id.

        ``form`` is ``"text"`` (one line), ``"bibtex"`` (one entry) or ``"csl"`` (CSL-JSON, a list of one item).
        A claim is cited as its source, opened at the wording, with what that says of which record.
        Raises ``errors.NoSuchRecord`` for an unknown id, ``errors.BadValue`` for an unknown form.

        >>> from korea_nato import cite
        >>> cite().partition(". ")[0]
        'The korea_nato contributors'
        """
        return _cite.cite(what, form, self)

    def coverage(self) -> _coverage.Coverage:
        """Return what was read, from when to when, and what is not covered.

        >>> from korea_nato import coverage
        >>> str(coverage().closed)
        '2026-11-25'
        """
        return _coverage.coverage(self)

    def verify(self, source: Source | str, text: str) -> tuple[str, ...]:
        """Return the wordings of a source that do not stand in a text, in order; none is missing from a good one.

        Both are compared in Unicode's form NFKC, with every quotation mark, dash and space as one.
        Raises ``errors.NoSuchRecord`` for an unknown source and ``errors.BadValue`` where the text is none.

        >>> from korea_nato import verify
        >>> len(verify("yonhap-partnership-eleven-areas", "Another text.")) > 10
        True
        """
        return _verify.verify(source, text, self)

    def __repr__(self) -> str:
        return f"<Dataset {self.store.files.folder.name!r}>"

    def __reduce__(self) -> tuple[Any, ...]:
        folder = None if self.store is bundled_store() else str(Path(str(self.store.files.folder)).absolute())
        return Dataset._of, (folder,)

    @classmethod
    def _of(cls, folder: str | None) -> "Dataset":
        """Return the dataset of a folder, read when asked, or the bundled one: pickles name no private place."""
        return bundled() if folder is None else cls(Store(Path(folder)))


def given(dataset: Dataset | None) -> Dataset:
    """Return the dataset that was given, or else the bundled one."""
    if dataset is None:
        return bundled()
    if not isinstance(dataset, Dataset):
        raise BadValue(f"{dataset!r} is no Dataset, as 'load' returns one", "dataset")
    return dataset


@kept
def bundled() -> Dataset:
    """Return the dataset that comes with the package, each kind of record read when first asked for."""
    return Dataset(bundled_store())
