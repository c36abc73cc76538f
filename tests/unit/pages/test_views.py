"""A page reads no more of the story than it shows: else it would be made again for what nobody sees on it."""

import pytest
from msgspec import structs

from dateline.model.body import Body
from dateline.model.names import Id, Key, Kind
from dateline.pages.describing import described
from dateline.pages.palette import palette
from dateline.pages.views.article import article_view
from dateline.pages.views.event import event_view
from dateline.pages.wording import wording
from dateline.story import Story
from tests.site import product_layouts, site
from tests.storied import Reads, all_views, story_of, watched

BODILY = ("filled", "anchors", "cited", "quotes", "backlinks", "answers", "files")
"""What changes with every edit of a body."""
WORDS = wording("en")
PAPER = palette(product_layouts())
DOCUMENTS = {
    "index": "title: Welcome\n\nAn introduction to [[talks]].",
    "articles/report": "title: The report\npublished: 2025-09-12\ntags: [call]\n\nThe talks began. [[port]] shut.",
    "articles/other": "title: Other\npublished: 2025-09-13\n\nNothing is said of [[report]] here.",
    "annotations/quoting": "target: report\nquote: The talks began\ndate: 2025-09-14\n\nSo says [[other]].",
    "annotations/reply": "target: annotations/quoting\n\nDo they?",
    "annotations/fix": "target: other\ntype: correction\ndate: 2025-09-15\n\nIt was said.",
    "events/talks": "title: Talks\ndate: 2025-09-01\ntags: [call]\nthreads: [line]\npeople: [ann]\nplaces: [port]\n"
    'sources: {article: report, quote: "The talks began"}\n\nThey met at the [[port]].',
    "events/shut": "title: Shut\ndate: 2025-09-10\nknown: 2025-09-11\ncaused_by: talks\nplaces: [port]\n\nIt was shut.",
    "people/ann": "name: Ann\n\nAnn was there.",
    "places/port": "name: Port\n\nA port.",
    "pages/about": "title: About\n\nAbout [[report]].",
}
MADE = site(DOCUMENTS, config="threads: {line: Line}\n")


@pytest.fixture(scope="module")
def story() -> Story:
    return story_of(MADE)


@pytest.fixture(scope="module")
def reads(story: Story) -> dict[str, dict[str, set[Key]]]:
    """For each page, which rows of what changes with bodies were read for it."""
    seen, tables = watched(story, *BODILY)
    found: dict[str, dict[str, set[Key]]] = {}
    for view in all_views(seen):
        described(seen, view, PAPER)
        found[view.path.removesuffix("index.html")] = {name: one.read for name, one in tables.items()}
        for one in tables.values():
            one.read = set()
    return found


@pytest.mark.parametrize(
    "path",
    [
        *("articles/", "annotations/", "people/", "places/", "timeline/", "threads/line/", "tags/", "tags/call/"),
        *("search/", "known/", "known/2025-09-11/"),
    ],
)
def test_a_list_reads_nothing_of_bodies(reads: dict[str, dict[str, set[Key]]], path: str) -> None:
    assert {name: read for name, read in reads[path].items() if read} == {}


def test_the_home_page_reads_the_bodies_that_it_shows(reads: dict[str, dict[str, set[Key]]]) -> None:
    assert reads[""]["filled"] == {Key(Kind.INDEX, Id("index")), Key(Kind.ANNOTATION, Id("fix"))}


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("articles/report/", "articles/report annotations/quoting annotations/reply"),
        ("events/talks/", "events/talks"),
        ("people/ann/", "people/ann"),
        ("about/", "pages/about"),
    ],
)
def test_a_document_s_page_reads_its_own_body_and_those_of_its_notes(
    reads: dict[str, dict[str, set[Key]]], path: str, own: str
) -> None:
    bodies = {str(key) for key in reads[path]["filled"]}
    assert bodies == set(own.split())
    assert {str(key) for key in reads[path]["backlinks"]} <= bodies


def test_an_event_s_page_reads_only_the_rows_of_its_neighbours(story: Story) -> None:
    seen, tables = watched(story, "neighbours", "around", "documents", "named")
    event_view(seen, Key(Kind.EVENT, Id("talks")), WORDS)
    assert tables["around"].read == {Key(Kind.EVENT, Id("talks"))}
    assert Key(Kind.ARTICLE, Id("other")) not in tables["documents"].read | tables["named"].read
    assert Key(Kind.ANNOTATION, Id("fix")) not in tables["documents"].read


def test_an_article_s_page_reads_no_document_that_it_does_not_name(story: Story) -> None:
    seen, tables = watched(story, "documents", "named")
    article_view(seen, Key(Kind.ARTICLE, Id("report")), WORDS)
    unrelated = {Key(Kind.PAGE, Id("about")), Key(Kind.ANNOTATION, Id("fix")), Key(Kind.EVENT, Id("shut"))}
    assert not tables["documents"].read & unrelated
    assert Key(Kind.ANNOTATION, Id("fix")) not in tables["named"].read


def test_no_page_reads_a_document_s_body_as_it_was_read(story: Story) -> None:
    """What a page shows of a body stands in the story: `filled`, `answers`, `files`."""
    documents = {key: structs.replace(one, body=Body()) for key, one in story.documents.items()}
    bodiless = structs.replace(story, documents=documents)
    shown, whole = ([described(one, view, PAPER) for view in all_views(one)] for one in (bodiless, story))
    assert shown == whole


def test_reads_are_seen() -> None:
    table = Reads({1: "a", 2: "b"})
    assert (table.get(1), 3 in table, table.read) == ("a", False, {1, 3})
    assert (list(table), table.read) == ([1, 2], {1, 2, 3})
