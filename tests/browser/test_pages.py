"""Every page of the repository's own site, as a browser sees it."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request, Response

    from tests.browser.conftest import Serve, Served

    Opened = Callable[..., Page]

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1440)

REFERENCES = """() => [...document.querySelectorAll(
    "a[href], area[href], link[rel~=stylesheet], link[rel~=icon], link[rel=alternate], link[rel=manifest], "
    + "img[src], script[src], source[src]")]
  .filter(one => !(one.href instanceof SVGAnimatedString))
  .map(one => one.href ?? one.src)"""
"""What the page refers to, as whole addresses."""

NAMES = "() => [...document.querySelectorAll('[id]')].map(one => one.id)"

WORDS = """() => {
  const main = document.querySelector("main").cloneNode(true);
  const passed = "script, style, template, noscript, form, button, output, [role=status]";
  main.querySelectorAll(passed).forEach(one => one.remove());
  return main.textContent.split(/\\s+/).filter(Boolean);
}"""
"""The words of a page's main part, its controls left out."""

UNSEEN = """() => {
  const passed = "script, style, template, noscript, [hidden], details:not([open]), svg title, svg desc, "
    + "svg[aria-hidden] *";
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const unseen = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const around = text.parentElement;
    if (!text.data.trim() || around.closest(passed)) continue;
    if (!around.checkVisibility({visibilityProperty: true, opacityProperty: true})) unseen.push(text.data.trim());
  }
  return unseen;
}"""
"""Words that are in a page's main part, but not shown. A drawing's labels repeat the list below and may be left out."""

WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > width + 1)
    .slice(0, 5).map(one => `<${one.localName} class="${one.getAttribute("class") ?? ""}">`);
}"""
"""What makes a page wider than the window."""

OVERLAPS = """() => {
  const notes = [...document.querySelectorAll("[role=note]")].map(one => [one, one.getBoundingClientRect()]);
  const within = (a, b) => a.left < b.right - 1 && a.top < b.bottom - 1;
  return notes.flatMap(([one, box], at) => notes.slice(at + 1)
    .filter(([inner, other]) => !one.contains(inner) && within(box, other) && within(other, box))
    .map(([inner]) => `${one.id} ${inner.id}`));
}"""
"""Pairs of notes that cover each other; a reply stands inside the note that it answers."""


class Heard(NamedTuple):
    """What a window complains of and asks for, while it is open."""

    complaints: list[str]
    foreign: list[str]


def listening(page: "Page", origin: str) -> Heard:
    heard = Heard([], [])

    def console(message: "ConsoleMessage") -> None:
        if message.type in ("error", "warning"):
            heard.complaints.append(f"{page.url}: {message.text}")

    def request(one: "Request") -> None:
        if not one.url.startswith((f"{origin}/", "data:", "blob:")):
            heard.foreign.append(f"{page.url}: {one.url}")

    def response(one: "Response") -> None:
        if one.status >= 400:
            heard.complaints.append(f"{page.url}: {one.status} {one.url}")

    def failed(one: "Request") -> None:
        if one.failure != "net::ERR_ABORTED":  # the window went on to the next page before an icon had come
            heard.complaints.append(f"{page.url}: {one.url} failed: {one.failure}")

    page.on("console", console)
    page.on("request", request)
    page.on("response", response)
    page.on("pageerror", lambda error: heard.complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", failed)
    return heard


def visited(page: "Page", site: "Served", question: str) -> dict[str, Any]:
    """What each page of the site answers; those that only lead elsewhere are left out."""
    answers = {}
    for address in site.pages:
        if not leads_elsewhere(site, address):
            page.goto(address)
            answers[address] = page.evaluate(question)
    return answers


def leads_elsewhere(site: "Served", address: str) -> bool:
    file = site.folder / address / "index.html" if address.endswith("/") or not address else site.folder / address
    return 'http-equiv="refresh"' in file.read_text("utf-8")


def faults(answers: dict[str, Any]) -> dict[str, Any]:
    return {address: answer for address, answer in answers.items() if answer}


def test_there_are_pages(site: "Served") -> None:
    assert {"", "timeline/", "articles/", "annotations/", "sources/"} <= set(site.pages)


def test_pages_open_without_a_complaint_and_ask_no_other_host(site: "Served", opened: "Opened") -> None:
    page = opened()
    heard = listening(page, site.origin)
    for address in site.pages:
        if not leads_elsewhere(site, address):
            page.goto(address, wait_until="networkidle" if address in ("", "search/") else "load")
    assert heard == Heard([], [])


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_window(site: "Served", opened: "Opened", width: int) -> None:
    page = opened(viewport={"width": width, "height": 800})
    assert faults(visited(page, site, WIDER)) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_note_covers_another(site: "Served", opened: "Opened", width: int) -> None:
    page = opened(viewport={"width": width, "height": 800})
    assert faults(visited(page, site, OVERLAPS)) == {}


def test_every_link_leads_somewhere(site: "Served", opened: "Opened") -> None:
    page = opened()
    asked = visited(page, site, REFERENCES)
    names = {address: set(found) for address, found in visited(page, site, NAMES).items()}
    dead = [
        f"{address or 'index'}: {link}"
        for address, links in asked.items()
        for link in links
        if link.startswith(site.origin) and not leads_somewhere(site, names, link)
    ]
    assert dead == []


def leads_somewhere(site: "Served", names: dict[str, set[str]], link: str) -> bool:
    whole, fragment = urldefrag(link)
    if not whole.startswith(site.root):
        return False
    address = unquote(whole.removeprefix(site.root))
    file = site.folder / address
    if not (file / "index.html" if file.is_dir() else file).is_file():
        return False
    return fragment in ("", "top") or unquote(fragment) in names.get(address, set())


def test_links_stay_below_the_sites_own_root(site: "Served", opened: "Opened") -> None:
    home = opened()
    home.goto("")
    assert all(link.startswith(site.root) for link in home.evaluate(REFERENCES) if link.startswith(site.origin))
    assert urljoin(home.url, ".") == site.root


def test_every_word_is_there_without_script(site: "Served", opened: "Opened") -> None:
    with_script = visited(opened(), site, WORDS)
    without = visited(opened(java_script_enabled=False), site, WORDS)
    missing = {address: dict(Counter(words) - Counter(without[address])) for address, words in with_script.items()}
    assert faults(missing) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_is_shown_without_script(site: "Served", opened: "Opened", width: int) -> None:
    page = opened(java_script_enabled=False, viewport={"width": width, "height": 800})
    assert faults(visited(page, site, UNSEEN)) == {}


def test_the_first_stop_skips_to_the_text(opened: "Opened") -> None:
    page = opened()
    page.goto("")
    page.keyboard.press("Tab")
    assert (
        page.evaluate("() => document.querySelector(document.activeElement.getAttribute('href')).localName") == "main"
    )


def test_a_highlight_leads_to_its_note_and_back(site: "Served", opened: "Opened") -> None:
    page = opened()
    for address in (one for one in site.pages if one.startswith("articles/") and one != "articles/"):
        page.goto(address)
        reference = page.locator("main a[role=doc-noteref]").first
        if reference.count():
            break
    before = page.url
    reference.click()
    assert page.evaluate("() => document.querySelector(':target').getAttribute('role')") == "note"
    page.locator(":target a[href^='#']").last.click()
    assert urldefrag(page.url)[0] == before
    assert page.locator(":target").count() == 1


def test_the_page_for_what_is_not_there_works_at_any_depth(serve: "Serve", browser: Any) -> None:
    site = serve("--base-url", "{root}")
    page = browser.new_page()
    heard = listening(page, site.origin)
    answer = page.goto(f"{site.root}no/such/page/")
    assert answer.status == 404
    assert page.evaluate("() => document.documentElement.dataset.kind") == "missing"
    links = [one for one in page.evaluate(REFERENCES) if urldefrag(one)[0] != page.url]
    page.close()
    assert [one for one in links if one.startswith(site.origin) and not leads_somewhere(site, {}, one)] == []
    assert [one for one in heard.complaints if f"404 {site.root}no/" not in one and "status of 404" not in one] == []
    assert heard.foreign == []
