"""Links that open a source at its wording: local pages in a browser, which scrolls to the words and marks them.

Needs Playwright's client and Debian's Chromium, and is left out where one of them is missing.
"""

import re
import shutil
from base64 import b64encode
from html import escape, unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from attrs import evolve

from folders import memory, tiny
from korea_nato import claims
from korea_nato._answering.verify import doubts, verify
from korea_nato._load import whole

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium")
pytestmark = [pytest.mark.heavy, pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
# The words stand far below the first screen; what is marked is red, and nothing else is.
PAGE = """<!doctype html><meta charset="utf-8"><title>A page</title>
<style>body {{ margin: 3000px 20px }} ::target-text {{ background: rgb(255, 0, 0); color: rgb(255, 0, 0) }}</style>
{}"""
RED = """
async address => {
  const picture = new Image(); picture.src = address; await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const seen = canvas.getImageData(0, 0, picture.width, picture.height).data;
  for (let i = 0; i < seen.length; i += 4) if (seen[i] > 240 && seen[i + 1] < 15 && seen[i + 2] < 15) return true;
  return false;
}"""
OPENED = {
    "a Korean word with its particle": ("나토와의 협력을", "<p>양측은 나토와의 협력을 강화한다."),
    "Korean signs": ("여성·평화·안보", "<p>분야는 여성·평화·안보, 공공외교이다."),
    "Korean in brackets": ("11개 분야(ITPP)", "<p>이번 11개 분야(ITPP) 협력."),
    "tags inside": (
        "cyber defence and emerging",
        "<p>On <b>cyber</b> <a href='#x'>defence</a> and <i>emerging</i> technology.",
    ),
    "a tag inside a word": ("partnership programme", "<p>The part<b>ner</b>ship programme began."),
    "a hyphen": ("counter-terrorism, so-called", "<p>On counter-terrorism, so-called."),
    "dashes": ("2023–2026 — the years", "<p>In 2023–2026 — the years of the programme."),
    "quotation marks": ("“military information” and NATO’s", "<p>On “military information” and NATO’s words."),
    "straight marks": ('the "global" partner\'s', "<p>Of the &quot;global&quot; partner&#39;s plan."),
    "signs of addresses": ("R&D, 50% + #1?", "<p>On R&amp;D, 50% + #1? they agree."),
    "a line break in the file": ("eleven areas of cooperation", "<p>In eleven\n   areas of\n   cooperation today."),
    "Japanese": ("サイバー防衛", "<p>両者はサイバー防衛で協力する。"),
    "accents": ("coopération à Séoul", "<p>Une coopération à Séoul commence."),
}
LEFT = {
    "a Korean word without its particle": ("나토와의 협", "<p>양측은 나토와의 협력을 강화한다."),
    "half a word": ("cooperation in eleven ar", "<p>On cooperation in eleven areas today."),
    "two paragraphs": ("ends here. The next", "<p>A sentence ends here.</p><p>The next begins."),
}


class Site(BaseHTTPRequestHandler):
    """Gives one page at every address."""

    page = b""

    def do_GET(self):
        """Answer with the page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page)

    def log_message(self, format, *args):
        """Say nothing."""


@pytest.fixture(name="address", scope="module")
def fixture_address():
    """Return the address of a site on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/page"
    server.shutdown()
    server.server_close()


@pytest.fixture(name="browser", scope="module")
def fixture_browser():
    """Return a browser without a screen."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(name="opened")
def fixture_opened(browser, address):
    """Return what tells whether a link to a wording on a page opens there: scrolled to it, and marked."""

    def opened(wording, html, at=address):
        Site.page = PAGE.format(html).encode()
        page = browser.new_page(viewport={"width": 600, "height": 400})
        page.goto(source_at(at).link(wording), wait_until="load")
        page.wait_for_timeout(80)
        scrolled = page.evaluate("scrollY > 1000")
        picture = b64encode(page.screenshot()).decode()
        marked = page.evaluate(RED, f"data:image/png;base64,{picture}")
        page.close()
        return scrolled, marked

    return opened


def source_at(address, wording="adopted"):
    """Return a source with an address, of which one passage has a wording."""
    source = whole(memory(tiny())).sources()["gazette-new-programme"]
    return evolve(source, url=address, passages=(evolve(source.passages[0], wording=wording),))


def text_of(html):
    """Return the text of a page as a coder would keep it, a line a paragraph."""
    return "\n".join(" ".join(unescape(re.sub("<.*?>", "", block)).split()) for block in html.split("</p>"))


@pytest.mark.parametrize(("wording", "html"), OPENED.values(), ids=list(OPENED))
def test_a_link_opens_at_its_wording(opened, wording, html):
    """Whatever stands in a wording and between its words, the browser scrolls to it and marks it."""
    source = source_at("https://page.example", wording)

    assert (True, True) == opened(wording, html)
    assert () == verify(source, text_of(html), whole(memory(tiny())).index)
    assert [] == [reason for _, reason in doubts(source, text_of(html)) if "according" not in reason]


@pytest.mark.parametrize(("wording", "html"), LEFT.values(), ids=list(LEFT))
def test_what_no_browser_finds_is_doubted(opened, wording, html):
    """A wording that is cut inside a word, or crosses a block, opens nowhere, and ``verify`` says so."""
    assert (False, False) == opened(wording, html)
    assert 1 == len(list(doubts(source_at("https://page.example", wording), text_of(html))))


def test_an_address_with_a_place_of_its_own_opens_at_the_wording(opened, address):
    """An address that names a part of its page, or a phrase already, leads to the wording all the same."""
    html = "<p id='top'>The top.</p><div style='height: 3000px'></div><p>In eleven areas today.</p>"

    assert (True, True) == opened("eleven areas", html, f"{address}#top")
    assert (True, True) == opened("eleven areas", html, f"{address}#:~:text=The%20top")


SOME = [claim for claim in claims() if claim.link][::150]


@pytest.mark.parametrize("claim", SOME, ids=[claim.id for claim in SOME])
def test_wordings_of_the_record_open(opened, claim):
    """A wording of the record, in a sentence of its own, is found and marked, in whatever language."""
    assert (True, True) == opened(claim.wording, f"<p>x {escape(claim.wording)} x</p>")
