"""The charts of lines: what became of areas, and who met whom."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import cos, pi, sin
from typing import Literal

import altair as alt

from korea_nato import analysis
from korea_nato._model.collection import Records
from korea_nato._model.events import Event
from korea_nato._model.programmes import Area, Programme
from korea_nato.analysis._compare import before
from korea_nato.plot._look import Look, Row, commonest, data, titled

__all__ = ["flow", "network"]

Side = Literal["left", "right"]
_SIDES: tuple[Side, Side] = ("left", "right")
# How high a line of names is, and how many actors a circle holds on a page, for each pixel of its width.
_LINE, _ACTORS = 13, 1 / 18
# How far a circle and its names reach from the middle, in radii.
_WIDE, _HIGH = 1.9, 1.65


def _first_before(programme: Programme) -> Programme:
    """Return the first of the programmes that a programme follows whose areas are known, or itself."""
    return [programme, *(one for one in before(programme) if one.areas)][-1]


def flow(older: Programme | str | None, newer: Programme | str | None, look: Look) -> alt.VConcatChart:
    """Return a line from each older area to what it became."""
    new = look.dataset.programme(newer)
    old = look.dataset.programme(older or _first_before(new))
    left, right = _places(old.areas), _places(new.areas)
    told = [
        {
            "older": one.older.name.best(look.language) if one.older else "",
            "newer": one.newer.name.best(look.language) if one.newer else "",
            "relation": one.relation,
            "basis": one.basis,
            "x": 0,
            "x2": 1,
            "y": left[one.older.id] if one.older else None,
            "y2": right[one.newer.id] if one.newer else None,
        }
        for one in analysis.compare(old, new, dataset=look.dataset)
    ]
    names = [
        _ended(old.areas, left, -0.03, look, "older", "right"),
        _ended(new.areas, right, 1.03, look, "newer", "left"),
    ]
    tall = max(lines for lines, _ in names)
    chart = alt.layer(_lines(told, look), *(drawn for _, drawn in names))
    height = max(len(old.areas), len(new.areas), 2) * (tall * _LINE + 9)
    gone, added = sum(not row["newer"] for row in told), sum(not row["older"] for row in told)
    title = f"From {old.acronym or old.name.best(look.language)} to {new.acronym or new.name.best(look.language)}"
    what = f"{added} areas without an older one, {gone} that end"
    return titled(chart.properties(width=look.width - 30, height=height), title, what, look)


def _lines(told: Sequence[Row], look: Look) -> alt.Chart:
    """Return the lines between areas."""
    drawn: alt.Chart = (
        alt.Chart(data([row for row in told if row["older"] and row["newer"]]))
        .mark_rule(strokeWidth=2)
        .encode(
            alt.X("x:Q", scale=alt.Scale(domain=[-1.1, 2.1]), axis=None),
            alt.X2("x2:Q"),
            alt.Y("y:Q", scale=alt.Scale(domain=[-0.04, 1.04]), axis=None),
            alt.Y2("y2:Q"),
            alt.Color("relation:N", title="relation", scale=alt.Scale(range=list(look.colours))),
            tooltip=["older:N", "newer:N", "relation:N", "basis:N"],
        )
    )
    return drawn


def _places(areas: Records[Area]) -> dict[str, float]:
    """Return the height at which each area stands, the first at the top."""
    return {area.id: 1 - place / max(len(areas) - 1, 1) for place, area in enumerate(areas)}


def _ended(
    areas: Records[Area], places: dict[str, float], x: float, look: Look, end: str, align: Side
) -> tuple[int, alt.Chart]:
    """Return of how many lines the tallest name at one end is, and the names, broken into lines that fit there."""
    names = {area.id: look.lines(area.name.best(look.language), look.width // 3) for area in areas}
    told = [{"x": x, "y": places[id], "name": lines, "end": end} for id, lines in names.items()]
    drawn = alt.Chart(data(told)).mark_text(align=align, baseline="middle", fontSize=11, lineHeight=_LINE)
    return max(map(len, names.values()), default=1), drawn.encode(x="x:Q", y="y:Q", text="name:N")


def network(events: Records[Event], look: Look) -> alt.VConcatChart:
    """Return who took part with whom, on a circle."""
    actors = {one.actor.id: one.actor.name.best(look.language) for event in events for one in event.participants}
    met = Counter(
        pair for event in events for pair in combinations(sorted({one.actor.id for one in event.participants}), 2)
    )
    often = Counter(id for pair, n in met.items() for id in pair for _ in range(n))
    kept = commonest(often, int(look.width * _ACTORS))
    turn = {id: 2 * pi * place / max(len(kept), 1) for place, id in enumerate(sorted(kept, key=actors.__getitem__))}
    pairs = [
        {"one": actors[one], "other": actors[other], "events": n, **_at(turn[one]), **_at(turn[other], "2")}
        for (one, other), n in met.items()
        if one in turn and other in turn
    ]
    points = [{"name": actors[id], "events": often[id], **_at(angle), **_facing(angle)} for id, angle in turn.items()]
    side = look.width - 30
    chart = alt.layer(*_circle(pairs, points, look)).properties(width=side, height=int(side * _HIGH / _WIDE))
    return titled(chart, "Who met whom", f"{len(kept)} of {len(actors)} who took part, by events together", look)


def _across(end: float) -> alt.Scale:
    return alt.Scale(domain=[-end, end])


def _at(angle: float, end: str = "") -> dict[str, float]:
    return {f"x{end}": cos(angle), f"y{end}": sin(angle)}


def _facing(angle: float) -> Row:
    return {"angle": _tilt(angle), "side": "left" if cos(angle) >= 0 else "right"}


def _circle(pairs: Sequence[Row], points: Sequence[Row], look: Look) -> list[alt.Chart]:
    """Return the lines between actors, the actors, and their names, those of either side apart."""
    lines = alt.Chart(data(pairs)).mark_rule(color=look.colours[0], opacity=0.35).encode(
        alt.X("x:Q", axis=None, scale=_across(_WIDE)), alt.Y("y:Q", axis=None, scale=_across(_HIGH)),
        x2="x2:Q", y2="y2:Q",
        strokeWidth=alt.StrokeWidth("events:Q", title="events together", scale=alt.Scale(range=[0.5, 6])),
        tooltip=["one:N", "other:N", "events:Q"],
    )  # fmt: skip
    dots = (
        alt.Chart(data(points))
        .mark_circle(color=look.colours[1], size=50)
        .encode(x="x:Q", y="y:Q", tooltip=["name:N", "events:Q"])
    )
    names = [
        alt.Chart(data([one for one in points if one["side"] == side]))
        .mark_text(align=side, dx=6 if side == "left" else -6, fontSize=11, limit=look.width // 4)
        .encode(x="x:Q", y="y:Q", text="name:N", angle=alt.Angle("angle:Q", scale=None))
        for side in _SIDES
    ]
    return [lines, dots, *names]


def _tilt(angle: float) -> float:
    """Return by how many degrees a name is turned so that it points away from the middle and can be read."""
    degrees = -angle * 180 / pi
    return degrees if cos(angle) >= 0 else degrees + 180
