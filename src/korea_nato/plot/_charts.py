"""The charts of marks in rows and columns, each from rows that say what it shows."""

from collections import Counter
from collections.abc import Iterable

import altair as alt

from korea_nato import analysis
from korea_nato._model.collection import Records
from korea_nato._model.events import Event
from korea_nato._model.programmes import Programme
from korea_nato._model.values import When
from korea_nato.plot._look import Look, commonest, data, titled

__all__ = ["activity", "attestations", "coverage", "disputes", "timeline"]

_ROW = 22
_HIGHEST = 40
_YEARS = alt.Axis(labelAngle=0, labelOverlap="greedy", labelSeparation=4)


def _words(word: str) -> str:
    return word.replace("-", " ")


def _middle(when: When) -> str:
    """Return the day in the middle of those that a date can mean."""
    return (when.first_day + (when.last_day - when.first_day) / 2).isoformat()


def _height(n: int, row: int = _ROW) -> int:
    return max(n, 2) * row


def timeline(events: Records[Event], look: Look) -> alt.VConcatChart:
    """Return what happened when, in a row for each kind."""
    told = [
        {
            "day": _middle(event.date),
            "date": str(event.date),
            "kind": _words(event.kind),
            "title": event.title.best(look.language),
            "areas": "; ".join(area.name.best(look.language) for area in event.areas),
            "status": event.status,
            "id": event.id,
        }
        for event in events
        if event.date
    ]
    kinds = commonest(Counter(row["kind"] for row in told))
    statuses = commonest(Counter(row["status"] for row in told))
    years = alt.Axis(format="%Y", tickCount="year", labelOverlap="greedy", labelSeparation=8)
    rows = alt.Axis(grid=True, gridColor=look.faint, gridOpacity=0.3, domain=False, ticks=False)
    chart = (
        alt.Chart(data(told))
        .mark_point(filled=True, size=60, opacity=0.65)
        .encode(
            alt.X("day:T", title=None, axis=years, scale=alt.Scale(padding=10)),
            alt.Y("kind:N", title=None, sort=kinds, axis=rows),
            alt.Color("status:N", title="status", sort=statuses, scale=alt.Scale(range=list(look.colours))),
            tooltip=["date:N", "title:N", "kind:N", "areas:N", "id:N"],
        )
        .properties(width=look.inside(110), height=_height(len(kinds)))
    )
    return titled(chart, "What happened, and when", f"{len(told)} events by kind", look)


def attestations(programme: Programme | str | None, look: Look) -> alt.VConcatChart:
    """Return which source names which area."""
    found = analysis.attestations(programme, dataset=look.dataset)
    names = {area.id: area.name.best(look.language) for area in look.dataset.programme(programme).areas}
    told = [
        {"area": names[one.area.id], "source": one.source.id, "words": one.name, "language": one.source.language}
        for one in found
    ]
    sources = commonest(Counter(row["source"] for row in told), _HIGHEST)
    shown = [row for row in told if row["source"] in sources]
    languages = commonest(Counter(row["language"] for row in shown))
    columns = alt.Axis(labelAngle=-90, orient="top", labelLimit=220)
    chart = (
        alt.Chart(data(shown))
        .mark_rect(stroke=look.ground)
        .encode(
            alt.X("area:N", title=None, sort=list(names.values()), axis=columns),
            alt.Y("source:N", title=None, sort=sources),
            alt.Color("language:N", title="language", sort=languages, scale=alt.Scale(range=list(look.colours))),
            tooltip=["source:N", "area:N", "words:N", "language:N"],
        )
        .properties(width=look.inside(220), height=_height(len(sources), 14))
    )
    what = f"{len(sources)} of {len({row['source'] for row in told})} sources, those that name most areas first"
    return titled(chart, "Which source names which area", what, look)


def activity(events: Records[Event], look: Look) -> alt.VConcatChart:
    """Return how many events touched each area in each year."""
    names = {area.id: area.name.best(look.language) for area in look.dataset.areas(context=True)}
    counted = Counter((event.date.year, area.id) for event in events if event.date for area in event.areas)
    told = [
        {"year": str(year), "area": names[id], "programme": id.partition("/")[0], "events": n}
        for (year, id), n in counted.items()
    ]
    height = _height(len({row["area"] for row in told}))
    grid = alt.Chart(data(told)).encode(alt.X("year:O", title=None, axis=_YEARS), alt.Y("area:N", title=None))
    # The most are in the colour of letters on either ground, and so is each number on what is far from it.
    shades = alt.Scale(range=["#dbe9f6", "#08306b"])
    shade = alt.Color("sum(events):Q", title="events", scale=shades, legend=None)
    cells = grid.mark_rect(stroke=look.ground).encode(shade, tooltip=["area:N", "year:O", "sum(events):Q"])
    half = max(counted.values(), default=0) / 2
    counts = grid.mark_text(fontSize=11).encode(
        text="sum(events):Q",
        color=alt.condition(f"datum['sum_events'] > {half}", alt.value("white"), alt.value("#1b1f24")),
    )
    chart = (cells + counts).properties(width=look.inside(240), height=height)
    return titled(chart, "Events by area and year", f"{sum(counted.values())} links of events to areas", look)


def disputes(look: Look) -> alt.VConcatChart:
    """Return on which facts claims differ."""
    counted = [
        (one, value, sum(value in (*claim.differing, str(claim.says)) for claim in one.claims))
        for one in look.dataset.conflicts()
        for value in one.differing
    ]
    told = [
        {
            "fact": one.id,
            "value": value,
            "settled": _words(one.settled[value].kind) if value in one.settled else "not settled",
            "why": one.settled[value].why.best(look.language) if value in one.settled else "",
            "claims": n,
        }
        for one, value, n in counted
    ]
    most = commonest(_totals((one.id, n) for one, _, n in counted), _HIGHEST)
    chart = (
        alt.Chart(data([row for row in told if row["fact"] in most]))
        .mark_bar()
        .encode(
            alt.X("claims:Q", title="claims that differ", axis=alt.Axis(tickMinStep=1)),
            alt.Y("fact:N", title=None, sort=most),
            alt.Color("settled:N", title="settled as", scale=alt.Scale(range=list(look.colours))),
            tooltip=["fact:N", "value:N", "settled:N", "why:N", "claims:Q"],
        )
        .properties(width=look.inside(260), height=_height(len(most), 16))
    )
    what = f"{len(most)} of {len({row['fact'] for row in told})} facts about which sources disagree"
    return titled(chart, "Where sources disagree", what, look)


def coverage(look: Look) -> alt.VConcatChart:
    """Return sources by year and language, and events by year and kind."""
    known = look.dataset
    sources = Counter(
        (one.published.year, one.language.partition("-")[0]) for one in known.sources(context=True) if one.published
    )
    events = Counter((one.date.year, _words(one.kind)) for one in known.events(context=True) if one.date)
    years = [year for year, _ in (*sources, *events)]
    span = [str(year) for year in range(min(years), max(years) + 1)] if years else []
    above = _stacked(sources, "sources", "language", span, look)
    below = _stacked(events, "events", "kind", span, look)
    what = f"{sum(sources.values())} dated sources, {sum(events.values())} dated events"
    chart = alt.vconcat(above, below).resolve_scale(color="independent")
    return titled(chart, "What the record holds, by year", what, look)


def _stacked(counted: "Counter[tuple[int, str]]", what: str, by: str, years: list[str], look: Look) -> alt.Chart:
    totals = _totals((word, n) for (_, word), n in counted.items())
    common = commonest(totals, len(look.colours) - 1)
    told = [
        {"year": str(year), by: word if word in common else "other", what: n} for (year, word), n in counted.items()
    ]
    colours = alt.Scale(domain=[*common, "other"], range=list(look.colours))
    drawn: alt.Chart = (
        alt.Chart(data(told))
        .mark_bar()
        .encode(
            alt.X("year:O", title=None, scale=alt.Scale(domain=years), axis=_YEARS),
            alt.Y(f"sum({what}):Q", title=what),
            alt.Color(f"{by}:N", title=by, scale=colours),
            tooltip=["year:O", f"{by}:N", f"sum({what}):Q"],
        )
        .properties(width=look.inside(40), height=160)
    )
    return drawn


def _totals(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    """Return what the numbers of each word are together."""
    totals: Counter[str] = Counter()
    for word, n in pairs:
        totals[word] += n
    return totals
