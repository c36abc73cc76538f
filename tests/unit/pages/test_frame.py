import pytest

from dateline.linking.addresses import Spot
from dateline.model.names import Address, Fragment
from dateline.pages.frame import href, root_of
from tests.site import site
from tests.viewing import views

DOCUMENTS = {
    "articles/a": "title: A\npublished: 2025-09-12\n\nText.",
    "annotations/n": "target: a\ndate: 2025-09-13\n\nNote.",
    "events/e": "title: E\ndate: 2025-08\nknown: 2025-09-12\ntags: [call]",
    "people/p": "name: P",
    "pages/second": "title: Second\nnav: 2",
    "pages/first": "title: First\nnav: 1",
    "pages/apart": "title: Apart",
}
CONFIG = "threads: {talks: Talks}\n"


@pytest.mark.parametrize(("address", "root"), [("", "./"), ("404.html", "./"), ("events/e/", "../../")])
def test_the_way_to_the_root(address: str, root: str) -> None:
    assert root_of(Address(address)) == root


def test_links_are_relative_and_encoded() -> None:
    assert href("../../", Spot(Address("tags/été/"), Fragment("s-a b"))) == "../../tags/%C3%A9t%C3%A9/#s-a%20b"
    assert href("./", Address("")) == "./"
    assert href("./", Address("events/e/")) == "events/e/"


@pytest.mark.parametrize(
    ("path", "crumbs"),
    [
        ("index.html", []),
        ("404.html", []),
        ("articles/index.html", [("Home", "../")]),
        ("articles/a/index.html", [("Home", "../../"), ("Articles", "../../articles/")]),
        ("events/e/index.html", [("Home", "../../"), ("Timeline", "../../timeline/")]),
        ("threads/talks/index.html", [("Home", "../../"), ("Timeline", "../../timeline/")]),
        ("tags/call/index.html", [("Home", "../../"), ("Tags", "../../tags/")]),
        ("known/2025-09-12/index.html", [("Home", "../../"), ("What was known when", "../../known/")]),
        ("apart/index.html", [("Home", "../")]),
    ],
)
def test_where_a_page_stands(path: str, crumbs: list[tuple[str, str]]) -> None:
    frame = views(site(DOCUMENTS, config=CONFIG))[path].frame
    assert [(one.title, one.href) for one in frame.crumbs] == crumbs


def test_the_navigation_leads_to_what_there_is_and_then_to_pages_that_ask_for_it() -> None:
    made = views(site(DOCUMENTS, config=CONFIG))
    nav = made["people/index.html"].frame.nav
    assert [one.title for one in nav] == ["Timeline", "Articles", "People", "Notes", "Sources", "First", "Second"]
    assert [one.title for one in nav if one.current] == ["People"]
    assert [one.title for one in made["people/p/index.html"].frame.nav if one.current] == []


def test_every_page_leads_to_the_search_and_tells_its_own_address_on_paper() -> None:
    page = site(DOCUMENTS, config=CONFIG).page("events/e/index.html")
    assert '<a href="../../search/">Search</a>' in page
    assert '<p class="address"><bdi dir="ltr">https://example.org/story/events/e/</bdi></p>' in page
