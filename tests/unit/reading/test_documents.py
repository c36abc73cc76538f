from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.kernel.diagnostics import Span
from dateline.model.body import Body, File
from dateline.model.documents import (
    Account,
    Alias,
    Annotation,
    Article,
    Author,
    Entity,
    Event,
    FreePage,
    Image,
    Quote,
    Reference,
    Relation,
    Source,
    Verdict,
)
from dateline.model.names import Id, InputPath, Key, Kind
from dateline.reading.documents import document_key
from tests.told import read, told

CASES = Path(__file__).parents[2] / "cases" / "wrong-front-matter.txt"

EVENT = "content/events/release.md"
ARTICLE = "content/articles/fifty-two.md"
NOTE = "content/annotations/note.md"


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Title, path, text and what is said, of each case of the file."""
    for case in CASES.read_text("utf-8").split("\n# ")[1:]:
        title, path, _, *lines = case.splitlines()
        size = next(at for at, line in enumerate(lines) if line and not line.startswith("    "))
        text = "".join(f"{line[4:]}\n" for line in lines[: size - 1])
        yield title, path, text, "\n".join(lines[size:]).strip()


@pytest.mark.parametrize(("path", "text", "expected"), [pytest.param(*one[1:], id=one[0]) for one in cases()])
def test_all_that_is_wrong_is_said_with_place_code_message_and_hint(path: str, text: str, expected: str) -> None:
    assert told(text, read(path, text).found) == expected


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(
            EVENT,
            "",
            "1:1-1:1 error[missing-front-matter]: the file is empty\n"
            "= begin with a line `---`, the fields, and another line `---`",
            id="empty",
        ),
        pytest.param(
            EVENT,
            " \n\n",
            "1:1-1:1 error[missing-front-matter]: the file is empty\n"
            "= begin with a line `---`, the fields, and another line `---`",
            id="white space",
        ),
        pytest.param(
            EVENT,
            b"---\ntitle: " + "вызваленне".encode("cp1251") + b"\n---\n",
            "2:8-2:9 error[not-utf-8]: the byte 0xE2 is not UTF-8; the file is probably in Windows-1251\n"
            "> \ufffd\n= save as UTF-8 in your editor",
            id="Windows-1251",
        ),
        pytest.param(
            EVENT,
            "---\ntitle: a\0b\n---\n",
            "2:9-2:10 error[not-utf-8]: a NUL character stands here\n> \0\n"
            "= remove it, and save as UTF-8 in your editor",
            id="NUL",
        ),
        pytest.param(
            EVENT,
            "---\ntitle: a\x07b\n---\n",
            "2:9-2:10 error[invalid-yaml]: the control character U+0007 stands here\n> \x07\n"
            "= remove the character; it cannot be seen in most editors",
            id="control character",
        ),
        pytest.param(
            f"content/events/{'a' * 253}.md",
            "---\ntitle: T\ndate: 2025\n---\n",
            f'1:1-1:1 error[invalid-id]: "{"a" * 59}…" is longer than 255 bytes\n= choose a shorter name',
            id="long name",
        ),
        pytest.param(
            "content/events/re\u200blease.md",
            "---\ntitle: T\ndate: 2025\n---\n",
            '1:1-1:1 warning[mixed-scripts]: the character U+200B in "re<U+200B>lease" cannot be seen\n'
            "= remove the character",
            id="zero-width letter",
        ),
    ],
)
def test_so_is_what_no_editor_shows(path: str, text: str | bytes, expected: str) -> None:
    assert told(text, read(path, text).found) == expected


def spans(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


AN_ARTICLE = """---
title: 1984
published: 2025-09-12T00:07+05:30
updated: 2025-09-13
authors: [Ona Petraitė, people/gitanas]
publisher: No
url: https://example.org/ą?b=1
archive_url: http://[2001:db8::1]:8080/
language: be-tarask
summary: >-
  One
  two
tags: [a, a, 2025]
threads: diplomacy
events: [release, events/call]
image: photo%20one.jpg
licence: CC BY 4.0
slug: Łódź-2
aliases: [old/one, /old/two.html]
draft: yes
x-mood: {colours: [1, 1.50, 0x1F, yes, true, ~, 2025-09-11], "x": "1"}
x-nothing:
---
Words
"""


def test_an_article() -> None:
    text = AN_ARTICLE
    made = read(ARTICLE, text)
    assert made.found == ()
    article = made.value
    assert isinstance(article, Article)
    head = article.head
    assert (head.key, head.path) == (Key(Kind.ARTICLE, Id("fifty-two")), ARTICLE)
    assert (head.title, head.title_span) == ("1984", spans(text, "1984"))
    assert head.summary == "One two"
    assert (head.slug, head.slug_span) == ("Łódź-2", spans(text, "Łódź-2"))
    assert head.aliases == (
        Alias("old/one", spans(text, "old/one")),
        Alias("/old/two.html", spans(text, "/old/two.html")),
    )
    assert head.draft is True
    assert head.extra == (("x-mood", '{"colours":[1,1.5,"0x1F","yes",true,null,"2025-09-11"],"x":"1"}'),)
    assert article.published.date.edtf == "2025-09-12T00:07+05:30"
    assert article.published.span == spans(text, "2025-09-12T00:07+05:30")
    assert article.updated
    assert article.updated.date.edtf == "2025-09-13"
    assert [one.written for one in article.authors] == ["Ona Petraitė", "people/gitanas"]
    assert article.authors[0] == Author("Ona Petraitė", spans(text, "Ona Petraitė"))
    assert (article.publisher, article.url) == ("No", "https://example.org/ą?b=1")
    assert (article.archive_url, article.language) == ("http://[2001:db8::1]:8080/", "be-tarask")
    assert article.tags == ("a", "2025")
    assert article.threads == (Reference("diplomacy", spans(text, "diplomacy")),)
    assert article.events[1] == Reference("events/call", spans(text, "events/call"))
    assert article.image == Image(File("photo one.jpg", spans(text, "photo%20one.jpg")))
    assert article.licence == "CC BY 4.0"
    assert article.body.pieces


def test_an_annotation() -> None:
    text = """---
target: articles/fifty-two
quote: "52 prisoners"
prefix: "of "
suffix: |
  were
  freed
type: fact-check
authors: Ona
date: 2025-09-12
events: release
sources: fifty-two
tags: prisoners
verdict: {claim: All were freed, rating: true}
title: Not all
---
"""
    note = read(NOTE, text).value
    assert isinstance(note, Annotation)
    assert note.target == Reference("articles/fifty-two", spans(text, "articles/fifty-two"))
    assert note.quote == Quote("52 prisoners", spans(text, '"52 prisoners"'), "of ", "were\nfreed")
    assert note.type == "fact-check"
    assert note.verdict == Verdict("true", "All were freed")
    assert (note.head.title, note.tags, note.date is not None) == ("Not all", ("prisoners",), True)
    assert (note.authors[0].written, note.events[0].written) == ("Ona", "release")


def test_the_least_annotation_and_a_rating_alone() -> None:
    note = read(NOTE, "---\ntarget: release\nverdict: mostly true\n---\n").value
    assert isinstance(note, Annotation)
    assert (note.type, note.quote, note.head.title) == ("context", None, "")
    assert note.verdict == Verdict("mostly true")


AN_EVENT = """---
title: The release
date: [2025-09-09, 2025-09-10..2025-09-11]
as_said: yesterday
known: 2025-09-12
status: reported
after: [drones, {event: call, by: P1M}]
before: {event: '[[sanctions|S]]'}
during: visit
caused_by: {event: call}
related: [invasion]
sources:
- {article: fifty-two, quote: "52", prefix: of, note: AP's}
- https://example.org/report
- {url: https://example.org/x, title: X}
- title: A report without an address
accounts: {says: Fourteen, sources: [{article: belta}], status: disputed}
importance: 3
revisions:
- known: 2025-09-11
  date:
  - 2025-09-10
  title: A release
- {known: 2025-09-11, x-old: 1}
---
"""


def test_an_event() -> None:
    text = AN_EVENT
    made = read(EVENT, text)
    assert made.found == ()
    event = made.value
    assert isinstance(event, Event)
    assert event.date
    assert event.date.date.edtf == "[2025-09-09,2025-09-10..2025-09-11]"
    assert event.date.span == spans(text, "[2025-09-09, 2025-09-10..2025-09-11]")
    assert (event.as_said, event.status, event.importance) == ("yesterday", "reported", 3)
    drones, call = event.after
    assert drones == Relation(Reference("drones", spans(text, "drones")))
    assert (call.event.written, call.by_written, call.by and call.by.months) == ("call", "P1M", 1)
    assert event.before[0].event == Reference("sanctions", spans(text, "'[[sanctions|S]]'"))
    assert [one.event.written for one in (*event.during, *event.caused_by)] == ["visit", "call"]
    first, address, elsewhere, untitled = event.sources
    assert first.article == Reference("fifty-two", spans(text, "fifty-two"))
    assert first.quote == Quote("52", spans(text, '"52"'), "of")
    assert (first.note, first.span) == ("AP's", spans(text, "fifty-two"))
    assert address == Source(spans(text, "https://example.org/report"), url="https://example.org/report")
    assert (elsewhere.url, elsewhere.title) == ("https://example.org/x", "X")
    assert (untitled.url, untitled.title) == (None, "A report without an address")
    (account,) = event.accounts
    span = spans(text, "{says: Fourteen, sources: [{article: belta}], status: disputed}")
    assert account == Account("Fourteen", span, account.sources, "disputed")
    assert account.sources[0].article == Reference("belta", spans(text, "belta"))
    was, still = event.revisions
    assert was.fields == ("date", "title")
    assert was.event.date
    assert (was.event.date.date.edtf, was.event.head.title) == ("[2025-09-10]", "A release")
    assert (was.event.head.key, was.event.body) == (event.head.key, Body())
    assert (still.fields, still.event.head.title, still.event.head.extra) == ((), "", (("x-old", "1"),))


def test_a_relation_with_a_by_is_a_date() -> None:
    made = read(EVENT, "---\ntitle: T\nafter: [call, {event: drones, by: P1D}]\n---\n")
    assert made.found == ()
    assert isinstance(made.value, Event)
    assert made.value.date is None


def test_people_and_places() -> None:
    text = """---
name: Vilnius
also_known_as: [Wilno, Вільня, Wilno]
role: capital
wikidata: Q216
same_as: https://example.org/vilnius
image: {src: /media/v.jpg, alt: A, caption: B, credit: C}
latitude: 54.6872
longitude: -0
---
"""
    made = read("content/places/lt/vilnius.md", text)
    assert made.found == ()
    place = made.value
    assert isinstance(place, Entity)
    assert place.head.key == Key(Kind.PLACE, Id("vilnius"))
    assert place.also_known_as == ("Wilno", "Вільня")
    assert (place.latitude, place.longitude) == (54.6872, 0)
    assert place.image == Image(File("/media/v.jpg", spans(text, "/media/v.jpg")), "A", "B", "C")
    assert (place.role, place.wikidata, place.same_as) == ("capital", "Q216", ("https://example.org/vilnius",))


@pytest.mark.parametrize(("nav", "place"), [("true", 0), ("7", 7), ("false", None), ("", None)])
def test_a_page_has_a_place_in_the_navigation(nav: str, place: int | None) -> None:
    page = read("content/pages/about.md", f"---\ntitle: About\nnav: {nav}\n---\n").value
    assert isinstance(page, FreePage)
    assert page.nav == place


@pytest.mark.parametrize("text", ["Words\n", "---\n---\nWords\n", "---\nsummary: S\n---\nWords\n"])
def test_the_introduction_needs_no_field(text: str) -> None:
    made = read("content/index.md", text)
    assert made.found == ()
    assert isinstance(made.value, FreePage)
    assert made.value.head.key == Key(Kind.INDEX, Id("index"))
    assert made.value.body.pieces


def test_marks_and_line_ends_make_no_difference() -> None:
    text = "---\ntitle: |\n  T\n  U\ndate: 2025-09-31\nsummary: é😀\nstaus: x\n---\n# Hé\n\n[x](y:z)\n"
    plain = read(EVENT, text)
    assert plain.found
    for other in (f"\ufeff{text}", text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        assert read(EVENT, other) == plain


def test_what_is_left_out_is_absent() -> None:
    text = "---\ntitle: T\ndate: 2025\nknown:\nstatus: ~\ntags: []\nsources: [null]\nas_said: ''\ndraft: null\n---\n"
    made = read(EVENT, text)
    assert made.found == ()
    assert made.value == read(EVENT, "---\ntitle: T\ndate: 2025\n---\n").value


def test_one_bad_field_loses_only_that_field() -> None:
    event = read(EVENT, "---\ntitle: T\ndate: 2025\nknown: never\nstatus: no\nafter: [a, [b], {event: c}]\n---\n").value
    assert isinstance(event, Event)
    assert (event.known, event.status) == (None, "confirmed")
    assert [one.event.written for one in event.after] == ["a", "c"]


def test_a_document_lacking_its_title_is_still_read_for_what_else_is_wrong() -> None:
    made = read(ARTICLE, "---\nsummary: S\n---\n")
    assert isinstance(made.value, Article)
    assert made.value.head.title == "fifty-two"
    assert made.value.published.date.edtf == "XXXX"
    assert read(NOTE, "---\nquote: q\n---\n").value is None


def test_a_file_that_can_be_no_document_is_still_read_for_what_else_is_wrong() -> None:
    made = read("content/events/Release.md", "---\ntitle: T\ndate: 2025-13\n---\n[a](b:c)\n")
    assert made.value is None
    assert sorted(one.code for one in made.found) == ["invalid-date", "invalid-id", "invalid-link"]


def test_keys_come_from_paths() -> None:
    assert document_key(InputPath("content/index.md")) == Key(Kind.INDEX, Id("index"))
    assert document_key(InputPath("content/annotations/2025/09/why.md")) == Key(Kind.ANNOTATION, Id("why"))
    composed, decomposed = (InputPath(f"content/people/{name}.md") for name in ("nausėda", "nause\u0307da"))
    assert document_key(composed) == document_key(decomposed) == Key(Kind.PERSON, Id("nausėda"))


@pytest.mark.parametrize("date", ["[]", "[~, '']", "\n- \n- null"])
def test_a_list_of_nothing_is_nothing(date: str) -> None:
    assert [one.code for one in read(EVENT, f"---\ntitle: T\ndate: {date}\n---\n").found] == ["missing-date"]


def test_half_a_place_is_no_place() -> None:
    for text in ("latitude: 54.6872", "latitude: 54.6872\nlongitude: far"):
        place = read("content/places/vilnius.md", f"---\nname: N\n{text}\n---\n").value
        assert isinstance(place, Entity)
        assert (place.latitude, place.longitude) == (None, None)


def test_one_mistake_is_told_once() -> None:
    wrong = {
        NOTE: "target: a\nquote: [b]\nprefix: c\n",
        EVENT: "title: T\nafter: [{event: a, by: never}]\n",
        ARTICLE: "title: T\npublished: never\n",
        "content/places/vilnius.md": "name: N\nlatitude: x\nlongitude: 1\n",
    }
    for path, fields in wrong.items():
        assert len(read(path, f"---\n{fields}---\n").found) == 1
