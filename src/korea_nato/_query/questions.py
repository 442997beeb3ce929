"""What the arguments of a question mean: the records with an id or a name, or words that are known."""

from collections.abc import Collection, Iterable
from typing import Any, TypeAlias, TypeVar

from attr import frozen

from korea_nato._model.actors import Actor, Organisation, Person
from korea_nato._model.collection import Records
from korea_nato._model.fields import starred
from korea_nato._model.programmes import Area
from korea_nato._model.record import Record
from korea_nato._query.filters import text_of, word_of
from korea_nato._query.index import Index
from korea_nato.errors import BadValue, NoSuchRecord, quoted

R = TypeVar("R", bound=Record)
# A record, its id or a name of it; or several of these.
Asked: TypeAlias = R | str | Iterable[R | str]
Words: TypeAlias = str | Iterable[str]
_ACTORS: tuple[type[Actor], ...] = (Person, Organisation)


@frozen
class Arguments:
    """Finds in an index what an argument means; None means nothing, and what is not there is an error."""

    index: Index

    def some(self, kind: type[R], value: Asked[R] | None) -> tuple[R, ...] | None:
        """Return the records of a kind that an argument means, each once."""
        if value is None:
            return None
        return tuple(dict.fromkeys(self.one(kind, one) for one in _several(value, kind.noun)))

    def one(self, kind: type[R], value: R | str) -> R:
        """Return the record of a kind that an id or a name means."""
        id = text_of(value, kind.noun)
        found = self.index.records(kind).get(id)
        return found or self.index.names.find(id, (kind,), kind.noun)

    def areas(self, value: Asked[Area] | None) -> tuple[Area, ...] | None:
        """Return the areas that an argument means; without its programme, an id or a name is of the latest one."""
        return None if value is None else tuple(map(self._area, _several(value)))

    def _area(self, value: Area | str) -> Area:
        id = text_of(value, "area")
        if id in self.index.areas:
            return self.index.areas[id]
        latest = self.index.latest_programme
        found = latest.areas.get(id) if latest else None
        return found or self._named_area(id)

    def _named_area(self, name: str) -> Area:
        """Return the area with a name, of the latest programme where that has one that is like it."""
        try:
            return self.index.names_of_latest.find(name, (Area,), "area")
        except NoSuchRecord as error:
            if error.near:
                raise
        return self.index.names.find(name, (Area,), "area")

    def actors(self, value: Asked[Actor] | None) -> tuple[Actor, ...] | None:
        """Return the persons or organisations that an argument means."""
        return None if value is None else tuple(map(self._actor, _several(value)))

    def _actor(self, value: Actor | str) -> Actor:
        id = text_of(value, "speaker")
        found = self.index.records(Person).get(id) or self.index.records(Organisation).get(id)
        return found or self.index.names.find(id, _ACTORS, "person or organisation")

    def words(self, name: str, value: Words | None) -> tuple[str, ...] | None:
        """Return words that must be on a list of the vocabulary."""
        noun = {"event-statuses": "event status"}.get(name, name.replace("-", " ").removesuffix("s"))
        return _known(value, self.index.store.words(name), noun, noun)

    def languages(self, value: Words | None) -> tuple[str, ...] | None:
        """Return language tags in which there must be a source."""
        return _known(value, self.index.languages, "source in the language", "language")

    def fields(self, value: Words | None, record: Record | None) -> tuple[str, ...] | None:
        """Return the names of fields on which there must be claims, or may be where a record is named.

        ``figures`` means every figure.
        """
        known, noun = self.index.claimed_fields, "field with claims"
        if record is not None:
            own = {"attested", *(field.key for field in starred(type(record)))}
            known = own.union(field for field in known if _whole(field) in own)
            noun = f"field of {record.id!r} that takes claims"
        asked = _known(value, known.union(map(_whole, known)), noun, "field")
        return asked and tuple(field for field in sorted(known) if field in asked or _whole(field) in asked)


def _whole(field: str) -> str:
    """Return the field of which a field is a part, or else itself."""
    return field.partition(".")[0]


def _several(value: object, at: str = "") -> Iterable[Any]:
    """Return what stands in a list, a set or a collection; anything else by itself."""
    if not isinstance(value, list | tuple | set | frozenset | Records):
        return (value,)
    if not value:
        raise BadValue(f"{quoted(value)} is empty: leave the filter out", at)
    return value


def _known(value: Words | None, known: Collection[str], noun: str, at: str) -> tuple[str, ...] | None:
    if value is None:
        return None
    found = [word_of(word, known, noun, at) for word in _several(value, at)]
    return tuple(word for word in found if word is not None)
