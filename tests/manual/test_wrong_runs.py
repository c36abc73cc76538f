"""A run that finds mistakes, as an author sees it: the whole text, all at once, and the site on disk untouched."""

import json
import os
import time
from itertools import permutations
from pathlib import Path

import pytest

from tests.manual.mistakes import assert_well_formed, bare, looked_at, place_of, say
from tests.manual.run import CONFIG, build, on_disk, place

DRONES = {"events/drone-incursion": "title: Drones\ndate: 2025-09-10"}
RELEASE = "title: The release\ndate: 2025-09-11\n"
ARTICLE = "title: A\npublished: 2025\n\nBelarus freed 52 prisoners on Thursday after talks in Minsk."

TEXTS: list[tuple[str, dict[str, str | bytes], str]] = [
    (
        "the example of the manual",
        {**DRONES, "events/release": f"{RELEASE}after: [drone-incurson]"},
        """\
content/events/release.md:4:9: error[unknown-reference]: no document "drone-incurson"
    4 | after: [drone-incurson]
      |         ^^^^^^^^^^^^^^ did you mean "drone-incursion"?
1 error; nothing was written
""",
    ),
    (
        "a contradiction with its chain",
        {
            "events/release": f"{RELEASE}after: drones",
            "events/drones": "title: D\ndate: XXXX\nafter: call",
            "events/call": "title: C\ndate: 2025-10",
        },
        """\
content/events/release.md:4:8: error[contradiction]: these cannot all be true: release is after drones, which is after \
call; release is dated 2025-09-11 and call is dated 2025-10
    4 | after: drones
      |        ^^^^^^ mend one of the dates, or one of the relations
    content/events/drones.md:4:8: drones is after call
    4 | after: call
      |        ^^^^
    content/events/release.md:3:7: release is dated 2025-09-11
    3 | date: 2025-09-11
      |       ^^^^^^^^^^
    content/events/call.md:3:7: call is dated 2025-10
    3 | date: 2025-10
      |       ^^^^^^^
1 error; nothing was written
""",
    ),
    (
        "a circle",
        {"events/a": "title: A\ndate: XXXX\nafter: b", "events/b": "title: B\ndate: XXXX\nafter: a"},
        """\
content/events/a.md:4:8: error[cycle]: a is after b, which is after a: an event cannot come after itself
    4 | after: b
      |        ^ remove or turn round one of these relations
    content/events/b.md:4:8: b is after a
    4 | after: a
      |        ^
1 error; nothing was written
""",
    ),
    (
        "two files of one id",
        {"pages/2024/a": "title: T", "pages/2025/a": "title: T"},
        """\
content/pages/2025/a.md:1:1: error[duplicate-id]: a second page with the id "a"
    1 | ---
      | ^ rename one of the two files
    content/pages/2024/a.md:1:1: the first one stands here
    1 | ---
      | ^
1 error; nothing was written
""",
    ),
    (
        "two pages at one address",
        {"pages/a": "title: T\nslug: b", "pages/b": "title: T"},
        """\
content/pages/b.md:1:1: error[address-collision]: the page "b" would stand at "b/", where the page "a" of \
content/pages/a.md stands
    1 | ---
      | ^ give one of them another `slug`, or remove the alias
    content/pages/a.md:3:7: the page "a" stands at "b/"
    3 | slug: b
      |       ^
1 error; nothing was written
""",
    ),
    (
        "an empty file",
        {"events/e.md": ""},
        """\
content/events/e.md:1:1: error[missing-front-matter]: the file is empty
    1 |
      | ^ begin with a line `---`, the fields, and another line `---`
1 error; nothing was written
""",
    ),
    (
        "several in one line, in its order",
        {"pages/p": "title: T\n\nSee [x](javascript:alert(1)), [[none]] and ![[n.jpg]].\n"},
        """\
content/pages/p.md:4:9: error[invalid-link]: the link "javascript:alert(1)" is not allowed
    4 | See [x](javascript:alert(1)), [[none]] and ![[n.jpg]].
      |         ^^^^^^^^^^^^^^^^^^^ link with http, https, mailto or tel, to a document or file of the site, or to a \
#heading
content/pages/p.md:4:33: error[unknown-reference]: no document "none"
    4 | See [x](javascript:alert(1)), [[none]] and ![[n.jpg]].
      |                                 ^^^^ the ids of documents are the names of the files in content/
content/pages/p.md:4:47: error[unknown-media]: no file "n.jpg"
    4 | See [x](javascript:alert(1)), [[none]] and ![[n.jpg]].
      |                                               ^^^^^ put the file into `content/media/`
3 errors; nothing was written
""",
    ),
    (
        "a caret below wide letters, and a column in code points",
        {"pages/p": "title: T\n\n消息 🚌 ąė\u0301\tё [[none]]\n"},
        """\
content/pages/p.md:4:14: error[unknown-reference]: no document "none"
    4 | 消息 🚌 ąė\u0301  ё [[none]]
      |                 ^^^^ the ids of documents are the names of the files in content/
1 error; nothing was written
""",
    ),
    (
        "a meaning that changed",
        {"articles/a": ARTICLE, "annotations/n": "target: a\nquote: Belarus freed 14 prisoners on Thursday\n\nN"},
        """\
content/annotations/n.md:3:8: error[changed-meaning]: the quoted words in articles/a have changed in meaning \
("14" to "52"): was "Belarus freed 14 prisoners on Thursday", is now "Belarus freed 52 prisoners on Thursday"
    3 | quote: Belarus freed 14 prisoners on Thursday
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ read the note again: it was written about other words; then \
quote the new ones, or remove the note
1 error; nothing was written
""",
    ),
    (
        "a warning",
        {"articles/a": ARTICLE, "annotations/n": "target: a\nquote: 52 prisoners\nprefix: let go\n\nN"},
        """\
content/annotations/n.md:3:8: warning[moved-quote]: the quote stands in articles/a, but not beside the prefix or \
suffix given
    3 | quote: 52 prisoners
      |        ^^^^^^^^^^^^ now it has prefix: "Belarus freed"
1 warning
""",
    ),
    (
        "a file in another encoding",
        {"pages/p.md": b"---\ntitle: P\n---\nA caf\xe9.\n"},
        """\
content/pages/p.md:4:6: error[not-utf-8]: the byte 0xE9 is not UTF-8; the file is probably in Windows-1252 or one of \
its relatives
    4 | A caf\ufffd.
      |      ^ save as UTF-8 in your editor
1 error; nothing was written
""",
    ),
    (
        "a day that is none",
        {"events/e": "title: T\ndate: 2025-02-29"},
        """\
content/events/e.md:3:7: error[invalid-date]: "2025-02-29" is no day: February 2025 has 28 days
    3 | date: 2025-02-29
      |       ^^^^^^^^^^ correct the day, or leave it out
1 error; nothing was written
""",
    ),
    (
        "a wrong config",
        {"/config.yaml": "title: A\nbase_url: example.org\nlanguage: en\ntimezone: Europe/Vilnus\n"},
        """\
config.yaml:2:11: error[invalid-address]: "example.org" is not a web address
    2 | base_url: example.org
      |           ^^^^^^^^^^^ write https://example.org
config.yaml:4:11: error[invalid-field]: "Europe/Vilnus" is not a time zone
    4 | timezone: Europe/Vilnus
      |           ^^^^^^^^^^^^^ did you mean "Europe/Vilnius"?
2 errors; nothing was written
""",
    ),
]


@pytest.mark.parametrize(("name", "files", "text"), TEXTS, ids=[name for name, _, _ in TEXTS])
def test_the_whole_text(name: str, files: dict[str, str | bytes], text: str) -> None:
    del name
    with on_disk(bare(files)) as site:
        heard = say(site, "check")
        assert heard.stderr == text.replace("; nothing was written", "")
        assert say(site, "build").stderr == text


GOOD = {"events/a": "title: A\ndate: 2025", "pages/p": "title: P\n\nSee [[a]]."}
BREAK = [
    {"content/events/a.md": "---\ntitle: A\ndate: 2025-13\n---\n"},
    {"content/pages/p.md": "---\ntitle: P\n---\n[[none]]\n"},
    {"content/pages/q.md": "no front matter"},
    {"content/people/é.md": b"\xff"},
    {"config.yaml": CONFIG + "colour: red\n"},
    {"config.yaml": "title: [\n"},
    {"content/events/b.md": "---\ntitle: B\ndate: 2024\nafter: a\n---\n"},
]


@pytest.mark.parametrize("broken", BREAK, ids=str)
@pytest.mark.parametrize("options", [(), ("--clean",)], ids=str)
def test_with_an_error_nothing_on_disk_changes(broken: dict[str, str | bytes], options: tuple[str, ...]) -> None:
    with on_disk(bare(GOOD)) as site:
        assert say(site, "build").status == 0
        place({f"/{name}": text for name, text in broken.items()}, site)
        before = looked_at(site / "site"), looked_at(site / "content")
        assert len(before[0]) > 10
        heard = say(site, "build", *options)
        assert heard.status == (2 if "config.yaml" in broken else 1)
        assert (looked_at(site / "site"), looked_at(site / "content")) == before
        (site / "site").rename(site / "kept")
        assert say(site, "build", *options).status == heard.status
        assert not (site / "site").exists()


def test_with_strict_a_warning_leaves_the_site_as_it_was() -> None:
    with on_disk(bare({"articles/a": ARTICLE})) as site:
        assert say(site, "build").status == 0
        place(bare({"annotations/n": "target: a\nquote: A comet over Gdynia"}), site)
        before = looked_at(site / "site")
        assert say(site, "build", "--strict").status == 1
        assert looked_at(site / "site") == before
        assert say(site, "build").status == 0
        assert looked_at(site / "site") != before


def test_a_second_build_writes_nothing_anew() -> None:
    with on_disk(bare(GOOD)) as site:
        say(site, "build")
        before = looked_at(site / "site")
        time.sleep(0.01)
        assert say(site, "build").status == 0
        assert looked_at(site / "site") == before


MANY = {
    "articles/z": "title: Z\npublished: 2025-13\n\n[[one]] [[two]]",
    "events/a": "title: A\ndate: yesterday\nstatus: sure\nafter: none",
    "events/b.md": "no front matter",
    "pages/ä": "title: [\n",
    "people/c": "role: R\nname: N\nsame_as: here",
    "annotations/n": "target: nothing",
}


def test_all_errors_are_shown_at_once_and_sorted() -> None:
    result = build(bare(MANY))
    assert_well_formed(result)
    assert [(*place_of(one), one["code"]) for one in result.diagnostics] == [
        ("content/annotations/n.md", 2, 9, "unknown-reference"),
        ("content/articles/z.md", 3, 12, "invalid-date"),
        ("content/articles/z.md", 5, 3, "unknown-reference"),
        ("content/articles/z.md", 5, 11, "unknown-reference"),
        ("content/events/a.md", 3, 7, "invalid-date"),
        ("content/events/a.md", 4, 9, "invalid-field"),
        ("content/events/a.md", 5, 8, "unknown-reference"),
        ("content/events/b.md", 1, 1, "missing-front-matter"),
        ("content/pages/ä.md", 2, 8, "invalid-yaml"),
        ("content/people/c.md", 4, 10, "invalid-address"),
    ]


def test_the_order_does_not_depend_on_the_order_of_files() -> None:
    told = {
        json.dumps(build(bare({name: MANY[name] for name in names})).diagnostics)
        for names in list(permutations(MANY))[:: 720 // 4]
    }
    assert len(told) == 1


def test_hundreds_of_mistakes_are_all_told_in_little_time() -> None:
    body = "\n\n".join(f"[[none-{number}]]" for number in range(400))
    begun = time.monotonic()
    result = build(bare({f"pages/p{page}": f"title: T\n\n{body}" for page in range(5)}))
    assert len(result.diagnostics) == 2000
    assert time.monotonic() - begun < 5


def test_one_bad_document_is_told_once() -> None:
    """A document that cannot be read is still there: what refers to it is not wrong as well."""
    result = build(bare({"events/a.md": "no front matter", "events/b": "title: B\ndate: 2025\nafter: a\n\n[[a]]"}))
    assert [(one["path"], one["code"]) for one in result.diagnostics] == [
        ("content/events/a.md", "missing-front-matter")
    ]


def test_paths_start_at_the_folder_of_config_yaml_wherever_one_stands(tmp_path: Path) -> None:
    with on_disk(bare({"events/e": "title: T\ndate: 2025-13"})) as site:
        texts = {
            say(folder, "build", "--quiet", "--config", os.path.relpath(site / "config.yaml", folder)).stderr
            for folder in (site, site / "content", site.parent, tmp_path)
        }
    (text,) = texts
    assert text.startswith("content/events/e.md:3:7: error[invalid-date]")
