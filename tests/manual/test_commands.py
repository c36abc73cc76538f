"""What an author types: commands, options, their exit status, and what they leave alone."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from tests.manual.mistakes import Heard, bare, looked_at, say
from tests.manual.run import CONFIG, MARK, ROOT, on_disk, place, tree_of

SITE = {
    "events/release": "title: The release\ndate: 2025-09-11\n\nWords.",
    "events/secret": "title: Zebra\ndate: 2025-09-12\ndraft: true\n\nSecret words.",
    "articles/early": "title: Early\npublished: 2025-08-01\n\nWords.",
    "articles/late": "title: Late\npublished: 2025-10-01\n\nWords.",
}
BROKEN = {"pages/p": "title: P\n\n[[none]]"}
WARNED = {"annotations/n": "target: early\nquote: A comet over the harbour"}
KINDS = ["article", "annotation", "event", "person", "organisation", "place", "page"]


def timeline(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "data/timeline.json").read_bytes())
    return told


def ids(folder: Path, part: str) -> list[str]:
    return [one["id"] for one in timeline(folder)[part]]


def apart(folder: Path, *words: str) -> Heard:
    """The same in a process of its own, through `build.py`."""
    line = [sys.executable, str(ROOT / "build.py"), *words]
    ran = subprocess.run(line, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert "Traceback" not in ran.stderr
    return Heard(ran.returncode, ran.stdout, ran.stderr)


# commands


def test_no_command_means_build() -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site).status == 0
        bare_tree = tree_of(site / "site")
        assert say(site, "--output", "other").status == 0
        assert say(site, "build", "--output", "third").status == 0
        assert tree_of(site / "other") == tree_of(site / "third") == bare_tree
        assert "events/release/index.html" in bare_tree


@pytest.mark.parametrize(
    ("files", "status"), [(SITE, 0), ({**SITE, **WARNED}, 0), (BROKEN, 1), ({"/config.yaml": "title: A\n"}, 2)], ids=str
)
def test_check_tells_what_build_tells_and_writes_nothing(files: dict[str, str | bytes], status: int) -> None:
    with on_disk(bare(files)) as site:
        before = {name: kept for name, (_, kept) in looked_at(site).items()}
        told = say(site, "check", "--format", "json")
        assert told.status == status
        after = {name: kept for name, (_, kept) in looked_at(site).items()}
        assert {name: kept for name, kept in after.items() if not name.startswith(".dateline")} == before
        built = say(site, "build", "--format", "json")
        assert built.status == status
        assert [line for line in built.stdout.splitlines() if line[0] == "{"] == told.stdout.splitlines()


def test_strict_takes_a_warning_for_an_error() -> None:
    with on_disk(bare({**SITE, **WARNED})) as site:
        assert say(site, "build").status == 0
        assert say(site, "check", "--strict").status == 1
        assert say(site, "build", "--strict", "--output", "other").status == 1
        assert not (site / "other").exists()
        lines = say(site, "check", "--strict", "--format", "json").stdout.splitlines()
        assert [json.loads(line)["code"] for line in lines] == ["orphaned-quote"]


def test_clean_removes_ours_and_nothing_else() -> None:
    with on_disk(bare(SITE)) as site:
        before = looked_at(site)
        assert say(site, "build").status == 0
        assert (site / "site/index.html").exists()
        assert say(site, "clean").status == 0
        assert {name: kept for name, (_, kept) in looked_at(site).items()} == {
            name: kept for name, (_, kept) in before.items()
        }
        assert say(site, "clean").status == 0


def test_clean_leaves_what_is_not_ours() -> None:
    foreign = {
        "site/CNAME": b"example.org",
        "site/.git/config": b"x",
        "site/mine/notes.txt": b"x",
        ".dateline/mine": b"x",
    }
    with on_disk(bare(SITE)) as site:
        assert say(site, "build").status == 0
        place({f"/{name}": data for name, data in foreign.items()}, site)
        assert say(site, "clean").status in (0, 1)
        left = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        assert {name: data for name, data in foreign.items() if left.get(name) != data} == {}
        assert not [name for name in left if name.startswith("site/") and name not in {*foreign, f"site/{MARK}"}]


def test_clean_does_not_touch_a_folder_without_our_mark() -> None:
    with on_disk(bare(SITE)) as site:
        place({"/site/index.html": "somebody's own", "/photos/one.jpg": "x"}, site)
        before = looked_at(site)
        say(site, "clean")
        say(site, "clean", "--output", "photos")
        say(site, "clean", "--output", "content")
        say(site, "clean", "--cache", "content")
        say(site, "clean", "--cache", "photos")
        assert looked_at(site) == before


@pytest.mark.parametrize("kind", [*KINDS, "config"])
def test_a_schema_is_valid_and_strict(kind: str) -> None:
    with on_disk({}) as site:
        told = say(site, "schema", kind)
    assert (told.status, told.stderr) == (0, "")
    schema = json.loads(told.stdout)
    validator_for(schema, default=Draft202012Validator).check_schema(schema)
    check = validator_for(schema, default=Draft202012Validator)(schema)
    assert not check.is_valid({"colour": "red"})
    assert all("description" in field for field in schema["properties"].values())
    required = {"person": "name", "organisation": "name", "place": "name", "annotation": "target"}.get(kind, "title")
    assert required in schema["required"]
    if kind != "config":
        assert {"draft", "slug", "aliases"} <= set(schema["properties"])
        assert not any("draft" in error.message for error in check.iter_errors({"x-own": [1]}))


def test_the_schema_of_all_kinds() -> None:
    with on_disk({}) as site:
        told = say(site, "schema")
    assert told.status == 0
    whole = json.dumps(json.loads(told.stdout))
    assert all(kind in whole for kind in KINDS)


def test_a_schema_takes_what_the_product_takes() -> None:
    right: dict[str, Any] = {
        "event": {
            "title": "T",
            "date": "2025-09",
            "after": {"event": "a", "by": "P1D"},
            "sources": ["a", {"url": "https://a.b/"}],
        },
        "article": {"title": "T", "published": "2025-09-12T00:07+05:30", "x-own": {"a": 1}},
        "annotation": {"target": "articles/a", "quote": "52 prisoners", "verdict": "mixed"},
        "place": {"name": "N", "latitude": 54.7, "longitude": 25.3},
        "page": {"title": "T", "nav": 2},
    }
    with on_disk({}) as site:
        for kind, value in right.items():
            schema = json.loads(say(site, "schema", kind).stdout)
            assert list(validator_for(schema, default=Draft202012Validator)(schema).iter_errors(value)) == []


# wrong lines


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["buidl"], ["buidl", "build"]),
        (["chek"], ["chek", "check"]),
        (["claen"], ["claen", "clean"]),
        (["nonsense"], ["nonsense"]),
        (["build", "--outptu", "x"], ["--outptu", "--output"]),
        (["build", "--draft"], ["--draft", "--drafts"]),
        (["--baseurl", "x"], ["--baseurl", "--base-url"]),
        (["build", "--format", "xml"], ["xml", "json"]),
        (["build", "--jobs", "0"], ["0"]),
        (["build", "--jobs", "many"], ["many"]),
        (["build", "--jobs", "-1"], ["-1"]),
        (["build", "--output"], ["--output"]),
        (["build", "extra"], ["extra"]),
        (["schema", "evnt"], ["evnt", "event"]),
        (["schema", "story"], ["story", "event"]),
        (["build", "--as-of", "yesterday"], ["yesterday"]),
        (["build", "--as-of", "2025-13"], ["2025-13"]),
        (["build", "--as-of", "2025-02-30"], ["2025-02-30"]),
        (["build", "--base-url", "example.org"], ["example.org"]),
        (["build", "--base-url", "javascript:alert(1)"], ["javascript:alert(1)"]),
        (["build", "--base-url", "ftp://example.org/"], ["ftp://example.org/"]),
        (["build", "--config", "nowhere.yaml"], ["nowhere.yaml"]),
        (["check", "--config", "content"], ["content"]),
        (["build", "--quiet", "--verbose"], ["--quiet", "--verbose"]),
        (["build", "--strict=yes"], ["--strict"]),
    ],
    ids=str,
)
def test_a_wrong_line_is_status_2_and_quoted(line: list[str], words: list[str]) -> None:
    with on_disk(bare(SITE)) as site:
        before = looked_at(site)
        told = say(site, *line)
        assert told.status == 2, told
        assert [word for word in words if word not in told.stderr + told.stdout] == []
        assert looked_at(site) == before


# options


def test_drafts_are_shown_where_asked_and_nowhere_else() -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site, "build").status == 0
        assert [name for name, data in tree_of(site / "site").items() if b"Zebra" in data or b"Secret" in data] == []
        assert say(site, "build", "--drafts").status == 0
        assert ids(site / "site", "events") == ["release", "secret"]
        assert say(site, "build").status == 0
        assert ids(site / "site", "events") == ["release"]
        assert not (site / "site/events/secret").exists()


@pytest.mark.parametrize(
    ("as_of", "articles"),
    [
        ("2025-07", []),
        ("2025-08", ["early"]),
        ("2025-08-01", ["early"]),
        ("2025-09-30", ["early"]),
        ("2025", ["early", "late"]),
    ],
)
def test_as_of_is_the_site_as_it_stood(as_of: str, articles: list[str]) -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site, "build", "--as-of", as_of).status == 0
        assert sorted(ids(site / "site", "articles")) == articles
        assert timeline(site / "site")["site"]["as_of"]


def test_what_is_published_in_the_future_is_published() -> None:
    with on_disk(bare({"articles/a": "title: A\npublished: 2999-01-01"})) as site:
        assert say(site).status == 0
        assert ids(site / "site", "articles") == ["a"]


def test_base_url_is_what_must_be_absolute() -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site, "--base-url", "https://other.example/deep/").status == 0
        page = (site / "site/events/release/index.html").read_text("utf-8")
        assert 'href="https://other.example/deep/events/release/"' in page
        assert "https://example.org" not in page
        assert "https://other.example/deep/events/release/" in (site / "site/sitemap.xml").read_text("utf-8")
        say(site, "--base-url", "https://other.example/deep", "--output", "bare")
        assert tree_of(site / "bare") == tree_of(site / "site")


@pytest.mark.parametrize(
    "options", [("--jobs", "1"), ("--jobs", "3"), ("--clean",), ("--cache", "deep/cache")], ids=str
)
def test_the_bytes_are_those_of_a_clean_build(options: tuple[str, ...]) -> None:
    with on_disk(bare(SITE)) as site:
        say(site, "build", "--clean", "--output", "clean-one")
        assert say(site, "build", *options).status == 0
        assert tree_of(site / "site") == tree_of(site / "clean-one")


def test_the_cache_stands_where_asked() -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site, "build", "--cache", "elsewhere/cache").status == 0
        assert not (site / ".dateline").exists()
        assert say(site, "clean", "--cache", "elsewhere/cache").status == 0
        assert not (site / "elsewhere/cache").exists()


def test_quiet_says_nothing_of_what_went_well() -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site, "--quiet")[1:] == ("", "")
        assert say(site)[1:] != ("", "")
        assert len("".join(say(site, "--verbose")[1:])) > len("".join(say(site)[1:]))


def test_json_is_one_object_a_line_on_standard_output() -> None:
    with on_disk(bare({**BROKEN, "events/e": 'title: "T\\u2028"\ndate: 2025-13\nstatus: "a\\nb"'})) as site:
        told = say(site, "check", "--format", "json")
    found = [json.loads(line) for line in told.stdout.split("\n") if line]
    assert [(one["path"], one["line"], one["code"]) for one in found] == [
        ("content/events/e.md", 2, "mixed-scripts"),
        ("content/events/e.md", 3, "invalid-date"),
        ("content/events/e.md", 4, "invalid-field"),
        ("content/pages/p.md", 4, "unknown-reference"),
    ][-len(found) :]
    assert len(found) >= 3
    assert "{" not in told.stderr


def test_github_gets_workflow_commands() -> None:
    with on_disk(
        bare({"pages/p": "title: P\n\n[[a, b: 100%]]", **WARNED, "articles/early": SITE["articles/early"]})
    ) as site:
        told = say(site, "check", "--format", "github")
    first, second = told.stdout.splitlines()
    assert first.startswith("::warning file=content/annotations/n.md,line=3,")
    assert second.startswith("::error file=content/pages/p.md,line=4,col=3,")
    assert "100%25" in second.partition("::error")[2]
    assert "title=unknown-reference" in second
    assert told.status == 1


# where it runs


def test_it_runs_from_anywhere() -> None:
    with on_disk(bare(SITE)) as site:
        told = apart(site.parent, "--config", f"{site.name}/config.yaml")
        assert told.status == 0
        assert (site / "site/index.html").is_file()
        assert sorted(path.name for path in site.parent.iterdir()) == [site.name]
        assert str(site) not in "".join(data.decode("utf-8", "replace") for data in tree_of(site / "site").values())
        assert apart(site, "check").status == 0
        told = apart(site.parent, "check")
        assert told.status == 2
        assert "missing-config" in told.stderr


def test_a_site_may_bring_some_of_the_layouts() -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site).status == 0
        plain = tree_of(site / "site")
        place({"/layouts/assets/own.txt": "mine"}, site)
        assert say(site).status == 0
        assert set(plain) <= set(tree_of(site / "site"))


def test_an_interrupted_build_ends_with_130_and_leaves_nothing_half_done() -> None:
    files = {f"events/e{number}": f"title: T\ndate: 2025\n\n{'Words. ' * 300}" for number in range(2000)}
    with on_disk(bare(files)) as site:
        line = [sys.executable, str(ROOT / "build.py"), "build"]
        building = subprocess.Popen(line, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        time.sleep(0.8)
        building.send_signal(signal.SIGINT)
        _, told = building.communicate(timeout=30)
        assert building.returncode == 130
        assert "Traceback" not in told
        assert tree_of(site / "site") == {}
        assert {path.name for path in site.iterdir()} <= {"config.yaml", "content", ".dateline", "site"}


def test_the_config_of_these_tests_is_right() -> None:
    with on_disk({}, CONFIG) as site:
        assert say(site).status == 0
