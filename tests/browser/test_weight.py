"""What a reader has to wait for: bytes on the wire and requests; and no page so long that it cannot be used."""

import gzip
import re
from statistics import median_high
from typing import TYPE_CHECKING

import pytest

from tests.browser.windows import none

if TYPE_CHECKING:
    from tests.browser.conftest import Opened
    from tests.browser.serving import Place, Served, Sites

pytestmark = pytest.mark.browser

HTML_AND_CSS = 14_336
SCRIPT = 3_072
SEARCH = 2_560
"""Of the script that only the search page loads. What it asks the index for is loaded when a reader begins to type."""
LONGEST_PAGE = 300_000
MANY = 5_000


def packed(words: bytes) -> int:
    """Bytes on the wire, as most servers pack them."""
    return len(gzip.compress(words, 6, mtime=0))


def median_article(story: "Served") -> str:
    """The address of the article whose HTML is of middling weight."""
    weights = {name: packed(text.encode()) for name, text in story.texts.items() if 'data-kind="article"' in text}
    middle = median_high(weights.values())
    return next(name for name, weight in weights.items() if weight == middle)


def test_a_median_article_fits_the_first_flight(story: "Served", capsys: pytest.CaptureFixture[str]) -> None:
    name = median_article(story)
    html = packed(story.texts[name].encode())
    css = packed((story.folder / "assets/site.css").read_bytes())
    with capsys.disabled():
        print(f"\n    {name}: HTML {html} + CSS {css} = {html + css} bytes gzipped, of {HTML_AND_CSS}")  # noqa: T201  a report
    assert html + css <= HTML_AND_CSS


def test_no_page_loads_much_script(place: "Place", sites: "Sites") -> None:
    site = sites[place.site]
    text = site.texts[place.url.removeprefix(site.root)]
    scripts = {
        name: packed((site.folder / name).read_bytes())
        for name in re.findall(r'<script[^>]*\bsrc="[^"]*?(assets/[^"]+)"', text)
    }
    limit = SCRIPT + (SEARCH if place.kind == "search" else 0)
    assert sum(scripts.values()) <= limit, f"{place}: {scripts} bytes gzipped, of {limit}"


def test_a_median_article_needs_three_requests(story: "Served", opened: "Opened") -> None:
    page = opened()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if one.resource_type not in ("image", "other") else None)
    page.goto(f"{story.root}{median_article(story)}", wait_until="networkidle")
    assert len(asked) <= 3, f"{asked}"


def test_no_page_is_too_long(sites: "Sites") -> None:
    pages = {f"{site.name}/{name}": len(text.encode()) for site in sites.judged for name, text in site.texts.items()}
    none(
        [f"{name}: {size:,} bytes" for name, size in pages.items() if size > LONGEST_PAGE],
        f"pages over {LONGEST_PAGE:,} bytes",
    )


def test_no_page_of_a_story_of_five_thousand_events_is_too_long(long_story: dict[str, bytes]) -> None:
    pages = {path: words for path, words in long_story.items() if path.endswith(".html")}
    assert sum(path.startswith("events/") for path in pages) >= MANY
    none(
        [f"{path}: {len(words):,} bytes" for path, words in pages.items() if len(words) > LONGEST_PAGE],
        f"pages over {LONGEST_PAGE:,} bytes",
    )


@pytest.fixture(scope="module")
def long_story() -> dict[str, bytes]:
    """Five thousand events of two centuries, told by fifty articles; some people and tags are everywhere."""
    from tests.site import site

    documents = {}
    for number in range(MANY):
        year, month, day = 1825 + number // 25, number % 12 + 1, number % 28 + 1
        date = (f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}", f"{year}~", f"{year}-{month:02}?")[
            number % 5
        ]
        documents[f"events/event-{number:04}"] = (
            f'title: "What happened in case {number} of the long record"\ndate: "{date}"\n'
            f"people: person-{number % 7}\nplaces: place-{number % 3}\n"
            f"tags: [all, tag-{number % 40}]\nthreads: lane-{number % 4}\n"
            f"sources: article-{number % 50:02}\n\n"
            f"It is told in [[article-{number % 50:02}]] and followed [[person-{number % 7}]]."
        )
    for number in range(50):
        documents[f"articles/article-{number:02}"] = (
            f"title: Part {number}\npublished: 20{number // 12 + 18}-{number % 12 + 1:02}-02\ntags: all\n\n"
            f"It tells of case {number}."
        )
    documents |= {f"people/person-{number}": f"name: Person {number}" for number in range(7)}
    documents |= {f"places/place-{number}": f"name: Place {number}" for number in range(3)}
    lanes = "threads:\n" + "".join(f"  lane-{number}: Lane {number}\n" for number in range(4))
    made = site(documents, config=lanes).build()
    assert [one for one in made.found if one.severity == "error"] == []
    return {str(path): words for path, words in made.tree.items()}
