"""JSON Schemas of values, made from the descriptions of fields."""

from attr import frozen

from korea_nato._dataset import Dataset
from korea_nato._model.fields import Field, Shape, fields_of, starred
from korea_nato._model.kinds import CLAIMABLE
from korea_nato._model.programmes import Area
from korea_nato._model.record import ID, Record
from korea_nato._model.sources import Passage
from korea_nato._model.texts import LANGUAGE
from korea_nato._model.values import Value
from korea_nato._storage.json import Json
from korea_nato.export._descriptions import meaning_of

Schema = dict[str, Json]

# A text begins and ends in something to see, and has no control characters in it.
_TEXT = r"^[^\s\u0000-\u001f\u007f]([^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f])?$"
# Each month has its days; that 29 February needs a leap year is left to the loader.
_MONTHS = r"0[1-9]|1[0-2]"
_DAYS = r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d)"
_DATE = rf"^(?!0000)\d{{4}}(-({_MONTHS}|{_DAYS}))?$"
_QUANTITY = r"^(~|>=|<=)?(0|[1-9]\d*)$"
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
_DEFINED = {
    Shape.TEXT: "text",
    Shape.NUMBER: "number",
    Shape.FLAG: "flag",
    Shape.DATE: "date",
    Shape.QUANTITY: "quantity",
    Shape.LANGUAGES: "languages",
}


@frozen
class Schemas:
    """The schemas of one dataset, whose closed lists and ids they know."""

    dataset: Dataset

    def of(self, field: Field) -> Schema:
        """Return the schema of the values of a field, each held to its list of words or its form."""
        one = self._one(field)
        return several(one) if field.many else one

    def _one(self, field: Field) -> Schema:
        if field.shape in _DEFINED:
            return self._held(field, {"$ref": f"#/$defs/{_DEFINED[field.shape]}"})
        if field.shape is Shape.MAP:
            return self._map(field)
        if field.shape is Shape.SAYS:
            return self.says()
        if field.shape in (Shape.LINK, Shape.ID):
            return self.link(CLAIMABLE if field.kinds == (Record,) else field.kinds)
        return self.object(field.kinds[0], *(["id"] if field.shape is Shape.OWNED else []))

    def _held(self, field: Field, schema: Schema) -> Schema:
        if field.form:
            pattern, noun = field.form
            return {"description": noun, "type": "string", "pattern": f"^({pattern})$"}
        return self._known(field.words) if field.words else schema

    def _known(self, name: str) -> Schema:
        words = self.dataset.store.words(name)
        defined = "\n".join(f"{word}: {definition['en']}" for word, definition in words.items())
        return {"description": defined, "enum": list(words)}

    def _map(self, field: Field) -> Schema:
        assert field.of is not None
        schema = mapping(self.of(field.of), f"^({field.form[0]})$" if field.form else _TEXT)
        return schema | ({"propertyNames": self._known(field.words)} if field.words else {})

    def object(self, kind: type[Value], *named: str) -> Schema:
        """Return the schema of a record or of a part of one; an id only where it stands inside."""
        parts = [field for field in fields_of(kind) if field.name != "id" or named]
        return {
            "type": "object",
            "minProperties": 1,
            "description": meaning_of(kind),
            "properties": {field.key: self.field(field) for field in parts},
            "required": [field.key for field in parts if field.required],
            "additionalProperties": False,
            **({"oneOf": [{"required": [name]} for name in ("about", "either")]} if kind is Passage else {}),
        }

    def field(self, field: Field) -> Schema:
        """Return the schema of a field."""
        if field.name == "id":
            return {"type": "string", "pattern": f"^{ID.pattern}$"}
        return self.of(field) | ({"minItems": 2} if field.name == "either" else {})

    def link(self, kinds: tuple[type[Record], ...]) -> Schema:
        """Return the schema of an id; ids that are there are examples, so that a new one is not an error."""
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
        for kind in CLAIMABLE:
            for field in starred(kind):
                schemas = told.setdefault(field.key, [])
                schema = self.said(field.said)
                schemas += [schema] if schema not in schemas else []
        known = {name: one[0] if len(one) == 1 else {"anyOf": one} for name, one in sorted(told.items())}
        return {"type": "object", "minProperties": 1, "properties": known, "additionalProperties": False}

    def said(self, field: Field) -> Schema:
        """Return the schema of what a source says of a field: one id or text may stand by itself, outside a list."""
        if field.many and field.shape is not Shape.PART:
            return {"anyOf": [self._one(field), self.of(field)]}
        return self.of(field)


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
