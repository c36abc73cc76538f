from pathlib import Path

import pytest

from dateline.cli import run
from dateline.edge.cachedir import MARK, TAG
from dateline.edge.output import write
from tests.unit.commands.test_build import CONFIG, Told, files, names, put


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path, "config.yaml", CONFIG)
    put(tmp_path, "content/events/release.md", "x")
    write(tmp_path / "site", {"index.html": b"x", "events/release/index.html": b"x"}, "site")
    put(tmp_path, f".dateline/{TAG}", MARK.decode())
    put(tmp_path, ".dateline/memory.sqlite", "x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_clean_removes_the_site_and_the_cache_and_nothing_else(root: Path, capfd: Told) -> None:
    assert run(["clean"]) == 0
    assert names(root) == ["config.yaml", "content"]
    assert capfd.readouterr() == ("removed site/, as far as builds wrote it: 2 files\nremoved .dateline/\n", "")
    assert run(["clean"]) == 0
    assert capfd.readouterr().out == "nothing to remove\n"


def test_clean_keeps_what_no_build_wrote(root: Path, capfd: Told) -> None:
    put(root, "site/CNAME", "example.org")
    assert run(["clean", "--verbose"]) == 0
    assert sorted(files(root / "site")) == [".dateline", "CNAME"]
    assert capfd.readouterr().out == (
        "removed site/events/release/index.html\n"
        "removed site/index.html\n"
        "removed site/, as far as builds wrote it: 2 files\n"
        "kept site/CNAME, which no build wrote\n"
        "removed .dateline/\n"
    )


def test_clean_works_though_the_config_is_wrong(root: Path, capfd: Told) -> None:
    put(root, "config.yaml", "title: [")
    assert run(["clean", "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")
    assert names(root) == ["config.yaml", "content"]


def test_clean_needs_to_know_where_the_site_is(root: Path, capfd: Told) -> None:
    (root / "config.yaml").unlink()
    assert run(["clean"]) == 2
    assert "error[missing-config]" in capfd.readouterr().err
    assert names(root) == [".dateline", "content", "site"]


@pytest.mark.parametrize(("line", "status"), [("--output content", 2), ("--cache content", 2), ("--output .", 2)])
def test_clean_refuses_the_sources(root: Path, capfd: Told, line: str, status: int) -> None:
    before = files(root)
    assert run(["clean", *line.split()]) == status
    assert "error[output-refused]" in capfd.readouterr().err
    assert files(root) == before


def test_clean_refuses_what_is_not_ours(root: Path, capfd: Told) -> None:
    put(root, "other/letter.txt", "mine")
    assert run(["clean", "--output", "other"]) == 1
    assert 'the output folder "other" is not empty, and no build has written to it' in capfd.readouterr().err
    assert run(["clean", "--cache", "other"]) == 1
    assert 'the cache folder "other" is not empty, and is not ours' in capfd.readouterr().err
    assert files(root / "other") == {"letter.txt": b"mine"}
