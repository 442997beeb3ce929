"""A record as a person reads it: text for a terminal, HTML for a notebook."""

from collections.abc import Collection, Iterator

from attr import frozen

from korea_nato._answering.facts import Line, LinePart, label
from korea_nato._answering.screen import width, wrapped
from korea_nato._answering.wording import words
from korea_nato._evidence.claims import Claim
from korea_nato._model.columns import said
from korea_nato._model.forms import ROWS
from korea_nato._model.html import LEFT, escaped, is_address, link
from korea_nato._model.listed import listed
from korea_nato._model.record import Settlement

# More claims than these are folded away in a notebook; so are more cards.
_OPEN = 3


@frozen
class Card:
    """What is held of one thing and who says so: text by ``str``, HTML in a notebook."""

    __module__ = "korea_nato"

    id: str
    title: str
    lines: tuple[Line, ...]
    language: str = "en"

    def __str__(self) -> str:
        edge = width()
        told = [self.title, *(text for line in self.lines for text in _text(line, self.language))]
        return "\n".join(wrapped(text, edge) for text in told)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return f'<h4 id="{escaped(self.id)}">{escaped(self.title)}</h4>{self.table({self.id})}'

    def table(self, there: Collection[str]) -> str:
        """Return the lines as a table of HTML, with links to the cards that are on the same page."""
        rows = "".join(_row(line, self.language, there) for line in self.lines)
        return f"<table>{rows}</table>"


@frozen
class Cards:
    """The cards of a collection, one after the other; in a notebook folded, and no more than a screen of them."""

    __module__ = "korea_nato"

    cards: tuple[Card, ...]

    def __str__(self) -> str:
        return "\n\n".join(map(str, self.cards))

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        first = self.cards[:ROWS]
        there = {card.id for card in first}
        unfolded = " open" if len(self.cards) <= _OPEN else ""
        told = "".join(
            f'<details id="{escaped(card.id)}"{unfolded}><summary>{escaped(card.title)}</summary>'
            f"{card.table(there)}</details>"
            for card in first
        )
        left = len(self.cards) - len(first)
        return told + (f"<p>{left} more: <code>show(...[{ROWS}:])</code></p>" if left else "")


def _text(line: Line, language: str) -> Iterator[str]:
    yield from _value(line)
    for claim in line.claims:
        yield f"    {_sign(claim)} {claim.source.id}: “{claim.wording}”{_remark(claim, language)}"
        yield from (f"        {detail}" for detail in _details(claim, language))
        if claim.link:
            yield f"        {claim.link}"
    yield from (f"    {value}: {reason}" for value, reason in _reasons(line, language))


def _value(line: Line) -> Iterator[str]:
    """Yield the name and the value of a line; a long list has a line for each of its parts."""
    if len(line.parts) > _OPEN:
        yield f"  {line.name}:"
        yield from (f"    {part}" for part in line.parts)
    else:
        yield f"  {line.name}: {line.value}" if line.name else f"  {line.value}"


def _row(line: Line, language: str, there: Collection[str]) -> str:
    reasons = "".join(f"<li><b>{escaped(value)}</b>: {escaped(why)}</li>" for value, why in _reasons(line, language))
    more = _claims(line, language) + (f"<ul>{reasons}</ul>" if reasons else "")
    name = f'<th style="{LEFT}">{escaped(line.name)}</th>'
    return f'<tr>{name}<td style="{LEFT}">{_parts(line, there)}{more}</td></tr>'


def _parts(line: Line, there: Collection[str]) -> str:
    """Return the value of a line; a long list is folded."""
    told = [_part(part, there) for part in line.parts]
    if len(told) <= _OPEN:
        return "; ".join(told)
    below = "<br>".join(told)
    return below if len(told) <= ROWS else f"<details><summary>{len(told)}</summary>{below}</details>"


def _part(part: LinePart, there: Collection[str]) -> str:
    told = escaped(str(part))
    if is_address(part.words):
        return link(part.words, part.words)
    return f'<a href="#{escaped(part.id)}">{told}</a>' if part.id in there else told


def _claims(line: Line, language: str) -> str:
    """Return the claims on a field as a list, folded where it is long."""
    if not line.claims:
        return ""
    told = f"<ul>{''.join(f'<li>{_claim(claim, language)}</li>' for claim in line.claims)}</ul>"
    if len(line.claims) <= _OPEN:
        return told
    signs = [_sign(claim) for claim in line.claims]
    counted = ", ".join(f"{signs.count(sign)} {sign}" for sign in "+~!" if sign in signs)
    summary = f"{len(line.claims)} {words(language)['claims']}: {counted}"
    return f"<details><summary>{escaped(summary)}</summary>{told}</details>"


def _claim(claim: Claim, language: str) -> str:
    told = f"{claim.source.id}: “{claim.wording}”"
    linked = link(claim.link, told) if claim.link else escaped(told)
    details = "".join(f"<br>{escaped(detail)}" for detail in _details(claim, language))
    return f"{_sign(claim)} {linked}{escaped(_remark(claim, language))}{details}"


def _details(claim: Claim, language: str) -> Iterator[str]:
    """Yield who said so to the source, what the coder adds, and when it was published."""
    word = words(language)
    if claim.according_to:
        yield f"{word['according_to']} {', '.join(label(actor, language) for actor in claim.according_to)}"
    if claim.basis != "stated":
        yield word["inferred"]
    if claim.either:
        yield f"{word['either']}: {', '.join(claim.either)}"
    if claim.part:
        yield f"{word['part']}: {claim.part}"
    if claim.note:
        yield f"{word['note'].lower()}: {claim.note}"
    if claim.source.published:
        yield f"{word['published']} {claim.source.published}"


def _reasons(line: Line, language: str) -> Iterator[tuple[str, str]]:
    """Yield each value of these claims that differs, with the editors' kind and reason, or that they gave none."""
    if line.conflict is None:
        return
    values = {value for claim in line.claims for value in (*claim.differing, said(claim.says))}
    for value in filter(values.__contains__, line.conflict.differing):
        yield value, _reason(line.conflict.settled.get(value), language)


def _reason(settled: Settlement | None, language: str) -> str:
    word = words(language)
    if settled is None:
        return word["unsettled"]
    return f"{word['settled_as']}, {listed(settled.kind, language)}: {settled.why.best(language)}"


def _sign(claim: Claim) -> str:
    """Return + for support, ~ for what agrees without supporting, ! for what differs."""
    if claim.supports:
        return "+"
    return "~" if claim.agrees or claim.modality != "reported" else "!"


def _remark(claim: Claim, language: str) -> str:
    told = "" if claim.agrees else f" {words(language)['says']} {said(claim.says)}"
    return told + ("" if claim.modality == "reported" else f" ({words(language)[claim.modality]})")
