"""Windows of a browser, and what is asked of the pages in them."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.browser.serving import Place

if TYPE_CHECKING:  # Playwright is only installed where these tests run
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

HERE = Path(__file__).parent
WIDTHS = (320, 768, 1440)
SCHEMES = ("light", "dark")
HEIGHT = 800

SPYING = """
window.dateline = {violations: [], shifts: []};
document.addEventListener("securitypolicyviolation", one =>
  window.dateline.violations.push(`${one.effectiveDirective}: ${one.blockedURI || "inline"} ${one.sample}`.trim()));
new PerformanceObserver(list => list.getEntries().forEach(one => window.dateline.shifts.push(
  {value: one.value, moved: one.sources.map(({node}) => node
    ? `${node.parentElement?.localName}>${node.localName ?? node.data.slice(0, 30)}.${node.className ?? ""}` : "?")})
)).observe({type: "layout-shift", buffered: true});
"""
"""Runs before a page's own scripts and notes what breaks the policy and what moves by itself."""


@cache
def question(name: str) -> str:
    """A question of `questions/`, as a function that a page can answer."""
    names = (HERE / "questions" / "names.js").read_text("utf-8")
    return f"argument => {{ {names}\nreturn ({(HERE / 'questions' / f'{name}.js').read_text('utf-8')})(argument); }}"


@cache
def axe() -> str:
    return (HERE / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def ask(page: "Page", name: str, argument: Any = None) -> Any:
    return page.evaluate(question(name), argument)


def none(found: Iterable[object], where: object) -> None:
    """Fails with all that was found, one a line."""
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in found]
    if lines:
        rest = [f"… and {len(lines) - 30} more"] if len(lines) > 30 else []
        pytest.fail("\n    ".join([f"{where}", *lines[:30], *rest]), pytrace=False)


class Heard(NamedTuple):
    """What a window complains of and asks for, while it is open."""

    complaints: list[str]
    foreign: list[str]
    asked: list[str]


def listening(page: "Page", origin: str) -> Heard:
    heard = Heard([], [], [])

    def console(message: "ConsoleMessage") -> None:
        if message.type in ("error", "warning"):
            heard.complaints.append(f"{page.url}: {message.text}")

    def request(one: "Request") -> None:
        heard.asked.append(one.url)
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


class Reader:
    """One window for all checks that only look: it stays on a page as long as the tests do."""

    def __init__(self, browser: "Browser", **options: Any) -> None:
        self.context: BrowserContext = browser.new_context(**options)
        self.context.add_init_script(SPYING)
        self.page: Page = self.context.new_page()
        self.media: dict[str, Any] = {}
        self.width = 0

    def at(self, place: Place | str, width: int = 1440, scheme: str = "light", **media: Any) -> "Page":
        """The page, as wide and in such colours as asked."""
        url = place if isinstance(place, str) else place.url
        if self.width != width:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self.width = width
        wanted = {"color_scheme": scheme, "reduced_motion": "reduce", "forced_colors": "null", "media": "null", **media}
        if self.media != wanted:
            self.page.emulate_media(**wanted)
            self.media = wanted
        if self.page.url != url:
            self.page.goto(url)
        return self.page

    def elsewhere(self) -> None:
        """Forgets the page: the next check gets it anew."""
        self.page.goto("about:blank")

    def close(self) -> None:
        self.context.close()
