"""The tables in which what is claimed can be counted: a row for each value that a claim states."""

from collections.abc import Iterator
from math import inf

from korea_nato._dataset import Dataset
from korea_nato._evidence.claims import Claim, parts_of
from korea_nato._model.columns import said
from korea_nato._model.events import Mention
from korea_nato._model.values import Quantity, When
from korea_nato._query.links import leading
from korea_nato.export._relation import Relation, of_rows


def claim_values(dataset: Dataset) -> Relation:
    """Return the table of values: a claim on three participants has three rows."""
    rows = [
        (claim.id, position, said(part), *_cells(part, claim, dataset))
        for claim in dataset.claims()
        for position, part in enumerate(parts_of(claim.says), 1)
    ]
    return of_rows(
        "claim_values",
        "claim position:integer value record role office count:integer"
        " value_first:date value_last:date value_precision low:number high:number",
        rows,
        key="claim position",
        links={"claim": "claims", "record": "records"},
        words={"role": "roles"},
    )


def named(part: object, claim: Claim, dataset: Dataset) -> str | None:
    """Return the id of the record that a value names, or None where it names none."""
    if isinstance(part, Mention):
        return part.actor
    leads = claim.field in leading(type(dataset.record(claim.about)))
    return dataset.record(part).id if isinstance(part, str) and leads else None


def _cells(part: object, claim: Claim, dataset: Dataset) -> Iterator[object]:
    """Yield the cells after the value: the record and its part in it, the days, the bounds."""
    yield named(part, claim, dataset)
    yield from ((part.role, part.office, part.count) if isinstance(part, Mention) else (None, None, None))
    yield from ((part.first_day, part.last_day, part.precision) if isinstance(part, When) else (None, None, None))
    yield from _bounds(part)


def bounds(figure: Quantity) -> tuple[float, float | None]:
    """Return the least and the most that a figure can mean; None where there is no most."""
    return float(figure.low), None if figure.high == inf else float(figure.high)


def _bounds(part: object) -> tuple[float | None, float | None]:
    if isinstance(part, Quantity):
        return bounds(part)
    if isinstance(part, bool) or not isinstance(part, int):
        return None, None
    return float(part), float(part)
