import gzip
import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.edge import searching
from dateline.edge.searching import FOLDER, indexed
from dateline.pages.records import Record

RECORDS = tuple(
    Record(
        address=f"articles/a{number}/#part",
        title=f"Title {number} <b>",
        kind="Article",
        group=("Articles", "Notes", "Events")[number % 3],
        text="" if number == 7 else f"Nausėda & the {number} prisoners.\nThey went free.",
        language="lt" if number == 3 else "",
        threads=("Talks", "Sanctions", "Security")[: number % 4],
        years=(str(2000 + number),),
        rank=40 - number,
    )
    for number in range(40)
)


def fragments(files: dict[str, bytes]) -> list[dict[str, object]]:
    found = [data for path, data in files.items() if path.startswith(f"{FOLDER}fragment/")]
    return [json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for data in found]


def test_an_index_is_made_of_records() -> None:
    made = indexed(RECORDS, "en-GB")
    assert made.notice == ""
    entry = json.loads(made.files[f"{FOLDER}pagefind-entry.json"])
    assert list(entry["languages"]) == ["en"]
    assert entry["languages"]["en"]["page_count"] == 40
    assert {f"{FOLDER}{name}" for name in ("pagefind.js", "pagefind-worker.js", "wasm.en.pagefind")} <= set(made.files)
    third = next(one for one in fragments(made.files) if one["url"] == "articles/a3/#part")
    assert third["content"] == "Nausėda & the 3 prisoners. They went free."
    assert third["meta"] == {"title": "Title 3 <b>"}
    assert third["filters"] == {
        "kind": ["Articles"],
        "label": ["Article"],
        "language": ["lt"],
        "thread": ["Talks", "Sanctions", "Security"],
        "year": ["2003"],
    }
    assert next(one for one in fragments(made.files) if one["url"] == "articles/a7/#part")["content"] == "Title 7 <b>"


def test_the_same_records_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = indexed(RECORDS, "lt")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("force_language: de\n")
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    assert all(indexed(RECORDS, "lt") == first for _ in range(4))
    assert indexed(RECORDS[:-1], "lt") != first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pagefind.yml"]


def test_without_records_there_is_no_index() -> None:
    assert indexed((), "en") == searching.Indexed({})


def test_progress_is_told() -> None:
    seen: list[int] = []

    class Watched:
        def __init__(self, name: str, count: int) -> None:
            seen.append(count)
            assert name == "index"

        def __enter__(self) -> object:
            return seen.append

        def __exit__(self, *_: object) -> None: ...

    indexed(RECORDS, "en", Watched)  # type: ignore[arg-type]
    assert (seen[0], sum(seen[1:])) == (40, 40)


def test_without_pagefind_a_notice_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pagefind_bin", "pagefind_bin_extended"):
        monkeypatch.setitem(sys.modules, name, None)
    made = indexed(RECORDS, "en")
    assert made.files == {}
    assert made.notice == (
        "no index for searching: Pagefind is not installed; install Dateline with its extra `search`, "
        "or write `search: false` in the config"
    )


def program(folder: Path, script: str) -> Path:
    made = folder / "pagefind"
    made.write_text(f"#!{sys.executable}\n{script}")
    made.chmod(made.stat().st_mode | stat.S_IXUSR)
    return made


ANSWER = """import base64, json, sys
def say(**answer):
    print(base64.b64encode(json.dumps({"payload": answer}).encode()).decode(), end=",", flush=True)
"""
ANSWER_ALL = ANSWER + "for _ in range(41): say(type='IndexedFile')\n"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("", "Pagefind failed (it did not answer)"),
        (ANSWER + "say(type='NewIndex')", "Pagefind failed (it ended early)"),
        (ANSWER + "say(type='Error', message='out of ink')", "Pagefind failed (out of ink)"),
        ("print('?', end=',')", "Pagefind failed (it answered in no way that is known)"),
        (ANSWER_ALL + "say(type='GetFiles', files=[])", "this version of Pagefind is not known"),
        (ANSWER_ALL + "say(type='GetFiles')", "Pagefind failed (it answered in no way that is known)"),
    ],
)
def test_a_program_that_fails_is_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    monkeypatch.setattr(searching, "_program", lambda: program(tmp_path, script))
    made = indexed(RECORDS, "en")
    assert made.files == {}
    assert made.notice.startswith(f"no index for searching: {said}; ")


def test_a_program_that_is_not_there_is_a_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "_program", lambda: tmp_path / "gone")
    assert "Pagefind failed (No such file or directory)" in indexed(RECORDS, "en").notice
    plain = tmp_path / "plain"
    plain.write_text("")
    monkeypatch.setattr(searching, "_program", lambda: plain)
    assert "Pagefind failed (Permission denied)" in indexed(RECORDS, "en").notice


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "_program", lambda: program(tmp_path, "import time; time.sleep(60)"))
    monkeypatch.setattr(searching, "LONGEST", 0.3)
    began = time.monotonic()
    assert "Pagefind failed" in indexed(RECORDS, "en").notice
    assert time.monotonic() - began < 20


@pytest.mark.skipif(os.name != "posix", reason="processes are listed by ps")
def test_an_interrupt_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = tmp_path / "pid"
    script = f"import os, time; open({str(written)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    monkeypatch.setattr(searching, "_program", lambda: program(tmp_path, script))

    def interrupted(_: object) -> list[bytes]:
        while not (written.is_file() and written.read_text()):
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(searching, "_messages", interrupted)
    with pytest.raises(KeyboardInterrupt):
        indexed(RECORDS, "en")
    left = subprocess.run(["ps", "-p", written.read_text()], capture_output=True, check=False)
    assert left.returncode != 0
