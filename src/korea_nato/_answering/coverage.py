"""What was read, from when to when, and what is not covered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import ClassVar

from korea_nato._evidence.claims import Claim
from korea_nato._model.collection import Records
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.html import escaped
from korea_nato._model.items import counted
from korea_nato._model.listed import listed
from korea_nato._model.programmes import Programme
from korea_nato._model.record import Record, described
from korea_nato._model.sources import Source
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Value, When
from korea_nato._query.filters import when
from korea_nato._query.index import Index

# The kinds of record that stand at a date.
_DATED: tuple[type[Record], ...] = (Programme, Event, Statement, Commitment, Source)

# The sentences on what is counted, and the words before what was read and what is not covered.
_COUNTED = {
    "en": """\
{name} {0.version}, closed on {0.closed}
{sources} of {publishers} ({seen})
published {0.sources_from} to {0.sources_to}, in {languages}
events {0.events_from} to {0.events_to}
{0.n_facts} supported facts: {0.one_source} by one source, {0.one_origin} by the text of one publisher, \
{0.inferred} by inference alone""",
    "ko": """\
{name} {0.version}, 마감일 {0.closed}
발행처 {0.n_publishers}곳의 자료 {0.n_sources}건 ({seen})
발행일 {0.sources_from}부터 {0.sources_to}까지, 언어별 {languages}
사건 {0.events_from}부터 {0.events_to}까지
근거가 있는 사실 {0.n_facts}건: 자료 하나만 밝힌 것 {0.one_source}건, 한 발행처의 글에만 있는 것 {0.one_origin}건, \
추론에만 기댄 것 {0.inferred}건""",
}
_HEADS = {"en": ("Read", "Not covered"), "ko": ("읽은 자료", "다루지 않은 것")}


@described
class CoverageYear(Value):
    """How much there is of one kind of record in one year: the records, and the sources that speak of them.

    Texts of one origin, that is of one publisher or wire, are counted once in ``n_origins``.
    """

    __module__ = "korea_nato"
    noun: ClassVar[str] = "year"
    table: ClassVar[tuple[str, ...]] = ("year", "kind", "n_records", "n_sources", "n_origins", "n_languages")

    year: int
    kind: str
    n_records: int
    n_sources: int
    n_origins: int
    n_languages: int

    @property
    def id(self) -> str:
        """The year and the kind."""
        return f"{self.year}/{self.kind}"

    @property
    def label(self) -> str:
        """The year and the kind."""
        return self.id


@described
class Coverage(Value):
    """What a dataset rests on; ``str`` is the same in words.

    ``closed`` is the day on which the record was closed: nothing after it is in it.
    Of the ``n_facts`` that are supported, ``one_source`` rest on one source, ``one_origin`` on the text of one
    publisher or wire, ``inferred`` on what a coder read off the context alone.
    Sources, and the records of each year, are counted with those that are only context.
    ``seen`` counts the sources by how much of them was read, ``languages`` by language; ``years`` counts what
    there is of each kind of record in each year.
    """

    __module__ = "korea_nato"

    title: str
    version: str
    closed: When
    read: Text
    not_covered: tuple[Text, ...]
    n_sources: int
    n_publishers: int
    seen: Frozen[int]
    languages: Frozen[int]
    sources_from: When | None
    sources_to: When | None
    events_from: When | None
    events_to: When | None
    n_facts: int
    one_source: int
    one_origin: int
    inferred: int
    years: Records[CoverageYear]

    def __str__(self) -> str:
        return "\n".join(self.told("en"))

    def told(self, language: str) -> tuple[str, ...]:
        """Return the same in words, sentence by sentence, in English or Korean.

        >>> from korea_nato import coverage
        >>> coverage().told("ko")[0]
        'korea_nato 2026.12.0, 마감일 2026-11-25'
        """
        numbers = _COUNTED[language].format(
            self,
            name=self.title.partition(":")[0],
            sources=counted(self.n_sources, "source"),
            publishers=counted(self.n_publishers, "publisher"),
            seen=_counts(self.seen, language),
            languages=_counts(self.languages, language),
        )
        read, missing = _HEADS[language]
        not_covered = (f"{missing}: {text.best(language)}" for text in self.not_covered)
        return (*numbers.splitlines(), f"{read}: {self.read.best(language)}", *not_covered)

    def _repr_html_(self) -> str:
        return "".join(f"<p>{escaped(line)}</p>" for line in self.told("en"))

    def __repr__(self) -> str:
        return str(self)


def coverage(index: Index) -> Coverage:
    """Return what was read, from when to when, and what is not covered."""
    sources = index.records(Source)
    published, happened = _days(sources), _days(index.find(Event, (), context=False))
    return Coverage(
        title=str(index.about.title),
        version=index.about.version,
        closed=index.about.closed,
        read=index.about.read,
        not_covered=index.about.not_covered,
        n_sources=len(sources),
        n_publishers=len({source.publisher.id for source in sources}),
        seen=Frozen(Counter(source.seen for source in sources)),
        languages=Frozen(Counter(source.language for source in sources)),
        sources_from=min(published, default=None),
        sources_to=max(published, default=None),
        events_from=min(happened, default=None),
        events_to=max(happened, default=None),
        years=Records(_years(index), CoverageYear),
        **_facts(index.claims),
    )


def _facts(claims: Iterable[Claim]) -> dict[str, int]:
    """Return how many facts are supported, and how many of them by one source, one origin or inference alone."""
    facts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.supports:
            facts[claim.about, claim.field].append(claim)
    return {
        "n_facts": len(facts),
        "one_source": sum(len({one.source.id for one in some}) == 1 for some in facts.values()),
        "one_origin": sum(len({one.source.origin.id for one in some}) == 1 for some in facts.values()),
        "inferred": sum(all(one.basis == "inferred" for one in some) for some in facts.values()),
    }


def _years(index: Index) -> Iterator[CoverageYear]:
    """Yield what there is of each kind of record in each year, the earliest year first."""
    found: dict[tuple[int, str], list[Record]] = defaultdict(list)
    for kind in _DATED:
        for record in index.records(kind):
            day = when(record)
            if day:
                found[day.year, record.noun].append(record)
    for (year, noun), records in sorted(found.items(), key=lambda item: item[0][0]):
        sources = {claim.source.id: claim.source for record in records for claim in index.claims_on(record)}.values()
        yield CoverageYear(
            year=year,
            kind=noun,
            n_records=len(records),
            n_sources=len(sources),
            n_origins=len({source.origin.id for source in sources}),
            n_languages=len({source.language for source in sources}),
        )


def _days(records: Iterable[Record]) -> list[When]:
    return [day for day in map(when, records) if day]


def _counts(counts: Frozen[int], language: str) -> str:
    form = "{0} {1}건" if language == "ko" else "{1} {0}"
    return ", ".join(form.format(listed(word, language), number) for word, number in counts.items())
