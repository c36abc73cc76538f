import re

from tests.site import site
from tests.viewing import views

REPORT = {
    "articles/report": "title: The report\npublished: 2025-09-12\n\nThe weir gave way at noon. Nobody was hurt.",
    "articles/other": "title: Another\npublished: 2025-09-13\n\nText.",
    "events/weir": """title: The weir
date: 2025-09-11
sources:
  - {article: report, quote: gave way at noon, note: By the clock.}
  - {article: report, quote: Nobody was hurt}
  - {url: "https://example.org/dam", title: The dam}""",
    "annotations/wrong": "target: report\ntype: correction\nquote: at noon\ndate: 2025-09-14\n\nIt was one.",
    "annotations/why": "target: report\ntype: context\nquote: The weir\n\nBuilt in 1911.",
}


def told(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_document_is_named_once_below_a_source_with_all_that_it_quotes() -> None:
    view = views(site(REPORT))["sources/index.html"]
    (report,) = view.articles
    assert (report.cite.lead.title, report.count) == ("The report", 2)
    (weir,) = report.resting
    assert [one.quote for one in weir.uses] == ["gave way at noon", "Nobody was hurt"]
    assert told(site(REPORT).page("sources/index.html")).count("The weir") == 2  # the report and the dam


def test_articles_that_nothing_rests_on_stand_apart() -> None:
    view = views(site(REPORT))["sources/index.html"]
    assert [one.title for one in view.unused] == ["Another"]
    assert "Nothing rests on these yet Another" in told(site(REPORT).page("sources/index.html"))


def test_notes_are_listed_by_type_with_their_passage() -> None:
    page = told(site(REPORT).page("annotations/index.html"))
    assert re.search(r"Context 1 The weir The report .*Correction 1 at noon The report 14 September 2025", page)


def test_a_note_says_its_type_where_types_are_mixed() -> None:
    page = told(site(REPORT).page("index.html"))
    assert "Correction at noon The report · 14 September 2025".replace(" · ", " ") in page


def test_a_correction_shows_what_it_is_on_and_a_revision_both_versions() -> None:
    revised = REPORT["events/weir"] + "\nknown: 2025-09-20\nrevisions: [{known: 2025-09-12, title: The dam bursts}]"
    page = told(site({**REPORT, "events/weir": revised}).page("corrections/index.html"))
    assert "Correction 14 September 2025 The report On the words at noon It was one." in page
    assert "Title Before The dam bursts Since then The weir" in page
    assert page.index("The dam bursts") > page.index("It was one.")  # newest first
