"""The rules on whose word a thing is: who speaks, who told it, whose text runs with whose, who was there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from korea_nato._dataset import Dataset
from korea_nato._editing.files import file_of
from korea_nato._model.actors import Actor, Person
from korea_nato._model.events import Statement
from korea_nato._model.names import fold
from korea_nato._model.sources import Passage, Source
from korea_nato.errors import DataError

# The beginning of a gist that speaks of somebody who is not named.
_OFFICIAL = re.compile(
    r"(?:(?:an?|one|some|two|several|senior|unnamed)(?: [\w.'’-]+){0,4}? )?officials?\b"
    r"|(?:\S*[^\s은는이가,] ){0,4}\S*(?:관계자|당국자|소식통)(?:들)?[은는이가]\b",
    re.IGNORECASE,
)
# Words of a note by which somebody else told what a passage says.
_TOLD = re.compile(r"배석|\b(those|persons?|people) present\b|\bas ([A-Z]\S*|the (\w+ ){1,5}?)\s?told\b")
# Words of a note by which the text of a source is somebody else's.
_RUNS = re.compile(
    r"\bfollows (the|what)\b|\brests on\b|\bruns (\w+ by \w+ |word for word )?with\b|\bword for word\b|\breprint of\b"
)
# One anchor that two sources share may be chance.
SHARED = 2


def disguised(dataset: Dataset) -> Iterator[DataError]:
    """Yield the gists in which an official speaks who is not named, where the record names the speaker."""
    for statement in dataset.statements(context=True):
        named = [speaker for speaker in statement.speakers if getattr(speaker, "kind", "") != "group"]
        for language, gist in statement.gist.items() if named else ():
            found = _OFFICIAL.match(gist)
            if found and not any(_is_named(speaker, gist) for speaker in named):
                problem = f"speaks of {found[0].strip()!r}, where the speaker is {named[0].id!r}"
                yield DataError(file_of(statement), f"gist.{language}", problem)


def _is_named(speaker: Actor, text: str) -> bool:
    names = (*speaker.name.values(), *speaker.also) if isinstance(speaker, Person) else ()
    words = [word for name in names for word in name.strip("[]").split()]
    # A short word, as of "An Gyu-back", may be an article.
    return any(word in text for word in words if len(word) > 2 or not word.isascii())


def untold(dataset: Dataset) -> Iterator[DataError]:
    """Yield the notes by which somebody else told a thing, or wrote the text, where no field says so."""
    for source in dataset.sources(context=True):
        whose = source.agency or source.copy_of
        found = _RUNS.search(str(source.note or ""))
        if found and not whose and not any(passage.according_to for passage in source.passages):
            problem = f"tells of another's text ({found[0]!r}), and neither 'agency' nor 'copy_of' names it"
            yield DataError(file_of(source), "note", problem)
        for place, passage in enumerate(source.passages):
            found = _TOLD.search(passage.note or "")
            if found and not whose and not passage.according_to:
                problem = f"tells who told it ({found[0]!r}), and 'according_to' does not"
                yield DataError(file_of(source), f"passages[{place}].note", problem)


def copied(dataset: Dataset) -> Iterator[DataError]:
    """Yield the sources of different origin, in one language, of which several anchors are word for word the same."""
    holders: dict[tuple[str, ...], set[Source]] = defaultdict(set)
    for source in dataset.sources(context=True):
        for passage in source.passages:
            if _is_telling(passage):
                holders[*passage.records, fold(passage.wording)].add(source)
    pairs: dict[tuple[Source, Source], set[str]] = defaultdict(set)
    for (*_, wording), sources in holders.items():
        for one, other in combinations(sorted(sources, key=lambda source: source.id), 2):
            if one.language == other.language and one.origin != other.origin:
                pairs[one, other].add(wording)
    for (first, second), wordings in pairs.items():
        if len(wordings) >= SHARED:
            problem = (
                f"{len(wordings)} of its anchors stand in {second.id!r}, and neither 'agency' nor 'copy_of' says why"
            )
            yield DataError(file_of(first), "", problem)


def _is_telling(passage: Passage) -> bool:
    """Return whether its words are the writer's own, and not a name, a quotation, or what somebody is said to tell."""
    says = dict(passage.says)
    return not passage.according_to and says.get("form") != "quoted" and not {"name", "acronym", "phrase"} & says.keys()


def doubled(dataset: Dataset) -> Iterator[DataError]:
    """Yield the sources that are another once more: one address, as it stood on one day."""
    first: dict[tuple[str, str], Source] = {}
    for source in dataset.sources(context=True):
        if source.url is not None:
            known = first.setdefault((source.url, str(source.published)), source)
            if known is not source:
                yield DataError(file_of(source), "url", f"is that of {known.id!r}, published on the same day")


def absent(dataset: Dataset) -> Iterator[DataError]:
    """Yield the events whose title names a person of whom the event and what was said there know nothing."""
    people = _people(dataset)
    pattern = _pattern(people)
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in dataset.statements(context=True):
        said[statement.event.id if statement.event else ""].append(statement)
    for event in dataset.events(context=True):
        there = {one.actor.id for one in event.participants}
        for statement in said[event.id]:
            there |= {actor.id for actor in (*statement.speakers, *statement.addressees)}
            there |= {id for gist in statement.gist.values() for name in pattern.findall(gist) for id in people[name]}
        for language, title in event.title.items():
            for name in pattern.findall(title):
                if not people[name] & there:
                    problem = f"names {name!r}, who neither takes part nor speaks there nor is spoken of"
                    yield DataError(file_of(event), f"title.{language}", problem)


def _people(dataset: Dataset) -> dict[str, set[str]]:
    """Return the ids of those who bear each name."""
    people: dict[str, set[str]] = defaultdict(set)
    for person in dataset.people(context=True):
        for name in (*person.name.values(), *person.also):
            people[name.strip("[]")].add(person.id)
    return people


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds names in a text, the longest first; a Korean particle may follow."""
    longest = sorted(names, key=len, reverse=True)
    # Of a record without persons nobody is named: what never matches stands for no name.
    one_of = "|".join(map(re.escape, longest)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{one_of})(?![^\W가-힣])")


def scattered(dataset: Dataset) -> Iterator[DataError]:
    """Yield what one source has one speaker say on another day, where neither the source nor a note tells why."""
    for source in dataset.sources(context=True):
        first: dict[str, Statement] = {}
        for statement in _unplaced(dataset, source):
            for speaker in statement.speakers:
                other = first.setdefault(speaker.id, statement)
                if statement.when and other.when and not statement.when.agrees_with(other.when):
                    problem = f"{statement.id!r} ({statement.when}) and {other.id!r} ({other.when}) are of one speaker"
                    yield DataError(file_of(source), "", f"{problem}, and nothing tells of two days")


def _unplaced(dataset: Dataset, source: Source) -> Iterator[Statement]:
    """Yield the statements of a source of which it gives neither the day nor the event, nor a note."""
    spoken = {id for passage in source.passages for id in passage.records}
    telling = [passage for passage in source.passages if passage.note or "date" in dict(passage.says)]
    placed = {id for passage in telling for id in passage.records}
    for id in sorted(spoken - placed):
        record = dataset.record(id)
        if isinstance(record, Statement) and record.when and not (record.event and record.event.id in spoken):
            yield record


RULES = (disguised, untold, copied, doubled, absent, scattered)
