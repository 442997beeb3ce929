import json
import re
import string
from importlib.resources import files as package_files

import pytest
from bibtexparser import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from pybtex.database import parse_string as parse_with_pybtex
from pylatexenc.latex2text import LatexNodes2Text

from folders import memory, put, tiny
from korea_nato._answering.bibtex import tex
from korea_nato._load import whole
from korea_nato._model.sources import Source
from korea_nato.export import bibtex, csl
from strategies import datasets, words

# Styles ship with a list of the types that CSL knows; citeproc-py itself takes any word.
TYPES = package_files("citeproc").joinpath("data/schema/schemas/styles/csl-types.rnc").read_text(encoding="utf-8")


def entries(dataset):
    """Return the entries that bibtexparser reads from the export of a dataset, and what it could not read."""
    library = parse_string(bibtex.content(dataset).decode())
    return library.entries, library.failed_blocks


def items(dataset):
    """Return the items of the CSL export of a dataset."""
    return json.loads(csl.content(dataset))


def named(title):
    """Return the small folder in which the first source has another title and author."""
    changed = tiny()
    file = "sources/gazette-new-programme.json"
    changed[file] = put(put(changed[file], ("title",), title), ("author",), [title])
    return whole(memory(changed))


# Words of LaTeX that pylatexenc reads otherwise, and letters of private use that stand for them meanwhile.
MISREAD = (
    (r"{\textbraceleft}", "\ue000", "{"),
    (r"{\textbraceright}", "\ue001", "}"),
    (r"{\textasciicircum}", "\ue002", "^"),
    (r"{\textasciitilde}", "\ue003", "~"),
)


def plain(value):
    """Return a value of an entry as a reader sees it: without the braces around it, and TeX undone."""
    assert value.startswith("{")
    assert value.endswith("}")
    text = value[1:-1]
    for word, letter, _ in MISREAD:
        text = text.replace(word, letter)
    text = LatexNodes2Text(strict_latex_spaces=True).latex_to_text(text)
    for _, letter, sign in MISREAD:
        text = text.replace(letter, sign)
    return text


@given(dataset=datasets())
def test_there_is_an_entry_and_an_item_for_each_source(dataset):
    """The dataset comes first, then the sources under their ids, in order, and no block fails."""
    found, failed = entries(dataset)
    ids = list(dataset.sources(context=True).ids)

    assert [] == failed
    assert [dataset.about.slug, *ids] == [entry.key for entry in found]
    assert [dataset.about.slug, *ids] == [item["id"] for item in items(dataset)]


def test_all_shipped_sources_are_read_back(shipped):
    """Two readers of BibTeX find an entry for each source that comes with the package, titles and all."""
    found, failed = entries(shipped)
    sources = shipped.records(Source)
    again = parse_with_pybtex(bibtex.content(shipped).decode(), "bibtex")

    assert [] == failed
    assert [source.title for source in sources] == [plain(entry["title"]) for entry in found[1:]]
    assert {shipped.about.slug, *(source.id for source in sources)} == set(again.entries)
    assert [source.title for source in sources] == [item["title"] for item in items(shipped)[1:]]


def test_context_has_its_sources_too(tiny):
    """No source is left out of a bibliography."""
    assert {tiny.about.slug, *tiny.records(Source).ids} == {item["id"] for item in items(tiny)}


@given(title=words().filter(str.isascii))
@example(title=string.punctuation)
@example(title="''a'' ``b`` -- c --- ?` !` << >>")
def test_titles_and_names_come_back_as_they_stand(title):
    """Braces, backslashes, percent signs and underscores survive TeX, and capitals stay."""
    entry = entries(named(title))[0][2]

    assert title == plain(entry["title"])
    assert title == plain(entry["author"])


@given(title=words())
def test_any_title_leaves_the_file_whole(title):
    """Whatever a title holds, each source has its entry for both readers, and only its own."""
    dataset = named(title)
    found, failed = entries(dataset)

    assert [] == failed
    assert len(dataset.sources(context=True)) + 1 == len(found)
    assert len(found) == len(parse_with_pybtex(bibtex.content(dataset).decode(), "bibtex").entries)
    assert title == next(item for item in items(dataset) if item["id"] == "gazette-new-programme")["title"]


@given(text=words())
def test_braces_are_in_pairs(text):
    """BibTeX counts every brace, escaped or not."""
    written = tex(text)

    assert written.count("{") == written.count("}")


def test_korean_stays_korean(shipped):
    """Korean titles stand in both exports letter by letter."""
    korean = [source.title for source in shipped.sources(language="ko") if re.search("[가-힣]", source.title)]
    entries_, items_ = bibtex.content(shipped).decode(), csl.content(shipped).decode()

    assert korean
    assert all(json.dumps(title, ensure_ascii=False) in items_ for title in korean)
    assert all(f"{{{{{tex(title)}}}}}" in entries_ for title in korean)


def test_nothing_unknown_is_written(tiny):
    """A source without author and date has no such field: neither one that is empty, nor one made up."""
    entry = entries(tiny)[0][-1]

    assert "nato-website-tailored-programme" == entry.key
    assert {"title", "howpublished", "langid", "year", "url"} == set(entry.fields_dict)


@pytest.mark.parametrize("source", [bibtex, csl])
def test_the_bytes_are_the_same_each_time(source):
    """Two datasets of the same folder give the same bytes."""
    assert source.content(whole(memory(tiny()))) == source.content(whole(memory(tiny())))


def test_version_closing_day_licence_and_digest_are_stated(tiny):
    """BibTeX has them in its first lines, CSL with each item."""
    first, second = bibtex.content(tiny).decode().splitlines()[:2]

    assert "% Sources of A small record 2026.1.0, record closed on 2026-01-31; CC0-1.0" == first
    assert f"% SHA-256 of the data {tiny.digest}" == second
    assert {
        "dataset": "A small record 2026.1.0",
        "closed": "2026-01-31",
        "license": "CC0-1.0",
        "sha256": tiny.digest,
    } == items(tiny)[0]["custom"]


def test_every_type_is_one_of_csl(shipped):
    """The types of items are in the list that the styles come with."""
    known = set(re.findall(r'"([\w-]+)"', TYPES.partition("item-types")[2].partition("}")[0]))

    assert {item["type"] for item in items(shipped)} <= known
    assert "newspaper" not in known


def test_a_style_renders_every_item(shipped):
    """A processor of citation styles sets each source, with its title, its year and its address."""
    found = items(shipped)
    # `custom` is a part of CSL-JSON that no style prints, and this processor warns of what it does not know.
    known = CiteProcJSON([{name: value for name, value in item.items() if name != "custom"} for item in found])
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, known, formatter.plain)
    for item in found:
        bibliography.register(Citation([CitationItem(item["id"])]))
    rendered = list(map(str, bibliography.bibliography()))

    assert len(found) == len(rendered)
    for item in found[1:]:
        lines = [line for line in rendered if item.get("URL", "") in line]
        year = f"({item['issued']['date-parts'][0][0]})" if "issued" in item else ""
        title = item["title"].strip("[]“”‘’'\"")[:8]

        assert [line for line in lines if title in line and year in line], item["id"]
