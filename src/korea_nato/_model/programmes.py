"""Partnership programmes and the areas of cooperation that they name."""

from collections import Counter
from typing import ClassVar

from attr import field

from korea_nato._model.actors import Actor, Place
from korea_nato._model.collection import Records
from korea_nato._model.record import STAR, Record, described, look_up, words
from korea_nato._model.texts import Text
from korea_nato._model.values import Value, When
from korea_nato.errors import BadValue


@described
class Continuation(Value):
    """How an area goes on from one of an older programme, and whether a source says so."""

    __module__ = "korea_nato"

    area: "Area"
    relation: str = field(metadata=words("relations"))
    basis: str = field(metadata=words("bases"))

    def __str__(self) -> str:
        return f"{self.relation} from {self.area.id} ({self.basis})"


@described
class Area(Record):
    """An area of cooperation; its id is ``programme/area``, its number the place in the programme's list."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "area"

    number: int | None = None
    name: Text = field(metadata=STAR)
    also: tuple[str, ...] = ()
    summary: Text | None = None
    continues: tuple[Continuation, ...] = ()
    matches: tuple["Area", ...] = ()

    @property
    def short_id(self) -> str:
        """The last part of the id, which is unique within its programme."""
        return self.id.rpartition("/")[2]


@described
class Programme(Record):
    """A partnership programme between NATO and a partner, with its areas in order."""

    __module__ = "korea_nato"
    noun: ClassVar[str] = "programme"
    shelf: ClassVar[str] = "programmes"

    name: Text = field(metadata=STAR)
    also: tuple[str, ...] = ()
    acronym: str | None = field(default=None, metadata=STAR)
    partner: Place
    adopted: When | None = field(default=None, metadata=STAR)
    act: str | None = field(default=None, metadata=words("acts", **STAR))
    in_force: When | None = field(default=None, metadata=STAR)
    period_from: When | None = field(default=None, metadata=STAR)
    period_to: When | None = field(default=None, metadata=STAR)
    place: Place | None = field(default=None, metadata=STAR)
    signed_by: tuple[Actor, ...] = field(default=(), metadata=STAR)
    area_count: int | None = field(default=None, metadata=STAR)
    areas_known: str | None = field(default=None, metadata=words("areas-known"))
    binding: bool | None = field(default=None, metadata=STAR)
    renewable: bool | None = field(default=None, metadata=STAR)
    previous: "Programme | None" = field(default=None, metadata=STAR)
    summary: Text
    areas: Records[Area] = Records((), Area)

    def __attrs_post_init__(self) -> None:
        if self.period_from and self.period_to and self.period_to.last_day < self.period_from.first_day:
            raise BadValue(f"'{self.period_to}' is before 'period_from'", "period_to")
        numbers = [area.number for area in self.areas]
        if any(numbers) and numbers != list(range(1, len(numbers) + 1)):
            raise BadValue("the numbers of the areas are not 1, 2, 3 ... in order", "areas")
        for id, times in Counter(area.short_id for area in self.areas).items():
            if times > 1:
                raise BadValue(f"{id!r} is duplicated", "areas")


# The classes are known as those of `korea_nato`, so the names in their annotations are looked up here.
look_up(Continuation, globals())
look_up(Area, globals())
look_up(Programme, globals())
