"""The explorer in a browser: filters, addresses, the back button, both languages, print, and screen readers.

Needs Playwright's client and Debian's Chromium, and is left out where one of them is missing.
"""

import shutil
from urllib.parse import quote

import pytest

from folders import memory, put, tiny
from korea_nato import site
from korea_nato._load import whole

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
pytest.importorskip("jinja2")
CHROMIUM = shutil.which("chromium")
pytestmark = [pytest.mark.heavy, pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(name="folder", scope="module")
def fixture_folder(tmp_path_factory):
    """Return the folder of the explorer of the shipped record."""
    folder = tmp_path_factory.mktemp("explorer") / "out"
    site.write(folder)
    return folder


@pytest.fixture(name="browser", scope="module")
def fixture_browser():
    """Return a browser without a screen."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(name="page", params=[(1100, 900, "light"), (390, 844, "dark")], ids=["desk", "phone"])
def fixture_page(request, browser):
    """Return a page of a desk or of a phone; nothing may go wrong in it, nor leave the machine."""
    width, height, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    wrong = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith("file:") else None)
    yield page
    assert [] == wrong
    page.close()


def shown(page):
    """Return how many items are seen."""
    return page.locator("#items > li:visible").count()


def test_a_filter_narrows_and_has_an_address(page, folder):
    """What is typed narrows the list at once; the address opens the same view; the back button goes back."""
    page.goto(f"{(folder / 'index.html').as_uri()}")
    everything = shown(page)
    page.get_by_label("Words").fill("cyber")
    narrowed = shown(page)
    page.wait_for_function("location.hash.includes('cyber')")
    address = page.url

    assert 0 < narrowed < everything
    page.go_back()
    page.wait_for_function(f"document.querySelectorAll('#items > li:not([hidden])').length === {everything}")
    page.goto("about:blank")
    page.goto(address)
    assert narrowed == shown(page)
    assert str(narrowed) == page.locator("#count").inner_text()


def test_lists_and_years_combine(page, folder):
    """Each filter combines with the others, a year can be chosen by its bar, and clearing shows all."""
    page.goto((folder / "index.html").as_uri())
    everything = shown(page)
    page.get_by_label("Kind").select_option("statement")
    statements = shown(page)
    page.locator(".years button[data-year='2023']").press("Enter")
    of_year = shown(page)

    assert 0 < of_year <= statements < everything
    page.get_by_role("button", name="Clear all filters").click()
    page.wait_for_function(f"document.querySelectorAll('#items > li:not([hidden])').length === {everything}")


def test_an_address_with_korean_words_opens(page, folder):
    """A view is shared in any language."""
    page.goto(f"{(folder / 'ko' / 'index.html').as_uri()}#text={quote('사이버')}")

    assert shown(page) > 0
    assert page.get_by_label("검색어").input_value() == "사이버"


def test_the_other_language_opens_at_the_same_view(page, folder):
    """The switch keeps the filters."""
    page.goto(f"{(folder / 'index.html').as_uri()}#kind=statement")
    english = shown(page)
    page.get_by_role("link", name="한국어").click()

    page.wait_for_url("**/ko/index.html#kind=statement")
    page.wait_for_function(f"document.querySelectorAll('#items > li:not([hidden])').length === {english}")


@pytest.mark.parametrize(
    "path",
    ["index.html", "records.html", "words.html", "programme/itpp.html", "ko/index.html", "ko/event/itpp-adoption.html"],
)
def test_a_screen_reader_meets_no_obstacle(page, folder, path):
    """axe-core finds nothing, and nothing stands beyond the edge of the screen."""
    page.goto((folder / path).as_uri())
    found = axe.Axe().run(page, options={"preload": False})

    assert 0 == found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_letter_is_answered_at_once(browser, folder):
    """A thousand records are filtered within 50 ms of a letter, and the first page is usable within a second."""
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.evaluate(
        "const list = document.getElementById('items'); const n = list.children.length;"
        "for (let i = 0; list.children.length < 1000; i++) list.append(list.children[i % n].cloneNode(true));"
    )
    page.evaluate("document.querySelector('script[src]').replaceWith()")
    page.add_script_tag(path=folder / "assets" / "explorer.js")
    spent = page.evaluate(
        "(() => { const field = document.querySelector('[name=text]'); const begun = performance.now();"
        " field.value = 'nato'; field.dispatchEvent(new Event('input', {bubbles: true})); document.body.offsetHeight;"
        " return performance.now() - begun; })()"
    )
    loaded = page.evaluate("performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart")

    assert spent < 50
    assert loaded < 1000


def test_hostile_titles_stay_text(browser, tmp_path):
    """Nothing in a title runs."""
    changed = tiny()
    file = "events/itpp-adoption.json"
    nasty = "</script><img src=x onerror=document.title='run'><b>"
    changed[file] = put(changed[file], ("title",), {"en": nasty, "ko": nasty})
    site.write(tmp_path / "out", whole(memory(changed)))
    page = browser.new_page()
    for path in ("index.html", "event/itpp-adoption.html"):
        page.goto((tmp_path / "out" / path).as_uri())

        assert page.title() != "run"
        assert 0 == page.locator("main img").count()


def test_a_page_prints_whole(page, folder):
    """On paper there are no filters, and the claims are there though they are folded on the screen."""
    page.goto((folder / "programme" / "itpp.html").as_uri())
    page.emulate_media(media="print")

    assert not page.locator("header nav").is_visible()
    assert page.locator(".claims li").first.is_visible()
