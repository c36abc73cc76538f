"""Ids, addresses and files that cannot stand side by side, or cannot stand at all."""

import os
import unicodedata
from pathlib import Path

import pytest

from tests.manual.mistakes import Case, assert_told, assert_well_formed, case, error, place_of, warning
from tests.manual.run import Result, build, on_disk, run

NFC, NFD = "\u00e9", "e\u0301"


def page(more: str = "") -> str:
    return f"---\ntitle: P\n{more}---\nWords.\n"


IDS = [
    case(f"an id {name!r}", {f"pages/{name}.md": "①" + page()}, error("①", "invalid-id", name[:20], hint=hint))
    for name, hint in [
        ("About", "about"),
        ("about us", "about-us"),
        ("about_us", "about-us"),
        ("about.us", "about-us"),
        ("a,b", "a-b|letters"),
        ("a'b", "letters|ab|a-b"),
        ("a&b", "letters|a-b"),
        ("a%20b", "rename"),
        ("con", "Windows|another|rename"),
        ("nul", "Windows|another|rename"),
        ("lpt1", "Windows|another|rename"),
        ("🚌", "letters|rename"),
    ]
]
IDS += [
    case(f"an id {name!a}", {f"pages/{name}.md": "①" + page()}, warning("①", "mixed-scripts", code, hint="remove"))
    for name, code in [("\u200ba", "U+200B"), ("a\u202eb", "U+202E")]
]
IDS += [
    case("a Cyrillic letter", {"pages/rel\u0435ase.md": "①" + page()}, warning("①", "mixed-scripts", hint=".")),
    case(
        "a folder that is no kind", {"evnts/a.md": "①" + page()}, error("①", "unknown-folder", "evnts", hint="events")
    ),
    case("no folder", {"about.md": "①" + page()}, error("①", "unknown-folder", hint="pages")),
]


@pytest.mark.parametrize("wrong", IDS, ids=lambda one: ascii(one.name))
def test_what_is_wrong_is_told_at_its_place(wrong: Case) -> None:
    assert_told(wrong)


@pytest.mark.parametrize("name", ["about-us", "naujienos-šiaurė", "вызваленне", "消息", "a1", "2025", "ą"])
def test_letters_of_any_script_make_an_id(name: str) -> None:
    assert build({f"pages/{name}.md": page()}).codes == []


def named(result: Result) -> list[tuple[str, set[str]]]:
    return [(one["code"], {one["path"], *(other["path"] for other in one["related"])}) for one in result.diagnostics]


def test_one_id_in_two_folders_of_a_kind() -> None:
    result = build({"pages/2024/a.md": page(), "pages/2025/a.md": page()})
    assert_well_formed(result)
    assert named(result) == [("duplicate-id", {"content/pages/2024/a.md", "content/pages/2025/a.md"})]
    assert result.status == 1
    assert result.diagnostics[0]["related"][0]["line"] == 1


COLLISIONS = [
    ("letter case", {"events/release.md": "slug: release\n", "events/other.md": "slug: Release\n"}),
    ("Unicode form", {"events/one.md": f"slug: caf{NFC}\n", "events/other.md": f"slug: caf{NFD}\n"}),
    ("spaces and dashes", {"events/one.md": "aliases: old/a-b\n", "events/other.md": "aliases: old/a b\n"}),
    ("spaces and their code", {"events/one.md": "aliases: old/a%20b\n", "events/other.md": "aliases: old/a b\n"}),
    ("the same slug", {"events/one.md": "slug: same\n", "events/other.md": "slug: same\n"}),
    ("a slug and an id", {"events/one.md": "slug: other\n", "events/other.md": ""}),
    ("an alias and a page", {"events/one.md": "aliases: /events/other/\n", "events/other.md": ""}),
    (
        "an alias and a page, with its file",
        {"events/one.md": "aliases: events/other/index.html\n", "events/other.md": ""},
    ),
    ("an alias and a page, other case", {"events/one.md": "aliases: /Events/Other/\n", "events/other.md": ""}),
    ("two aliases", {"events/one.md": "aliases: old/x\n", "events/other.md": "aliases: /old/x/\n"}),
    (
        "a file where a folder must be",
        {"events/one.md": "aliases: old/x.html\n", "events/other.md": "aliases: old/x.html/y\n"},
    ),
]


@pytest.mark.parametrize(("name", "fronts"), COLLISIONS, ids=[name for name, _ in COLLISIONS])
def test_a_collision_names_both_files(name: str, fronts: dict[str, str]) -> None:
    del name
    result = build({path: f"---\ntitle: T\ndate: 2025\n{front}---\n" for path, front in fronts.items()})
    assert_well_formed(result)
    assert named(result) == [("address-collision", {f"content/{path}" for path in fronts})]
    assert result.status == 1
    assert all(other["line"] >= 1 for one in result.diagnostics for other in one["related"])


@pytest.mark.parametrize(("first", "second"), [("a/", "b/"), ("", "")], ids=["two folders", "one folder"])
def test_one_id_in_two_unicode_forms_names_both_files(first: str, second: str) -> None:
    result = build({f"pages/{first}caf{NFC}.md": page(), f"pages/{second}caf{NFD}.md": page()})
    assert_well_formed(result)
    ((_, paths),) = named(result)
    assert sorted(unicodedata.normalize("NFC", path) for path in paths) == sorted(
        {f"content/pages/{first}caf{NFC}.md", f"content/pages/{second}caf{NFC}.md"}
    )
    assert len(result.diagnostics[0]["related"]) == 1
    assert result.status == 1


@pytest.mark.parametrize(
    ("path", "front"),
    [
        ("pages/timeline.md", "title: T\n"),
        ("pages/events.md", "title: T\n"),
        ("pages/tags.md", "title: T\n"),
        ("pages/search.md", "title: T\n"),
        ("pages/known.md", "title: T\n"),
        ("pages/data.md", "title: T\n"),
        ("pages/media.md", "title: T\n"),
        ("pages/a.md", "title: T\naliases: index.html\n"),
        ("pages/a.md", "title: T\naliases: events\n"),
        ("pages/a.md", "title: T\naliases: assets/site.css\n"),
        ("pages/a.md", "title: T\naliases: 404.html\n"),
        ("pages/a.md", "title: T\naliases: Index.html\n"),
        ("pages/a.md", "title: T\naliases: data/timeline.json\n"),
        ("pages/a.md", "title: T\naliases: feed.xml\n"),
        ("pages/a.md", "title: T\naliases: sitemap.xml\n"),
        ("pages/a.md", "title: T\naliases: robots.txt\n"),
    ],
)
def test_a_page_of_the_product_is_not_hidden(path: str, front: str) -> None:
    result = build({path: f"---\n{front}---\n"})
    assert_well_formed(result)
    assert result.codes == ["address-collision"]
    assert result.diagnostics[0]["path"] == f"content/{path}"


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "aux"])
def test_a_reserved_name_is_no_slug(name: str) -> None:
    assert_told(case(name, {"pages/a": f"title: T\nslug: ①{name}"}, error("①", "invalid-address", name, hint=".")))


def test_a_name_over_255_bytes_is_no_slug() -> None:
    assert_told(case("long", {"pages/a": f"title: T\nslug: ①{'ą' * 130}"}, error("①", "invalid-address", hint=".")))


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"---\ntitle: P\n---\nA caf\xe9.\n", 4, 6),
        (b"---\ntitle: \xff\n---\n", 2, 8),
        (b"---\ntitle: P\n---\nA\x00b\n", 4, 2),
        ("---\ntitle: P\n---\n".encode("utf-16"), 1, 1),
        (b"---\ntitle: P\n---\n\xc4\x97\xc4\x97\xed\xa0\x80\n", 4, 3),
        (b"---\ntitle: P\n---\n\xc0\xaf\n", 4, 1),
        (b"---\r\ntitle: P\r\n---\r\none\r\n\x80\r\n", 5, 1),
    ],
)
def test_what_is_not_utf_8_is_told_with_its_place(data: bytes, line: int, column: int) -> None:
    result = build({"pages/p.md": data})
    assert_well_formed(result)
    assert [place_of(one) for one in result.diagnostics] == [("content/pages/p.md", line, column)]
    assert result.codes == ["not-utf-8"]
    assert "UTF-8" in result.diagnostics[0]["hint"]
    assert result.status == 1


def test_a_file_has_a_limit() -> None:
    result = build({"pages/p.md": page() + "x" * 6_000_000})
    assert_well_formed(result)
    assert [(*place_of(one), one["code"]) for one in result.diagnostics] == [
        ("content/pages/p.md", 1, 1, "file-too-large")
    ]


def link(path: Path, site: Path) -> None:
    path.symlink_to(site / "elsewhere")


def pipe(path: Path, site: Path) -> None:
    del site
    os.mkfifo(path)


@pytest.mark.parametrize("make", [link, pipe])
@pytest.mark.parametrize("name", ["pages/p.md", "media/p.jpg", "pages/folder", "events"])
def test_links_and_pipes_are_not_followed(make: object, name: str) -> None:
    assert callable(make)
    with on_disk({"/elsewhere/secret.md": page(), "people/x.md": "---\nname: X\n---\n"}) as site:
        path = site / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path, site)
        result = run(site)
    assert_well_formed(result)
    assert [(*place_of(one), one["code"], one["severity"]) for one in result.diagnostics] == [
        (f"content/{name}", 1, 1, "not-a-file", "error")
    ]
    assert result.status == 1
    assert result.tree == {}


def test_a_link_to_nothing_and_one_in_a_circle_are_told() -> None:
    with on_disk({"pages/p.md": page()}) as site:
        (site / "content/pages/gone.md").symlink_to("nowhere")
        (site / "content/pages/round").symlink_to("..")
        result = run(site)
    assert [(one["path"], one["code"]) for one in result.diagnostics] == [
        ("content/pages/gone.md", "not-a-file"),
        ("content/pages/round", "not-a-file"),
    ]


@pytest.mark.parametrize(
    "name",
    ["pages/.hidden.md", "pages/p.md~", "pages/#p.md#", "pages/.p.md.swp", ".git/x.md", "pages/p.md.bak", ".DS_Store"],
)
def test_editors_litter_is_no_content(name: str) -> None:
    result = build({"pages/p.md": page(), name: b"\xff not a document"})
    assert (result.status, result.diagnostics) == (0, ())
    assert not [path for path in result.tree if "hidden" in path or "DS_Store" in path or "git" in path]


def test_a_picture_beside_a_document_is_no_document() -> None:
    assert build({"pages/p.md": page(), "pages/notes.txt": "x"}).status == 0


def test_an_svg_with_a_script_is_a_warning() -> None:
    body = "---\ntitle: P\n---\n![x](/media/x.svg)\n"
    for picture in (
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    ):
        result = build({"pages/p.md": body, "media/x.svg": picture})
        assert [(one["path"], one["code"], one["severity"]) for one in result.diagnostics] == [
            ("content/media/x.svg", "unsafe-image", "warning")
        ]
        assert "<script>" not in result.page("p/")
