"""Looking through everything at once: records by their texts, statements by who spoke, claims by their words."""

from collections.abc import Iterator
from typing import ClassVar

from attr import frozen

from korea_nato._evidence.claims import Claim
from korea_nato._model.collection import Records
from korea_nato._model.events import Statement
from korea_nato._model.record import Record, described
from korea_nato._model.search import Sought, look_for, rank, texts
from korea_nato._model.texts import Text
from korea_nato._model.values import Value
from korea_nato._query.index import Index

# A statement that is found by its speaker, and a claim, come after what has the words itself.
_BY_SPEAKER, _BY_WORDING = 4, 5


@described
class Hit(Value):
    """What was found: a record or a claim, with its kind and what a person would call it."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "hit"
    table: ClassVar[tuple[str, ...]] = ("kind", "id", "title")

    found: Record | Claim

    @property
    def id(self) -> str:
        """The id of what was found."""
        return self.found.id

    @property
    def kind(self) -> str:
        """The kind of what was found: event, person, claim ..."""
        return self.found.noun

    @property
    def title(self) -> Text:
        """What a person would call it, in English and Korean; the title or the words of a source as they stand."""
        named: Text | str = getattr(self.found, self.found.named_by)
        return named if isinstance(named, Text) else Text({"en": named})

    @property
    def label(self) -> str:
        """What a person would call it."""
        return self.found.label


def search(text: str, index: Index) -> Records[Hit]:
    """Return all that has these words, in any language, what bears them as its name first."""
    words = look_for(text)
    ranked = sorted(_ranked(words, index), key=lambda pair: pair[0])
    return Records((Hit(found=found) for _, found in ranked), Hit)


def _ranked(words: tuple[Sought, ...], index: Index) -> Iterator[tuple[int, Record | Claim]]:
    for record in index.everything:
        place = rank(record, words)
        if place is None and isinstance(record, Statement):
            place = _by_speaker(record, words)
        if place is not None:
            yield place, record
    for claim in index.claims:
        if rank(claim, words) is not None:
            yield _BY_WORDING, claim


@frozen
class _Spoken:
    """The texts of a statement with the names of its speakers among them."""

    summary: tuple[str, ...]


def _by_speaker(statement: Statement, words: tuple[Sought, ...]) -> int | None:
    said: object = _Spoken((*texts(statement), *(name for one in statement.speakers for name in texts(one))))
    return None if rank(said, words) is None else _BY_SPEAKER
