import os
from pathlib import Path

from dateline.edge.folder import Folder, OnDisk, built_site, survey


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    folder = survey(tmp_path / "site")
    assert (folder.exists, folder.empty, folder.acceptable) == (False, True, True)


def test_what_stands_in_a_folder_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "mine").mkdir()
    for name in ("index.html", "a/b/index.html", "a/own.txt", ".dateline.new"):
        (tmp_path / name).touch()
    (tmp_path / "a" / "link").symlink_to("..")
    (tmp_path / ".dateline").write_text("dateline-site 1\na/b/index.html\ngone.html\nindex.html\n")
    assert survey(tmp_path) == Folder(
        tmp_path,
        exists=True,
        marked=True,
        named=frozenset({"a/b/index.html", "gone.html", "index.html"}),
        files=frozenset({"a/b/index.html", "a/own.txt", "index.html"}),
        others=frozenset({"a/link"}),
        folders=frozenset({"a", "a/b", "mine"}),
        foreign_folders=frozenset({"a", "mine"}),
        interrupted=True,
        listed=frozenset({"", "a", "a/b", "mine"}),
    )
    assert survey(tmp_path).ours == {"a/b/index.html", "index.html"}
    assert survey(tmp_path).foreign == {"a/link", "a/own.txt"}
    assert survey(tmp_path).foreign_folders == {"a", "mine"}


def test_a_mark_that_is_a_link_is_none(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("dateline-site 1\nindex.html\n")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / ".dateline").symlink_to("../elsewhere")
    assert not survey(tmp_path / "site").acceptable


def test_files_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    tree = OnDisk(tmp_path, frozenset({"a", "gone"}))
    assert (tree["a"], len(tree), list(tree), "gone" in tree, "b" in tree) == (b"1", 2, ["a", "gone"], True, False)


def test_the_built_site_is_what_a_visitor_could_ask_for(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".well-known").mkdir()
    for name in ("index.html", ".dateline", ".git/HEAD", ".well-known/x", "CNAME"):
        (tmp_path / name).write_text(name)
    os.mkfifo(tmp_path / "pipe")
    assert sorted(built_site(tmp_path)) == [".well-known/x", "CNAME", "index.html"]
