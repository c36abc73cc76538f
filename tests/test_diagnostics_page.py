"""`docs/diagnostics.md`, tried out: every example is built, and what is said is compared whole."""

import os
import re
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from dateline.cli import program
from dateline.kernel.codes import CODES

PAGE = Path(__file__).parents[1] / "docs/diagnostics.md"
TEXT = PAGE.read_text("utf-8")

FENCE = re.compile(
    r"^```(?P<language>\w+)(?P<attributes>(?: [a-z-]+=\"[^\"]*\")+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
HEADING = re.compile(r"^## `([a-z0-9-]+)`$", re.MULTILINE)

NOT_RUN = {"unreadable-file", "output-failed"}
"""What no folder can show on every machine."""


class Box(NamedTuple):
    """A fenced box, and what its attributes ask."""

    attributes: dict[str, str]
    text: str


def boxes(text: str) -> list[Box]:
    """`title` names a file, `as` how it is stored (or `link`), `times` how often, `after` what is run before."""
    return [
        Box(dict(re.findall(r'([a-z-]+)="([^"]*)"', match["attributes"])), match["text"])
        for match in FENCE.finditer(text)
    ]


def sections() -> dict[str, str]:
    parts = HEADING.split(TEXT)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


CONFIG = boxes(HEADING.split(TEXT)[0])[0]
RUN = [code for code in CODES if code not in NOT_RUN]


def put(box: Box, folder: Path) -> None:
    path = folder / box.attributes["title"]
    path.parent.mkdir(parents=True, exist_ok=True)
    stored = box.attributes.get("as", "utf-8")
    if stored == "link":
        path.symlink_to(box.text.rstrip("\n"))
    else:
        path.write_bytes(box.text.encode(stored) * int(box.attributes.get("times", "1")))


def said(folder: Path, line: str) -> tuple[str, int]:
    with chdir(folder):
        ran = CliRunner().invoke(program, line.split(), prog_name="build.py")
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return ran.stderr, ran.exit_code


def follow(section: str, folder: Path) -> tuple[str, str, int]:
    """An example built: what the page says is said, what is said, and the status."""
    files = [CONFIG, *(box for box in boxes(section) if "title" in box.attributes)]
    (command,) = (box for box in boxes(section) if "run" in box.attributes)
    for box in files:
        if "after" not in box.attributes:
            put(box, folder)
    if "after" in command.attributes:
        assert said(folder, command.attributes["after"])[1] == 0
    for box in files:
        if "after" in box.attributes:
            put(box, folder)
    return command.text, *said(folder, command.attributes["run"])


def test_each_code_has_a_heading_in_its_order_and_no_other_has() -> None:
    assert HEADING.findall(TEXT) == list(CODES)
    assert len(
        re.findall("^## ", re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    ) == len(CODES)


def test_the_list_above_names_each_in_order() -> None:
    assert re.findall(r"\[([a-z0-9-]+)\]\(#\1\)", HEADING.split(TEXT)[0]) == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_explained_and_says_what_to_do(code: str) -> None:
    words = [part.strip() for part in FENCE.split(sections()[code])]
    assert words[0].endswith("."), "what it means"
    assert words[-1].endswith((".", "---", "\n    We are a small newsroom.")), "what to do"
    assert len(words[0].split()) > 10
    assert len(words[-1].split()) > 5


@pytest.mark.parametrize("code", RUN)
def test_the_example_says_what_the_page_says(code: str, tmp_path: Path) -> None:
    page, text, status = follow(sections()[code], tmp_path)
    assert text == page
    assert f"{CODES[code].severity}[{code}]: " in text
    assert set(re.findall(r"(?:error|warning)\[([a-z0-9-]+)\]", text)) == {code}
    assert (status == 0) == (CODES[code].severity == "warning")


@pytest.mark.parametrize("code", sorted(NOT_RUN))
def test_the_few_that_are_not_run_say_why_and_look_right(code: str) -> None:
    (box,) = boxes(sections()[code])
    assert len(box.attributes["not-run"].split()) > 3
    assert re.fullmatch(rf"\S+:1:1: {CODES[code].severity}\[{code}\]: .+\n    .+\n(?:1 error\n)?", box.text)


def test_no_box_is_overlooked() -> None:
    assert len(FENCE.findall(TEXT)) == len(re.findall(r"^```", TEXT, re.MULTILINE)) / 2


def test_no_page_of_the_machine_is_named() -> None:
    assert os.sep + "tmp" not in TEXT
    assert os.sep + "home" not in TEXT
