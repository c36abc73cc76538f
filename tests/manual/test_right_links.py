"""References in every form, what they show and where they lead, other addresses, and what refers to what."""

from functools import lru_cache

import pytest

from tests.manual.markup import every, is_redirect, leads_to, only, parse, refreshed_to, resolve, targets, words
from tests.manual.pictures import PNG_3_BY_2
from tests.manual.run import CONFIG, Result, build

RELEASE = """\
---
title: The Release
date: 2025-09-11
---
## What was said

Nothing, by *anyone*.

## Žodžiai ir datos
"""
OTHERS: dict[str, str | bytes] = {
    "events/release.md": RELEASE,
    "people/ona.md": "---\nname: Ona Petraitė\nalso_known_as: [O. Petraitė, Onutė]\n---\n",
    "organisations/ap.md": "---\nname: Associated Press\nalso_known_as: AP\n---\n",
    "places/ona.md": "---\nname: Ona river\n---\n",
    "pages/method.md": "---\ntitle: Our method\n---\n## How we count\n",
    "media/photo.png": PNG_3_BY_2,
}


def article(body: str, more: str = "") -> str:
    return f"---\ntitle: An article\npublished: 2025-09-12\n{more}---\n{body}\n"


@lru_cache(maxsize=64)
def writing(body: str, path: str = "articles/a.md") -> Result:
    made = build({**OTHERS, path: article(body)})
    assert made.status == 0, made.diagnostics
    return made


# what the author writes, the words shown, the page and the heading that it leads to
REFERENCES = [
    ("[[release]]", "The Release", "events/release/", ""),
    ("[[events/release]]", "The Release", "events/release/", ""),
    ("[[the RELEASE]]", "the RELEASE", "events/release/", ""),
    ("[[release|let go]]", "let go", "events/release/", ""),
    ("[[The Release|let go]]", "let go", "events/release/", ""),
    ("[[onutė]]", "onutė", "people/ona/", ""),
    ("[[Ona Petraitė]]", "Ona Petraitė", "people/ona/", ""),
    ("[[people/ona]]", "Ona Petraitė", "people/ona/", ""),
    ("[[places/ona]]", "Ona river", "places/ona/", ""),
    ("[[AP]]", "AP", "organisations/ap/", ""),
    ("[[ap]]", "Associated Press", "organisations/ap/", ""),
    ("[[our method]]", "our method", "method/", ""),
    ("[[pages/method|how]]", "how", "method/", ""),
    ("[[release#What was said|said]]", "said", "events/release/", "What was said"),
    ("[[release#what-was-said|said]]", "said", "events/release/", "What was said"),
    ("[[release#Žodžiai ir datos|žodžiai]]", "žodžiai", "events/release/", "Žodžiai ir datos"),
    ("[[method#how we count|count]]", "count", "method/", "How we count"),
    ("[let go](release.md)", "let go", "events/release/", ""),
    ("[let go](../events/release.md)", "let go", "events/release/", ""),
    ("[said](../events/release.md#what-was-said)", "said", "events/release/", "What was said"),
    ("[her](../people/ona.md)", "her", "people/ona/", ""),
]


@pytest.mark.parametrize(("written", "shown", "address", "heading"), REFERENCES, ids=[one[0] for one in REFERENCES])
def test_a_reference_shows_its_words_and_leads_there(written: str, shown: str, address: str, heading: str) -> None:
    made = writing(f"Before {written} after.")
    assert made.one("articles", "a")["text"] == f"Before {shown} after."
    page = parse(made.page("articles/a/"))
    [link] = [one for one in every(only(page, "main"), "a") if words(one) == shown and "after" in (one.tail or "")]
    path, fragment = resolve("articles/a/index.html", str(link.get("href")))
    assert path == f"{address}index.html"
    if heading:
        assert words(only(parse(made.tree[path].decode()), id=fragment)).startswith(heading)
    else:
        assert fragment == ""


def test_references_in_tables() -> None:
    made = writing("| A | B |\n|---|---|\n| [[release\\|let go]] | [[people/ona\\|her]] |")
    assert made.one("articles", "a")["text"] == "A\tB\nlet go\ther"
    assert {"events/release/index.html", "people/ona/index.html"} <= leads_to(
        "articles/a/index.html", only(parse(made.page("articles/a/")), "table")
    )


def test_a_path_starts_at_the_authors_file() -> None:
    made = writing("See [it](../../../events/release.md).", "articles/2025/09/a.md")
    assert made.one("articles", "a")["address"] == "articles/a/"
    assert made.one("events", "release")["mentioned_by"] == ["articles/a"]


def test_no_reference_within_code() -> None:
    made = writing("Write `[[release]]` so.\n\n    [[nothing]]\n")
    assert made.one("articles", "a")["text"] == "Write [[release]] so.\n[[nothing]]"
    assert made.one("events", "release")["mentioned_by"] == []


@pytest.mark.parametrize(
    "written",
    [
        "![[photo.png]]",
        "![A photo](photo.png)",
        "![A photo](/media/photo.png)",
        "![A photo](../media/photo.png)",
        '![A photo](photo.png "A caption")',
    ],
)
def test_a_picture_has_its_width_and_height(written: str) -> None:
    made = writing(written)
    [image] = [one for one in every(parse(made.page("articles/a/")), "img") if "photo" in str(one.get("src"))]
    assert (image.get("width"), image.get("height")) == ("3", "2")
    path, _ = resolve("articles/a/index.html", str(image.get("src")))
    assert path in made.tree
    assert image.get("alt") is not None


def test_a_picture_alone_with_a_title_is_a_figure_with_a_caption() -> None:
    made = writing('Words.\n\n![A photo](photo.png "The caption")')
    figure = only(only(parse(made.page("articles/a/")), "main"), "figure")
    assert words(only(figure, "figcaption")) == "The caption"
    inline = writing('Words ![A photo](photo.png "A title") words.')
    assert not every(only(parse(inline.page("articles/a/")), "main"), "figure")


def test_the_picture_of_front_matter() -> None:
    whole = "image: {src: photo.png, alt: A bus, caption: At noon, credit: AP}\n"
    made = build(
        {**OTHERS, "articles/a.md": article("Words.", whole), "articles/b.md": article("W.", "image: photo.png\n")}
    )
    page = only(parse(made.page("articles/a/")), "main")
    [image] = every(page, "img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("A bus", "3", "2")
    assert "At noon" in words(page)
    assert "AP" in words(page)
    assert len(every(only(parse(made.page("articles/b/")), "main"), "img")) == 1


def test_everything_that_refers_is_told_and_sorted() -> None:
    files: dict[str, str | bytes] = {
        **OTHERS,
        "index.md": "Of [[release]].\n",
        "articles/zeta.md": article("Of [[release]], twice [[release]]."),
        "articles/alpha.md": article("Words.", "events: release\nauthors: people/ona\n"),
        "annotations/on-it.md": "---\ntarget: release\n---\nA note.\n",
        "annotations/of-it.md": "---\ntarget: alpha\nevents: [release]\n---\nOf [[release]] and [[AP]].\n",
        "events/later.md": "---\ntitle: Later\ndate: 2025-09-12\nafter: release\nsources: zeta\npeople: ona\n---\n",
        "pages/method.md": "---\ntitle: Our method\n---\nAs with [that](../events/release.md).\n",
    }
    made = build(files)
    release = made.one("events", "release")
    assert release["mentioned_by"] == [
        "annotations/of-it",
        "annotations/on-it",
        "articles/alpha",
        "articles/zeta",
        "events/later",
        "index",
        "pages/method",
    ]
    assert release["annotations"] == ["on-it"]
    assert made.one("people", "ona")["mentioned_by"] == ["articles/alpha", "events/later"]
    assert made.one("people", "ona")["events"] == ["later"]
    assert made.one("organisations", "ap")["mentioned_by"] == ["annotations/of-it"]
    assert made.one("articles", "zeta")["mentioned_by"] == ["events/later"]
    assert made.one("articles", "alpha")["mentioned_by"] == ["annotations/of-it"]
    assert made.one("articles", "alpha")["annotations"] == ["of-it"]
    assert made.one("articles", "alpha")["events"] == ["release"]


def test_backlinks_lead_back_with_the_sentence_that_refers() -> None:
    body = "It was a quiet day. Then, at noon, came [[release|the opening of the gate]] and much else. Nobody spoke."
    made = writing(body)
    [backlinks] = every(parse(made.page("events/release/")), data_backlinks=True)
    assert "articles/a/index.html" in leads_to("events/release/index.html", backlinks)
    assert "Then, at noon, came the opening of the gate and much else." in words(backlinks)
    assert "Nobody spoke" not in words(backlinks)


def test_a_slug_changes_the_address_and_not_the_id() -> None:
    files = {
        "events/release.md": RELEASE.replace("date:", "slug: freed\ndate:"),
        "articles/a.md": article("Of [[release]].", "slug: žodžiai\n"),
        "pages/method.md": "---\ntitle: Method\nslug: how\n---\n",
    }
    made = build(files)
    assert made.one("events", "release")["address"] == "events/freed/"
    assert made.one("articles", "a")["address"] == "articles/žodžiai/"
    assert made.one("pages", "method")["address"] == "how/"
    assert {"events/freed/index.html", "articles/žodžiai/index.html", "how/index.html"} <= set(made.tree)
    assert not {"events/release/index.html", "articles/a/index.html", "method/index.html"} & set(made.tree)
    assert only(parse(made.page("events/freed/")), "html").get("data-id") == "release"
    assert "events/freed/index.html" in leads_to("articles/žodžiai/index.html", parse(made.page("articles/žodžiai/")))


def test_aliases_are_redirects_with_a_canonical_link() -> None:
    more = "aliases: [old/place, /older/file.html, deep/er/]\n"
    made = build({"articles/a.md": article("Words.", more)})
    for path in ("old/place/index.html", "older/file.html", "deep/er/index.html"):
        page = made.tree[path].decode()
        assert is_redirect(page)
        assert resolve(path, refreshed_to(page)) == ("articles/a/index.html", "")
        assert only(parse(page), "link", rel="canonical").get("href") == "https://example.org/story/articles/a/"
    sitemap = made.tree["sitemap.xml"].decode()
    assert "https://example.org/story/articles/a/" in sitemap
    assert "old" not in sitemap
    assert "deep" not in sitemap


def test_events_redirects_to_the_timeline() -> None:
    made = build({"events/release.md": RELEASE})
    page = made.page("events/")
    assert is_redirect(page)
    assert resolve("events/index.html", refreshed_to(page)) == ("timeline/index.html", "")
    assert "<loc>https://example.org/story/events/</loc>" not in made.tree["sitemap.xml"].decode()


def test_the_alias_of_an_annotation_leads_to_the_note() -> None:
    note = "---\ntarget: a\naliases: notes/17\n---\nA note.\n"
    made = build({"articles/a.md": article("Words."), "annotations/n.md": note})
    page = made.tree["notes/17/index.html"].decode()
    assert resolve("notes/17/index.html", refreshed_to(page)) == ("articles/a/index.html", "note-n")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script> words", "<script>alert(1)</script>"),
        ("Words <b onclick='x()'>bold</b>.", "<b onclick='x()'>bold</b>"),
        ("<div>\nwords\n</div>", "<div>"),
    ],
)
def test_raw_html_is_shown_as_text(written: str, shown: str) -> None:
    made = writing(written)
    page = only(parse(made.page("articles/a/")), "main")
    assert shown in words(page)
    assert shown in made.one("articles", "a")["text"]
    assert not every(page, "script")


def test_raw_html_where_the_site_wants_it_is_sanitised() -> None:
    body = "Words <b onclick='x()'>bold</b> <script>alert(1)</script>"
    made = build({"articles/a.md": article(body)}, config=CONFIG + "markdown:\n  html: true\n")
    page = only(parse(made.page("articles/a/")), "main")
    assert words(only(page, "b")) == "bold"
    assert "onclick" not in made.page("articles/a/")
    assert not every(page, "script")


def test_a_footnote_leads_there_and_back() -> None:
    made = writing("Words.[^1]\n\n[^1]: The foot of [[release]].")
    page = parse(made.page("articles/a/"))
    fragments = {
        fragment for path, fragment in targets("articles/a/index.html", page) if path == "articles/a/index.html"
    }
    assert len([one for one in fragments if one and every(page, id=one)]) >= 2
    assert "The foot of The Release" in words(only(page, "main"))
    assert made.one("events", "release")["mentioned_by"] == ["articles/a"]


def test_a_post_is_text_with_its_author_and_date() -> None:
    line = '::: post author="Ona P." handle="@ona" platform="Mastodon" date="2025-09-11" url="https://example.com/1"'
    made = writing(f"Before.\n\n{line}\nWe are *free*.\n\nAll of us.\n:::\n\nAfter.")
    assert made.one("articles", "a")["text"] == "Before.\nWe are free.\nAll of us.\nAfter."
    page = only(parse(made.page("articles/a/")), "main")
    for shown in ("Ona P.", "@ona", "Mastodon", "11 September 2025"):
        assert shown in words(page)
    assert every(page, "a", href="https://example.com/1")
