"""The folder of the built site: which are refused, and what in it is ours."""

import os
from pathlib import Path

import pytest

from tests.manual.mistakes import Heard, bare, looked_at, say
from tests.manual.run import on_disk, place, tree_of

SITE = {
    "events/release": "title: The release\ndate: 2025-09-11\n\nWords.",
    "articles/early": "title: Early\npublished: 2025-08-01\n\nWords.",
}


def refused(site: Path, output: str, command: str = "build") -> Heard:
    before = looked_at(site.parent)
    told = say(site, command, "--output", output)
    assert looked_at(site.parent) == before
    return told


@pytest.mark.parametrize(
    "output", ["/", ".", "content", "content/site", "content/events", "..", "config.yaml", "layouts/x", "content/../."]
)
@pytest.mark.parametrize("command", ["build", "clean"])
def test_an_output_folder_that_would_do_harm_is_refused(output: str, command: str) -> None:
    with on_disk({**bare(SITE), "/layouts/assets/own.css": "x"}) as site:
        told = refused(site, output, command)
        assert told.status in (1, 2)
        assert "output-refused" in told.stderr


def test_the_home_folder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with on_disk(bare(SITE)) as site:
        home = site.parent / "home"
        home.mkdir()
        monkeypatch.setenv("HOME", str(home))
        told = refused(site, str(home))
        assert told.status in (1, 2)
        assert "output-refused" in told.stderr


@pytest.mark.parametrize(
    "sort", ["a link", "a link to nothing", "a file", "a pipe", "not empty", "not empty, a folder in it"]
)
def test_what_is_no_folder_of_ours_is_refused(sort: str) -> None:
    with on_disk(bare(SITE)) as site:
        out = site.parent / "out"
        match sort:
            case "a link":
                (site.parent / "real").mkdir()
                out.symlink_to(site.parent / "real")
            case "a link to nothing":
                out.symlink_to(site.parent / "nothing")
            case "a file":
                out.write_text("mine")
            case "a pipe":
                os.mkfifo(out)
            case "not empty":
                place({"/out/mine.txt": "mine"}, site.parent)
            case _:
                (out / "mine").mkdir(parents=True)
        told = refused_with_pipes(site, out)
        assert told.status in (1, 2)
        assert "output-refused" in told.stderr
        assert "out" in told.stderr


def refused_with_pipes(site: Path, out: Path) -> Heard:
    """As `refused`, of a place that may hold a pipe, which cannot be read."""
    before = sorted(path.as_posix() for path in site.parent.rglob("*"))
    told = say(site, "build", "--output", str(out))
    assert sorted(path.as_posix() for path in site.parent.rglob("*")) == before
    return told


def test_an_empty_folder_and_one_that_is_not_there_will_do() -> None:
    with on_disk(bare(SITE)) as site:
        (site / "empty").mkdir()
        assert say(site, "--output", "empty").status == 0
        assert say(site, "--output", "deep/er/site").status == 0
        assert tree_of(site / "empty") == tree_of(site / "deep/er/site")


def test_only_our_own_files_are_deleted() -> None:
    foreign = {"CNAME": b"example.org", ".git/config": b"x", "mine.txt": b"x", "events/mine.html": b"x"}
    with on_disk(bare(SITE)) as site:
        assert say(site).status == 0
        place({f"/site/{name}": data for name, data in foreign.items()}, site)
        (site / "content/events/release.md").unlink()
        assert say(site).status == 0
        tree = tree_of(site / "site")
        assert {name: data for name, data in foreign.items() if tree.get(name) != data} == {}
        assert "events/release/index.html" not in tree
        assert not (site / "site/events/release").exists()


def test_a_file_of_ours_that_somebody_changed_or_removed_is_made_again() -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site).status == 0
        right = tree_of(site / "site")
        (site / "site/index.html").write_text("changed")
        (site / "site/404.html").unlink()
        assert say(site).status == 0
        assert tree_of(site / "site") == right


def test_a_link_inside_the_output_is_not_written_through() -> None:
    with on_disk(bare(SITE)) as site:
        assert say(site).status == 0
        place({"/precious/index.html": "precious"}, site)
        (site / "site/index.html").unlink()
        (site / "site/index.html").symlink_to(site / "precious/index.html")
        say(site)
        assert (site / "precious/index.html").read_text() == "precious"
