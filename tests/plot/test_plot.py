import json

import pytest

from folders import memory, tiny
from korea_nato import plot
from korea_nato._load import whole
from korea_nato.errors import BadValue

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

CHARTS = {
    "timeline": lambda known: plot.timeline(known.events(), dataset=known),
    "attestations": lambda known: plot.attestations("itpp", dataset=known),
    "flow": lambda known: plot.flow("ipcp-first", "itpp", dataset=known),
    "network": lambda known: plot.network(known.events(), dataset=known),
    "activity": lambda known: plot.activity(known.events(), dataset=known),
    "disputes": lambda known: plot.disputes(dataset=known),
    "coverage": lambda known: plot.coverage(dataset=known),
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
    assert f"{shipped.about.version}, {shipped.about.closed}" in told
    assert '"description"' in told


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
