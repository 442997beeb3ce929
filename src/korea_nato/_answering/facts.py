"""What a record holds, line by line: each field with its value in words, who says so, and who differs."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from attr import evolve, frozen

from korea_nato._answering.wording import field_name, words
from korea_nato._evidence.claims import Claim
from korea_nato._evidence.conflicts import Conflict
from korea_nato._model.actors import Actor
from korea_nato._model.collection import Records
from korea_nato._model.columns import said
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato._model.fields import Shape, fields_of
from korea_nato._model.listed import listed
from korea_nato._model.record import LONG, Record
from korea_nato._model.sources import Source
from korea_nato._model.texts import Frozen, Text
from korea_nato._model.values import Value
from korea_nato._query import filters as _filters
from korea_nato._query.index import Index
from korea_nato.errors import cut

# What an actor does: the word for it, the kind of record that tells it, and the field that names the actor.
_DEEDS: tuple[tuple[str, type[Event | Statement | Commitment], str], ...] = (
    ("attended", Event, "participants"),
    ("said", Statement, "speakers"),
    ("heard", Statement, "addressees"),
    ("promised", Commitment, "by"),
)
_HIDDEN = {"id", "context", "settled", "formerly", "passages", "text_sha256"}


@frozen
class LinePart:
    """A piece of a value: its words, and the id of the record to which it leads, if any."""

    __module__ = "korea_nato"

    words: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.words} ({self.id})" if self.id else self.words


@frozen
class Line:
    """One field of a record: its name and value in words, the claims on it, and the conflict about it, if any."""

    __module__ = "korea_nato"

    field: str
    name: str
    parts: tuple[LinePart, ...]
    claims: tuple[Claim, ...] = ()
    conflict: Conflict | None = None

    @property
    def value(self) -> str:
        """The value in words, with the ids of the records to which it leads."""
        return "; ".join(map(str, self.parts))


def label(record: Record, language: str) -> str:
    """Return what a record is called in a language, or else in English."""
    named = getattr(record, record.named_by)
    return named.best(language) if isinstance(named, Text) else str(named)


def lines(record: Record, index: Index, language: str) -> Iterator[Line]:
    """Yield the facts of a record, then what a person or an organisation did and said, and what a source says."""
    lists = {field.key for field in fields_of(type(record)) if field.words}
    for line in facts(record, index, language):
        yield _in_words(line, language) if line.field in lists else line
    if isinstance(record, Actor):
        yield from _deeds(record, index, language)
    if isinstance(record, Source):
        yield from _said_in(index.claims_in(record.id), index, language)


def facts(record: Record, index: Index, language: str) -> Iterator[Line]:
    """Yield the facts of a record, field by field, each figure by itself, with the claims on each."""
    claims = index.claims_about(record.id)
    conflicts = {one.field: one for one in index.conflicts_about(record.id)}
    for field, value in _held(record):
        on = tuple(claim for claim in claims if claim.field == field)
        told = _names(value, language) if field == record.named_by else parts(value, language)
        yield Line(field, field_name(field, language), told, on, conflicts.get(field))
    attesting = tuple(claim for claim in claims if claim.field == "attested")
    if attesting:
        yes = LinePart(words(language)["yes"])
        yield Line("attested", field_name("attested", language), (yes,), attesting)


def _held(record: Record) -> Iterator[tuple[str, object]]:
    """Yield the fields that hold something, each figure by itself."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.name in _HIDDEN or value in (field.default, None):
            continue
        if field.shape is Shape.MAP and field.claims:
            yield from ((f"{field.key}.{word}", part) for word, part in value.items())
        else:
            yield field.key, value


def _deeds(actor: Actor, index: Index, language: str) -> Iterator[Line]:
    for word, kind, field in _DEEDS:
        found = index.find(kind, [_filters.has_actor((actor,), field)], context=True)
        if found:
            yield Line(word, words(language)[word], tuple(_dated(one, language) for one in found))


def _said_in(claims: Iterable[Claim], index: Index, language: str) -> Iterator[Line]:
    """Yield a line for each fact of which some claims speak, with what the record holds."""
    facts: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        facts.setdefault((claim.about, claim.field), []).append(claim)
    for (about, field), on in facts.items():
        yield fact_line(index.record(about), field, tuple(on), index, language)


def fact_line(record: Record, field: str, on: tuple[Claim, ...], index: Index, language: str) -> Line:
    """Return the line of one fact that stands by itself, and so names its record."""
    name = f"{heading(record, language)} ({record.id}), {field_name(field, language)}"
    conflict = next((one for one in index.conflicts_about(record.id) if one.field == field), None)
    value = dict(_held(record)).get(field, words(language)["yes"])
    return Line(f"{record.id}.{field}", name, parts(value, language), on, conflict)


def _names(value: object, language: str) -> tuple[LinePart, ...]:
    """Return what a thing is called in every language, the reader's own first."""
    if not isinstance(value, Text):
        return (LinePart(str(value)),)
    return (LinePart(" / ".join(dict.fromkeys((value.best(language), *value.values())))),)


def heading(record: Record, language: str) -> str:
    """Return what a record is called, cut to what a heading has room for."""
    return cut(label(record, language), LONG)


def _in_words(line: Line, language: str) -> Line:
    """Return a line whose value is of a closed list as a reader of a language is told it."""
    return evolve(line, parts=tuple(LinePart(listed(part.words, language)) for part in line.parts))


def _dated(record: Record, language: str) -> LinePart:
    day = _filters.when(record)
    told = heading(record, language)
    return LinePart(f"{day} {told}" if day else told, record.id)


@singledispatch
def parts(value: object, language: str) -> tuple[LinePart, ...]:
    """Return a value in pieces, each with the record to which it leads."""
    return (LinePart(said(value)),)


@parts.register
def _of_nothing(value: None, language: str) -> tuple[LinePart, ...]:
    return ()


@parts.register
def _of_text(value: Text, language: str) -> tuple[LinePart, ...]:
    return (LinePart(value.best(language)),)


@parts.register
def _of_record(value: Record, language: str) -> tuple[LinePart, ...]:
    return (LinePart(label(value, language), value.id),)


@parts.register(Frozen)
def _of_map(value: Frozen[object], language: str) -> tuple[LinePart, ...]:
    return tuple(LinePart(f"{name}: {one}") for name, one in value.items())


@parts.register(tuple)
@parts.register(Records)
def _of_several(value: Iterable[object], language: str) -> tuple[LinePart, ...]:
    return tuple(part for one in value for part in parts(one, language))


@parts.register
def _of_value(value: Value, language: str) -> tuple[LinePart, ...]:
    led = _leads_to(value)
    return (_of_part(value, led[0], language),) if led else (LinePart(said(value)),)


def _leads_to(value: Value) -> list[Record]:
    links = [field.name for field in fields_of(type(value)) if field.shape is Shape.LINK and not field.many]
    return [led for name in links if (led := getattr(value, name)) is not None]


def _of_part(value: Value, led: Record, language: str) -> LinePart:
    """Return a part of a record: the record to which it leads first, the rest in brackets."""
    held = ((part, getattr(value, part.name)) for part in fields_of(type(value)))
    told = [listed(one, language) if part.words and one else one for part, one in held]
    rest = [", ".join(str(part) for part in parts(one, language)) for one in told if one is not None and one is not led]
    return LinePart(", ".join([label(led, language), *rest]), led.id)
