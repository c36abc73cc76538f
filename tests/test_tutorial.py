"""The tutorial, followed to the letter: every file written, every command run."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
TUTORIAL = (ROOT / "docs/tutorial.md").read_text("utf-8")

FENCE = re.compile(r'^```(\w+)(?: (title|fails)="([^"]*)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
DATELINE = ".venv/bin/dateline "
NOT_RUN = re.compile(r"make site|python3 -m http\.server .*")
"""Commands that set up the machine, and those that wait for the reader."""


class Box(NamedTuple):
    """What a box of the tutorial asks the reader to do."""

    language: str
    does: str
    """`title`, with the file's name; `fails`, with the code that is expected; or nothing."""
    value: str
    text: str


BOXES = [Box(*match.groups(default="")) for match in FENCE.finditer(TUTORIAL)]


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = line.removeprefix(DATELINE).split()
    here = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    command = [sys.executable, str(ROOT / "build.py"), *words] if line.startswith(DATELINE) else line.split()
    return subprocess.run(command, cwd=folder, env=here, capture_output=True, text=True, check=False)


def follow(box: Box, folder: Path) -> None:
    if box.does == "title":
        file = folder / box.value
        assert file.parent.is_dir(), f"nobody has made {file.parent.name}/"
        file.write_text(box.text, encoding="utf-8")
        return
    for line in box.text.splitlines():
        if NOT_RUN.fullmatch(line):
            continue
        done = run(line, folder)
        assert "Traceback" not in done.stderr
        assert done.returncode == (1 if box.does == "fails" else 0), f"{line}\n{done.stdout}{done.stderr}"
        if box.does == "fails":
            assert f"[{box.value}]" in done.stderr
        else:
            assert "warning" not in done.stderr


def test_every_box_is_understood() -> None:
    assert len(BOXES) == TUTORIAL.count("\n```") / 2
    assert [box for box in BOXES if (box.does == "title") == (box.language == "sh")] == []


def test_the_tutorial_keeps_its_promises(tmp_path: Path) -> None:
    site = tmp_path / "my-story" / "site"
    first_build = next(at for at, box in enumerate(BOXES) if box.text.startswith(DATELINE))
    for box in BOXES[: first_build + 1]:
        follow(box, tmp_path)
    article = (site / "articles/no-way-across/index.html").read_text("utf-8")
    assert re.search(
        r'<mark [^>]*data-annotation="how-many-cars"[^>]*>About 4,000 cars crossed it every day</mark>', article
    )
    assert re.search(r'id="note-how-many-cars"', article)
    assert "Millford Council" in article
    assert re.findall(r'<li [^>]*data-event="([^"]+)"', (site / "timeline/index.html").read_text("utf-8")) == [
        "inspection",
        "closing",
    ]

    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    refused = next(at for at, box in enumerate(BOXES) if box.does == "fails")
    for box in BOXES[first_build + 1 : refused + 1]:
        follow(box, tmp_path)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before

    for box in BOXES[refused + 1 :]:
        follow(box, tmp_path)
    assert "About 3,000 cars" in (site / "articles/no-way-across/index.html").read_text("utf-8")
