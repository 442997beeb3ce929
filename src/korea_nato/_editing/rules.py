"""The editorial rules: facts supported, conflicts settled, anchors short, records used, files tidy."""

import re
from collections.abc import Iterable, Iterator

from korea_nato._dataset import Dataset
from korea_nato._editing import attributions, readings
from korea_nato._editing.files import file_of, files, joined, places
from korea_nato._evidence.claims import Claim
from korea_nato._model.columns import said
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.fields import Field, Shape, starred
from korea_nato._model.names import fold
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._query.links import links
from korea_nato.errors import DataError

# The limits of an anchor, which keep it a pointer and not a copy (docs/data.md).
WORDS, CHARACTERS, WIDE_CHARACTERS, SHARE = 10, 90, 30, 4
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_YEAR = re.compile(r"(19|20)\d\d")
_LISTS = ("place", "organisation", "publisher", "person")


def check(dataset: Dataset) -> list[DataError]:
    """Return everything in which a dataset falls short of the editorial rules."""
    rules = (
        unsupported,
        unattested,
        unsettled,
        oversettled,
        misnamed,
        unanchored,
        ill_named,
        unused,
        *readings.RULES,
        *attributions.RULES,
        untidy,
    )
    # What a record is held to depends on what it says of itself.
    return list(undescribed(dataset)) or [error for rule in rules for error in rule(dataset)]


def undescribed(dataset: Dataset) -> Iterator[DataError]:
    """Yield an error if about.json is missing: without it nothing can be cited or exported."""
    if dataset.store.files.value("about.json") is None:
        yield DataError("about.json", "", "is missing")


def unsupported(dataset: Dataset) -> Iterator[DataError]:
    """Yield the values that no reported claim supports to their full precision."""
    for record, file, at in places(dataset):
        for field in starred(type(record)):
            if field.name == "date" and getattr(record, "concludes", None):
                continue
            for name, part in _held(record, field):
                claims = [claim for claim in dataset.index.claims_about(record.id) if claim.field == name]
                if not any(_supports(claim, part) for claim in claims):
                    yield DataError(file, joined(at, name), f"no source supports {said(part)!r}")


def _held(record: Record, field: Field) -> Iterator[tuple[str, object]]:
    """Yield each value of a field that must be supported: each actor and figure, a name in each language."""
    value = getattr(record, field.name)
    if value is None:
        return
    if field.shape is Shape.LANGUAGES:
        # A name in square brackets is the editors' own, where sources have one in other languages only.
        yield from ((field.key, text) for text in value.values() if not text.startswith("["))
    elif field.shape is Shape.MAP:
        yield from ((f"{field.key}.{word}", one) for word, one in value.items())
    else:
        yield from ((field.key, part) for part in (value if field.many else (value,)))


def _supports(claim: Claim, part: object) -> bool:
    if not claim.supports:
        return False
    if isinstance(claim.says, tuple):
        return fold(said(part)) in [fold(said(one)) for one in claim.says]
    return not isinstance(part, str) or fold(part) == fold(str(claim.says))


def unattested(dataset: Dataset) -> Iterator[DataError]:
    """Yield the events, commitments and statements of which no source speaks."""
    for record, file, _ in places(dataset):
        spoken = any(claim.supports for claim in dataset.index.claims_about(record.id))
        if isinstance(record, Event | Commitment | Statement) and not spoken:
            yield DataError(file, "", "no source attests it")


def unsettled(dataset: Dataset) -> Iterator[DataError]:
    """Yield the differing values that the editors have not settled."""
    where = {record.id: (file, at) for record, file, at in places(dataset)}
    for conflict in dataset.conflicts():
        file, at = where[conflict.about]
        for value in conflict.differing:
            if value not in conflict.settled:
                by = _saying(conflict.claims, value)
                yield DataError(file, joined(at, conflict.field), f"{value!r} differs ({by}) and is not settled")


def _saying(claims: Iterable[Claim], value: str) -> str:
    found = {claim.source.id for claim in claims if value in (*claim.differing, said(claim.says))}
    return ", ".join(sorted(found))


def oversettled(dataset: Dataset) -> Iterator[DataError]:
    """Yield what is settled although it does not differ."""
    differing = {(conflict.about, conflict.field): conflict.differing for conflict in dataset.conflicts()}
    for record, file, at in places(dataset):
        for field, values in record.settled.items():
            for value in values:
                if value not in differing.get((record.id, field), ()):
                    yield DataError(file, joined(at, f"settled.{field}.{value}"), "no source differs so")


def misnamed(dataset: Dataset) -> Iterator[DataError]:
    """Yield the claims on a name that do not stand inside their wording."""
    for claim in dataset.claims():
        is_name = claim.field in ("name", "acronym", "phrase")
        if is_name and fold(str(claim.says)) not in fold(claim.wording):
            yield DataError(file_of(claim.source), "", f"{claim.says!r} does not stand in {claim.wording!r}")


def unanchored(dataset: Dataset) -> Iterator[DataError]:
    """Yield the wordings that are too long, and the sources that are copied rather than anchored."""
    for source in dataset.sources(context=True):
        wordings = dict.fromkeys(passage.wording for passage in source.passages)
        for wording in wordings:
            limit = WIDE_CHARACTERS if _WIDE.search(wording) else CHARACTERS
            if len(wording.split()) > WORDS or len(wording) > limit:
                yield DataError(file_of(source), "", f"the wording {wording!r} is longer than an anchor")
        if source.text_length and SHARE * sum(map(len, wordings)) > source.text_length:
            yield DataError(file_of(source), "", "its anchors together are more than a quarter of its text")


def ill_named(dataset: Dataset) -> Iterator[DataError]:
    """Yield the ids that hold a year, are too long or too short, or do not begin with the publisher's."""
    for record, file, _ in places(dataset):
        if isinstance(record, Source) and not record.id.startswith(record.publisher.id + "-"):
            yield DataError(file, "", f"its id does not begin with its publisher's, {record.publisher.id!r}")
        if isinstance(record, Event | Commitment | Statement | Source) and _YEAR.search(record.id):
            yield DataError(file, "", "its id holds a year, which a later source may correct")
        if isinstance(record, Event | Commitment) and not 2 <= len(record.id.split("-")) <= 5:
            yield DataError(file, "", "its id is not of two to five words")


def unused(dataset: Dataset) -> Iterator[DataError]:
    """Yield the places, organisations, publishers and persons that nothing refers to."""
    linked = {id for record, _, _ in places(dataset) for _, id in links(record)}
    for record, file, at in places(dataset):
        if record.noun in _LISTS and record.id not in linked and not dataset.index.claims_on(record):
            yield DataError(file, at, "nothing leads to it")


def untidy(dataset: Dataset) -> Iterator[DataError]:
    """Yield the files that are not in canonical form."""
    for name, text in files(dataset):
        if dataset.store.files.content(name) != text.encode():
            yield DataError(name, "", "is not in canonical form ('korea-nato fmt' rewrites it)")
