import os
import socket
import tempfile
import unicodedata
from pathlib import Path

import pytest

from dateline.edge import disk
from dateline.edge.disk import is_litter, read_config, read_site
from dateline.edge.whereabouts import whereabouts
from dateline.kernel.diagnostics import Diagnostic


def put(root: Path, path: str, data: bytes | str = b"x") -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)


def content(root: Path) -> dict[str, bytes]:
    read = read_site(whereabouts(root))
    snapshot, found = read.snapshot, read.found
    assert found == ()
    return {str(path): one.data for path, one in snapshot.content.items()}


def found(root: Path) -> list[tuple[str, str, str]]:
    return [(one.place.path, one.code, one.message) for one in read_site(whereabouts(root)).found]


def test_all_files_below_content_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("content/pages/b.md", "content/media/a.png", "content/events/2025/x.md", "content/index.md", "x.md"):
        put(tmp_path, path, path)
    read = content(tmp_path)
    assert list(read.items()) == [
        (path, path.encode())
        for path in ("content/events/2025/x.md", "content/index.md", "content/media/a.png", "content/pages/b.md")
    ]


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden.md", "note.md~", ".#note.md", "#note.md#", ".note.md.swp", "note.swp", "note.md.tmp", "note.md.bak"),
        *(".DS_Store", "Thumbs.db", "desktop.ini", "4913", "~$letter.docx", "Icon\r", "a.crdownload", ".obsidian"),
    ],
)
def test_hidden_files_and_litter_are_not_content(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"content/events/{name}")
    put(tmp_path, f"content/{name}/x.md") if name == ".obsidian" else None
    put(tmp_path, "content/events/a.md")
    assert is_litter(name)
    assert list(content(tmp_path)) == ["content/events/a.md"]


def test_an_editor_s_lock_is_litter_though_it_is_a_link(tmp_path: Path) -> None:
    put(tmp_path, "content/events/a.md")
    (tmp_path / "content/events/.#a.md").symlink_to("me@host.123")
    assert list(content(tmp_path)) == ["content/events/a.md"]


@pytest.mark.parametrize("name", ["temporary.md", "4913.md", "backup.md", "a#b.md", "tilde~1.md", "thumbs.md"])
def test_other_names_are_content(name: str) -> None:
    assert not is_litter(name)


def test_no_content_is_no_mistake(tmp_path: Path) -> None:
    assert content(tmp_path) == {}


def test_what_is_no_file_is_reported_and_neither_followed_nor_waited_for(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    put(secret, "password.md")
    put(tmp_path, "content/events/a.md")
    (tmp_path / "content/events/link.md").symlink_to(secret / "password.md")
    (tmp_path / "content/events/gone.md").symlink_to("nowhere")
    (tmp_path / "content/linked").symlink_to(secret)
    (tmp_path / "content/loop").symlink_to("loop")
    os.mkfifo(tmp_path / "content/pipe.md")
    snapshot = read_site(whereabouts(tmp_path)).snapshot
    assert list(snapshot.content) == ["content/events/a.md"]
    assert found(tmp_path) == [
        ("content/events/gone.md", "not-a-file", '"content/events/gone.md" is a symbolic link'),
        ("content/events/link.md", "not-a-file", '"content/events/link.md" is a symbolic link'),
        ("content/linked", "not-a-file", '"content/linked" is a symbolic link'),
        ("content/loop", "not-a-file", '"content/loop" is a symbolic link'),
        ("content/pipe.md", "not-a-file", '"content/pipe.md" is a pipe'),
    ]


def test_a_socket_is_reported() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as one:
        (Path(folder) / "content").mkdir()
        one.bind(f"{folder}/content/s")
        assert found(Path(folder)) == [("content/s", "not-a-file", '"content/s" is a socket')]


@pytest.mark.parametrize("folder", ["content", "layouts"])
def test_a_source_folder_that_is_a_link_or_a_file_is_reported(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).symlink_to("elsewhere")
    assert found(tmp_path) == [(folder, "not-a-file", f'"{folder}" is a symbolic link')]
    (tmp_path / folder).unlink()
    put(tmp_path, folder)
    assert found(tmp_path) == [(folder, "not-a-file", f'"{folder}" is not a folder')]


def test_a_file_that_becomes_a_pipe_while_the_site_is_read_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name, what in (("pipe", "a pipe"), ("link", "a symbolic link")):
        read = disk.read_file(tmp_path / name, name, 10)
        assert isinstance(read, Diagnostic)
        assert read.message == f'"{name}" is {what}'
    assert disk.read_file(tmp_path / "gone", "gone", 10) is None


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LARGEST", 1024 * 1024)
    put(tmp_path, "content/events/a.md", b"x" * (1024 * 1024 + 1))
    put(tmp_path, "content/events/b.md", b"x" * (1024 * 1024))
    put(tmp_path, "content/media/c.bin", b"x" * (1024 * 1024 + 1))
    snapshot = read_site(whereabouts(tmp_path)).snapshot
    assert sorted(snapshot.content) == ["content/events/b.md", "content/media/c.bin"]
    assert found(tmp_path) == [
        ("content/events/a.md", "file-too-large", '"content/events/a.md" is larger than 1,024 KiB')
    ]


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "content/events/a.md")

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    assert found(tmp_path)[0] == (
        "content/events/a.md",
        "unreadable-file",
        '"content/events/a.md" cannot be read: permission denied',
    )


def test_a_folder_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "content/events/a.md")
    scandir = os.scandir

    def denied(path: Path) -> object:
        if Path(path).name == "events":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    assert found(tmp_path) == [
        ("content/events", "unreadable-file", '"content/events" cannot be read: permission denied')
    ]


def test_a_name_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    put(tmp_path, "content/events/a.md")
    (tmp_path / "content" / "events" / os.fsdecode(b"caf\xe9.md")).touch()
    assert found(tmp_path) == [
        (r"content/events/caf\xe9.md", "not-utf-8", r'the name of "content/events/caf\xe9.md" is not UTF-8')
    ]


def test_names_have_one_unicode_form(tmp_path: Path) -> None:
    put(tmp_path, unicodedata.normalize("NFD", "content/events/Žvėrynas.md"))
    assert list(content(tmp_path)) == ["content/events/Žvėrynas.md"]


def test_two_names_that_differ_only_in_their_form_collide(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        put(tmp_path, f"content/{unicodedata.normalize(form, 'ž')}/a.md")
    assert found(tmp_path) == [
        (
            "content/ž/a.md",
            "address-collision",
            'two files are named "content/ž/a.md", in two Unicode forms that look the same',
        )
    ]


def test_very_deep_folders_are_no_trouble(tmp_path: Path) -> None:
    here = os.getcwd()  # noqa: PTH109 - the deepest folder's path is longer than the system takes
    (tmp_path / "content").mkdir()
    try:
        os.chdir(tmp_path / "content")
        for _ in range(30):
            os.mkdir("d" * 200)  # noqa: PTH102
            os.chdir("d" * 200)
    finally:
        os.chdir(here)
    wrong = read_site(whereabouts(tmp_path)).found
    assert [one.code for one in wrong] == ["unreadable-file"]
    assert wrong[0].message.endswith("cannot be read: file name too long")


def test_own_layouts_stand_before_the_product_s_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    product = tmp_path / "product"
    for path in ("pages/event.html", "pages/home.html", "parts/x.css", ".hidden", "parts/x.css~"):
        put(product, path, "product")
    monkeypatch.setattr(disk, "product_layouts", lambda: product)
    put(tmp_path, "layouts/pages/event.html", "own")
    put(tmp_path, "layouts/pages/extra.html", "own")
    read = read_site(whereabouts(tmp_path))
    snapshot, wrong = read.snapshot, read.found
    assert wrong == ()
    assert snapshot.own_layouts == ("layouts/pages/event.html", "layouts/pages/extra.html")
    assert list(snapshot.layouts.items()) == [
        ("layouts/dateline/pages/event.html", b"product"),
        ("layouts/pages/event.html", b"own"),
        ("layouts/pages/extra.html", b"own"),
        ("layouts/pages/home.html", b"product"),
        ("layouts/parts/x.css", b"product"),
    ]


def test_the_product_s_own_site_reads_its_layouts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "layouts/a.html", "own")
    monkeypatch.setattr(disk, "product_layouts", lambda: tmp_path / "layouts")
    assert read_site(whereabouts(tmp_path)).snapshot.layouts == {"layouts/a.html": b"own"}


@pytest.mark.parametrize("file", ["missing", "folder", "link to nothing", "link", "file"])
def test_the_config_is_read_or_said_to_be_missing(tmp_path: Path, file: str) -> None:
    match file:
        case "folder":
            (tmp_path / "c.yaml").mkdir()
        case "link to nothing":
            (tmp_path / "c.yaml").symlink_to("nowhere")
        case "link":
            put(tmp_path, "real.yaml", "title: a")
            (tmp_path / "c.yaml").symlink_to("real.yaml")
        case "file":
            put(tmp_path, "c.yaml", "title: a")
    site = whereabouts(tmp_path / "x.yaml")
    read = read_config(type(site)(site.root, site.root / "c.yaml"), "my/c.yaml")
    if file in ("file", "link"):
        assert read == b"title: a"
    else:
        assert isinstance(read, Diagnostic)
        assert (read.place.path, read.code) == ("c.yaml", "not-a-file" if file == "folder" else "missing-config")
        assert '"my/c.yaml"' in read.message
