"""How all charts look: colours that everybody tells apart, letters that a page can hold, a caption."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Any

import altair as alt

from korea_nato._dataset import Dataset
from korea_nato.errors import BadValue, suggestion

# Okabe and Ito's colours, which do not rest on red against green.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999", "#F0E442", "#000000")
FONT = "Noto Sans, Noto Sans KR, Noto Sans CJK KR, NanumGothic, sans-serif"
WIDTH = 620
_ENDINGS = ("svg", "png", "json", "html")
# Pixels of a chart for each inch of paper at a scale of 1.
_PPI = 72


def data(rows: Sequence[dict[str, Any]]) -> alt.InlineData:
    """Return rows as the data of a chart."""
    return alt.InlineData(values=list(rows))


def titled(chart: Any, title: str, what: str, dataset: Dataset) -> Any:
    """Return a chart with its title, its caption and what a screen reader says of it."""
    about = dataset.about
    caption = f"{about.title}, {about.version}, {about.closed}"
    told = alt.Title(title, subtitle=what, anchor="start", offset=12, fontSize=16, subtitleFontSize=12)
    described = chart.properties(title=told, description=f"{title}. {what}. {caption}")
    below = alt.Chart(data([{"caption": caption}])).mark_text(align="left", x=0, fontSize=10, color="#57606a")
    whole = alt.vconcat(described, below.encode(text="caption:N").properties(width=WIDTH, height=14), spacing=6)
    return (
        whole.configure(font=FONT)
        .configure_view(strokeWidth=0)
        .configure_axis(labelFontSize=11, titleFontSize=12, labelLimit=260, grid=False)
        .configure_legend(labelFontSize=11, titleFontSize=12, labelLimit=260)
        .properties(background="white", padding=12)
    )


def rows(chart: Any) -> list[dict[str, Any]]:
    """Return the rows of all data of a chart but its caption."""
    found = _data(chart.to_dict())
    return [row for row in found if set(row) != {"caption"}]


def _data(spec: Any) -> list[dict[str, Any]]:
    sets = spec.get("datasets", {}).values()
    return [row for values in sets for row in values]


def save(chart: Any, path: str | PathLike[str], scale: float) -> str:
    """Write a chart by the ending of a path, and return the path."""
    file = Path(path)
    ending = file.suffix.removeprefix(".")
    if ending not in _ENDINGS:
        raise BadValue(f"no kind of picture {ending!r}{suggestion(ending, _ENDINGS)}", str(path))
    if ending == "png":
        chart.save(str(file), ppi=_PPI * scale)
    else:
        chart.save(str(file))
    return str(path)
