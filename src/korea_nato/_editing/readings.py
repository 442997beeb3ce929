"""The rules on how sources were read: what is said of which record, in which form, on which day, in which words."""

import re
from collections import defaultdict
from collections.abc import Iterator

from korea_nato._dataset import Dataset
from korea_nato._editing.files import file_of, joined, places
from korea_nato._evidence.claims import Claim
from korea_nato._model.events import Event, Statement
from korea_nato._model.fields import Shape, fields_of
from korea_nato._model.record import Record
from korea_nato._model.sources import Publisher, Source
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Value, When
from korea_nato._storage.folder import error_in
from korea_nato.errors import DataError

# Words by which a note takes back what its passage is made to say.
_BACK = re.compile(
    r"\bnot when\b|\bsaid of (every|all|any)\b|\bsays (it|this) of\b|\bnot said of\b|\band not that\b"
    r"|\bdoes not say (it|so|that)\b|\bnot (the|this|that) (day|date|year|event|programme)\b",
    re.IGNORECASE,
)
# A record with more topics is found under each, and is about none (docs/coding.md).
_TOPICS = 3
# The fields of which the day may lie ahead when a record is closed.
_AHEAD = {"due", "period_to"}


def retracted(dataset: Dataset) -> Iterator[DataError]:
    """Yield the values that are said to be stated, and which the passage's own note takes back."""
    for source in dataset.sources(context=True):
        for place, passage in enumerate(source.passages):
            found = _BACK.search(passage.note or "")
            if found and passage.says and passage.basis == "stated":
                problem = f"takes back what is said ({found[0]!r}): without 'says', or 'inferred', it would not"
                yield DataError(file_of(source), f"passages[{place}].note", problem)


def misplaced(dataset: Dataset) -> Iterator[DataError]:
    """Yield the claims on a programme's adoption that mean another edition of it."""
    for claim in dataset.claims():
        if claim.field == "adopted" and not claim.agrees and isinstance(claim.says, When):
            for other in dataset.programmes(partner=dataset.programme(claim.about).partner, context=True):
                if other.adopted and other.adopted.agrees_with(claim.says):
                    problem = f"'{claim.says}' is when {other.id!r} was adopted, so {claim.wording!r} speaks of that"
                    yield DataError(file_of(claim.source), "", problem)


def belated(dataset: Dataset) -> Iterator[DataError]:
    """Yield the days after the day on which the record was closed, where nothing says that they lie ahead."""
    closed = dataset.about.closed
    for record, file, at in places(dataset):
        if getattr(record, "status", "held") != "announced":
            for name, day in _days(record):
                if day.first_day > closed.last_day:
                    yield DataError(file, joined(at, name), f"'{day}' is after the record was closed ({closed})")


def _days(record: Record) -> Iterator[tuple[str, When]]:
    """Yield the days of a record that cannot lie ahead, each with its field."""
    for field in fields_of(type(record)):
        held = getattr(record, field.name)
        if field.shape is Shape.DATE and field.name not in _AHEAD:
            yield from ((field.key, day) for day in (held if field.many else (held,)) if day)


def foretold(dataset: Dataset) -> Iterator[DataError]:
    """Yield the sources that are older than what they are said to report."""
    for claim in dataset.claims():
        day, published = _day(dataset, claim), claim.source.published
        # Where it is already tomorrow, a report of today bears yesterday's date elsewhere.
        early = day and published and (day.first_day - published.last_day).days > 1
        if early and claim.modality == "reported" and (day == claim.says or not _disputing(dataset, claim)):
            problem = f"{claim.wording!r} was published before {claim.about!r} ({day}), so it is not 'reported'"
            yield DataError(file_of(claim.source), "", problem)


def _day(dataset: Dataset, claim: Claim) -> When | None:
    """Return the day on which that was so which a claim says: its own, or that of the event that was held."""
    record = dataset.record(claim.about)
    if getattr(record, "status", "held") != "held" or claim.field in _AHEAD:
        return None
    if isinstance(claim.says, When):
        return claim.says
    return record.date if isinstance(record, Event) else None


def _disputing(dataset: Dataset, claim: Claim) -> bool:
    """Return whether the source of a claim gives the event another day."""
    others = dataset.claims(about=claim.about, source=claim.source)
    return any(one.field == "date" and not one.agrees for one in others)


def unwitnessed(dataset: Dataset) -> Iterator[DataError]:
    """Yield the events that are said to have been held, of which every source is older."""
    for event in dataset.events(context=True):
        days = [claim.source.published for claim in dataset.index.claims_about(event.id)]
        if event.status == "held" and event.date and days and all(_is_before(day, event.date) for day in days):
            problem = "is 'held' and not 'announced', though every source was published before its day"
            yield DataError(file_of(event), "status", problem)


def unheld(dataset: Dataset) -> Iterator[DataError]:
    """Yield the statements that were made at an event which, as the record has it, did not take place yet."""
    for statement in dataset.statements(context=True):
        if statement.event and statement.event.status in ("announced", "cancelled"):
            problem = f"{statement.event.id!r} is {statement.event.status!r}, so nothing was said there"
            yield DataError(file_of(statement), "event", problem)


def formless(dataset: Dataset) -> Iterator[DataError]:
    """Yield the sources that tell all of what was said, and not whether they quote it."""
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in dataset.claims():
        told[claim.source.id, claim.about].append(claim)
    for (source, about), claims in told.items():
        said = isinstance(dataset.record(about), Statement) and any(claim.field != "attested" for claim in claims)
        if said and not any(claim.field == "form" or claim.part for claim in claims):
            problem = f"no passage says in which form it gives {about!r} ('quoted' or 'reported')"
            yield error_in(Source, source, "", problem)


def unframed(dataset: Dataset) -> Iterator[DataError]:
    """Yield the parts of events that begin before the whole or end after it."""
    for event in dataset.events(context=True):
        frame = event.part_of
        if frame and frame.date and event.date:
            begins, ends = frame.date.first_day, (frame.ends or frame.date).last_day
            last = event.ends.first_day if event.ends else event.date.first_day
            if event.date.last_day < begins or last > ends:
                problem = f"it is not within {frame.id!r} ({frame.date} to {frame.ends or frame.date})"
                yield DataError(file_of(event), "part_of", problem)


def anachronistic(dataset: Dataset) -> Iterator[DataError]:
    """Yield the areas that an event touches, of a programme that was not in force on its day."""
    programmes = dataset.programmes(context=True)
    for event in dataset.events(context=True):
        for area in event.areas if event.date else ():
            programme = programmes[area.id.partition("/")[0]]
            following = [other.adopted for other in programmes if other.previous == programme]
            if _is_before(event.date, programme.adopted) or any(_is_before(day, event.date) for day in following):
                problem = f"{area.id!r} is of a programme that was not in force on {event.date}"
                yield DataError(file_of(event), "areas", problem)


def sprawling(dataset: Dataset) -> Iterator[DataError]:
    """Yield the events and statements that have more topics than anybody would look for them by."""
    described: list[Event | Statement] = [*dataset.events(context=True), *dataset.statements(context=True)]
    for record in described:
        if len(record.topics) > _TOPICS:
            problem = f"are {len(record.topics)}: {_TOPICS} at the most say what it is about"
            yield DataError(file_of(record), "topics", problem)


def _is_before(one: When | None, other: When | None) -> bool:
    """Return whether all of a date lies before another, as far as both are known."""
    return bool(one and other and one.last_day < other.first_day)


def untranslated(dataset: Dataset) -> Iterator[DataError]:
    """Yield the editors' own words that are not there in each language of the record's title."""
    languages = set(dataset.about.title)
    printed = {(source.publisher.id, source.language) for source in dataset.sources(context=True)}
    for record, file, at in places(dataset):
        for step, text in _texts(record):
            for language in sorted(languages - set(text)):
                # A publisher has its name in the languages in which it prints.
                if not isinstance(record, Publisher) or (record.id, language) in printed:
                    yield DataError(file, joined(at, step), f"is not there in {language!r}, a language of the title")


def _texts(value: Value) -> Iterator[tuple[str, Text]]:
    """Yield each text that the editors wrote, with its path; a name that takes claims is the sources'."""
    for field in fields_of(type(value)):
        if not field.claims and not isinstance(getattr(value, field.name), Record):
            yield from _inside(getattr(value, field.name), field.key)


def _inside(value: object, at: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield at, value
    elif isinstance(value, Frozen):
        for word, part in value.items():
            yield from _inside(part, f"{at}.{word}")
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _inside(part, f"{at}[{place}]")
    elif isinstance(value, Value) and not isinstance(value, Record | When):
        yield from ((joined(at, step), text) for step, text in _texts(value))


RULES = (
    retracted,
    misplaced,
    belated,
    foretold,
    unwitnessed,
    unheld,
    formless,
    unframed,
    anachronistic,
    sprawling,
    untranslated,
)
