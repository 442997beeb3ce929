"""Pictures of the record: one function a chart, each returned and never shown.

A chart is Altair's: a notebook draws it, ``save`` writes it as SVG or PNG, and ``table`` has what it shows in rows.
Each takes ``width`` in pixels (360 for a phone), ``dark`` for a dark ground, and ``language`` for the names of records.

>>> from korea_nato import events, plot
>>> chart = plot.timeline(events(since="2022"))
>>> len(plot.table(chart)) > 10
True
"""

# pyright: strict
from importlib import import_module
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING

from korea_nato._dataset import Dataset, given
from korea_nato._model.collection import Records
from korea_nato._model.events import Event
from korea_nato._model.programmes import Programme
from korea_nato.errors import extra

if TYPE_CHECKING:
    from altair import VConcatChart as Chart

__all__ = ["activity", "attestations", "coverage", "disputes", "flow", "network", "save", "table", "timeline"]

# Pixels of a chart on a page, its names and legends among them.
WIDTH = 720


def timeline(
    events: Records[Event] | None = None,
    *,
    language: str = "en",
    width: int = WIDTH,
    dark: bool = False,
    dataset: Dataset | None = None,
) -> "Chart":
    """Return what happened when (all events, if none are given): a point an event, in a row for each kind.

    Title and areas are told on hover.
    Events without a date are left out; one that is known by its year stands at the middle of it.
    """
    drawn: Chart = _drawing("_charts").timeline(_all(events, dataset), _asked(language, width, dark, dataset))
    return drawn


def attestations(
    programme: Programme | str | None = None,
    *,
    language: str = "en",
    width: int = WIDTH,
    dark: bool = False,
    dataset: Dataset | None = None,
) -> "Chart":
    """Return which source names which area of a programme (the latest): a grid, with the source's wording on hover."""
    drawn: Chart = _drawing("_charts").attestations(programme, _asked(language, width, dark, dataset))
    return drawn


def flow(
    older: Programme | str | None = None,
    newer: Programme | str | None = None,
    *,
    language: str = "en",
    width: int = WIDTH,
    dark: bool = False,
    dataset: Dataset | None = None,
) -> "Chart":
    """Return what became of the areas of an older programme (the first) in a newer one (the latest): lines."""
    drawn: Chart = _drawing("_graphs").flow(older, newer, _asked(language, width, dark, dataset))
    return drawn


def network(
    events: Records[Event] | None = None,
    *,
    language: str = "en",
    width: int = WIDTH,
    dark: bool = False,
    dataset: Dataset | None = None,
) -> "Chart":
    """Return who took part in events (all, if none are given) with whom: actors on a circle, a line for each pair."""
    drawn: Chart = _drawing("_graphs").network(_all(events, dataset), _asked(language, width, dark, dataset))
    return drawn


def activity(
    events: Records[Event] | None = None,
    *,
    language: str = "en",
    width: int = WIDTH,
    dark: bool = False,
    dataset: Dataset | None = None,
) -> "Chart":
    """Return how many events (of all, if none are given) touched each area in each year: a grid of counts."""
    drawn: Chart = _drawing("_charts").activity(_all(events, dataset), _asked(language, width, dark, dataset))
    return drawn


def disputes(
    *, language: str = "en", width: int = WIDTH, dark: bool = False, dataset: Dataset | None = None
) -> "Chart":
    """Return on which records and fields claims differ, and how each difference is settled: bars of claims."""
    drawn: Chart = _drawing("_charts").disputes(_asked(language, width, dark, dataset))
    return drawn


def coverage(
    *, language: str = "en", width: int = WIDTH, dark: bool = False, dataset: Dataset | None = None
) -> "Chart":
    """Return what the record holds by year: sources by language above, events by kind below."""
    drawn: Chart = _drawing("_charts").coverage(_asked(language, width, dark, dataset))
    return drawn


def table(chart: "Chart") -> list[dict[str, object]]:
    """Return what a chart shows, as rows: for a screen reader, a caption or a check."""
    found: list[dict[str, object]] = _drawing("_look").rows(chart)
    return found


def save(chart: "Chart", path: str | PathLike[str], *, scale: float = 2) -> str:
    """Write a chart as SVG, PNG, JSON or HTML by the ending of a path, without browser or network; return the path.

    A page of HTML has the table behind the chart; a picture as SVG is read out by its title.

    Raises ``errors.BadValue`` for another ending.
    """
    written: str = _drawing("_files").save(chart, path, scale)
    return written


def _all(events: Records[Event] | None, dataset: Dataset | None) -> Records[Event]:
    return given(dataset).events() if events is None else events


def _asked(language: str, width: int, dark: bool, dataset: Dataset | None) -> object:
    return _drawing("_look").Look(language=language, width=width, dark=dark, dataset=given(dataset))


def _drawing(room: str) -> ModuleType:
    with extra("plot", "a chart", "altair"):
        return import_module(f"korea_nato.plot.{room}")
