"""Builds a small site as an author does, from files in a folder of its own: `build({"events/a.md": "…"})`.

Nothing of the product is used here but its command line, so that what these tests say is what a user sees.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dateline.cli import program

ROOT = Path(__file__).parents[2]
CONFIG = "title: A site\nbase_url: https://example.org/story/\nlanguage: en\ntimezone: Europe/Vilnius\n"
MARK = ".dateline"
"""The product's own mark in the output folder (it may delete only what it wrote): no page, no file of the site."""

Tree = dict[str, bytes]
Found = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What one run said and wrote; `tree` is empty where nothing was written."""

    status: int
    tree: Tree
    diagnostics: tuple[Found, ...]
    stdout: str
    stderr: str

    @property
    def timeline(self) -> dict[str, Any]:
        """`data/timeline.json`, of a build that must have ended well."""
        assert self.status == 0, (self.status, self.diagnostics, self.stderr)
        told: dict[str, Any] = json.loads(self.tree["data/timeline.json"])
        return told

    def one(self, part: str, name: str) -> dict[str, Any]:
        """What `data/timeline.json` tells of one document: `one("events", "release")`."""
        told: dict[str, dict[str, Any]] = {each["id"]: each for each in self.timeline[part]}
        return told[name]

    def ids(self, part: str) -> list[str]:
        return [each["id"] for each in self.timeline[part]]

    def page(self, address: str) -> str:
        """The page at an address as the manual writes it: `events/release/`, `404.html`, and the home page is ``."""
        return self.tree[f"{address}index.html" if address == "" or address.endswith("/") else address].decode()

    @property
    def codes(self) -> list[str]:
        return [str(one["code"]) for one in self.diagnostics]

    def of(self, severity: str) -> list[Found]:
        return [one for one in self.diagnostics if one["severity"] == severity]


def place(files: Mapping[str, str | bytes], folder: Path) -> None:
    """The files on disk, in the order given: names start at `content/`, or at `/` for the folder of `config.yaml`."""
    for name, text in files.items():
        path = folder / name.removeprefix("/") if name.startswith("/") else folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


@contextmanager
def on_disk(files: Mapping[str, str | bytes], config: str | bytes = CONFIG) -> Iterator[Path]:
    """A folder with the site's sources, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        site = Path(folder).resolve() / "site-sources"
        site.mkdir()
        place({"/config.yaml": config, **files}, site)
        (site / "content").mkdir(exist_ok=True)
        yield site


def build(files: Mapping[str, str | bytes], *options: str, config: str | bytes = CONFIG) -> Result:
    """One build in this process, with `--quiet --format json`."""
    with on_disk(files, config) as site:
        return run(site, *options)


def run(site: Path, *options: str, command: str = "build") -> Result:
    """One command on sources that stand on disk already; the output folder lies beside them."""
    out = site.parent / "built"
    words = [command, "--config", str(site / "config.yaml"), "--output", str(out), "--quiet", "--format", "json"]
    ran = CliRunner().invoke(program, [*words, *options])
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return Result(ran.exit_code, tree_of(out), _diagnostics(ran.stdout), ran.stdout, ran.stderr)


def run_apart(
    site: Path, *options: str, environment: Mapping[str, str] | None = None, out: Path | None = None
) -> Result:
    """One build in a process of its own, through `build.py`, with environment variables of its own."""
    out = out or site.parent / "built"
    words = ["build", "--config", str(site / "config.yaml"), "--output", str(out), "--quiet", "--format", "json"]
    ran = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *words, *options],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=site.parent,
        env={**os.environ, **(environment or {})},
        timeout=60,
    )
    return Result(ran.returncode, tree_of(out), _diagnostics(ran.stdout), ran.stdout, ran.stderr)


def tree_of(folder: Path) -> Tree:
    """Every file of a built site but the product's own mark, by its path."""
    paths: Iterable[Path] = sorted(folder.rglob("*")) if folder.is_dir() else ()
    files = {path.relative_to(folder).as_posix(): path for path in paths if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name != MARK}


def _diagnostics(stdout: str) -> tuple[Found, ...]:
    """One JSON object a line, as `--format json` promises: any other line fails the test."""
    return tuple(json.loads(line) for line in stdout.splitlines() if line)
