"""Anything of a dataset with what sources say of it, as a card for a notebook and for a terminal."""

from operator import attrgetter
from typing import ClassVar, Protocol, runtime_checkable

from korea_nato._answering.card import Card, Cards
from korea_nato._answering.coverage import Coverage
from korea_nato._answering.facts import Line, LinePart, fact_line, heading, lines, parts
from korea_nato._answering.finding import Hit
from korea_nato._answering.wording import LANGUAGES, field_name, kind_name
from korea_nato._evidence.claims import Claim
from korea_nato._evidence.conflicts import Conflict
from korea_nato._model.collection import Records
from korea_nato._model.columns import paths
from korea_nato._model.record import Record
from korea_nato._query.filters import text_of, word_of
from korea_nato._query.index import Index


@runtime_checkable
class Answer(Protocol):
    """One line of an answer, which names what its rows tell."""

    noun: ClassVar[str]
    table: ClassVar[tuple[str, ...]]

    @property
    def id(self) -> str:
        """Its id."""
        ...


def show(what: object, index: Index, language: str) -> Card | Cards:
    """Return a thing of a dataset (or an id, or a collection) with its claims and conflicts, ready to be read."""
    word_of(str(language), LANGUAGES, "language for showing", "language")
    if isinstance(what, Records | tuple | list):
        return Cards(tuple(_card(one, index, language) for one in what))
    return _card(what, index, language)


def _card(what: object, index: Index, language: str) -> Card:
    if isinstance(what, Hit):
        return _card(what.found, index, language)
    if isinstance(what, Claim | Conflict):
        return _of_fact(what, index, language)
    if isinstance(what, Coverage):
        title, *sentences = what.told(language)
        return Card("coverage", title, tuple(Line("", "", (LinePart(one),)) for one in sentences), language)
    if isinstance(what, Answer):
        return _of_answer(what, language)
    said = None if not isinstance(what, str) or index.holds(what) else _fact(what, index)
    if said:
        return _of_fact(said, index, language)
    record = index.record(text_of(what))
    return Card(record.id, _title(record, language), tuple(lines(record, index, language)), language)


def _fact(id: str, index: Index) -> Claim | Conflict | None:
    """Return the claim or the conflict with an id."""
    return index.claims_by_id.get(id) or next((one for one in index.conflicts if one.id == id), None)


def _title(record: Record, language: str) -> str:
    return f"{kind_name(record.noun, language)} {record.id}: {heading(record, language)}"


def _of_fact(what: Claim | Conflict, index: Index, language: str) -> Card:
    """Return the card of a claim or a conflict: the fact, what is said of it, and the editors' reason."""
    record = index.record(what.about)
    on = what.claims if isinstance(what, Conflict) else (what,)
    title = f"{kind_name(what.noun, language)} {what.id}"
    return Card(what.id, title, (fact_line(record, what.field, on, index, language),), language)


def _of_answer(answer: Answer, language: str) -> Card:
    """Return the card of one line of an analysis: its cells."""
    cells = ((name, parts(attrgetter(path)(answer), language)) for name, path in paths(type(answer)))
    told = (Line(name, field_name(name, language), value) for name, value in cells if value)
    return Card(answer.id, f"{answer.noun} {answer.id}", tuple(told), language)
