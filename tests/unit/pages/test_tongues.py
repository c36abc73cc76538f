"""Two languages on one site: wherever words of a foreign document stand, a reader's voice and eye are told."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dateline.pages.tongues import attributes
from tests.site import site

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


class Reader(HTMLParser):
    """The visible words of a page, each run with the language and direction that it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str, str]] = []
        self.runs: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, (_, language, direction) = dict(attrs), self.open[-1] if self.open else ("", "", "")
        language, direction = given.get("lang") or language, given.get("dir") or direction
        self.runs += [(given[name] or "", language, direction) for name in ("alt",) if name in given]
        if tag not in VOID:
            self.open.append((tag, language, direction))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"head", "script", "style"} & {tag for tag, _, _ in self.open}:
            self.runs.append((data, *self.open[-1][1:]) if self.open else (data, "", ""))


def runs(html: str) -> list[tuple[str, str, str]]:
    reader = Reader()
    reader.feed(html)
    return reader.runs


def mixed(language: str, foreign: str, mine: str, theirs: str, *, own_title: bool = True) -> dict[str, str]:
    """The pages of a site whose own words all begin with `mine`, with an article whose words begin with `theirs`."""
    title = f"title: {mine}note\n" if own_title else ""
    quote = f'target: articles/far\nquote: "{theirs}one {theirs}two"'
    gone = " ".join(f"{theirs}{word}" for word in ("gone", "away", "from", "here", "forever", "lost"))
    made = site(
        {
            "articles/far": f"title: {theirs}title\npublished: 2025-03-01\nlanguage: {foreign}\n"
            f"summary: {theirs}summary\naliases: [old/far/]\ntags: [one]\nevents: [near]\n"
            f"image: {{src: ../media/a.png, alt: {theirs}alt, caption: {theirs}caption}}\n\n"
            f"{theirs}one {theirs}two {theirs}three, {theirs}see [[near]].\n\n## {theirs}heading\n\n"
            f"{theirs}end.[^1]\n\n[^1]: {theirs}footnote.",
            "articles/close": f"title: {mine}article\npublished: 2025-03-02\n\n{mine}reads [[far]] {mine}gladly.",
            "events/near": f"title: {mine}event\ndate: 2025-02\nsources:\n  - article: far\n"
            f'    quote: "{theirs}two {theirs}three"\naccounts:\n  - says: {mine}says\n'
            f"    sources: [{{article: far}}]\n\n{mine}body names [[articles/far]].",
            "annotations/a": f"{title}{quote}\ntype: fact-check\nverdict: {{rating: mixed}}\n\n{mine}note.",
            "annotations/b": f"{title}{quote}\ntype: correction\ndate: 2025-03-03\n\n{mine}note on [[far]].",
            "annotations/c": f'{title}target: articles/far\nquote: "{gone}"\n\n{mine}note.',
            "annotations/d": f"{title}target: articles/far\ntype: question\n\n{mine}note on the whole.",
            "media/a.png": b"\x89PNG",
        },
        config=f"language: {language}\n",
    )
    built = replace(made, config=made.config.replace("language: en\n", "", 1)).build()
    assert [one for one in built.found if one.severity == "error"] == []
    return {path: data.decode() for path, data in built.tree.items() if path.endswith(".html")}


@pytest.mark.parametrize("own_title", [True, False])
@pytest.mark.parametrize(
    ("language", "foreign", "mine", "theirs", "way"),
    [("en", "ar", "home", "بعيد", "rtl"), ("ar", "en-GB", "قريب", "far", "ltr"), ("pl", "lt", "swoje", "obce", "ltr")],
)
def test_foreign_words_say_their_language(
    language: str,
    foreign: str,
    mine: str,
    theirs: str,
    way: str,
    own_title: bool,  # noqa: FBT001
) -> None:
    told = set()
    for path, html in mixed(language, foreign, mine, theirs, own_title=own_title).items():
        for words, tongue, direction in runs(html):
            for found in re.findall(rf"{theirs}\w+", words):
                assert (tongue, direction) == (foreign, way), (path, words)
                told.add((found.removeprefix(theirs), path))
            if re.search(rf"\b{mine}\w+", words):
                assert tongue == language, (path, words)
    assert {"title", "summary", "one", "heading", "footnote", "alt", "caption", "gone"} <= {word for word, _ in told}
    pages = {path.split("/")[0] for _, path in told}
    assert pages >= {"index.html", "articles", "events", "annotations", "sources", "corrections", "tags", "old"}


def test_what_dateline_says_within_a_foreign_text_is_in_that_language() -> None:
    files = {
        "articles/a": "title: A\npublished: 2025\nlanguage: pl\n\nText.[^1] On @[2025-08-11].\n\n[^1]: Note.",
        "articles/b": "title: B\npublished: 2025\nlanguage: de\n\nText.[^1]\n\n[^1]: Note.",
    }
    made = site(files)
    assert "Powrót do tekstu" in made.page("articles/a/index.html")
    assert "Back to the text" in made.page("articles/b/index.html")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("", ""),
        ("ar", ' lang="ar" dir="rtl"'),
        ("az-Arab", ' lang="az-Arab" dir="rtl"'),
        ("pl", ' lang="pl" dir="ltr"'),
    ],
)
def test_attributes(language: str, expected: str) -> None:
    assert attributes(language) == expected


def test_a_language_is_escaped() -> None:
    assert '"' not in attributes('a"b').replace('="', "").replace('" ', "").rstrip('"')
