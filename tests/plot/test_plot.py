import json
import re
from pathlib import Path

import pytest

from folders import memory, tiny
from korea_nato import plot
from korea_nato._load import whole
from korea_nato.errors import BadValue

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

CHARTS = {
    "timeline": lambda known, **look: plot.timeline(known.events(), dataset=known, **look),
    "attestations": lambda known, **look: plot.attestations("itpp", dataset=known, **look),
    "flow": lambda known, **look: plot.flow("ipcp-first", "itpp", dataset=known, **look),
    "network": lambda known, **look: plot.network(known.events(), dataset=known, **look),
    "activity": lambda known, **look: plot.activity(known.events(), dataset=known, **look),
    "disputes": lambda known, **look: plot.disputes(dataset=known, **look),
    "coverage": lambda known, **look: plot.coverage(dataset=known, **look),
}


def test_every_chart_is_tried():
    """Each public chart is one of those below."""
    assert {*plot.__all__} - {"save", "table"} == {*CHARTS}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_title_caption_and_table(shipped, name):
    """A chart says what it shows, from which version, and has what it shows in rows."""
    chart = CHARTS[name](shipped)
    told = json.dumps(chart.to_dict(), ensure_ascii=False)

    assert plot.table(chart)
    assert shipped.about.version in told
    assert f"{shipped.about.version}, {shipped.about.closed}" in chart.description


@pytest.mark.parametrize("draw", [plot.timeline, plot.network, plot.activity])
def test_a_chart_of_no_events_that_are_named_is_one_of_all(draw, tiny):
    """Where no events are given, a chart shows all of its record."""
    assert draw(tiny.events(), dataset=tiny).to_dict() == draw(dataset=tiny).to_dict()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_of_a_small_folder(tiny, tmp_path, name):
    """A chart of few records is a picture too."""
    assert (tmp_path / "a.svg").as_posix() == plot.save(CHARTS[name](tiny), (tmp_path / "a.svg").as_posix())
    assert (tmp_path / "a.svg").read_text().startswith("<svg")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_of_nothing_is_empty(name):
    """A record without events, sources and conflicts gives charts without rows, and no error."""
    bare = {
        file: value for file, value in tiny().items() if not file.startswith(("events/", "sources/", "statements/"))
    }
    bare = {file: value for file, value in bare.items() if not file.startswith("commitments/")}
    chart = CHARTS[name](whole(memory(bare)))

    assert "flow" == name or [] == plot.table(chart)


def test_a_picture_is_svg_or_png_and_nothing_else(shipped, tmp_path):
    """The ending of the path says what is written."""
    chart = plot.timeline(shipped.events(), dataset=shipped)
    plot.save(chart, tmp_path / "a.png", scale=1)

    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(BadValue, match=r"no kind of picture 'pgn' \(did you mean 'png'\?\)"):
        plot.save(chart, tmp_path / "a.pgn")


def test_korean_names_stand_in_a_chart(shipped):
    """Areas and titles have their Korean names where a chart is asked for in Korean."""
    words = json.dumps(plot.attestations("itpp", language="ko", dataset=shipped).to_dict(), ensure_ascii=False)

    assert shipped.programme("itpp").areas["cyber-defence"].name["ko"] in words


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("width", [360, 720])
def test_a_chart_is_as_wide_as_asked(shipped, tmp_path, name, width):
    """A chart fits a phone or a page, its names and legends with it."""
    picture = read(plot.save(CHARTS[name](shipped, width=width), tmp_path / "a.svg"))

    assert width * 0.8 < int(re.search(r'width="(\d+)"', picture)[1]) <= width * 1.07


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_light_or_dark(tiny, name):
    """A dark chart has the same rows on a dark ground."""
    light, dark = CHARTS[name](tiny), CHARTS[name](tiny, dark=True)

    assert "#ffffff" == light.to_dict()["background"] > dark.to_dict()["background"]
    assert plot.table(light) == plot.table(dark)


@pytest.mark.parametrize("name", CHARTS)
def test_a_page_has_the_table_behind_its_chart(tiny, tmp_path, name):
    """A chart as HTML has every row of its table for a screen reader, and asks for nothing from elsewhere."""
    chart = CHARTS[name](tiny)
    page = read(plot.save(chart, tmp_path / "a.html"))
    table = page.rpartition("<details>")[2]

    assert len(plot.table(chart)) == table.count("<tr>") - table.count("<thead>") > 0
    assert '<html lang="en">' in page
    assert not re.search(r'<(script|link)[^>]+(src|href)="http', page)


def test_a_picture_is_read_out(tiny, tmp_path):
    """A picture as SVG has what it shows as its title, with signs that mean something escaped."""
    chart = plot.coverage(dataset=tiny).properties(description="1 < 2 & so on")

    assert "<title>1 &lt; 2 &amp; so on</title>" in read(plot.save(chart, tmp_path / "a.svg"))


def read(path):
    """Return the text of a file."""
    return Path(path).read_text(encoding="utf-8")
