"""How well records are supported, as columns of their tables."""

from collections.abc import Callable

from attr import frozen

from korea_nato._model.columns import Column
from korea_nato._model.record import Record
from korea_nato._query.index import Index


def columns(index: Index) -> tuple[Column, ...]:
    """Return the columns that say how well a record is supported: by itself, or by the claims that name it."""
    return tuple(Column(name, type, Cell(index, fill)) for name, type, fill in _COLUMNS)


@frozen
class Cell:
    """Fills a cell from the claims from which a record is counted."""

    index: Index
    fill: Callable[[Index, Record], object]

    def __call__(self, record: Record) -> object:
        """Return the cell of a record."""
        return self.fill(self.index, record)


def _sources(index: Index, record: Record) -> list[str]:
    return sorted({claim.source.id for claim in index.claims_on(record)})


def _n_sources(index: Index, record: Record) -> int:
    return len(_sources(index, record))


def _n_publishers(index: Index, record: Record) -> int:
    return len({claim.source.origin.id for claim in index.claims_on(record)})


def _conflict(index: Index, record: Record) -> bool:
    return index.disputed(record)


def _link(index: Index, record: Record) -> str | None:
    """Return one address at which a record can be read of: of the first claim that supports it, or else of any."""
    claims = [claim for claim in index.claims_on(record) if claim.source.url]
    supporting = (claim for claim in claims if claim.supports)
    best = next(supporting, None) or next(iter(claims), None)
    return best.link if best else None


_COLUMNS = (
    ("sources", "texts", _sources),
    ("n_sources", "integer", _n_sources),
    ("n_publishers", "integer", _n_publishers),
    ("conflict", "flag", _conflict),
    ("link", "text", _link),
)
