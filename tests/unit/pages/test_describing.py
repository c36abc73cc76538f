import html
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pytest

from dateline.pages.brevity import LONGEST, SHORTEST
from tests.schema_org import faults
from tests.site import ROOT, Site, site

CONFIG = (
    "tagline: What was said of a lake\nauthor: The editors\nlicence: CC BY 4.0\nthreads: {north: North, south: South}\n"
)
DOCUMENTS: dict[str, str | bytes] = {
    "articles/a": (
        "title: First words\npublished: 2025-09-12T10:00\nupdated: 2025-09-13\nauthors: [people/ona, Jonas]\n"
        "publisher: The Courier\nurl: https://example.com/a\nthreads: south\n"
        "tags: [one, two]\nevents: [flood, storm]\n\n"
        "Water of [[lake]] rose by five metres, and [[Ona]] saw it with her own eyes.\n"
    ),
    "articles/b": "title: More\npublished: 2025-09\nlanguage: lt\n"
    "summary: A summary that is long enough to stand alone here.\n",
    "events/flood": (
        "title: The flood\ndate: 2025-08\npeople: ona\norganisations: guild\nplaces: lake\nthreads: north\n"
        "sources: [{article: a}]\nimage: {src: /media/x.png, alt: Water}\n"
    ),
    "events/storm": "title: The storm\ndate: 2025-08-20/2025-08-22\nstatus: disputed\nsummary: Short.\n",
    "events/wave": "title: The wave\ndate: 2025-08-21~\nstatus: denied\nrelated: flood\n",
    "events/rescue": "title: The rescue\ndate: 2025-10-01\nstatus: planned\n",
    "people/ona": "name: Ona\nrole: Boatwoman\nalso_known_as: Onutė\nwikidata: Q42\n",
    "organisations/guild": "name: The guild\n",
    "places/lake": "name: The lake\nlatitude: 55.1\nlongitude: 24.2\n",
    "annotations/check": (
        "target: articles/a\nquote: five metres\ntype: fact-check\nverdict: mostly true\ndate: 2025-09-14\n"
        "authors: people/ona\n\n"
        "Four, says the gauge.\n"
    ),
    "pages/about": "title: About\n\nA page.\n",
    "media/x.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x20\0\0\x02\x58\x08\x06\0\0\0",
}


@lru_cache(maxsize=4)
def made(config: str = CONFIG) -> Mapping[str, bytes]:
    return site(DOCUMENTS, config=config).build().tree


def page(path: str, config: str = CONFIG) -> str:
    return made(config)[path].decode()


def said(path: str, name: str, config: str = CONFIG) -> list[str]:
    """What a page's `meta` elements of a name or property say."""
    found = re.findall(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)"', page(path, config))
    return [html.unescape(one) for one in found]


def structured(text: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert len(found) == 1
    value: dict[str, Any] = json.loads(found[0])
    return value


def node(path: str, sort: str) -> dict[str, Any]:
    found = [one for one in structured(page(path))["@graph"] if one["@type"] == sort]
    assert len(found) == 1
    value: dict[str, Any] = found[0]
    return value


def pages_of(tree: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in tree.items() if path.endswith(".html")}


def test_every_page_obeys_the_policy_before_it_loads_anything() -> None:
    for path, text in pages_of(made()).items():
        head = text[text.index("<meta charset") :]
        assert head.index("Content-Security-Policy") < min(
            head.find(one) % len(head) for one in ("<link", "<script", "<title")
        ), path


def test_only_the_search_page_may_run_webassembly() -> None:
    assert {path for path, text in pages_of(made()).items() if "wasm-unsafe-eval" in text} == {"search/index.html"}


def test_every_page_has_a_title_and_a_description_of_its_own() -> None:
    texts = {path: text for path, text in pages_of(made()).items() if 'http-equiv="refresh"' not in text}
    titles = [re.findall(r"<title>([^<]+)</title>", text.partition("</head>")[0]) for text in texts.values()]
    assert all(len(one) == 1 for one in titles)
    assert len({one[0] for one in titles}) == len(texts)
    found = [said(path, "description") for path in texts]
    assert all(len(one) == 1 and len(one[0]) <= LONGEST for one in found)
    assert len({one[0] for one in found}) == len(texts)


@pytest.mark.parametrize(
    ("path", "description"),
    [
        ("articles/a/index.html", "Water of The lake rose by five metres, and Ona saw it with her own eyes."),
        ("articles/b/index.html", "A summary that is long enough to stand alone here."),
        ("events/storm/index.html", "20–22 August 2025. Short. Event: The storm. A site"),
        ("events/flood/index.html", "Event: August 2025. People: Ona. Organisations: The guild. Places: The lake"),
        ("people/ona/index.html", "Person: Boatwoman. Events: The flood. A site"),
        ("tags/one/index.html", "Tag: one: First words. A site: What was said of a lake"),
    ],
)
def test_what_has_no_summary_is_described_by_what_there_is(path: str, description: str) -> None:
    assert said(path, "description") == [description]


def test_descriptions_of_the_example_are_of_a_good_length() -> None:
    for path, text in pages_of(example()).items():
        if 'http-equiv="refresh"' not in text:
            found = re.findall(r'<meta name="description" content="([^"]*)"', text)
            assert SHORTEST <= len(html.unescape(found[0])) <= LONGEST, path


@lru_cache(maxsize=1)
def example() -> Mapping[str, bytes]:
    files: dict[str, str | bytes] = {
        path.relative_to(ROOT / "content").as_posix(): path.read_bytes()
        for path in (ROOT / "content").rglob("*")
        if path.is_file()
    }
    return Site(files, (ROOT / "config.yaml").read_text("utf-8")).build().tree


def test_an_article_tells_when_it_appeared_and_who_wrote_it() -> None:
    path = "articles/a/index.html"
    assert said(path, "og:type") == ["article"]
    assert said(path, "article:published_time") == ["2025-09-12T10:00+03:00"]
    assert said(path, "article:modified_time") == ["2025-09-13"]
    assert said(path, "author") == ["Ona", "Jonas"]
    assert said(path, "article:author") == ["https://example.org/story/people/ona/"]
    assert said(path, "article:section") == ["South"]
    assert said(path, "article:tag") == ["one", "two"]
    assert said("articles/b/index.html", "og:locale") == ["lt_LT"]


def test_a_page_shows_its_own_image_where_there_are_no_cards() -> None:
    path = "events/flood/index.html"
    assert said(path, "og:image") == ["https://example.org/story/media/x.png"]
    assert said(path, "og:image:width") + said(path, "og:image:height") == ["800", "600"]
    assert said(path, "og:image:alt") == ["Water"]
    assert said(path, "twitter:card") == ["summary_large_image"]
    assert said("events/storm/index.html", "og:image") == []


def test_with_cards_every_page_has_one() -> None:
    config = CONFIG + "social_cards: true\n"
    base = "https://example.org/story/assets/cards/"
    assert said("events/flood/index.html", "og:image", config) == [f"{base}events/flood/card.png"]
    assert said("index.html", "og:image", config) == [f"{base}card.png"]
    assert said("tags/one/index.html", "og:image", config) == [f"{base}card.png"]
    assert said("tags/one/index.html", "og:image:width", config) == ["1200"]


def test_events_lead_to_their_neighbours() -> None:
    text = page("events/flood/index.html")
    order = [one["id"] for one in json.loads(made()["data/timeline.json"])["events"]]
    place = order.index("flood")
    for name, other in (("prev", place - 1), ("next", place + 1)):
        expected = [f"../../events/{order[other]}/"] if 0 <= other < len(order) else []
        assert re.findall(rf'<link rel="{name}" href="([^"]*)"', text) == expected


def test_all_structured_values_are_schema_orgs() -> None:
    for tree in (made(), example()):
        found = {path: faults(structured(text)) for path, text in pages_of(tree).items() if "ld+json" in text}
        assert {path: told for path, told in found.items() if told} == {}
        assert len(found) > 20


def test_an_event_tells_no_more_than_is_known() -> None:
    flood = node("events/flood/index.html", "Event")
    assert (flood["startDate"], "endDate" in flood, "eventStatus" in flood) == ("2025-08", False, False)
    assert [one["name"] for one in flood["about"]] == ["Ona", "The guild"]
    assert [one["name"] for one in flood["location"]] == ["The lake"]
    assert node("events/flood/index.html", "WebPage")["temporalCoverage"] == "2025-08"
    storm = node("events/storm/index.html", "Event")
    assert (storm["startDate"], storm["endDate"]) == ("2025-08-20", "2025-08-22")
    assert storm["description"].startswith("Disputed. ")
    assert node("events/rescue/index.html", "Event")["eventStatus"] == "https://schema.org/EventScheduled"


def test_what_is_denied_is_not_told_as_an_event() -> None:
    sorts = [one["@type"] for one in structured(page("events/wave/index.html"))["@graph"]]
    assert sorts == ["WebPage", "BreadcrumbList"]


def test_an_article_tells_what_it_is_about_and_whom_it_names() -> None:
    article = node("articles/a/index.html", "NewsArticle")
    assert [one["name"] for one in article["about"]] == ["The flood", "The storm"]
    assert [one["name"] for one in article["mentions"]] == ["The lake", "Ona"]
    assert article["author"][0]["@id"] == "https://example.org/story/people/ona/#person"
    assert article["author"][1] == "Jonas"
    assert (article["isBasedOn"], article["publisher"]["name"]) == ("https://example.com/a", "The Courier")
    assert "license" not in article  # the site's own holds for what is the site's own


def test_a_fact_check_is_told_at_its_own_address() -> None:
    check = node("articles/a/index.html", "ClaimReview")
    assert check["url"] == "https://example.org/story/articles/a/#note-check"
    assert check["claimReviewed"] == "five metres"
    assert check["reviewRating"]["ratingValue"] == 3
    assert check["itemReviewed"]["appearance"] == {"@id": node("articles/a/index.html", "NewsArticle")["@id"]}


def test_a_place_has_its_position_and_a_person_their_other_names() -> None:
    assert node("places/lake/index.html", "Place")["geo"]["latitude"] == 55.1
    ona = node("people/ona/index.html", "Person")
    assert (ona["alternateName"], ona["sameAs"]) == (["Onutė"], ["https://www.wikidata.org/entity/Q42"])


def test_the_way_to_a_page_ends_with_the_page() -> None:
    steps = node("events/flood/index.html", "BreadcrumbList")["itemListElement"]
    assert [one["item"] for one in steps] == [
        "https://example.org/story/",
        "https://example.org/story/timeline/",
        "https://example.org/story/events/flood/",
    ]


def test_the_site_says_how_it_is_searched_if_it_is() -> None:
    assert "potentialAction" in node("index.html", "WebSite")
    without = structured(page("index.html", CONFIG + "search: false\n"))["@graph"][0]
    assert "potentialAction" not in without
