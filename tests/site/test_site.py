import json
import re
from html import escape
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

import pytest

from folders import memory, put, tiny
from korea_nato import site
from korea_nato._load import whole
from korea_nato.errors import BadValue

pytest.importorskip("jinja2")
content = __import__("korea_nato.site._content", fromlist=["content"]).content


class Links(HTMLParser):
    """Collects where a page leads, its ids, and the tags in it."""

    def __init__(self):
        super().__init__()
        self.to, self.tags, self.ids = [], set(), []

    def handle_starttag(self, tag, attrs):
        """Note a tag."""
        told = dict(attrs)
        self.tags.add(tag)
        self.to += [told[name] for name in ("href", "src") if told.get(name)]
        self.ids += [told["id"]] if "id" in told else []


def read(page):
    """Return what a page holds."""
    links = Links()
    links.feed(page.decode())
    return links


@pytest.fixture(name="pages", scope="module")
def fixture_pages(shipped):
    """Return all files of the explorer of the shipped record."""
    return content(shipped)


def test_every_record_has_a_page_in_both_languages(pages, shipped):
    """Each record of each kind has one page in English and one in Korean, and so has each area."""
    for kind in ("events", "statements", "people", "organisations", "places", "publishers", "sources", "programmes"):
        for record in getattr(shipped, kind)(context=True):
            assert f"{record.noun}/{record.id}.html" in pages
            assert f"ko/{record.noun}/{record.id}.html" in pages
    assert "area/itpp/cyber-defence.html" in pages


def test_every_link_inside_leads_to_a_file(pages):
    """No page leads to a file that is not there, and none fetches anything from another host."""
    broken = []
    for name, page in pages.items():
        if name.endswith(".html"):
            found = read(page)
            inside = [to for to in found.to if not to.startswith(("http", "#"))]
            broken += [(name, to) for to in inside if normpath(join(dirname(name), to.partition("#")[0])) not in pages]

    assert [] == broken
    for name in ("index.html", "ko/index.html"):
        assert not [to for to in re.findall(rb'(?:src|link[^>]*href)="([^"]+)"', pages[name]) if to.startswith(b"http")]


def test_no_page_has_an_id_twice(pages):
    """Every claim and field of a page can be linked to."""
    twice = {
        name
        for name, page in pages.items()
        if name.endswith(".html")
        for ids in [read(page).ids]
        if len(ids) > len(set(ids))
    }

    assert set() == twice


def test_a_claim_stands_on_its_records_page(pages, shipped):
    """The page of a record has each claim on it, with its words, and each conflict with its reason."""
    page = pages["programme/itpp.html"].decode()

    for claim in shipped.claims(about="itpp"):
        assert f'id="{claim.id}"' in page
    for conflict in shipped.conflicts(about="itpp"):
        for value in conflict.settled:
            assert f"<b>{value}</b>" in page


def test_a_page_describes_its_record_for_machines(pages):
    """The head of a page has the record as JSON-LD."""
    found = re.search(
        rb'<script type="application/ld\+json">(.*?)</script>', pages["event/itpp-adoption.html"], re.DOTALL
    )

    assert "urn:korea-nato:event:itpp-adoption" == json.loads(found[1])["@id"]


@pytest.mark.parametrize("nasty", ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7 * 7 }}"])
def test_nothing_in_a_record_becomes_a_tag(nasty):
    """Titles, names and notes are text on every page, whatever they hold."""
    changed = tiny()
    file = "events/itpp-adoption.json"
    changed[file] = put(changed[file], ("title",), {"en": nasty, "ko": nasty})
    pages = content(whole(memory(changed)))
    page = pages["event/itpp-adoption.html"].decode()

    assert "img" not in read(page.encode()).tags
    assert "<script>alert" not in page
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", page)[0]


def test_the_first_page_is_small(pages):
    """The first page is usable at once: a thousand records stay under 500 kB."""
    for name in ("index.html", "ko/index.html"):
        head, _, rest = pages[name].partition(b'<ol id="items">')
        items = rest.count(b"<li data-d=")

        assert len(head) + len(rest) / items * 1000 < 500_000


def test_the_explorer_is_written_whole_and_not_over_something_else(tmp_path, tiny):
    """The folder is written, and what is there is not replaced unless it is asked for."""
    names = site.write(tmp_path / "out", tiny)

    assert sorted(names) == sorted(str(path) for path in (tmp_path / "out").rglob("*") if path.is_file())
    with pytest.raises(BadValue, match="is there already"):
        site.write(tmp_path / "out", tiny)
    assert names == site.write(tmp_path / "out", tiny, force=True)


def test_the_bytes_are_the_same_each_time(tiny):
    """The same record gives the same pages."""
    assert content(tiny) == content(tiny)


def unquoted(page):
    """Return a page with its quotation marks as they are read."""
    return page.decode().replace("&#39;", "'").replace("&#34;", '"')


@pytest.mark.parametrize(("start", "language"), [("", "en"), ("ko/", "ko")])
def test_every_word_of_a_closed_list_has_its_meaning(pages, shipped, start, language):
    """A page has each list with its words and what they mean, and records lead to their words there."""
    page = pages[f"{start}words.html"]
    ids = set(read(page).ids)

    for name, words in shipped.vocabulary().items():
        assert {name, *(f"{name}.{word}" for word in words)} <= ids
        assert all(escape(meanings.best(language), quote=False) in unquoted(page) for meanings in words.values())


def test_the_words_of_a_record_lead_to_their_meaning(pages, shipped):
    """The kind, the status, the topics and the settlements of a record are links to words that are there."""
    ids = set(read(pages["words.html"]).ids)
    led = [to.partition("#")[2] for to in read(pages["programme/itpp.html"]).to if "words.html#" in to]

    assert {"acts.adopted", "areas-known.all", "settlement-kinds.slip"} <= set(led) <= ids
    assert shipped.vocabulary()["acts"]["adopted"]["ko"] in pages["ko/programme/itpp.html"].decode()
