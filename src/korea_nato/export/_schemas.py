"""JSON Schemas of values, made from the types of fields and from what their metadata say."""

from collections.abc import Mapping
from types import UnionType
from typing import Any, get_args, get_origin

from attrs import NOTHING, Attribute, frozen, resolve_types

from korea_nato._dataset import Dataset
from korea_nato._model.collection import Records
from korea_nato._model.columns import ordered
from korea_nato._model.programmes import Area
from korea_nato._model.record import ID, Record, json_key
from korea_nato._model.sources import Passage
from korea_nato._model.values import LANGUAGE, Frozen, Quantity, Text, When
from korea_nato._query.index import KINDS
from korea_nato.export._descriptions import CLASSES

Schema = dict[str, Any]

# A text begins and ends in something to see, and has no control characters in it.
_TEXT = r"^[^\s\u0000-\u001f\u007f]([^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f])?$"
# Each month has its days; that 29 February needs a leap year is left to the loader.
_MONTHS = r"0[1-9]|1[0-2]"
_DAYS = r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d)"
_DATE = rf"^(?!0000)\d{{4}}(-({_MONTHS}|{_DAYS}))?$"
_QUANTITY = r"^(~|>=|<=)?(0|[1-9]\d*)$"
_CLAIMABLE: tuple[type[Record], ...] = (*KINDS, Area)
_AREA_ID = f"{ID.pattern}/{ID.pattern}"

DEFINITIONS: dict[str, Schema] = {
    "text": {"type": "string", "pattern": _TEXT},
    "number": {"type": "integer", "minimum": 1},
    "flag": {"type": "boolean"},
    "date": {"description": "YYYY, YYYY-MM or YYYY-MM-DD", "type": "string", "pattern": _DATE},
    "quantity": {
        "description": "57, '~60', '>=80' or '<=5'",
        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": _QUANTITY}],
    },
    "languages": {
        "description": "The same words in several languages; English ('en') is always there",
        "type": "object",
        "required": ["en"],
        "propertyNames": {"pattern": f"^({LANGUAGE})$"},
        "additionalProperties": {"$ref": "#/$defs/text"},
    },
}
_DEFINED: dict[Any, str] = {
    str: "text",
    int: "number",
    bool: "flag",
    When: "date",
    Quantity: "quantity",
    Text: "languages",
}


@frozen
class Schemas:
    """The schemas of one dataset, whose closed lists and ids they know."""

    dataset: Dataset

    def of(self, kind: Any) -> Schema:
        """Return the schema of a type, a record standing as its id."""
        if kind in _DEFINED:
            return {"$ref": f"#/$defs/{_DEFINED[kind]}"}
        if isinstance(kind, UnionType):
            kinds = _options(kind)
            return self.of(kinds[0]) if len(kinds) == 1 else self.link(kinds)
        if isinstance(kind, type) and issubclass(kind, Record):
            return self.link((kind,))
        origin, parts = get_origin(kind), get_args(kind)
        if origin is tuple:
            return several(self.of(parts[0]))
        if origin is Frozen:
            return mapping(self.of(parts[0]))
        return several(self.object(parts[0], "id")) if origin is Records else self.object(kind)

    def object(self, kind: Any, *named: str) -> Schema:
        """Return the schema of a record or of a part of one; an id only where it stands inside."""
        parts = [part for part in _resolved(kind) if part.name != "id" or named]
        return {
            "type": "object",
            "minProperties": 1,
            "description": CLASSES[kind.__name__],
            "properties": {json_key(part.name): self.field(part) for part in parts},
            "required": [json_key(part.name) for part in parts if part.default is NOTHING],
            "additionalProperties": False,
            **({"oneOf": [{"required": [name]} for name in ("about", "either")]} if kind is Passage else {}),
        }

    def field(self, part: "Attribute[Any]") -> Schema:
        """Return the schema of a field."""
        if part.name == "id":
            return {"type": "string", "pattern": f"^{ID.pattern}$"}
        if "says" in part.metadata:
            return self.says()
        if "about" in part.metadata:
            return self.link(_CLAIMABLE)
        if "either" in part.metadata:
            return several(self.link(_CLAIMABLE)) | {"minItems": 2}
        if "link" in part.metadata:
            return self.link(get_args(part.metadata["link"]))
        return self.held_to(part.metadata, self.of(part.type))

    def held_to(self, marks: Mapping[str, Any], schema: Schema) -> Schema:
        """Return a schema that also holds a value to the words or the form of its field."""
        if schema.get("type") == "array":
            return schema | {"items": self.held_to(marks, schema["items"])}
        if "form" in marks:
            pattern, noun = marks["form"]
            return {"description": noun, "type": "string", "pattern": f"^({pattern.pattern})$"}
        if "words" not in marks:
            return schema
        words = self.dataset.store.words(marks["words"])
        defined = "\n".join(f"{word}: {definition['en']}" for word, definition in words.items())
        known = {"description": defined, "enum": list(words)}
        return schema | {"propertyNames": known} if schema.get("type") == "object" else known

    def link(self, kinds: tuple[type[Record], ...]) -> Schema:
        """Return the schema of an id; ids that are there are examples, so that a new one is no error."""
        forms = sorted({_AREA_ID if kind is Area else ID.pattern for kind in kinds})
        known = sorted(id for kind in kinds for id in self._ids(kind))
        return {
            "type": "string",
            "pattern": f"^({'|'.join(forms)})$",
            **({"examples": known} if known else {}),
        }

    def _ids(self, kind: type[Record]) -> tuple[str, ...]:
        return self.dataset.areas(context=True).ids if kind is Area else self.dataset.records(kind).ids

    def says(self) -> Schema:
        """Return the schema of what a source says: any field that takes claims, of any kind of record."""
        told: dict[str, list[Schema]] = {}
        for kind in _CLAIMABLE:
            for part in _resolved(kind):
                if part.name in kind.starred():
                    schemas = told.setdefault(json_key(part.name), [])
                    schema = self.held_to(part.metadata, self.said(part.type))
                    schemas += [schema] if schema not in schemas else []
        fields_ = {name: one[0] if len(one) == 1 else {"anyOf": one} for name, one in sorted(told.items())}
        return {"type": "object", "minProperties": 1, "properties": fields_, "additionalProperties": False}

    def said(self, kind: Any) -> Schema:
        """Return the schema of what a source says of a field: names as texts, one id or several for links."""
        if isinstance(kind, UnionType) and len(_options(kind)) == 1:
            return self.said(_options(kind)[0])
        if kind is Text:
            return self.of(str)
        if get_origin(kind) is not tuple:
            return self.of(kind)
        part = get_args(kind)[0]
        if hasattr(part, "mention"):
            return several(self.object(part.mention))
        return {"anyOf": [self.of(part), several(self.of(part))]}


def several(one: Schema) -> Schema:
    """Return the schema of a list that is not empty and has nothing twice."""
    return {"type": "array", "minItems": 1, "uniqueItems": True, "items": one}


def mapping(one: Schema, keys: str = _TEXT) -> Schema:
    """Return the schema of an object with any keys of a form, which is not empty."""
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": keys},
        "additionalProperties": one,
    }


def _options(kind: Any) -> tuple[Any, ...]:
    return tuple(part for part in get_args(kind) if part is not type(None))


def _resolved(kind: Any) -> "list[Attribute[Any]]":
    """Return the fields of a class in order, with the types that stand as text looked up."""
    resolve_types(kind)
    return ordered(kind)
