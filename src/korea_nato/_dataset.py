"""Dataset: all records together, with all that the package answers."""

from collections.abc import Iterable
from functools import partial
from importlib import import_module
from os import PathLike
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, TypeVar

from korea_nato._answering import cite as _cite
from korea_nato._answering import coverage as _coverage
from korea_nato._answering import finding, mentions
from korea_nato._answering import show as display
from korea_nato._answering import verify as _verify
from korea_nato._answering.card import Card, Cards
from korea_nato._answering.cite import Cited
from korea_nato._answering.provenance import columns
from korea_nato._evidence.claims import Claim
from korea_nato._evidence.conflicts import Conflict
from korea_nato._model.about import About
from korea_nato._model.actors import Organisation, Person, Place, Publisher
from korea_nato._model.collection import Records
from korea_nato._model.columns import Column
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.once import kept
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._model.texts import Frozen, Text
from korea_nato._query import filters as _filters
from korea_nato._query.filters import Day, Test
from korea_nato._query.index import Index
from korea_nato._query.questions import Arguments, Asked, Words
from korea_nato._storage.bundled import bundled_store
from korea_nato._storage.folder import Folder
from korea_nato._storage.joined import Memory, joined
from korea_nato._storage.store import Store
from korea_nato.errors import BadValue

R = TypeVar("R", bound=Record)


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
        self._means = Arguments(self.index)

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
        """The SHA-256 of the files of the record, by which two copies are told apart, whatever their version says."""
        return self.index.digest

    @property
    def provenance(self) -> tuple[Column, ...]:
        """The columns that say how well a record is supported."""
        return columns(self.index)

    def record(self, id: Record | str) -> Record:
        """Return the record of any kind with this id, an area as ``programme/area``."""
        return self.index.record(id)

    def records(self, kind: type[R]) -> Records[R]:
        """Return all records of a kind in order, those that are only context among them."""
        return Records(self.index.records(kind), kind, self)

    def _answer(self, kind: type[R], context: bool, *tests: Test | None) -> Records[R]:
        return Records(self.index.find(kind, tests, context=context), kind, self)

    def programmes(self, *, partner: Asked[Place] | None = None, context: bool = False) -> Records[Programme]:
        """Return the programmes of the Republic of Korea, the oldest first, or those of another partner.

        >>> from korea_nato import programmes
        >>> programmes().ids
        ('ipcp-first', 'ipcp-second', 'ipcp-third', 'itpp')
        """
        place = self._means.some(Place, partner)
        return self._answer(Programme, context or partner is not None, _filters.equal("partner", place))

    def programme(self, programme: Programme | str | None = None) -> Programme:
        """Return one programme, by its id, a name or itself; the latest one that has areas, where none is given.

        Raises ``errors.NoSuchRecord`` for an unknown one, ``errors.BadValue`` where none has areas.
        """
        return self.index.latest() if programme is None else self._means.one(Programme, programme)

    def event(self, event: Event | str) -> Event:
        """Return one event, by its id, a title or itself."""
        return self._means.one(Event, event)

    def areas(self, *, programme: Asked[Programme] | None = None, context: bool = False) -> Records[Area]:
        """Return the areas of all programmes, or of one, in the order of their programme.

        >>> from korea_nato import areas
        >>> areas(programme="itpp")[4].name["ko"]
        '사이버 방위'
        """
        asked = self._means.some(Programme, programme)
        found = self.programmes(context=context) if asked is None else asked
        return Records([area for each in found for area in each.areas], Area, self)

    def events(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        kind: Words | None = None,
        status: Words | None = None,
        area: Asked[Area] | None = None,
        person: Asked[Person] | None = None,
        organisation: Asked[Organisation] | None = None,
        place: Asked[Place] | None = None,
        programme: Asked[Programme] | None = None,
        topic: Words | None = None,
        text: str | None = None,
        context: bool = False,
    ) -> Records[Event]:
        """Return events in order of their dates.

        ``since`` and ``until`` keep what overlaps the window, both ends included, whatever the precision.
        ``place="lithuania"`` finds Vilnius, ``organisation="nato"`` finds who acts for it.

        >>> from korea_nato import events
        >>> events(since="2023-07-11", until="2023-07-11", programme="itpp", kind="adoption").ids
        ('itpp-adoption',)
        """
        return self._answer(
            Event,
            context,
            _filters.within(since, until),
            _filters.equal("kind", self._means.words("event-kinds", kind)),
            _filters.equal("status", self._means.words("event-statuses", status)),
            _filters.has_area(self._means.areas(area)),
            _filters.has_actor(self._means.some(Person, person), "participants"),
            _filters.has_actor(self._means.some(Organisation, organisation), "participants"),
            _filters.lies_in(self._means.some(Place, place)),
            _filters.of_programme(self._means.some(Programme, programme)),
            _filters.has_topic(self._means.words("topics", topic)),
            _filters.speaks(text),
        )

    def statements(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        speaker: Person | Organisation | str | Iterable[Person | Organisation | str] | None = None,
        area: Asked[Area] | None = None,
        event: Asked[Event] | None = None,
        topic: Words | None = None,
        text: str | None = None,
        context: bool = False,
    ) -> Records[Statement]:
        """Return what was said, in order of dates; an organisation as ``speaker`` finds who speaks for it."""
        return self._answer(
            Statement,
            context,
            _filters.within(since, until),
            _filters.has_actor(self._means.actors(speaker), "speakers"),
            _filters.has_area(self._means.areas(area)),
            _filters.equal("event", self._means.some(Event, event)),
            _filters.has_topic(self._means.words("topics", topic)),
            _filters.speaks(text),
        )

    def commitments(
        self,
        *,
        programme: Asked[Programme] | None = None,
        area: Asked[Area] | None = None,
        event: Asked[Event] | None = None,
        context: bool = False,
    ) -> Records[Commitment]:
        """Return what was promised; ``event`` is the one at which it was."""
        return self._answer(
            Commitment,
            context,
            _filters.of_programme(self._means.some(Programme, programme)),
            _filters.has_area(self._means.areas(area)),
            _filters.equal("made_at", self._means.some(Event, event)),
        )

    def people(self, *, context: bool = False) -> Records[Person]:
        """Return the persons, in order of their ids."""
        return self._answer(Person, context)

    def organisations(self, *, context: bool = False) -> Records[Organisation]:
        """Return the organisations, in order of their ids."""
        return self._answer(Organisation, context)

    def places(self, *, context: bool = False) -> Records[Place]:
        """Return the places, in order of their ids."""
        return self._answer(Place, context)

    def publishers(self, *, context: bool = False) -> Records[Publisher]:
        """Return the publishers, in order of their ids."""
        return self._answer(Publisher, context)

    def sources(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        kind: Words | None = None,
        publisher: Asked[Publisher] | None = None,
        language: Words | None = None,
        country: Asked[Place] | None = None,
        context: bool = False,
    ) -> Records[Source]:
        """Return the sources, in order of the days on which they were published; ``country`` is the publisher's."""
        return self._answer(
            Source,
            context,
            _filters.within(since, until),
            _filters.equal("kind", self._means.words("source-kinds", kind)),
            _filters.equal("publisher", self._means.some(Publisher, publisher)),
            _filters.equal("language", self._means.languages(language)),
            _filters.from_country(self._means.some(Place, country)),
        )

    def claims(
        self,
        *,
        about: Record | str | None = None,
        field: Words | None = None,
        source: Asked[Source] | None = None,
        publisher: Asked[Publisher] | None = None,
        modality: Words | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> Records[Claim]:
        """Return what sources say of a record (of that record only), of a field, or in one source.

        ``since`` and ``until`` are for the day on which the source was published.

        >>> from korea_nato import ITPP, claims
        >>> {str(claim.says) for claim in claims(about=ITPP, field="area_count")}
        {'11'}
        """
        sources = self._means.some(Source, source)
        record = None if about is None else self.record(about)
        found = self.index.claims if record is None else self.index.claims_about(record.id)
        if sources and record is None:
            found = tuple(claim for one in sources for claim in self.index.claims_in(one.id))
        tests = (
            _filters.equal("field", self._means.fields(field, record)),
            _filters.equal("source", sources),
            _filters.published_by(self._means.some(Publisher, publisher)),
            _filters.equal("modality", self._means.words("modalities", modality)),
            _filters.published_within(since, until),
        )
        asked = [test for test in tests if test is not None]
        return Records((claim for claim in found if all(test(claim) for test in asked)), Claim)

    def conflicts(self, *, about: Record | str | None = None) -> Records[Conflict]:
        """Return the facts about which sources disagree, all or those of one record."""
        found = self.index.conflicts if about is None else self.index.conflicts_about(self.record(about).id)
        return Records(found, Conflict)

    def show(self, what: Any, *, language: str = "en") -> Card | Cards:
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

    def __reduce__(self) -> tuple[Any, ...]:
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
        raise BadValue(f"{dataset!r} is not a Dataset (use 'load')", "dataset")
    return dataset


@kept
def bundled() -> Dataset:
    """Return the dataset that comes with the package, each kind of record read when first asked for."""
    return Dataset(bundled_store())
