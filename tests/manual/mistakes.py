"""Wrong sites as values: files with marks where something must be told, and what must be told there.

A mark is one of ①②③…: it stands in a file right before the character that a diagnostic must point at, and is taken
out before the file is written. Lines and columns are counted from it, so that no test counts them by hand.
"""

import re
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from dateline.cli import program
from tests.manual.run import CONFIG, Found, Result, build

MARKS = "①②③④⑤⑥⑦⑧⑨"
KEYS = ["path", "line", "column", "end_line", "end_column", "severity", "code", "message", "hint", "related"]

Files = Mapping[str, str | bytes]
Spot = tuple[str, int, int]


class Told(NamedTuple):
    """What must be told at a mark: the words stand in the message, and the message or the hint helps with a pattern."""

    mark: str
    severity: str
    code: str
    words: tuple[str, ...]
    hint: str


def error(mark: str, code: str, *words: str, hint: str = "") -> Told:
    return Told(mark, "error", code, words, hint)


def warning(mark: str, code: str, *words: str, hint: str = "") -> Told:
    return Told(mark, "warning", code, words, hint)


@dataclass(frozen=True)
class Case:
    """A wrong site; its files are named without `.md`, and then written without the fences of front matter."""

    name: str
    files: Files
    told: tuple[Told, ...]
    config: str = CONFIG


def case(name: str, files: Files, *told: Told, config: str = CONFIG) -> Case:
    return Case(name, files, told, config)


def fenced(files: Files) -> dict[str, str | bytes]:
    """The files as they stand on disk: a body follows the first empty line."""
    made: dict[str, str | bytes] = {}
    for name, text in files.items():
        if isinstance(text, bytes) or "." in name.rpartition("/")[2]:
            made[name] = text
        else:
            front, _, body = text.partition("\n\n")
            made[f"{name}.md"] = f"---\n{front}\n---\n{body}"
    return made


def unmarked(text: str) -> str:
    return re.sub(f"[{MARKS}]", "", text)


def bare(files: Files) -> dict[str, str | bytes]:
    return {name: unmarked(text) if isinstance(text, str) else text for name, text in fenced(files).items()}


def shown_path(name: str) -> str:
    return name.removeprefix("/") if name.startswith("/") else f"content/{name}"


def spots(files: Files, config: str) -> dict[str, Spot]:
    """Where each mark stands: path, line and column."""
    found = {}
    for name, text in {**fenced(files), "/config.yaml": config}.items():
        for match in re.finditer(f"[{MARKS}]", text if isinstance(text, str) else ""):
            before = unmarked(str(text)[: match.start()])
            found[match[0]] = (shown_path(name), before.count("\n") + 1, len(before) - before.rfind("\n"))
    return found


def expected(wrong: Case) -> list[tuple[str, int, int, str, str]]:
    where = spots(wrong.files, wrong.config)
    return sorted((*where[one.mark], one.severity, one.code) for one in wrong.told)


def place_of(found: Found) -> Spot:
    return found["path"], found["line"], found["column"]


def sort_of(found: Found) -> tuple[str, int, int, str, str]:
    return (*place_of(found), found["severity"], found["code"])


def assert_well_formed(result: Result) -> None:
    """What holds of every diagnostic, whatever it is about."""
    assert "Traceback" not in result.stdout + result.stderr
    assert [place_of(one) for one in result.diagnostics] == sorted(place_of(one) for one in result.diagnostics)
    for one in result.diagnostics:
        assert list(one) == KEYS
        assert one["severity"] in {"error", "warning"}
        assert one["hint"], f"no hint: {one}"
        assert one["message"]
        assert not one["message"].endswith(".")
        assert (one["line"], one["column"]) <= (one["end_line"], one["end_column"])


def assert_told(wrong: Case, *options: str) -> None:
    """The run tells all that is expected and no more, at the very places; an error leaves nothing written."""
    result = build(bare(wrong.files), *options, config=unmarked(wrong.config))
    assert_well_formed(result)
    assert sorted(map(sort_of, result.diagnostics)) == expected(wrong), result.diagnostics
    where = spots(wrong.files, wrong.config)
    for told in wrong.told:
        same = [one for one in result.diagnostics if sort_of(one) == (*where[told.mark], told.severity, told.code)]
        assert any(_fits(one, told) for one in same), (told, same)
    refused = any(told.severity == "error" for told in wrong.told)
    in_config = any(where[told.mark][0] == "config.yaml" and told.severity == "error" for told in wrong.told)
    assert result.status == (2 if in_config else 1 if refused else 0)
    assert bool(result.tree) != refused


def _fits(found: Found, told: Told) -> bool:
    quoted = all(word in found["message"] for word in told.words)
    return quoted and re.search(told.hint, f"{found['message']}\n{found['hint']}", re.IGNORECASE) is not None


class Heard(NamedTuple):
    """What any one line of command said."""

    status: int
    stdout: str
    stderr: str


def say(folder: Path, *words: str) -> Heard:
    """A command as it is typed in a folder, in this process."""
    with chdir(folder):
        ran = CliRunner().invoke(program, list(words), prog_name="build.py")
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    assert "Traceback" not in ran.output
    return Heard(ran.exit_code, ran.stdout, ran.stderr)


def looked_at(folder: Path) -> dict[str, tuple[int, bytes]]:
    """All that a folder holds: each file's time of writing and its bytes; folders without bytes; links not followed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        kept = b"" if path.is_dir() and not path.is_symlink() else _bytes_of(path)
        found[path.relative_to(folder).as_posix()] = (path.lstat().st_mtime_ns, kept)
    return found


def _bytes_of(path: Path) -> bytes:
    return bytes(path.readlink()) if path.is_symlink() else path.read_bytes()
