import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from dateline.cli import run
from dateline.commands.build import losses
from dateline.edge.manifest import NAME

CONFIG = """title: A story
base_url: https://example.org/story/
language: en
timezone: Europe/Vilnius
"""
RELEASE = """---
title: The release
date: 2025-09-11
---
They crossed.
"""
BROKEN = RELEASE.replace("date: 2025-09-11\n", "date: 2025-09-11\nafter: [relese]\n")
Told = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "story"
    put(folder, "config.yaml", CONFIG)
    put(folder, "content/events/release.md", RELEASE)
    put(folder, "content/events/call.md", RELEASE.replace("The release", "The call").replace("09-11", "08"))
    monkeypatch.chdir(folder)
    return folder


def put(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items())}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_build_makes_the_site_and_says_so(root: Path, capfd: Told) -> None:
    assert run([]) == 0
    told = capfd.readouterr()
    assert told.err == ""
    first, last = told.out.splitlines()
    assert first.startswith("built ")
    assert last == "see site/index.html"
    made = files(root / "site")
    assert {"index.html", "events/release/index.html", "data/timeline.json", NAME} <= set(made)
    assert names(root) == [".dateline", "config.yaml", "content", "site"]


def test_a_second_build_changes_nothing_and_equals_a_clean_one(root: Path, capfd: Told) -> None:
    run([])
    before = {path: (root / "site" / path).stat().st_mtime_ns for path in files(root / "site")}
    run([])
    assert {path: (root / "site" / path).stat().st_mtime_ns for path in files(root / "site")} == before
    assert "unchanged)" in capfd.readouterr().out
    put(root, "content/events/call.md", RELEASE.replace("The release", "A call"))
    (root / "content" / "events" / "release.md").unlink()
    run(["--quiet"])
    assert capfd.readouterr() == ("", "")
    incremental = files(root / "site")
    shutil.rmtree(root / "site")
    run(["--clean"])
    assert files(root / "site") == incremental
    assert not any("release" in path for path in incremental)


def test_with_an_error_the_site_stays_as_it_was(root: Path, capfd: Told) -> None:
    run([])
    before = files(root / "site")
    put(root, "content/events/release.md", BROKEN)
    put(root, "content/events/other.md", "no front matter")
    capfd.readouterr()
    assert run([]) == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert "content/events/other.md:1:1: error[missing-front-matter]" in told.err
    assert (
        'content/events/release.md:4:9: error[unknown-reference]: no document "relese"\n'
        "    4 | after: [relese]\n"
        '      |         ^^^^^^ did you mean "release"?\n'
    ) in told.err
    assert told.err.endswith("2 errors; nothing was written\n")
    assert files(root / "site") == before


def test_the_first_build_with_an_error_makes_no_site(root: Path) -> None:
    put(root, "content/events/release.md", BROKEN)
    assert run(["--quiet"]) == 1
    assert names(root) == ["config.yaml", "content"]


def test_json_has_standard_output_to_itself(root: Path, capfd: Told) -> None:
    assert run(["--format", "json"]) == 0
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.startswith("built ")
    put(root, "content/events/release.md", BROKEN)
    assert run(["--format", "json"]) == 1
    told = capfd.readouterr()
    (one,) = [json.loads(line) for line in told.out.splitlines()]
    assert (one["path"], one["line"], one["column"], one["code"]) == (
        *("content/events/release.md", 4, 9),
        "unknown-reference",
    )
    assert told.err == "1 error; nothing was written\n"


def test_github_gets_workflow_commands(root: Path, capfd: Told) -> None:
    put(root, "content/events/release.md", BROKEN)
    assert run(["--format", "github", "--quiet"]) == 1
    told = capfd.readouterr()
    assert told.out.startswith("::error file=content/events/release.md,line=4,col=9,endLine=4,endColumn=15,title=")
    assert told.err == ""


def test_strict_takes_a_warning_for_an_error(root: Path, capfd: Told) -> None:
    put(root, "content/events/release.md", RELEASE + "A mark.[^nothing]\n")
    assert run([]) == 0
    assert "warning[unknown-footnote]" in capfd.readouterr().err
    assert run(["--strict"]) == 1
    told = capfd.readouterr().err
    assert "error[unknown-footnote]" in told
    assert told.endswith("1 error; nothing was written\n")


def test_drafts_are_shown_where_they_are_asked_for(root: Path) -> None:
    put(
        root,
        "content/events/secret.md",
        RELEASE.replace("The release", "Zebra").replace("---\n", "---\ndraft: true\n", 1),
    )
    assert run([]) == 0
    assert not any(b"Zebra" in data for data in files(root / "site").values())
    assert run(["--drafts"]) == 0
    assert "events/secret/index.html" in files(root / "site")


def test_the_address_of_the_site_can_be_given(root: Path) -> None:
    run(["--base-url", "https://preview.example.net/x"])
    assert b"https://preview.example.net/x/" in files(root / "site")["sitemap.xml"]
    assert not any(b"example.org" in data for data in files(root / "site").values())


def test_the_site_can_be_built_as_it_stood(root: Path) -> None:
    run(["--as-of", "2025-09"])
    assert json.loads(files(root / "site")["data/timeline.json"])["site"]["as_of"] is not None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("--base-url example.org", '"example.org"'),
        ("--base-url ftp://example.org", '"ftp://example.org"'),
        ("--base-url https://example.org/?a", "is not the address of a folder"),
        ("--as-of yesterday", '"yesterday"'),
        ("--as-of 2025-02-30", "2025-02-30"),
        ("--as-of 2025-02/..", "has no end; name a day, a month or a year"),
    ],
)
def test_a_wrong_value_is_told_with_status_2(root: Path, capfd: Told, line: str, words: str) -> None:
    assert run(line.split()) == 2
    told = capfd.readouterr().err
    assert f"Invalid value for {line.split(maxsplit=1)[0]}" in told
    assert words in told
    assert names(root) == ["config.yaml", "content"]


def test_the_number_of_processes_never_shows(root: Path) -> None:
    for number in range(220):
        put(root, f"content/events/e{number}.md", RELEASE.replace("release", f"event {number}"))
    run(["--jobs", "1"])
    one = files(root / "site")
    run(["--jobs", "3", "--output", "other"])
    assert files(root / "other") == one


def test_a_site_elsewhere_is_built_beside_its_config(root: Path, capfd: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    assert run(["--config", "story/config.yaml"]) == 0
    assert run(["--config", "story", "--output", "elsewhere/site"]) == 0
    assert files(root / "site") == files(root.parent / "elsewhere" / "site")
    assert capfd.readouterr().out.splitlines()[-1] == f"see {root.parent}/elsewhere/site/index.html"


def test_without_a_config_the_status_is_2(root: Path, capfd: Told) -> None:
    assert run(["--config", "nowhere.yaml"]) == 2
    assert capfd.readouterr().err == (
        'nowhere.yaml:1:1: error[missing-config]: there is no "nowhere.yaml"\n'
        "    run this in your site's folder, or name the file with --config\n"
        "1 error; nothing was written\n"
    )
    assert names(root) == ["config.yaml", "content"]


def test_a_config_that_is_wrong_has_status_2_and_all_errors_are_shown(root: Path, capfd: Told) -> None:
    put(root, "config.yaml", CONFIG + "tilte: x\n")
    put(root, "content/events/release.md", BROKEN)
    assert run([]) == 2
    told = capfd.readouterr().err
    assert "config.yaml:5:1: error[unknown-field]" in told
    assert "content/events/release.md:4:9: error[unknown-reference]" in told


def test_a_config_of_which_nothing_can_be_made_is_shown_alone(root: Path, capfd: Told) -> None:
    put(root, "config.yaml", "title: [\n")
    put(root, "content/events/release.md", BROKEN)
    assert run([]) == 2
    told = capfd.readouterr().err
    assert "config.yaml:" in told
    assert "content/events" not in told


@pytest.mark.parametrize("output", ["/", ".", "content", "content/site", "config.yaml", "~"])
def test_an_output_folder_that_is_mis_set_is_refused(
    root: Path, capfd: Told, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(root.parent))
    before = files(root)
    assert run(["--output", str(Path(output).expanduser())]) == 2
    assert "error[output-refused]: the output folder" in capfd.readouterr().err
    assert files(root) == before


def test_a_site_folder_of_somebody_else_s_is_refused(root: Path, capfd: Told) -> None:
    put(root, "site/letter.txt", "mine")
    assert run([]) == 1
    assert capfd.readouterr().err == (
        'site:1:1: error[output-refused]: the output folder "site" is not empty, and no build has written to it\n'
        "    move what is in it elsewhere, or name another folder with --output\n"
        "1 error; nothing was written\n"
    )
    assert files(root / "site") == {"letter.txt": b"mine"}


def test_a_cache_folder_that_holds_the_sources_is_refused(root: Path, capfd: Told) -> None:
    assert run(["--cache", "content"]) == 2
    assert 'the cache folder "content" holds the site\'s sources' in capfd.readouterr().err
    assert names(root) == ["config.yaml", "content"]
    assert run(["--cache", "elsewhere"]) == 0


def test_symbolic_links_and_pipes_among_the_content_are_errors(root: Path, capfd: Told) -> None:
    (root / "content" / "events" / "linked.md").symlink_to("/etc/passwd")
    os.mkfifo(root / "content" / "events" / "pipe.md")
    assert run([]) == 1
    told = capfd.readouterr().err
    assert 'content/events/linked.md:1:1: error[not-a-file]: "content/events/linked.md" is a symbolic link' in told
    assert 'content/events/pipe.md:1:1: error[not-a-file]: "content/events/pipe.md" is a pipe' in told
    assert "root:" not in told


def test_a_disk_that_is_full_is_told_and_the_site_stays(
    root: Path, capfd: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.edge.ways.sync", full)
    assert run([]) == 1
    told = capfd.readouterr()
    assert 'error[output-failed]: "site" cannot be written or removed: no space left on device' in told.err
    assert told.out == ""
    assert names(root) == ["config.yaml", "content"]


def test_verbose_says_which_files_and_how_long(root: Path, capfd: Told) -> None:
    run(["--verbose"])
    told = capfd.readouterr().out
    assert "      new  site/index.html\n" in told
    assert " s  read, 2 times\n" in told
    (root / "content" / "events" / "call.md").unlink()
    put(root, "site/CNAME", "example.org")
    run(["--verbose"])
    told = capfd.readouterr().out
    assert "  removed  site/events/call/index.html\n" in told
    assert "  changed  site/index.html\n" in told
    assert " not ours  site/CNAME\n" in told


def test_what_the_exports_could_not_say_is_told() -> None:
    tree = {"data/losses.json": b'[{"export": "timelinejs", "message": "4 dates without a day became spans"}]'}
    assert list(losses(tree)) == ["timelinejs: 4 dates without a day became spans"]
    assert list(losses({})) == []


def test_no_path_of_the_author_s_machine_is_in_the_site(root: Path) -> None:
    run([])
    assert not any(str(root).encode() in data or b"/root" in data for data in files(root / "site").values())


def test_no_lost_and_found_beside_the_site(root: Path) -> None:
    for line in ([], ["--drafts"], ["--strict"]):
        run(line)
        assert names(root) == [".dateline", "config.yaml", "content", "site"]


def test_a_build_makes_an_index_and_another_makes_the_same(root: Path, capfd: Told) -> None:
    assert run([]) == 0
    made = files(root / "site")
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= set(made)
    capfd.readouterr()
    assert run([]) == 0
    assert "new)" not in capfd.readouterr().out
    assert files(root / "site") == made
    assert run(["check", "--links"]) == 0


def test_without_an_index_a_build_is_told_and_complete(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: Told
) -> None:
    assert run([]) == 0
    pages = {name: data for name, data in files(root / "site").items() if not name.startswith("pagefind/")}
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    monkeypatch.setitem(sys.modules, "pagefind_bin_extended", None)
    capfd.readouterr()
    assert run(["--strict"]) == 0
    told = capfd.readouterr()
    assert told.out.count("no index for searching: Pagefind is not installed") == 1
    assert told.err == ""
    assert {name: data for name, data in files(root / "site").items() if name != NAME} == {
        name: data for name, data in pages.items() if name != NAME
    }


def test_an_index_may_be_switched_off(root: Path, capfd: Told) -> None:
    put(root, "config.yaml", CONFIG + "search: false\n")
    assert run([]) == 0
    assert "index for searching" not in capfd.readouterr().out
    assert not (root / "site" / "pagefind").exists()
    assert (root / "site" / "search" / "index.html").is_file()


def test_cards_are_drawn_where_they_are_wanted(root: Path, capfd: Told) -> None:
    put(root, "config.yaml", CONFIG + "social_cards: true\n")
    assert run([]) == 0
    made = files(root / "site")
    assert made["assets/cards/events/release/card.png"].startswith(b"\x89PNG")
    assert b'property="og:image" content="https://example.org/story/assets/cards/' in made["events/release/index.html"]
    capfd.readouterr()
    assert run([]) == 0
    assert "new)" not in capfd.readouterr().out
    assert files(root / "site") == made
    assert run(["clean"]) == 0
    assert names(root) == ["config.yaml", "content"]


def test_without_what_draws_them_a_build_is_told_and_names_no_cards(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: Told
) -> None:
    put(root, "config.yaml", CONFIG + "social_cards: true\n")
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "PIL" else found(name))
    assert run(["--strict"]) == 0
    assert capfd.readouterr().out.count("pip install 'dateline[images]'") == 1
    made = files(root / "site")
    assert not any(name.startswith("assets/cards/") for name in made)
    assert b"og:image" not in made["events/release/index.html"]
    assert names(root) == [".dateline", "config.yaml", "content", "site"]
