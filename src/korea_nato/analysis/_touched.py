"""Of which areas the records of a kind speak."""

from collections.abc import Callable, Iterator

from korea_nato._dataset import Dataset
from korea_nato._model.collection import Records
from korea_nato._model.events import Commitment, Event, Statement
from korea_nato.errors import BadValue, quoted, suggestion


def touched_by(dataset: Dataset, by: str) -> Iterator[tuple[str, set[str]]]:
    """Yield each record of a kind with the ids of the areas of which it speaks."""
    if by == "sources":
        for source in dataset.sources():
            yield source.id, {id for passage in source.passages for id in passage.records if "/" in id}
        return
    questions: dict[str, Callable[[], Records[Event | Commitment | Statement]]] = {
        "events": dataset.events,
        "commitments": dataset.commitments,
        "statements": dataset.statements,
    }
    if not isinstance(by, str) or by not in questions:
        near = suggestion(by, [*questions, "sources"])
        raise BadValue(f"{quoted(by)} is not a kind of record with areas{near}", "by")
    for record in questions[by]():
        yield record.id, {area.id for area in record.areas}
