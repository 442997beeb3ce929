"""A record as a page tells it: its facts with who says so, what refers to it, and its neighbours."""

from collections.abc import Iterator
from typing import Any

from attrs import fields, frozen

from korea_nato._dataset import Dataset
from korea_nato._evidence.agreement import said
from korea_nato._evidence.claims import Claim, Conflict
from korea_nato._model.record import Record, json_key
from korea_nato._model.values import Frozen, Text, Value
from korea_nato.site._wording import field_name

# Told elsewhere on the page, or to nobody.
_HIDDEN = {"id", "context", "settled", "formerly", "passages", "areas", "note", "text_sha256"}


@frozen
class Part:
    """A piece of a value: its words, and the id of the record to which it leads, if any."""

    words: str
    id: str = ""


@frozen
class Fact:
    """A field of a record: its name in words, its value in pieces, the claims on it and the conflict about it."""

    field: str
    name: str
    parts: tuple[Part, ...]
    claims: tuple[Claim, ...]
    conflict: Conflict | None


def label(record: Record, language: str) -> str:
    """Return what a record is called in a language, or else in English."""
    named = getattr(record, record.named_by)
    return named.best(language) if isinstance(named, Text) else str(named)


def facts(record: Record, dataset: Dataset, language: str) -> Iterator[Fact]:
    """Yield the facts of a record, field by field; claims on one figure stand with the figure."""
    conflicts = {one.field: one for one in dataset.conflicts(about=record)}
    claims = dataset.claims(about=record)
    for part in fields(type(record)):
        value = getattr(record, part.name)
        hidden = part.name in _HIDDEN - ({"areas"} if record.noun != "programme" else set())
        if hidden or value is None or value == () or value == Frozen({}):
            continue
        on = tuple(one for one in claims if one.field.partition(".")[0] == part.name)
        conflict = next((one for name, one in conflicts.items() if name.partition(".")[0] == part.name), None)
        yield Fact(part.name, field_name(json_key(part.name), language), _parts(value, language), on, conflict)
    attesting = tuple(one for one in claims if one.field == "attested")
    if attesting:
        yield Fact("attested", field_name("attested", language), (), attesting, None)


def _parts(value: Any, language: str) -> tuple[Part, ...]:
    if isinstance(value, Text):
        return (Part(value.best(language)),)
    if isinstance(value, Record):
        return (Part(label(value, language), value.id),)
    if isinstance(value, Frozen):
        return tuple(Part(f"{name}: {one}") for name, one in value.items())
    if isinstance(value, tuple):
        return tuple(part for one in value for part in _parts(one, language))
    if isinstance(value, Value) and type(value).__name__ in ("Participation", "Office", "Continuation", "FollowUp"):
        return (_of_part(value, language),)
    return (Part(said(value)),)


def _of_part(value: Value, language: str) -> Part:
    """Return a part of a record: the record to which it leads first, the rest in brackets."""
    told = [getattr(value, part.name) for part in fields(type(value))]
    led = next(one for one in told if isinstance(one, Record))
    rest = [one.best(language) if isinstance(one, Text) else str(one) for one in told if one not in (None, led)]
    return Part(f"{label(led, language)} ({', '.join(rest)})" if rest else label(led, language), led.id)


def references(dataset: Dataset) -> dict[str, list[tuple[str, Record]]]:
    """Return, by id, the records that lead to a record, each with the field in which they do."""
    found: dict[str, dict[tuple[str, str], Record]] = {}
    for record in records(dataset):
        for field, id in _links(record):
            found.setdefault(id, {})[field, record.id] = record
    return {id: [(field, record) for (field, _), record in leading.items()] for id, leading in found.items()}


def _links(record: Record) -> Iterator[tuple[str, str]]:
    for part in fields(type(record)):
        if part.name in ("passages", "id", "areas") and record.noun in ("source", "programme"):
            continue
        yield from ((part.name, id) for id in _ids(getattr(record, part.name)))
    if record.noun == "area":
        yield "areas", record.id.partition("/")[0]
    for passage in getattr(record, "passages", ()):
        yield from (("passages", id) for id in passage.records)
        yield from (("according_to", one.id) for one in passage.according_to)


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, Record):
        yield value.id
    elif isinstance(value, tuple):
        for one in value:
            yield from _ids(one)
    elif isinstance(value, Value) and not isinstance(value, Frozen):
        for part in fields(type(value)):
            yield from _ids(getattr(value, part.name))


def records(dataset: Dataset) -> Iterator[Record]:
    """Yield every record that has a page, what is only context among them."""
    for ask in (
        dataset.programmes,
        dataset.areas,
        dataset.events,
        dataset.statements,
        dataset.commitments,
        dataset.people,
        dataset.organisations,
        dataset.places,
        dataset.publishers,
        dataset.sources,
    ):
        yield from ask(context=True)
