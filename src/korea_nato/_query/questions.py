"""What the arguments of a question mean: the record with an id, or a word that is known."""

from typing import TypeVar

from attrs import frozen

from korea_nato._model.actors import Organisation, Person
from korea_nato._model.programmes import Area
from korea_nato._model.record import Record
from korea_nato._query.filters import text_of, word_of
from korea_nato._query.index import Index
from korea_nato.errors import NoSuchRecord

R = TypeVar("R", bound=Record)


@frozen
class Arguments:
    """Finds in an index what an argument means; None means nothing, and what is not there is an error."""

    index: Index

    def one(self, kind: type[R], value: Record | str | None) -> R | None:
        """Return the record of a kind that an argument means."""
        return None if value is None else self.index.records(kind)[text_of(value, kind.noun)]

    def area(self, value: Area | str | None) -> Area | None:
        """Return the area that an argument means; without its programme, it is one of the ITPP."""
        if value is None:
            return None
        id = text_of(value, "area")
        id = id if "/" in id else f"itpp/{id}"
        if id not in self.index.areas:
            raise NoSuchRecord("area", id, self.index.areas)
        return self.index.areas[id]

    def actor(self, value: Person | Organisation | str | None) -> Person | Organisation | None:
        """Return the person or organisation that an argument means."""
        if value is None:
            return None
        id = text_of(value, "speaker")
        people, organisations = self.index.records(Person), self.index.records(Organisation)
        found = people.get(id) or organisations.get(id)
        if found is None:
            raise NoSuchRecord("person or organisation", id, [*people.ids, *organisations.ids])
        return found

    def word(self, name: str, word: str | None) -> str | None:
        """Return a word that must be on a list of the vocabulary."""
        noun = {"event-statuses": "event status"}.get(name, name.replace("-", " ").removesuffix("s"))
        return word_of(word, self.index.store.words(name), noun, noun)

    def language(self, language: str | None) -> str | None:
        """Return a language tag in which there must be a source."""
        return word_of(language, self.index.languages, "source in the language", "language")

    def field(self, field: str | None) -> str | None:
        """Return the name of a field on which there must be claims."""
        return word_of(field, self.index.claimed, "field with claims", "field")
