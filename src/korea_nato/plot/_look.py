"""How all charts look: colours that everybody tells apart, letters that a page or a phone can hold, a caption."""

from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import wrap

import altair as alt
from altair.typing import ChartType
from attr import frozen

from korea_nato._dataset import Dataset

# What one mark of a chart shows.
Row = Mapping[str, object]
# Okabe and Ito's colours, which do not rest on red against green; what is left is in the colour of letters.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999", "#F0E442")
_FONT = "Noto Sans, Noto Sans KR, Noto Sans CJK KR, NanumGothic, sans-serif"
# What only says where something stands in a chart.
_PLACING = {"x", "x2", "y", "y2", "angle", "side"}
# Pixels that a letter of 12 pixels takes on average.
_LETTER = 6.5


@frozen(kw_only=True)
class Look:
    """In which language a chart is, how wide in all, on a light ground or a dark one, and of which dataset."""

    language: str
    width: int
    dark: bool
    dataset: Dataset

    @property
    def ground(self) -> str:
        """The colour behind everything."""
        return "#0d1117" if self.dark else "#ffffff"

    @property
    def ink(self) -> str:
        """The colour of letters."""
        return "#e6edf3" if self.dark else "#1b1f24"

    @property
    def faint(self) -> str:
        """The colour of captions, axes and lines."""
        return "#9198a1" if self.dark else "#57606a"

    @property
    def colours(self) -> tuple[str, ...]:
        """The colours of what is told apart, the commonest first; the last is for all that is left."""
        return (*_COLOURS, self.ink)

    def names(self, most: int = 260) -> int:
        """Return how many pixels names at the side may take: on a phone, less than half."""
        return min(most, int(self.width * 0.42))

    def inside(self, names: int) -> int:
        """Return the width that is left beside names."""
        return self.width - self.names(names) - 40

    def lines(self, text: str, width: int | None = None) -> list[str]:
        """Return a text in lines that fit a width."""
        return wrap(text, max(int((width or self.width) / _LETTER), 8)) or [text]


def commonest(counted: Counter[str], most: int | None = None) -> list[str]:
    """Return the words that are counted most often, the commonest first; all of them, where no number is given."""
    return [word for word, _ in counted.most_common(most)]


def data(rows: Sequence[Row]) -> alt.InlineData:
    """Return rows as the data of a chart."""
    return alt.InlineData(values=list(rows))


def rows(chart: ChartType) -> list[Row]:
    """Return the rows of all data of a chart, without where they stand in it."""
    told = [row for values in chart.to_dict().get("datasets", {}).values() for row in values]
    return [{name: value for name, value in row.items() if name not in _PLACING} for row in told]


def titled(chart: ChartType, title: str, what: str, look: Look) -> alt.VConcatChart:
    """Return a chart with its title, its caption and what a screen reader says of it."""
    about = look.dataset.about
    caption = f"{about.title}, {about.version}, {about.closed}"
    above = alt.Title(
        look.lines(title, int(look.width * 0.75)), subtitle=look.lines(what), anchor="start", offset=12, fontSize=16
    )
    below = alt.Title(
        look.lines(caption), orient="bottom", anchor="start", fontSize=10, fontWeight="normal", color=look.faint
    )
    whole = alt.vconcat(chart.properties(title=above), title=below, description=f"{title}. {what}. {caption}")
    return _coloured(whole.properties(background=look.ground, padding=12), look)


def _coloured(chart: alt.VConcatChart, look: Look) -> alt.VConcatChart:
    made: alt.VConcatChart = (
        chart.configure(font=_FONT)
        .configure_view(strokeWidth=0)
        .configure_title(color=look.ink, subtitleColor=look.ink, subtitleFontSize=12, frame="bounds")
        .configure_axis(
            grid=False,
            labelLimit=look.names(),
            domainColor=look.faint,
            tickColor=look.faint,
            labelColor=look.ink,
            titleColor=look.ink,
            labelFontSize=11,
            titleFontSize=12,
        )
        .configure_legend(
            orient="bottom",
            columns=max((look.width - look.names()) // 150, 1),
            labelLimit=look.names(),
            labelColor=look.ink,
            titleColor=look.ink,
            labelFontSize=11,
            titleFontSize=12,
        )
        .configure_text(color=look.ink)
    )
    return made
