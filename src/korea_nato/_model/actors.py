"""Who acts, and where: places, organisations, people and their offices."""

from collections.abc import Iterator
from typing import ClassVar

from attr import field

from korea_nato._model.record import SAME_AS, Record, described, look_up, words
from korea_nato._model.texts import Text
from korea_nato._model.values import Value, When
from korea_nato.errors import BadValue


@described
class Place(Record):
    """A country, region, city or site, within a larger one where that is known."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "place"
    shelf: ClassVar[str] = "places.json"

    name: Text
    also: tuple[str, ...] = ()
    same_as: tuple[str, ...] = field(default=(), metadata=SAME_AS)
    kind: str = field(metadata=words("place-kinds"))
    within: "Place | None" = None

    @property
    def country(self) -> "Place | None":
        """The country in which it lies, or itself where it is one."""
        return next((place for place in self.around() if place.kind == "country"), None)

    def around(self) -> "Iterator[Place]":
        """Yield the place itself and all the places that it lies within, the smallest first."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.within


@described
class Organisation(Record):
    """A body that acts, or for which persons act; ``part_of`` is what it belongs to or acts for."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "organisation"
    shelf: ClassVar[str] = "organisations.json"

    name: Text
    also: tuple[str, ...] = ()
    same_as: tuple[str, ...] = field(default=(), metadata=SAME_AS)
    kind: str = field(metadata=words("organisation-kinds"))
    country: Place | None = None
    part_of: "Organisation | None" = None

    def acts_for(self, when: When | None = None) -> "Iterator[Organisation]":
        """Yield the organisation itself and all those of which it is a part, whatever the date."""
        body: Organisation | None = self
        while body is not None:
            yield body
            body = body.part_of


@described
class Office(Value):
    """A post that a person held: the days of its term are absent where no source gives them."""

    __module__ = "korea_nato"

    title: Text
    organisation: Organisation
    from_: When | None = None
    to: When | None = None

    def __attrs_post_init__(self) -> None:
        if self.from_ and self.to and self.to.last_day < self.from_.first_day:
            raise BadValue(f"'{self.to}' is before 'from' ('{self.from_}')", "to")

    def covers(self, when: When | None) -> bool:
        """Return whether the term can include a day of this date; an unknown end is open."""
        if when is None:
            return True
        begun = self.from_ is None or self.from_.first_day <= when.last_day
        return begun and (self.to is None or when.first_day <= self.to.last_day)

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation.label}"


@described
class Person(Record):
    """A person, with the offices held; other spellings of the name are in ``also``."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "person"
    shelf: ClassVar[str] = "people.json"

    name: Text
    also: tuple[str, ...] = ()
    same_as: tuple[str, ...] = field(default=(), metadata=SAME_AS)
    offices: tuple[Office, ...] = ()

    def acts_for(self, when: When | None = None) -> Iterator[Organisation]:
        """Yield the organisations for which the person acts at a date (at any time, where none is given)."""
        for office in self.offices:
            if office.covers(when):
                yield from office.organisation.acts_for()


Actor = Person | Organisation


# The classes are known as those of `korea_nato`, so the names in their annotations are looked up here.
look_up(Place, globals())
look_up(Organisation, globals())
