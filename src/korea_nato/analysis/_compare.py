"""What became of the areas of one programme in another."""

from collections.abc import Iterator

from korea_nato._dataset import Dataset, given
from korea_nato._model.collection import Records
from korea_nato._model.programmes import Area, Programme
from korea_nato.analysis._results import Change
from korea_nato.errors import BadValue

# From the weakest to the strongest: an area that was once renamed and then kept was renamed.
Found = tuple[tuple[str, Area, str], ...]
_STRONGER = ("kept", "renamed", "merged", "split")


def compare(older: Programme | str, newer: Programme | str, *, dataset: Dataset | None = None) -> Records[Change]:
    """Return what became of each area between two programmes, in the order of the newer one.

    Where programmes lie between the two, their areas are followed through them.
    ``basis`` is ``stated`` only where a source says so of each step.
    Two programmes of different partners are held side by side: an area is ``common`` to both or in ``only`` one.
    Areas are common that have one short id, or that ``matches`` links; where ``areas_known`` of a programme
    is not ``all``, its list is as long as sources tell.
    Raises ``errors.BadValue`` where the newer one of a partner does not follow the older, at once or through others.

    >>> from korea_nato import IPCP, ITPP, analysis
    >>> {change.relation for change in analysis.compare(IPCP, ITPP)} <= {
    ...     "new", "kept", "renamed", "split", "merged", "dropped"}
    True
    >>> analysis.compare("itpp", "itpp-japan")["itpp/cyber-defence > itpp-japan/cyber-defence"].relation
    'common'
    """
    known = given(dataset)
    old, new = (known.programme(one) for one in (older, newer))
    if old.partner != new.partner:
        return Records(_side_by_side(old, new, known), Change)
    if old not in before(new):
        raise BadValue(f"{new.id!r} does not follow {old.id!r}")
    changes = [change for area in new.areas for change in _changes(area, old, known)]
    gone = {change.older.id for change in changes if change.older}
    dropped = [_change("dropped", area, None, "editorial", known) for area in old.areas if area.id not in gone]
    return Records([*changes, *dropped], Change)


def _side_by_side(one: Programme, other: Programme, dataset: Dataset) -> list[Change]:
    """Return the areas that two programmes have in common, in the order of the first, and then what only one has."""
    pairs = [(area, match) for area in one.areas for match in other.areas if _match(area, match)]
    paired = {area.id for pair in pairs for area in pair}
    common = [_change("common", area, match, "editorial", dataset) for area, match in pairs]
    only_one = [_change("only", area, None, "editorial", dataset) for area in one.areas if area.id not in paired]
    only_other = [_change("only", None, area, "editorial", dataset) for area in other.areas if area.id not in paired]
    return [*common, *only_one, *only_other]


def _match(one: Area, other: Area) -> bool:
    return one.short_id == other.short_id or one in other.matches or other in one.matches


def before(programme: Programme) -> Iterator[Programme]:
    """Yield the programmes that went before one, the latest first."""
    while programme.previous:
        programme = programme.previous
        yield programme


def _changes(area: Area, old: Programme, dataset: Dataset) -> Iterator[Change]:
    found = _ancestors(area, old, {})
    for relation, older, basis in found:
        yield _change(relation, older, area, basis, dataset)
    if not found:
        yield _change("new", None, area, "editorial", dataset)


def _ancestors(area: Area, old: Programme, known: dict[str, Found]) -> Found:
    """Return the areas of an old programme from which one goes on; each area between is looked at once."""
    if area.id not in known:
        found = []
        for step in area.continues:
            if step.area.id.startswith(old.id + "/"):
                found.append((step.relation, step.area, step.basis))
            for relation, older, basis in _ancestors(step.area, old, known):
                found.append((max(relation, step.relation, key=_STRONGER.index), older, _both(basis, step.basis)))
        known[area.id] = tuple(dict.fromkeys(found))
    return known[area.id]


def _both(one: str, other: str) -> str:
    return one if one == other else "editorial"


def _change(relation: str, older: Area | None, newer: Area | None, basis: str, dataset: Dataset) -> Change:
    ids = [area.id for area in (older, newer) if area]
    claims = [claim for id in ids for claim in dataset.index.claims_about(id) if claim.field == "name"]
    return Change(id=" > ".join(ids), relation=relation, older=older, newer=newer, basis=basis, claims=tuple(claims))
