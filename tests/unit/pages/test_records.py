from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag

import pytest

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.pages.records import Record, blocks, year_words, years
from tests.site import Site, site

DOCUMENTS: dict[str, str | bytes] = {
    "index": "title: What happened\n\nAn introduction.\n\n## Where to begin\n\nHere.",
    "articles/a": (
        "title: The release\npublished: 2025-09-12\nauthors: [Ona]\npublisher: The Daily\nthreads: [talks]\n"
        "tags: [freed men]\nsummary: Who went free\n\nFifty-two *people* went free.[^1]\n\n"
        "## Two “verbs”\n\n- to buy\n- to service\n\n"
        "## Two “verbs”\n\n| a | b |\n|---|---|\n| one | two |\n\n[^1]: Says the report."
    ),
    "articles/foreign": "title: Išlaisvinti\npublished: 2025-09-13\nlanguage: lt\n\nKaliniai išlaisvinti.",
    "annotations/n": (
        "target: a\nquote: people went free\ndate: 2025-09-14\nverdict: {claim: They walked, rating: mixed}\n\n"
        "It is said so.\n\n### By whom\n\nBy one."
    ),
    "annotations/reply": "target: annotations/n\n\nBy two.",
    "annotations/abroad": "target: foreign\nquote: Kaliniai\n\nThe prisoners.",
    "events/e": (
        "title: The call\ndate: 2024/2026\nas_said: for two years\nsummary: They spoke\nthreads: talks\n"
        "accounts: [{says: They did not speak}]\n\nA call.\n\n## Afterwards\n\nNothing."
    ),
    "events/unknown": "title: Nobody knows when\ndate: XXXX",
    "people/p": "name: Ona\nalso_known_as: [The editor]\nrole: Editor",
    "organisations/o": "name: The Daily",
    "places/l": "name: Vilnius\n\n## Streets\n\nMany.",
    "pages/about": "title: About\n\nUs.",
    "articles/hidden": "title: Hidden words\npublished: 2025\ndraft: true\n\nHidden.",
}
SITE = site(DOCUMENTS, config="threads: {talks: {title: Talks, summary: Who spoke}}\n")


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return by_address(SITE)


def by_address(one: Site) -> dict[str, Record]:
    found = one.build().search
    assert len({record.address for record in found}) == len(found)
    return {record.address: record for record in found}


class Fragments(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found |= {value for name, value in attrs if name == "id" and value}


def test_everything_is_found_once_and_drafts_are_not(records: dict[str, Record]) -> None:
    whole = {address: record.title for address, record in records.items() if "#" not in address}
    assert whole == {
        "": "What happened",
        "articles/a/": "The release",
        "articles/foreign/": "Išlaisvinti",
        "events/e/": "The call",
        "events/unknown/": "Nobody knows when",
        "people/p/": "Ona",
        "organisations/o/": "The Daily",
        "places/l/": "Vilnius",
        "about/": "About",
        "threads/talks/": "Talks",
        "tags/freed-men/": "freed men",
    }
    assert "Hidden" not in repr(records)


def test_every_record_leads_to_a_place_that_is_there(records: dict[str, Record]) -> None:
    tree = SITE.build().tree
    for address in records:
        page, fragment = urldefrag(address)
        words = tree[f"{unquote(page)}index.html"].decode()
        assert not fragment or unquote(fragment) in Fragments(words).found, address


def test_a_text_is_found_by_its_sections(records: dict[str, Record]) -> None:
    assert records["articles/a/"].text == "Who went free.\nFifty-two people went free."
    first, second = records["articles/a/#two-verbs"], records["articles/a/#two-verbs-1"]
    assert (first.title, first.text, first.context) == ("Two “verbs”", "to buy.\nto service.", "The release")
    assert second.text.startswith("a.\nb.\none.\ntwo.\n")
    assert "Says the report." in second.text


def test_a_note_is_one_record_where_it_stands(records: dict[str, Record]) -> None:
    note = records["articles/a/#note-n"]
    assert note.text == "They walked.\nmixed.\nIt is said so.\nBy whom.\nBy one."
    assert (note.title, note.kind, note.group) == ("people went free", "Note: Context", "Notes")
    assert (note.context, note.threads, note.years) == ("The release", ("Talks",), ("2025",))
    assert records["articles/a/#note-reply"].context == "people went free"


def test_what_front_matter_says_is_found_too(records: dict[str, Record]) -> None:
    assert records["events/e/"].text.splitlines() == [
        "They spoke.",
        "for two years.",
        "They did not speak.",
        "A call.",
    ]
    assert records["people/p/"].text == "The editor."
    assert records["people/p/"].context == "Editor"
    assert records["articles/a/"].context == "Ona · The Daily"
    assert records["threads/talks/"].text == "Who spoke."


def test_languages_are_told_where_they_are_not_the_sites(records: dict[str, Record]) -> None:
    foreign, note = records["articles/foreign/"], records["articles/foreign/#note-abroad"]
    assert (foreign.language, foreign.title_language) == ("lt", "lt")
    assert (note.language, note.title_language) == ("", "lt")
    assert records["articles/a/"].language == ""


def test_records_are_in_time(records: dict[str, Record]) -> None:
    ranked = sorted(records.values(), key=lambda record: record.rank)
    assert [record.rank for record in ranked] == list(range(len(ranked)))
    dated = [record.title for record in ranked if record.date and record.years]
    assert dated[:2] == ["The call", "Afterwards"]
    assert dated[-1] == "people went free"
    assert ranked[-1].date == ""


def test_an_index_may_be_switched_off() -> None:
    assert site(DOCUMENTS, config="search: false\n").build().search == ()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (["one", "", "two\n\nthree!"], "one.\ntwo.\nthree!"),
        (["“He said so.”", "(he did)"], "“He said so.”\n(he did)."),
        (["a\u200bb  c\td"], "ab c d."),
        (["and so on,"], "and so on,"),
        ([], ""),
    ],
)
def test_blocks_are_lines_that_end(given: list[str], shown: str) -> None:
    assert blocks(given) == shown


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2025-09", ("2025",)),
        ("2024/2026", ("2024", "2025", "2026")),
        ("1918/1990", ("1918", "1990")),
        ("2025/..", ("2025",)),
        ("XXXX", ()),
        ("-0043", ("44 BCE",)),
        ("0000", ("1 BCE",)),
    ],
)
def test_years_of_a_date(edtf: str, shown: tuple[str, ...]) -> None:
    date = parse(edtf, "UTC")
    assert isinstance(date, Date)
    assert years(date, "UTC", "en") == shown


def test_a_year_far_off_has_words() -> None:
    assert year_words(20_000, "UTC", "en")
    assert year_words(-20_000, "UTC", "en") != year_words(20_000, "UTC", "en")
