"""Which records lead to a record, and which have a page."""

from collections.abc import Iterator

from korea_nato._dataset import Dataset
from korea_nato._model.programmes import Area
from korea_nato._model.record import Record
from korea_nato._model.sources import Source
from korea_nato._query.links import links


def references(dataset: Dataset) -> dict[str, list[tuple[str, Record]]]:
    """Return, by id, the records that lead to a record, each with the field in which they do."""
    found: dict[str, dict[tuple[str, str], Record]] = {}
    for record in records(dataset):
        for field, id in _links(record):
            found.setdefault(id, {})[field, record.id] = record
    return {id: [(field, record) for (field, _), record in leading.items()] for id, leading in found.items()}


def _links(record: Record) -> Iterator[tuple[str, str]]:
    """Yield each field with an id to which it leads; of passages those of which they speak, and who spoke there."""
    yield from (link for link in links(record) if link[0] != "passages")
    if isinstance(record, Area):
        yield "areas", record.id.partition("/")[0]
    for passage in record.passages if isinstance(record, Source) else ():
        yield from (("passages", id) for id in passage.records)
        yield from (("according_to", one.id) for one in passage.according_to)


def records(dataset: Dataset) -> Iterator[Record]:
    """Yield every record that has a page, what is only context among them."""
    for ask in (
        dataset.programmes,
        dataset.areas,
        dataset.events,
        dataset.statements,
        dataset.commitments,
        dataset.people,
        dataset.organisations,
        dataset.places,
        dataset.publishers,
        dataset.sources,
    ):
        yield from ask(context=True)
