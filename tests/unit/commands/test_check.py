from pathlib import Path

import pytest

from dateline.cli import run
from tests.unit.commands.test_build import BROKEN, CONFIG, RELEASE, Told, files, names, put


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path, "config.yaml", CONFIG)
    put(tmp_path, "content/events/release.md", RELEASE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_check_writes_nothing(root: Path, capfd: Told) -> None:
    assert run(["check"]) == 0
    assert capfd.readouterr() == ("no mistakes found\n", "")
    assert names(root) == ["config.yaml", "content"]


def test_a_check_shows_all_that_is_wrong(root: Path, capfd: Told) -> None:
    put(root, "content/events/release.md", BROKEN)
    put(root, "content/events/other.md", "no front matter")
    assert run(["check"]) == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert "content/events/other.md:1:1: error[missing-front-matter]" in told.err
    assert "content/events/release.md:4:9: error[unknown-reference]" in told.err
    assert told.err.endswith("2 errors\n")


def test_quiet_says_nothing_where_nothing_is_wrong(root: Path, capfd: Told) -> None:
    assert run(["check", "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")
    assert root.is_dir()


def test_a_config_that_is_wrong_has_status_2(root: Path, capfd: Told) -> None:
    put(root, "config.yaml", CONFIG + "tilte: x\n")
    assert run(["check"]) == 2
    assert "config.yaml:5:1: error[unknown-field]" in capfd.readouterr().err
    (root / "config.yaml").unlink()
    assert run(["check"]) == 2
    assert "error[missing-config]" in capfd.readouterr().err


def test_links_of_the_built_site_are_followed(root: Path, capfd: Told) -> None:
    run(["--quiet"])
    assert run(["check", "--links"]) == 0
    assert capfd.readouterr() == ("no mistakes found\n", "")
    before = files(root / "site")
    (root / "site" / "events" / "release" / "index.html").unlink()
    assert run(["check", "--links"]) == 1
    told = capfd.readouterr().err
    assert "site/index.html:" in told
    assert 'error[broken-link]: "events/release/' in told
    assert before.keys() - files(root / "site").keys() == {"events/release/index.html"}


def test_links_are_followed_in_the_folder_that_was_named(root: Path, capfd: Told) -> None:
    run(["--quiet", "--output", "elsewhere"])
    assert run(["check", "--links", "--output", "elsewhere"]) == 0
    capfd.readouterr()
    assert run(["check", "--links"]) == 1
    assert capfd.readouterr().err == (
        'site:1:1: error[missing-site]: no build has written to "site", so it has no links to check\n'
        "    build the site first, or name its folder with --output\n"
        "1 error\n"
    )
    assert names(root) == [".dateline", "config.yaml", "content", "elsewhere"]


def test_a_folder_that_no_build_wrote_is_not_read(root: Path) -> None:
    put(root, "site/index.html", '<a href="gone">')
    (root / "linked").symlink_to("site")
    assert run(["check", "--links"]) == 1
    assert run(["check", "--links", "--output", "linked"]) == 1
