"""Pictures of the record: one function a chart, each returned and never shown.

A chart is Altair's: a notebook draws it, ``save`` writes it as SVG or PNG, and ``table`` has what it shows in rows.

>>> from korea_nato import events, plot
>>> chart = plot.timeline(events(since="2022"))
>>> len(plot.table(chart)) > 10
True
"""

from importlib import import_module
from os import PathLike
from typing import Any

from korea_nato._dataset import Dataset, given
from korea_nato._model.collection import Records
from korea_nato._model.events import Event
from korea_nato._model.programmes import Programme
from korea_nato.errors import MissingExtra

__all__ = ["activity", "attestations", "coverage", "disputes", "flow", "network", "save", "table", "timeline"]


def timeline(events: Records[Event], *, language: str = "en", dataset: Dataset | None = None) -> Any:
    """Return what happened when: a point an event, in a row for each kind, with title and areas on hover.

    Events without a date are left out; one that is known by its year stands at the middle of it.
    """
    return _drawing().timeline(events, language, given(dataset))


def attestations(programme: Programme | str = "itpp", *, language: str = "en", dataset: Dataset | None = None) -> Any:
    """Return which source names which area of a programme: a grid, with the source's wording on hover."""
    return _drawing().attestations(programme, language, given(dataset))


def flow(
    older: Programme | str = "ipcp-first",
    newer: Programme | str = "itpp",
    *,
    language: str = "en",
    dataset: Dataset | None = None,
) -> Any:
    """Return what became of the areas of an older programme in a newer one: a line from each to each."""
    return _drawing().flow(older, newer, language, given(dataset))


def network(events: Records[Event], *, language: str = "en", dataset: Dataset | None = None) -> Any:
    """Return who took part in events with whom: the actors on a circle, a line for each pair."""
    return _drawing().network(events, language, given(dataset))


def activity(events: Records[Event], *, language: str = "en", dataset: Dataset | None = None) -> Any:
    """Return how many events touched each area in each year: a grid of counts."""
    return _drawing().activity(events, language, given(dataset))


def disputes(*, language: str = "en", dataset: Dataset | None = None) -> Any:
    """Return on which records and fields claims differ, and how each difference is settled: bars of claims."""
    return _drawing().disputes(language, given(dataset))


def coverage(*, language: str = "en", dataset: Dataset | None = None) -> Any:
    """Return what the record holds by year: sources by language above, events by kind below."""
    return _drawing().coverage(language, given(dataset))


def table(chart: Any) -> list[dict[str, Any]]:
    """Return what a chart shows, as rows: for a screen reader, a caption or a check."""
    found: list[dict[str, Any]] = _drawing().rows(chart)
    return found


def save(chart: Any, path: str | PathLike[str], *, scale: float = 2) -> str:
    """Write a chart as SVG, PNG, JSON or HTML by the ending of a path, without browser or network; return the path.

    Raises ``errors.BadValue`` for another ending.
    """
    written: str = _drawing().save(chart, path, scale)
    return written


def _drawing() -> Any:
    try:
        return import_module("korea_nato.plot._charts")
    except ModuleNotFoundError as error:
        if error.name != "altair":
            raise
        raise MissingExtra("a chart", "plot") from None
