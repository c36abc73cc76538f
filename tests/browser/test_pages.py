"""What every page of every site keeps: no complaint, no other host, no breach of the policy, no link into nothing."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag

import pytest

from tests.browser.windows import Heard, ask, listening, none

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Opened
    from tests.browser.serving import Served, Sites

pytestmark = pytest.mark.browser


@dataclass
class Toured:
    """What a walk over all pages of a site has found, by their addresses below its root."""

    heard: Heard
    violations: list[str] = field(default_factory=list)
    wider: list[str] = field(default_factory=list)
    links: dict[str, list[str]] = field(default_factory=dict)
    fragments: dict[str, set[str]] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    unseen: list[str] = field(default_factory=list)


Tour = Any


@pytest.fixture(scope="module")
def tour(browser: "Browser") -> Tour:
    """Walks over all pages of a site once, with or without JavaScript, and remembers what it has found."""
    from tests.browser.windows import SPYING

    done: dict[tuple[str, bool], Toured] = {}

    def walked(site: "Served", *, script: bool = True) -> Toured:
        if (site.name, script) not in done:
            context = browser.new_context(java_script_enabled=script, viewport={"width": 320, "height": 800})
            context.add_init_script(SPYING)
            page = context.new_page()
            toured = Toured(listening(page, site.origin))
            for address in (one for one in site.texts if one != "404.html"):
                page.goto(f"{site.root}{address}")
                toured.wider += [f"{address}: {one}" for one in ask(page, "wider")]
                toured.links[address] = ask(page, "links")
                toured.fragments[address] = set(ask(page, "fragments"))
                toured.words[address] = ask(page, "words")
                toured.unseen += [f"{address}: {one}" for one in ask(page, "unseen")]
                if script:
                    toured.violations += [f"{address}: {one}" for one in page.evaluate("() => dateline.violations")]
            context.close()
            done[site.name, script] = toured
        return done[site.name, script]

    return walked


ID = re.compile(r'\bid="([^"]+)"')

ALWAYS = {"home", "timeline", "thread", "article", "articles", "event", "person", "people", "place", "places"}
ALWAYS |= {"organisation", "organisations", "annotations", "tag", "tags", "known", "sources", "corrections", "page"}
ALWAYS |= {"search", "missing"}


def test_there_is_a_page_of_every_kind(site: "Served") -> None:
    kinds = {place.kind for place in site.places}
    assert ALWAYS - kinds == set()
    assert "no-kind" not in kinds


def test_no_page_complains(tour: Tour, site: "Served") -> None:
    none(tour(site).heard.complaints, f"{site.name}: errors and warnings of the console")


def test_no_page_asks_another_host(tour: Tour, site: "Served") -> None:
    none(tour(site).heard.foreign, f"{site.name}: requests to other hosts")


def test_no_page_breaks_the_policy(tour: Tour, site: "Served") -> None:
    none(tour(site).violations, f"{site.name}: breaches of the policy")


def test_no_page_at_all_is_wider_than_a_small_window(tour: Tour, site: "Served") -> None:
    none(tour(site).wider, f"{site.name} at 320 px")


def test_every_link_leads_somewhere(tour: Tour, site: "Served") -> None:
    toured = tour(site)
    none(
        [
            f"{address or 'index'}: {link}"
            for address, links in toured.links.items()
            for link in dict.fromkeys(links)
            if link.startswith(site.origin) and not leads_somewhere(site, toured.fragments, link)
        ],
        f"{site.name}: dead links",
    )


def leads_somewhere(site: "Served", fragments: dict[str, set[str]], link: str) -> bool:
    whole, fragment = urldefrag(link)
    if not whole.startswith(site.root):
        return False
    address = unquote(whole.removeprefix(site.root)).partition("?")[0]
    file = site.folder / address
    if not (file / "index.html" if file.is_dir() else file).is_file():
        return False
    return fragment in ("", "top") or unquote(fragment) in fragments.get(address, set())


def test_links_stay_below_the_sites_own_root(sites: "Sites", opened: "Opened") -> None:
    """Also where the site is told to stand elsewhere than it does: only what must be whole may say so."""
    from tests.browser.serving import CONFIGS

    site = sites.served.get("story-as-configured") or sites.serve("story-as-configured", CONFIGS["story"])
    page = opened()
    for place in site.places:
        if place.kind == "missing":
            continue
        page.goto(place.url)
        outside = [one for one in ask(page, "relative") if one.startswith("http") and not one.startswith(site.root)]
        none(outside, f"{place}: {place.url}")


def test_every_word_is_there_without_script(tour: Tour, site: "Served") -> None:
    with_script, without = tour(site).words, tour(site, script=False).words
    none(
        [
            f"{address}: {differing(words, without[address])}"
            for address, words in with_script.items()
            if words != without[address]
        ],
        f"{site.name}: words that differ with and without script",
    )


def differing(one: list[str], other: list[str]) -> str:
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"with: “{' '.join(one[at : at + 6])}”, without: “{' '.join(other[at : at + 6])}”"


def test_every_link_is_there_without_script(tour: Tour, site: "Served") -> None:
    with_script, without = tour(site).links, tour(site, script=False).links
    faults = []
    for address, links in with_script.items():
        here, there = Counter(links), Counter(without[address])
        faults += [f"{address}: only with script: {one}" for one in sorted(here - there)]
        faults += [f"{address}: only without script: {one}" for one in sorted(there - here)]
    none(faults, f"{site.name}: links that differ with and without script")


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_every_word_is_shown(tour: Tour, site: "Served", *, script: bool) -> None:
    none(tour(site, script=script).unseen, f"{site.name}: words that are not shown")


@pytest.mark.parametrize("below", ["no/", "no/such/page/"])
def test_the_page_for_what_is_not_there_works_at_any_depth(site: "Served", opened: "Opened", below: str) -> None:
    page = opened()
    heard = listening(page, site.origin)
    answer = page.goto(f"{site.root}{below}")
    assert answer is not None
    assert answer.status == 404
    assert page.evaluate("() => document.documentElement.dataset.kind") == "missing"
    fragments = {name: set(ID.findall(text)) for name, text in site.texts.items()}
    links = [one for one in ask(page, "links") if urldefrag(one)[0] != page.url]
    none(
        [one for one in links if one.startswith(site.origin) and not leads_somewhere(site, fragments, one)],
        f"{page.url}: dead links",
    )
    none([one for one in heard.complaints if f"404 {site.root}no/" not in one and "status of 404" not in one], page.url)
    none(heard.foreign, page.url)
