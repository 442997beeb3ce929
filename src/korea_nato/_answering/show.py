"""A record or a collection with what sources say of it, for a notebook and for a terminal."""

from collections.abc import Iterator
from html import escape
from typing import Any

from attrs import frozen

from korea_nato._evidence.agreement import said
from korea_nato._evidence.claims import Claim, Conflict
from korea_nato._model.collection import Records
from korea_nato._model.fields import fields_of
from korea_nato._model.record import Record
from korea_nato._model.values import Frozen, Text
from korea_nato._query.index import Index

_UNSETTLED = "not settled"
_HIDDEN = {"id", "context", "settled", "formerly", "passages"}


@frozen
class Line:
    """One field of a record: its value in words, the claims on it, and the conflict about it, if any."""

    __module__ = "korea_nato"

    field: str
    value: str
    claims: tuple[Claim, ...] = ()
    conflict: Conflict | None = None


@frozen
class Card:
    """A record as a person reads it: text by ``str``, HTML in a notebook."""

    __module__ = "korea_nato"

    title: str
    lines: tuple[Line, ...]

    def __str__(self) -> str:
        return "\n".join([self.title, *(text for line in self.lines for text in _text(line))])

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        rows = "".join(_html(line) for line in self.lines)
        return f"<h4>{escape(self.title)}</h4><table>{rows}</table>"


@frozen
class Cards:
    """The records of a collection, one card after the other."""

    __module__ = "korea_nato"

    cards: tuple[Card, ...]

    def __str__(self) -> str:
        return "\n\n".join(map(str, self.cards))

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return "".join(card._repr_html_() for card in self.cards)


def show(what: Record | str | Records[Any], index: Index) -> Card | Cards:
    """Return a record (or its id, or a collection) with its claims and conflicts, ready to be read."""
    if isinstance(what, Records):
        return Cards(tuple(card(one, index) for one in what))
    return card(index.record(what), index)


def card(record: Any, index: Index) -> Card:
    """Return the card of one record, claim or conflict."""
    title = f"{record.noun} {record.id}: {record.label}"
    return Card(title, tuple(_lines(record, index)))


def _lines(record: Any, index: Index) -> Iterator[Line]:
    claims = index.claims_about(record.id)
    conflicts = {conflict.field: conflict for conflict in index.conflicts_about(record.id)}
    parts = [part for part in fields_of(type(record)) if part.name not in _HIDDEN]
    for part in parts:
        value = getattr(record, part.name)
        if value not in (part.default, None):
            about = [claim for claim in claims if claim.field.partition(".")[0] == part.name]
            yield Line(part.name, _words(value), tuple(about), conflicts.get(part.name))
    attesting = tuple(claim for claim in claims if claim.field == "attested")
    if attesting:
        yield Line("attested", "yes", attesting)


def _words(value: Any) -> str:
    if isinstance(value, Text):
        return " / ".join(value.values())
    if isinstance(value, Frozen):
        return ", ".join(f"{name}: {part}" for name, part in value.items())
    if isinstance(value, Records):
        return ", ".join(item.id.rpartition("/")[2] for item in value)
    return said(value)


def _text(line: Line) -> Iterator[str]:
    yield f"  {line.field}: {line.value}"
    for claim in line.claims:
        yield f"    {_sign(claim)} {claim.source.id}: “{claim.wording}”{_remark(claim)}"
        yield from (f"        {detail}" for detail in _details(claim))
        if claim.link:
            yield f"        {claim.link}"
    for value, reason in _reasons(line.conflict):
        yield f"    {value}: {reason}" if reason == _UNSETTLED else f"    settled, {value}: {reason}"


def _html(line: Line) -> str:
    claims = "".join(f"<li>{_claim_html(claim)}</li>" for claim in line.claims)
    settled = "".join(f"<li><b>{escape(value)}</b>: {escape(reason)}</li>" for value, reason in _reasons(line.conflict))
    more = f"<ul>{claims}{settled}</ul>" if claims or settled else ""
    return f"<tr><th>{escape(line.field)}</th><td>{escape(line.value)}{more}</td></tr>"


def _claim_html(claim: Claim) -> str:
    words = f"{escape(claim.source.id)}: “{escape(claim.wording)}”"
    linked = f'<a href="{escape(claim.link)}">{words}</a>' if claim.link else words
    details = "".join(f"<br>{escape(detail)}" for detail in _details(claim))
    return f"{_sign(claim)} {linked}{escape(_remark(claim))}{details}"


def _details(claim: Claim) -> Iterator[str]:
    """Yield who said so to the source, what the coder adds, and when it was published."""
    if claim.according_to:
        yield f"according to {', '.join(actor.label for actor in claim.according_to)}"
    if claim.basis != "stated":
        yield f"{claim.basis}, not stated"
    if claim.either:
        yield f"either {' or '.join(claim.either)}"
    if claim.part:
        yield f"states only: {claim.part}"
    if claim.note:
        yield f"note: {claim.note}"
    if claim.source.published:
        yield f"published {claim.source.published}"


def _reasons(conflict: Conflict | None) -> Iterator[tuple[str, str]]:
    """Yield each differing value with the editors' kind and reason."""
    for value in conflict.differing if conflict else ():
        one = conflict.settled.get(value) if conflict else None
        yield value, f"{one.kind}: {one.why}" if one else _UNSETTLED


def _sign(claim: Claim) -> str:
    """Return + for support, ~ for what agrees but supports nothing, ! for what differs."""
    if claim.supports:
        return "+"
    return "~" if claim.agrees or claim.modality != "reported" else "!"


def _remark(claim: Claim) -> str:
    told = "" if claim.agrees else f" says {said(claim.says)}"
    return told + ("" if claim.modality == "reported" else f" ({claim.modality})")
