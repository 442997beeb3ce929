"""How cattrs reads each type: a hook a kind of value, all of them strict."""

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin

from attrs import Attribute, fields, resolve_types
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from korea_nato._model.collection import Records
from korea_nato._model.once import locked
from korea_nato._model.record import Record, json_key
from korea_nato._model.values import Frozen, Quantity, Text, Value, When
from korea_nato._storage import strict as _strict
from korea_nato._storage.strict import Broken, Hook
from korea_nato.errors import BadValue, shown, suggestion


@locked
@cache
def reader(kind: Any) -> Hook:
    """Return the hook that reads a record, or a part of one, field by field."""
    parts = _resolved(kind)
    hooks: dict[str, Any] = {
        part.name: override(struct_hook=_checked(hook_for(part.type), part), rename=json_key(part.name))
        for part in parts
    }
    fill = make_dict_structure_fn(kind, _converter(), _cattrs_forbid_extra_keys=True, **hooks)
    if any("says" in part.metadata for part in parts):
        return lambda value, _: _strict.about(_records_of(value), lambda: fill(value, kind))
    return lambda value, _: fill(_strict.object_(value), kind)


@locked
@cache
def _converter() -> Converter:
    converter = Converter()
    scalars: dict[type[Any], Hook] = {
        str: _strict.string,
        int: _strict.count,
        bool: _strict.flag,
        When: _strict.when,
        Quantity: _strict.quantity,
    }
    for kind, hook in scalars.items():
        converter.register_structure_hook(kind, hook)
    for predicate, factory in (
        (_is_part, lambda kind: reader(kind)),
        (_is_record, lambda kind: _link((kind,))),
        (lambda kind: isinstance(kind, UnionType), _optional),
        (lambda kind: _origin(kind) is Records, _owned),
        (lambda kind: _origin(kind) is tuple, _tuple),
        (lambda kind: kind is Text or _origin(kind) is Frozen, _mapping),
    ):
        converter.register_structure_hook_factory(predicate, factory)
    return converter


def hook_for(kind: Any) -> Hook:
    """Return the hook that reads a type, a record standing as its id."""
    hook: Hook = _converter().get_structure_hook(kind)
    return hook


def _origin(kind: Any) -> Any:
    return get_origin(kind)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Value) and kind not in (When, Quantity)


def _resolved(kind: type[Any]) -> tuple["Attribute[Any]", ...]:
    """Return the fields of a class, with the types that stand as text looked up (which is slow)."""
    parts: tuple[Attribute[Any], ...] = fields(kind)
    if any(isinstance(part.type, str) for part in parts):
        resolve_types(kind)
        parts = fields(kind)
    return parts


def _checked(hook: Hook, part: "Attribute[Any]") -> Hook:
    """Return a hook that also holds a value to what its field's metadata say."""
    marks = part.metadata
    own = {"says": _says, "about": _about, "either": _either}
    for name in own.keys() & marks:
        return own[name]
    if "link" in marks:
        return _claim(marks["link"])
    if "words" in marks:
        return lambda value, kind: _strict.worded(hook(value, kind), marks["words"])
    if "form" in marks:
        return lambda value, kind: _strict.formed(hook(value, kind), *marks["form"])
    return hook


def _link(kinds: tuple[type[Record], ...]) -> Hook:
    return lambda value, _: _strict.reading.get().library.find(kinds, _strict.string(value))


def _optional(kind: Any) -> Hook:
    kinds = tuple(part for part in get_args(kind) if part is not type(None))
    return hook_for(kinds[0]) if len(kinds) == 1 else _link(kinds)


def _tuple(kind: Any) -> Hook:
    return _many(get_args(kind)[0])


def _many(part: Any) -> Hook:
    hook = hook_for(part)
    return lambda value, _: _distinct(_strict.list_(value), lambda one: hook(one, part))


def _distinct(raw: list[Any], hook: Callable[[Any], Any]) -> tuple[Any, ...]:
    for place, value in enumerate(raw):
        if value in raw[:place]:
            raise BadValue(f"{shown(value)} stands twice")
    return tuple(_strict.each(enumerate(raw), lambda _, one: hook(one)))


def _mapping(kind: Any) -> Hook:
    make, part = (Text, str) if kind is Text else (Frozen, get_args(kind)[0])
    hook = hook_for(part)

    def structure(value: object, _: object) -> Any:
        pairs = _strict.filled(value).items()
        return make(dict(_strict.each(pairs, lambda name, one: (_strict.string(name), hook(one, part)))))

    return structure


def _owned(kind: Any) -> Hook:
    """Return the hook for records that stand inside their owner, whose ids begin with the owner's."""
    part = get_args(kind)[0]

    def structure(_: int, value: object) -> Any:
        raw = _strict.object_(value)
        full = {"id": _full_id(raw["id"])} if "id" in raw else {}
        return reader(part)({**raw, **full}, part)

    return lambda value, _: Records(_strict.each(enumerate(_strict.list_(value)), structure), part)


def _full_id(last_part: object) -> str:
    try:
        return f"{_strict.reading.get().owner}/{_strict.id_(last_part)}"
    except BadValue as error:
        raise BadValue(error.problem, "id") from None


def _about(value: object, _: object) -> str:
    named = _strict.string(value)
    _strict.reading.get().library.claimable(named)
    return named


def _records_of(passage: object) -> list[Any]:
    """Return the ids that a passage names, whatever they are."""
    raw = _strict.object_(passage)
    if ("about" in raw) == ("either" in raw):
        raise BadValue("needs 'about' or 'either', and not both")
    either = raw.get("either")
    return [*([raw["about"]] if "about" in raw else []), *(either if isinstance(either, list) else [])]


def _either(value: object, _: object) -> tuple[str, ...]:
    """Return the ids of the records of which one is meant: they are of one kind."""
    named: tuple[str, ...] = _distinct(_strict.list_(value), lambda one: _about(one, None))
    kinds = {_strict.reading.get().library.claimable(one) for one in named}
    if len(kinds) > 1:
        raise BadValue("the records are not of one kind")
    return named


def _says(value: object, _: object) -> tuple[tuple[str, Any], ...]:
    now = _strict.reading.get()
    if not isinstance(now.about, list) or not now.about:
        raise Broken
    try:
        kind = now.library.claimable(str(now.about[0]))
    except BadValue:
        raise Broken from None
    told = _strict.each(_strict.filled(value).items(), lambda name, one: _said(kind, name, one))
    return tuple(pair for pairs in told for pair in pairs)


def _said(kind: Any, name: str, value: object) -> list[tuple[str, Any]]:
    hook = _claim_hooks(kind).get(name)
    if hook is None:
        taken = name in [json_key(part.name) for part in fields(kind)]
        near = suggestion(name, _claim_hooks(kind))
        raise BadValue(f"this field of {kind.noun}s takes no claims" if taken else f"no such field{near}")
    told = hook(value, None)
    if isinstance(told, Frozen):
        return [(f"{name}.{word}", quantity) for word, quantity in told.items()]
    return [(name, told)]


@locked
@cache
def _claim_hooks(kind: Any) -> dict[str, Hook]:
    """Return the hook for what a source says, by the name of each field that takes claims."""
    starred = [part for part in _resolved(kind) if part.name in kind.starred()]
    return {json_key(part.name): _checked(_claim(part.type), part) for part in starred}


def _claim(kind: Any) -> Hook:
    """Return the hook for what a source says of a field: names as texts, links as ids."""
    if isinstance(kind, UnionType):
        kinds = tuple(part for part in get_args(kind) if part is not type(None))
        return _claim(kinds[0]) if len(kinds) == 1 else _id_of(kinds)
    if kind is Text:
        return _strict.string
    if _is_record(kind):
        return _id_of((kind,))
    if _origin(kind) is not tuple:
        return hook_for(kind)
    part = get_args(kind)[0]
    if hasattr(part, "mention"):
        return _many(part.mention)
    return _one_or_many(_claim(part))


def _one_or_many(hook: Hook) -> Hook:
    def structure(value: object, kind: object) -> tuple[Any, ...]:
        if isinstance(value, str):
            return (hook(value, kind),)
        return _distinct(_strict.list_(value), lambda one: hook(one, kind))

    return structure


def _id_of(kinds: tuple[type[Record], ...]) -> Hook:
    link = _link(kinds)
    return lambda value, _: link(value, None).id
