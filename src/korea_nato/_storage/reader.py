"""Reads a folder that people edit, strictly: cattrs goes over the fields, with a hook for each shape.

Everything that is wrong is told, each with its path; see ``read``.
"""

import re
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from korea_nato._model.collection import Records
from korea_nato._model.fields import Field, Shape, fields_of, starred
from korea_nato._model.once import kept
from korea_nato._model.record import Record
from korea_nato._model.sources import ONE_OF_TWO
from korea_nato._model.texts import Frozen, Text
from korea_nato._storage import strict
from korea_nato._storage.json import Json, filled, object_
from korea_nato._storage.library import Broken, Library, Reading
from korea_nato._storage.problems import WRONG, Problems, each, problems
from korea_nato.errors import BadValue, shown, suggestion

Hook = Callable[[Json, object], Any]
_reading: ContextVar[Reading] = ContextVar("reading")


def read(field: Field, raw: object, library: Library, owner: str = "") -> tuple[Any, Problems]:
    """Return what a JSON value describes, or None with (path, problem) for all that is wrong.

    ``owner`` is the id of the record, which files do not repeat; for any other value it is empty.
    """
    if owner and isinstance(raw, dict):
        if "id" in raw:
            return None, [("id", "the file's name is the id, and is not repeated inside")]
        raw = {**raw, "id": owner}
    try:
        return _during(Reading(owner, library), _hook(field), raw), []
    except WRONG as error:
        return None, list(problems(error))


def _during(now: Reading, hook: Hook, raw: object) -> Any:
    """Return what a hook makes of a value; all that it asks goes to this reading."""
    before = _reading.set(now)
    try:
        return hook(raw, None)
    finally:
        _reading.reset(before)


@kept
def _hook(field: Field) -> Hook:
    """Return what reads the values of a field, one or many."""
    hook = _one(field)
    if not field.many:
        return hook
    if field.shape is Shape.OWNED:
        return lambda value, _: Records(_each(strict.list_(value), hook), field.kinds[0])
    return lambda value, _: tuple(_each(strict.distinct(value), hook))


def _each(values: list[Json], hook: Hook) -> list[Any]:
    return each(enumerate(values), lambda _, one: hook(one, None))


def _one(field: Field) -> Hook:
    """Return what reads one value of a field, held to its list of words or its form; a map holds its keys to them."""
    if field.shape is Shape.MAP:
        return _map(field)
    return _held(_SHAPES[field.shape](field), field)


def _held(hook: Hook, field: Field) -> Hook:
    if field.words:
        return lambda value, kind: _word(hook(value, kind), str(field.words))
    if field.form:
        pattern, noun = re.compile(field.form[0], re.ASCII), field.form[1]
        return lambda value, kind: strict.formed(hook(value, kind), pattern, noun)
    return hook


def _word(word: str, name: str) -> str:
    library = _reading.get().library
    known = library.words(name)
    if word not in known:
        library.require_vocabulary()
        raise BadValue(f"no word {shown(word)} in {name!r}{suggestion(word, known)}")
    return word


def _link(field: Field) -> Hook:
    return lambda value, _: _reading.get().library.find(field.kinds, strict.string(value))


def _id(field: Field) -> Hook:
    def checked(value: object, _: object) -> str:
        id = strict.string(value)
        library = _reading.get().library
        if field.kinds == (Record,):
            library.claimable(id)
            return id
        return library.find(field.kinds, id).id

    return checked


def _part(field: Field) -> Hook:
    (kind,) = field.kinds
    fill = _filler(kind)
    if any(part.shape is Shape.SAYS for part in fields_of(kind)):
        return lambda value, _: _passage(object_(value), fill)
    return lambda value, _: fill(object_(value), None)


@kept
def _filler(kind: type[object]) -> Hook:
    """Return what cattrs makes of the fields of a class."""
    hooks: dict[str, Any] = {part.name: override(struct_hook=_hook(part), rename=part.key) for part in fields_of(kind)}
    fill: Hook = make_dict_structure_fn(kind, _CONVERTER, _cattrs_forbid_extra_keys=True, **hooks)
    return fill


_CONVERTER = Converter()


def _passage(raw: dict[str, Json], fill: Hook) -> object:
    if ("about" in raw) == ("either" in raw):
        raise BadValue(ONE_OF_TWO)
    either = raw.get("either")
    about = (raw["about"],) if "about" in raw else tuple(either) if isinstance(either, list) else ()
    now = _reading.get()
    passage = _during(Reading(now.owner, now.library, about), fill, raw)
    if passage.either and len(set(map(now.library.claimable, passage.either))) > 1:
        raise BadValue("the records are not of one kind", "either")
    return passage


def _owned(field: Field) -> Hook:
    """Return what reads a record inside its owner, whose id begins with the owner's."""
    (kind,) = field.kinds

    def structure(value: object, _: object) -> object:
        raw = object_(value)
        full = {"id": _full_id(raw["id"])} if "id" in raw else {}
        return _filler(kind)({**raw, **full}, None)

    return structure


def _full_id(last_part: object) -> str:
    try:
        return f"{_reading.get().owner}/{strict.id_(last_part)}"
    except BadValue as error:
        raise BadValue(error.problem, "id") from None


def _map(field: Field) -> Hook:
    assert field.of is not None
    hook = _hook(field.of)
    key = _held(strict.string, field)
    return lambda value, _: Frozen(_pairs(value, key, hook))


def _languages(_: Field) -> Hook:
    return lambda value, _: Text(_pairs(value, strict.string, strict.string))


def _pairs(value: object, key: Hook, hook: Hook) -> dict[str, Json]:
    return dict(each(filled(value).items(), lambda name, one: (key(name, None), hook(one, None))))


def _says(_: Field) -> Hook:
    return lambda value, _: _told(value)


def _told(value: object) -> tuple[tuple[str, object], ...]:
    now = _reading.get()
    try:
        kind = now.library.claimable(str(now.about[0]))
    except (BadValue, IndexError):
        raise Broken from None
    known = _sayings(kind)
    told = each(filled(value).items(), lambda name, one: _said(kind, known, name, one))
    return tuple([pair for pairs in told for pair in pairs])


def _said(kind: type[Record], known: dict[str, Hook], name: str, value: object) -> list[tuple[str, object]]:
    if name not in known:
        taken = name in [field.key for field in fields_of(kind)]
        raise BadValue(
            f"this field of {kind.noun}s takes no claims" if taken else f"no such field{suggestion(name, known)}"
        )
    told = known[name](value, None)
    if isinstance(told, Frozen):
        return [(f"{name}.{word}", one) for word, one in told.items()]
    return [(name, told)]


@kept
def _sayings(kind: type[Record]) -> dict[str, Hook]:
    """Return what reads the values that a source says, by the key of each field that takes claims."""
    return {field.key: _one_or_many(field.said) for field in starred(kind)}


def _one_or_many(field: Field) -> Hook:
    """Return what reads a field of which one id or text may stand by itself, outside a list."""
    several, one = _hook(field), _hook(field._replace(many=False))
    if not field.many or field.shape is Shape.PART:
        return several
    return lambda value, kind: (one(value, kind),) if isinstance(value, str) else several(value, kind)


_SHAPES: dict[Shape, Callable[[Field], Hook]] = {
    Shape.TEXT: lambda field: strict.verbatim if field.verbatim else strict.string,
    Shape.NUMBER: lambda _: strict.count,
    Shape.FLAG: lambda _: strict.flag,
    Shape.DATE: lambda _: strict.when,
    Shape.QUANTITY: lambda _: strict.quantity,
    Shape.LANGUAGES: _languages,
    Shape.LINK: _link,
    Shape.ID: _id,
    Shape.PART: _part,
    Shape.OWNED: _owned,
    Shape.SAYS: _says,
}
