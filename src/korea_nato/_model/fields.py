"""The one description of a field, made from its annotation and its marks.

Reader, writer, tables, schemas, graphs and checks go by it; no other module looks at annotations or marks.
"""

from collections.abc import Collection, Mapping
from enum import Enum
from types import UnionType
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin, get_type_hints

from attr import NOTHING, Attribute, fields

from korea_nato._model.once import kept
from korea_nato._model.record import Record, json_key
from korea_nato._model.texts import Text
from korea_nato._model.values import Quantity, When

# A class of this package with its fields.
Kind: TypeAlias = type[Any]


class Shape(Enum):
    """What one value of a field is."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"
    QUANTITY = "quantity"
    LANGUAGES = "languages"  # the same words in several languages
    LINK = "link"  # a record, which files write as its id
    ID = "id"  # the id of a record, which stays an id, as in what sources say
    PART = "part"  # a value with fields of its own
    OWNED = "owned"  # a record inside its owner
    MAP = "map"  # values by words
    SAYS = "says"  # values by the fields of another record


_SCALARS = {
    str: Shape.TEXT,
    int: Shape.NUMBER,
    bool: Shape.FLAG,
    When: Shape.DATE,
    Quantity: Shape.QUANTITY,
    Text: Shape.LANGUAGES,
}


class Field(NamedTuple):
    """What a field is: the shape of its values, how many there are, what they lead to and are held to.

    ``kinds`` are the classes of a link or a part: several where it may lead to records of several kinds, and
    ``Record`` where it may lead to any. ``of`` describes the values of a map. ``words`` is the list of the
    vocabulary, ``form`` the pattern and the noun for it, that hold a text or the keys of a map.
    A ``verbatim`` text is letter by letter that of its source.
    """

    shape: Shape
    many: bool = False
    kinds: tuple[Kind, ...] = ()
    of: "Field | None" = None
    name: str = ""
    required: bool = False
    default: object = None
    words: str | None = None
    form: tuple[str, str] | None = None
    claims: bool = False
    verbatim: bool = False

    @property
    def key(self) -> str:
        """Its key in JSON and its name in tables."""
        return json_key(self.name)

    @property
    def said(self) -> "Field":
        """What a source says of it: a name in one language, a link as an id, a part as a source mentions it."""
        if self.shape is Shape.LANGUAGES:
            return self._replace(shape=Shape.TEXT)
        if self.shape is Shape.LINK:
            return self._replace(shape=Shape.ID)
        mentions = tuple(getattr(kind, "mention", kind) for kind in self.kinds)
        return self._replace(kinds=mentions) if self.shape is Shape.PART else self


@kept
def fields_of(kind: Kind) -> tuple[Field, ...]:
    """Return the fields of a class: the id, its own, then those that all records share."""
    shared = {part.name for part in fields(Record)} - {"id"} if issubclass(kind, Record) else set()
    told = [part for part in fields(kind) if not part.name.startswith("_")]
    parts = sorted(told, key=lambda part: (part.name in shared, part.name != "id"))
    return tuple(map(_field, parts))


@kept
def found_at(kind: Kind, path: str) -> Field:
    """Return the description of what is found at a path from a class: of fields, and of properties."""
    name, _, rest = path.partition(".")
    field = next((field for field in fields_of(kind) if field.name == name), None) or _property(kind, name)
    return found_at(field.kinds[0], rest) if rest else field


def _property(kind: Kind, name: str) -> Field:
    """Return the description of a property: what its annotation says that it returns."""
    return shape_of(get_type_hints(getattr(kind, name).fget)["return"])._replace(name=name)


@kept
def shape_of(kind: Any) -> Field:
    """Return what an annotation says: a field without a name."""
    if kind in _SCALARS:
        return Field(shape=_SCALARS[kind])
    if isinstance(kind, UnionType):
        options = tuple(one for one in get_args(kind) if one is not type(None))
        return shape_of(options[0]) if len(options) == 1 else Field(shape=Shape.LINK, kinds=options)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is tuple:
        return shape_of(inside[0])._replace(many=True)
    if origin and issubclass(origin, Mapping):
        return Field(shape=Shape.MAP, of=shape_of(inside[0]))
    if origin and issubclass(origin, Collection):
        return Field(shape=Shape.OWNED, many=True, kinds=inside)
    return Field(shape=Shape.LINK if issubclass(kind, Record) else Shape.PART, kinds=(kind,))


@kept
def part_of(kind: Kind) -> Field:
    """Return the description of a value of a class with all its fields, and so of a whole record."""
    return Field(shape=Shape.PART, kinds=(kind,))


def _field(part: "Attribute[Any]") -> Field:
    marks = part.metadata
    found = Field(shape=Shape.SAYS) if "says" in marks else _named(part) if "names" in marks else shape_of(part.type)
    return found._replace(
        name=part.name,
        required=part.default is NOTHING,
        default=None if part.default is NOTHING else part.default,
        words=marks.get("words"),
        form=marks.get("form"),
        claims=bool(marks.get("claims")),
        verbatim=bool(marks.get("verbatim")),
    )


def _named(part: "Attribute[Any]") -> Field:
    """Return a field that holds ids: its annotation is a text, its mark the records that they name."""
    kinds = part.metadata["names"]
    return shape_of(part.type)._replace(shape=Shape.ID, kinds=get_args(kinds) or (kinds,))


@kept
def starred(kind: Kind) -> tuple[Field, ...]:
    """Return the fields of a class that take claims."""
    return tuple(field for field in fields_of(kind) if field.claims)
