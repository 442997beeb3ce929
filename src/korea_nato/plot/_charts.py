"""The charts, each from rows that say what it shows."""

from collections import Counter
from itertools import combinations
from math import cos, pi, sin
from typing import Any, Literal

import altair as alt

from korea_nato import analysis
from korea_nato._dataset import Dataset
from korea_nato._model.collection import Records
from korea_nato._model.events import Event
from korea_nato._model.programmes import Area, Programme
from korea_nato._model.values import When
from korea_nato.plot._look import COLOURS, WIDTH, data, rows, save, titled

__all__ = [
    "activity",
    "attestations",
    "coverage",
    "disputes",
    "flow",
    "network",
    "rows",
    "save",
    "timeline",
]

Side = Literal["left", "right"]
_SIDES: tuple[Side, Side] = ("left", "right")
# On which side of a line's end its name stands.
_ENDS: tuple[tuple[str, Side], ...] = (("older", "right"), ("newer", "left"))
_ROW = 22
_HIGHEST = 40


def _words(word: str) -> str:
    return word.replace("-", " ")


def _middle(when: When) -> str:
    """Return the day in the middle of those that a date can mean."""
    return (when.first_day + (when.last_day - when.first_day) / 2).isoformat()


def _height(n: int) -> int:
    return max(n, 2) * _ROW


def timeline(events: Records[Event], language: str, dataset: Dataset) -> Any:
    """Return what happened when, in a row for each kind."""
    told = [
        {
            "day": _middle(event.date),
            "date": str(event.date),
            "kind": _words(event.kind),
            "title": event.title.best(language),
            "areas": "; ".join(area.name.best(language) for area in event.areas),
            "status": event.status,
            "id": event.id,
        }
        for event in events
        if event.date
    ]
    kinds = [kind for kind, _ in Counter(row["kind"] for row in told).most_common()]
    chart = (
        alt.Chart(data(told))
        .mark_point(filled=True, size=60, opacity=0.65)
        .encode(
            alt.X("day:T", title=None, axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True)),
            alt.Y("kind:N", title=None, sort=kinds, axis=alt.Axis(grid=True)),
            alt.Color("status:N", title="status", scale=alt.Scale(range=list(COLOURS))),
            tooltip=["date:N", "title:N", "kind:N", "areas:N", "id:N"],
        )
        .properties(width=WIDTH, height=_height(len(kinds)))
    )
    return titled(chart, "What happened, and when", f"{len(told)} events by kind", dataset)


def attestations(programme: Programme | str, language: str, dataset: Dataset) -> Any:
    """Return which source names which area."""
    found = analysis.attestations(programme, dataset=dataset)
    names = {area.id: area.name.best(language) for area in dataset.programme(programme).areas}
    told = [
        {"area": names[one.area.id], "source": one.source.id, "words": one.name, "language": one.source.language}
        for one in found
    ]
    sources = [source for source, _ in Counter(row["source"] for row in told).most_common(_HIGHEST)]
    shown = [row for row in told if row["source"] in sources]
    chart = (
        alt.Chart(data(shown))
        .mark_rect(stroke="white")
        .encode(
            alt.X("area:N", title=None, sort=list(names.values()), axis=alt.Axis(labelAngle=-40, orient="top")),
            alt.Y("source:N", title=None, sort=sources),
            alt.Color("language:N", title="language", scale=alt.Scale(range=list(COLOURS))),
            tooltip=["source:N", "area:N", "words:N", "language:N"],
        )
        .properties(width=WIDTH - 200, height=max(len(sources), 2) * 14)
    )
    what = f"{len(sources)} of {len({row['source'] for row in told})} sources, those that name most areas first"
    return titled(chart, "Which source names which area", what, dataset)


def flow(older: Programme | str, newer: Programme | str, language: str, dataset: Dataset) -> Any:
    """Return a line from each older area to what it became."""
    old, new = dataset.programme(older), dataset.programme(newer)
    left, right = _places(old.areas), _places(new.areas)
    told = [
        {
            "older": one.older.name.best(language) if one.older else "",
            "newer": one.newer.name.best(language) if one.newer else "",
            "relation": one.relation,
            "basis": one.basis,
            "x": 0,
            "x2": 1,
            "y": left[one.older.id] if one.older else None,
            "y2": right[one.newer.id] if one.newer else None,
        }
        for one in analysis.compare(old, new, dataset=dataset)
    ]
    scale = alt.Scale(domain=[-0.04, 1.04])
    lines = (
        alt.Chart(data([row for row in told if row["older"] and row["newer"]]))
        .mark_rule(strokeWidth=2)
        .encode(
            alt.X("x:Q", scale=alt.Scale(domain=[-0.9, 1.9]), axis=None),
            alt.X2("x2:Q"),
            alt.Y("y:Q", scale=scale, axis=None),
            alt.Y2("y2:Q"),
            alt.Color("relation:N", title="relation", scale=alt.Scale(range=list(COLOURS))),
            tooltip=["older:N", "newer:N", "relation:N", "basis:N"],
        )
    )
    ends = [{"x": -0.03, "y": left[area.id], "name": area.name.best(language), "end": "older"} for area in old.areas]
    ends += [{"x": 1.03, "y": right[area.id], "name": area.name.best(language), "end": "newer"} for area in new.areas]
    names = [_named(ends, end, align) for end, align in _ENDS]
    chart = alt.layer(lines, *names).properties(width=WIDTH, height=_height(max(len(old.areas), len(new.areas))))
    gone = sum(not row["newer"] for row in told)
    added = sum(not row["older"] for row in told)
    title = f"From {old.acronym or old.name.best(language)} to {new.acronym or new.name.best(language)}"
    return titled(chart, title, f"{added} areas without an older one, {gone} that end", dataset)


def _places(areas: Records[Area]) -> dict[str, float]:
    """Return the height at which each area stands, the first at the top."""
    return {area.id: 1 - place / max(len(areas) - 1, 1) for place, area in enumerate(areas)}


def _named(ends: list[dict[str, Any]], end: str, align: Side) -> Any:
    shown = [one for one in ends if one["end"] == end]
    return alt.Chart(data(shown)).mark_text(align=align, fontSize=11, limit=240).encode(x="x:Q", y="y:Q", text="name:N")


def network(events: Records[Event], language: str, dataset: Dataset) -> Any:
    """Return who took part with whom, on a circle."""
    actors = {one.actor.id: one.actor.name.best(language) for event in events for one in event.participants}
    met = Counter(
        pair for event in events for pair in combinations(sorted({one.actor.id for one in event.participants}), 2)
    )
    often = Counter(id for pair, n in met.items() for id in pair for _ in range(n))
    kept = [id for id, _ in often.most_common(_HIGHEST)]
    turn = {id: 2 * pi * place / max(len(kept), 1) for place, id in enumerate(sorted(kept, key=actors.__getitem__))}
    pairs = [
        {"one": actors[one], "other": actors[other], "events": n, **_at(turn[one]), **_at(turn[other], "2")}
        for (one, other), n in met.items()
        if one in turn and other in turn
    ]
    points = [{"name": actors[id], "events": often[id], **_at(angle), **_facing(angle)} for id, angle in turn.items()]
    chart = alt.layer(*_circle(pairs, points)).properties(width=WIDTH, height=WIDTH)
    return titled(chart, "Who met whom", f"{len(kept)} of {len(actors)} who took part, by events together", dataset)


def _at(angle: float, end: str = "") -> dict[str, float]:
    return {f"x{end}": cos(angle), f"y{end}": sin(angle)}


def _facing(angle: float) -> dict[str, Any]:
    return {"angle": _tilt(angle), "side": "left" if cos(angle) >= 0 else "right"}


def _circle(pairs: list[dict[str, Any]], points: list[dict[str, Any]]) -> list[Any]:
    """Return the lines between actors, the actors, and their names, those of either side apart."""
    plain = alt.Scale(domain=[-2.1, 2.1])
    lines = alt.Chart(data(pairs)).mark_rule(color=COLOURS[0], opacity=0.35).encode(
        alt.X("x:Q", axis=None, scale=plain), alt.Y("y:Q", axis=None, scale=plain), x2="x2:Q", y2="y2:Q",
        strokeWidth=alt.StrokeWidth("events:Q", title="events together", scale=alt.Scale(range=[0.5, 6])),
        tooltip=["one:N", "other:N", "events:Q"],
    )  # fmt: skip
    dots = (
        alt.Chart(data(points))
        .mark_circle(color=COLOURS[1], size=50)
        .encode(x="x:Q", y="y:Q", tooltip=["name:N", "events:Q"])
    )
    names = [
        alt.Chart(data([one for one in points if one["side"] == side]))
        .mark_text(align=side, dx=6 if side == "left" else -6, fontSize=11)
        .encode(x="x:Q", y="y:Q", text="name:N", angle=alt.Angle("angle:Q", scale=None))
        for side in _SIDES
    ]
    return [lines, dots, *names]


def _tilt(angle: float) -> float:
    """Return by how many degrees a name is turned so that it points away from the middle and can be read."""
    degrees = -angle * 180 / pi
    return degrees if cos(angle) >= 0 else degrees + 180


def activity(events: Records[Event], language: str, dataset: Dataset) -> Any:
    """Return how many events touched each area in each year."""
    names = {area.id: area.name.best(language) for area in dataset.areas(context=True)}
    counted = Counter((event.date.year, area.id) for event in events if event.date for area in event.areas)
    told = [
        {"year": str(year), "area": names[id], "programme": id.partition("/")[0], "events": n}
        for (year, id), n in counted.items()
    ]
    height = _height(len({row["area"] for row in told}))
    grid = alt.Chart(data(told)).encode(
        alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0)), alt.Y("area:N", title=None)
    )
    shade = alt.Color("sum(events):Q", title="events", scale=alt.Scale(scheme="blues"))
    cells = grid.mark_rect(stroke="white").encode(shade, tooltip=["area:N", "year:O", "sum(events):Q"])
    counts = grid.mark_text(fontSize=11).encode(
        text="sum(events):Q",
        color=alt.condition("datum['sum_events'] > 6", alt.value("white"), alt.value("#1b1f24")),
    )
    chart = (cells + counts).properties(width=WIDTH - 120, height=height)
    return titled(chart, "Events by area and year", f"{sum(counted.values())} links of events to areas", dataset)


def disputes(language: str, dataset: Dataset) -> Any:
    """Return on which facts claims differ."""
    told = [
        {
            "fact": one.id,
            "value": value,
            "settled": _words(one.settled[value].kind) if value in one.settled else "not settled",
            "why": one.settled[value].why.best(language) if value in one.settled else "",
            "claims": sum(value in (*claim.differing, str(claim.says)) for claim in one.claims),
        }
        for one in dataset.conflicts()
        for value in one.differing
    ]
    most = [fact for fact, _ in _totals(told).most_common(_HIGHEST)]
    chart = (
        alt.Chart(data([row for row in told if row["fact"] in most]))
        .mark_bar()
        .encode(
            alt.X("claims:Q", title="claims that differ", axis=alt.Axis(tickMinStep=1)),
            alt.Y("fact:N", title=None, sort=most),
            alt.Color("settled:N", title="settled as", scale=alt.Scale(range=list(COLOURS))),
            tooltip=["fact:N", "value:N", "settled:N", "why:N", "claims:Q"],
        )
        .properties(width=WIDTH - 160, height=max(len(most), 2) * 16)
    )
    what = f"{len(most)} of {len({row['fact'] for row in told})} facts about which sources disagree"
    return titled(chart, "Where sources disagree", what, dataset)


def _totals(told: list[dict[str, Any]]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for row in told:
        totals[row["fact"]] += row["claims"]
    return totals


def coverage(language: str, dataset: Dataset) -> Any:
    """Return sources by year and language, and events by year and kind."""
    sources = Counter(
        (one.published.year, one.language.partition("-")[0]) for one in dataset.sources(context=True) if one.published
    )
    events = Counter((one.date.year, _words(one.kind)) for one in dataset.events(context=True) if one.date)
    years = [str(year) for year, _ in (*sources, *events)]
    span = [str(year) for year in range(int(min(years)), int(max(years)) + 1)] if years else []
    above = _stacked(sources, "sources", "language", span)
    below = _stacked(events, "events", "kind", span)
    what = f"{sum(sources.values())} dated sources, {sum(events.values())} dated events"
    chart = alt.vconcat(above, below).resolve_scale(color="independent")
    return titled(chart, "What the record holds, by year", what, dataset)


def _stacked(counted: "Counter[tuple[int, str]]", what: str, by: str, years: list[str]) -> Any:
    common = [word for word, _ in _by_word(counted).most_common(len(COLOURS) - 1)]
    told = [
        {"year": str(year), by: word if word in common else "other", what: n} for (year, word), n in counted.items()
    ]
    colours = alt.Scale(domain=[*common, "other"], range=list(COLOURS))
    return (
        alt.Chart(data(told))
        .mark_bar()
        .encode(
            alt.X("year:O", title=None, scale=alt.Scale(domain=years)),
            alt.Y(f"sum({what}):Q", title=what),
            alt.Color(f"{by}:N", title=by, scale=colours),
            tooltip=["year:O", f"{by}:N", f"sum({what}):Q"],
        )
        .properties(width=WIDTH, height=160)
    )


def _by_word(counted: "Counter[tuple[int, str]]") -> Counter[str]:
    found: Counter[str] = Counter()
    for (_, word), n in counted.items():
        found[word] += n
    return found
