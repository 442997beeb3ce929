"""Dataset: all records together, with all that the package answers."""

from functools import partial
from importlib import import_module
from os import PathLike
from pathlib import Path
from types import ModuleType, SimpleNamespace

from korea_nato._answering import cite as _cite
from korea_nato._answering import coverage as _coverage
from korea_nato._answering import finding, mentions
from korea_nato._answering import show as display
from korea_nato._answering import verify as _verify
from korea_nato._answering.card import Card, Cards
from korea_nato._answering.cite import Cited
from korea_nato._answering.provenance import columns
from korea_nato._model.about import About
from korea_nato._model.collection import Records
from korea_nato._model.columns import Column
from korea_nato._model.once import kept
from korea_nato._model.sources import Source
from korea_nato._model.texts import Frozen, Text
from korea_nato._query import asking
from korea_nato._query.index import Index
from korea_nato._storage.bundled import bundled_store
from korea_nato._storage.disk import Folder
from korea_nato._storage.joined import Memory, joined
from korea_nato._storage.store import Store
from korea_nato.errors import BadValue, quoted


class Dataset:
    """The records of one folder; the functions of the package are the methods of the bundled one.

    Filters combine with *and*; they take a record, its id or a name of it in any language, or several of these,
    and raise ``errors.NoSuchRecord`` with the nearest ids if nothing matches, or with all if several do.
    Records that are only context stay out of answers unless ``context=True`` asks for them.

    >>> from korea_nato import show
    >>> show.__self__
    <Dataset 'data'>
    """

    __module__ = "korea_nato"

    def __init__(self, store: Store) -> None:
        self.index = Index(store)

    @property
    def store(self) -> Store:
        """The folder's own files and values."""
        return self.index.store

    @property
    def about(self) -> About:
        """What the record is: its version, the day it was closed, what was read and what it lacks."""
        return self.index.about

    @property
    def digest(self) -> str:
        """The SHA-256 of the files of the record, by which two copies are told apart, whatever their version says.

        Raises ``errors.BadData`` where a file has changed since it was read: it would be that of other records.
        """
        return self.index.digest

    @property
    def provenance(self) -> tuple[Column, ...]:
        """The columns that say how well a record is supported."""
        return columns(self.index)

    record = asking.record
    records = asking.records
    programmes = asking.programmes
    programme = asking.programme
    event = asking.event
    areas = asking.areas
    events = asking.events
    statements = asking.statements
    commitments = asking.commitments
    people = asking.people
    organisations = asking.organisations
    places = asking.places
    publishers = asking.publishers
    sources = asking.sources
    claims = asking.claims
    conflicts = asking.conflicts

    def show(self, what: object, *, language: str = "en") -> Card | Cards:
        """Return anything of the dataset with what sources say of it, ready to be read.

        ``what`` is a record, its id or a name of it, a claim, a conflict, an answer of ``search``, of ``analysis``
        or of ``coverage``, or a collection of these; a person comes with what they did and said, a source with
        what it says. A notebook shows it as HTML, a terminal as text that fits its width.
        ``language`` is ``"en"`` or ``"ko"``. Raises ``errors.NoSuchRecord`` for an unknown id.

        >>> from korea_nato import ITPP, show
        >>> print(str(show(ITPP)).splitlines()[0])
        programme itpp: Individually Tailored Partnership Programme
        """
        return display.show(what, self.index, language)

    def search(self, text: str) -> Records[finding.Hit]:
        """Return all that has these words, in any language: records of every kind, and claims by their wording.

        What bears them as its name comes first. A statement is also found by who spoke.
        Case, accents, signs and the particles of Korean do not count.
        Raises ``errors.BadValue`` where there is nothing to look for.

        >>> from korea_nato import search
        >>> search("윤석열은")[0].id
        'yoon-suk-yeol'
        """
        return finding.search(text, self.index)

    def vocabulary(self) -> Frozen[Frozen[Text]]:
        """Return the closed lists by name, each word with its definition in English and Korean.

        >>> from korea_nato import vocabulary
        >>> sorted(vocabulary()["modalities"])
        ['denied', 'expected', 'planned', 'reported']
        """
        lists = self.store.own("vocabulary.json") or {}
        return Frozen(
            {name: Frozen({word: Text(told) for word, told in words.items()}) for name, words in lists.items()}
        )

    def areas_in(self, text: str) -> tuple[mentions.AreaMention, ...]:
        """Return where a text speaks of an area of the latest programme (here the ITPP), in order; no two overlap.

        A word of ordinary prose ("climate change") counts where its sentence names NATO, another area or such.
        Raises ``errors.BadValue`` if ``text`` is not a string.

        >>> from korea_nato import areas_in
        >>> [mention.area.short_id for mention in areas_in("NATO 사이버 방위와 anti-terrorism")]
        ['cyber-defence', 'counter-terrorism']
        """
        return mentions.areas_in(text, self.index)

    def cite(self, what: Cited = None, form: str = "text") -> str:
        """Return how to cite the dataset, a source or a claim of it, or all sources behind a record or a selection.

        ``what`` is given itself or by its id, a record also by a name, and may be several of these.
        ``form`` is ``"text"`` (a line each), ``"bibtex"`` (an entry each) or ``"csl"`` (CSL-JSON, a list of items).
        A claim is cited as its source, opened at the wording, with what that says of which record.
        Raises ``errors.NoSuchRecord`` for an unknown id, ``errors.BadValue`` for an unknown form, and where no
        source speaks of what is to be cited.

        >>> from korea_nato import cite, events
        >>> cite().partition(". ")[0]
        'The korea_nato contributors'
        >>> len(cite(events(kind="adoption")).splitlines()) > len(cite("itpp-adoption").splitlines()) > 1
        True
        """
        return _cite.cite(what, form, self.index)

    def coverage(self) -> _coverage.Coverage:
        """Return what was read, from when to when, and what is not covered.

        >>> from korea_nato import coverage
        >>> str(coverage().closed)
        '2026-11-25'
        """
        return _coverage.coverage(self.index)

    def verify(self, source: Source | str, text: str) -> tuple[str, ...]:
        """Return the wordings of a source that do not stand in a text, in order; empty if all are found.

        Both are compared in Unicode's form NFKC, with every quotation mark, dash and space as one.
        Raises ``errors.NoSuchRecord`` for an unknown source and ``errors.BadValue`` if ``text`` is not a string.

        >>> from korea_nato import verify
        >>> len(verify("yonhap-partnership-eleven-areas", "Another text.")) > 10
        True
        """
        return _verify.verify(source, text, self.index)

    def export(self, format: str, path: str | PathLike[str], force: bool = False) -> tuple[str, ...]:
        """Write this dataset in a format of ``export``; return the names written.

        >>> from tempfile import TemporaryDirectory
        >>> from korea_nato._dataset import bundled
        >>> with TemporaryDirectory() as folder:
        ...     len(bundled().export("csl", f"{folder}/sources.json"))
        1
        """
        written: tuple[str, ...] = _above("export").write(format, path, self, force)
        return written

    @property
    def analysis(self) -> SimpleNamespace:
        """The questions of ``analysis``, asked of this dataset.

        >>> from korea_nato._dataset import bundled
        >>> bundled().analysis.support("itpp", "adopted").n_publishers > 1
        True
        """
        module = _above("analysis")
        questions = [name for name in module.__all__ if name.islower()]
        return SimpleNamespace(**{name: partial(getattr(module, name), dataset=self) for name in questions})

    def __repr__(self) -> str:
        return f"<Dataset {self.store.files.folder.name!r}>"

    def __or__(self, other: "Dataset") -> "Dataset":
        """Return the records of both; the title, licence and version are those of the first.

        Raises ``errors.BadData`` for each id under which the two have different records.

        >>> from korea_nato import load
        >>> from korea_nato._dataset import bundled
        >>> len((bundled() | bundled()).events()) == len(bundled().events())
        True
        """
        return Dataset(joined(self.store, other.store)) if isinstance(other, Dataset) else NotImplemented

    def __reduce__(self) -> tuple[object, ...]:
        return Dataset._of, (None if self.store is bundled_store() else _lasting(self.store.files.folder),)

    @classmethod
    def _of(cls, folder: "str | Memory | None") -> "Dataset":
        """Return the dataset of a folder, read when asked, or the bundled one: pickles name no private place."""
        if folder is None:
            return bundled()
        return cls(Store(folder if isinstance(folder, Memory) else Path(folder)))


def _lasting(folder: Folder) -> str | Memory:
    """Return by what another process finds a folder: its path, or all that it holds."""
    return folder if isinstance(folder, Memory) else str(Path(str(folder)).absolute())


def _above(name: str) -> ModuleType:
    """Return a module that stands on datasets, found when it is first used, as by the front door."""
    return import_module(f"korea_nato.{name}")


def given(dataset: Dataset | None) -> Dataset:
    """Return the dataset that was given, or else the bundled one."""
    if dataset is None:
        return bundled()
    if not isinstance(dataset, Dataset):
        raise BadValue(f"{quoted(dataset)} is not a Dataset (use 'load')", "dataset")
    return dataset


@kept
def bundled() -> Dataset:
    """Return the dataset that comes with the package, each kind of record read when first asked for."""
    return Dataset(bundled_store())
