"""What changed from one dataset to another: records, facts and claims."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from korea_nato._evidence.claims import Claim
from korea_nato._model.collection import Records
from korea_nato._model.columns import said
from korea_nato._model.fields import Shape, fields_of
from korea_nato._model.forms import readable
from korea_nato._model.record import Record, described
from korea_nato._model.sources import Passage
from korea_nato._model.texts import Text
from korea_nato._model.values import Value, plain
from korea_nato._query.index import Index

# What of a passage makes its claim another one, and so stands in the claim's id.
_IDENTITY = ("about", "says", "wording")


@described
class Difference(Value):
    """What is otherwise in the new dataset: a record, a fact or a claim that was added, removed or changed.

    ``of`` is ``record``, ``fact`` or ``claim``; ``old`` and ``new`` are the values in words, None where there was none.
    """

    __module__ = "korea_nato"
    noun: ClassVar[str] = "difference"
    table: ClassVar[tuple[str, ...]] = ("of", "change", "about", "field", "old", "new", "id")

    id: str
    of: str
    about: str
    field: str | None = None
    old: str | None = None
    new: str | None = None

    @property
    def change(self) -> str:
        """What happened: added, removed or changed."""
        return "added" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def label(self) -> str:
        """Of what, and from which value to which."""
        return f"{self.id}: {self.old} -> {self.new}"

    def __repr__(self) -> str:
        return f"<Difference {self.of} {self.label}>"


def differences(old: Index, new: Index) -> Records[Difference]:
    """Return what changed, record by record: the record itself, its facts, and the claims about it."""
    found = [*_of_records(old, new), *_of_claims(old, new)]
    return Records(sorted(found, key=lambda one: (one.about, one.of != "record", one.of, one.id)), Difference)


def _of_records(old: Index, new: Index) -> Iterator[Difference]:
    before, after = ({record.id: record for record in index.everything} for index in (old, new))
    renamed = {former: record for record in after.values() for former in record.formerly if former in before}
    moved = {record.id: before[former] for former, record in renamed.items() if record.id not in before}
    for id in sorted(before.keys() - after.keys() - renamed.keys()):
        yield Difference(id=id, of="record", about=id, old=before[id].label)
    for id, record in sorted(after.items()):
        was = before.get(id) or moved.get(id)
        if was is None:
            yield Difference(id=id, of="record", about=id, new=record.label)
        else:
            yield from _of_facts(was, record)


def _of_facts(was: Record, now: Record) -> Iterator[Difference]:
    """Yield the fields that differ; passages are told as claims, areas as records."""
    for field in fields_of(type(now)):
        if field.name == "passages" or field.shape is Shape.OWNED:
            continue
        old, new = _words(getattr(was, field.name, None)), _words(getattr(now, field.name))
        if old != new:
            yield Difference(id=f"{now.id}.{field.key}", of="fact", about=now.id, field=field.key, old=old, new=new)


def _of_claims(old: Index, new: Index) -> Iterator[Difference]:
    before, after = old.claims_by_id, new.claims_by_id
    for id in sorted(before.keys() | after.keys()):
        told = _told(before.get(id), after.get(id))
        if told != (None, None):
            claim = after.get(id) or before[id]
            yield Difference(id=id, of="claim", about=claim.about, field=claim.field, old=told[0], new=told[1])


def _told(was: Claim | None, now: Claim | None) -> tuple[str | None, str | None]:
    """Return the values of a claim that is in one dataset only, or what changed beside its value."""
    if was is None or now is None:
        return said(was.says) if was else None, said(now.says) if now else None
    of_passage = {field.name for field in fields_of(Passage)}.difference(_IDENTITY)
    names = [*(name for name in Claim.table if name in of_passage), "differing", "supports"]
    pairs = [(name, _words(getattr(was, name)), _words(getattr(now, name))) for name in names]
    changed = [pair for pair in pairs if pair[1] != pair[2]]
    if not changed:
        return None, None
    return _list(f"{name}: {old}" for name, old, _ in changed), _list(f"{name}: {new}" for name, _, new in changed)


def _list(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _words(value: object) -> str | None:
    """Return a value in words, texts in every language, or None where it is absent."""
    if isinstance(value, Text):
        return " / ".join(value.values())
    if value in (None, ()) or value == {}:
        return None
    inside = value.id if isinstance(value, Record) else plain(value)
    return _list(map(_part, inside)) if isinstance(inside, list) else _part(inside)


def _part(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_part(one)}" for name, one in value.items())
    return readable(value)
