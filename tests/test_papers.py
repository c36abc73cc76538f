"""The papers tell no lies: links lead somewhere, commands exist, files that recipes name are there, locks fit."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LOCKS = sorted((ROOT / "locks").glob("*.lock"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

MADE = ("site", "dist", ".venv", "my-story")
"""Folders that are made, and not there in a fresh checkout."""


def name_of(paper: Path) -> str:
    return paper.relative_to(ROOT).as_posix()


def prose(paper: Path) -> str:
    """A paper without its boxes."""
    return re.sub(r"^```.*?^```$", "", paper.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def fragments(paper: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", prose(paper), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_links_lead_somewhere(paper: Path) -> None:
    dead = []
    for link in re.findall(r"\]\((?!https?://|mailto:)([^)\s]+)\)", re.sub(r"`[^`]*`", "", prose(paper))):
        path, _, fragment = link.partition("#")
        there = (paper.parent / path) if path else paper
        if not there.exists() or (fragment and fragment not in fragments(there)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_commands_of_make_exist(paper: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = re.findall(r"(?:^    |`|run: )make ([a-z]+)\b", paper.read_text("utf-8"), re.MULTILINE)
    assert sorted(set(named) - targets) == []


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_files_that_are_named_exist(paper: Path) -> None:
    roots = ("dateline", "layouts", "tests", "docs", "locks", "bench", ".ci", ".github")
    named = re.findall(rf"`((?:{'|'.join(map(re.escape, roots))})/[\w./-]*)`", paper.read_text("utf-8"))
    assert sorted({one for one in named if not (ROOT / one).exists()}) == []


def test_the_recipes_name_files() -> None:
    assert len(re.findall(r"`dateline/[\w/]+\.py`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))) > 10


def pinned(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text("utf-8"), re.MULTILINE))


def asked(*extras: str) -> list[Requirement]:
    project = PROJECT["project"]
    return [
        Requirement(one)
        for one in (
            *project["dependencies"],
            *(one for name in extras for one in project["optional-dependencies"][name]),
        )
    ]


@pytest.mark.parametrize(
    ("lock", "extras"), [("run", ()), ("dev", ("dev",)), ("dev-browser", ("dev-browser",))], ids=str
)
def test_locks_fit_the_project(lock: str, extras: tuple[str, ...]) -> None:
    versions = pinned(ROOT / "locks" / f"{lock}.lock")
    unfit = [
        str(one) for one in asked(*extras) if versions.get(canonicalize_name(one.name), "none") not in one.specifier
    ]
    assert unfit == []


def test_locks_agree() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in pinned(lock).items():
            versions.setdefault(name, set()).add(version)
    assert {name: several for name, several in versions.items() if len(several) > 1} == {}


def test_the_build_backend_is_locked() -> None:
    written = [line for line in (ROOT / "locks/build.in").read_text("utf-8").splitlines() if line[0] != "#"]
    assert set(PROJECT["build-system"]["requires"]) <= set(written)
    assert {Requirement(one).name for one in written} <= set(pinned(ROOT / "locks/run.lock"))


@pytest.mark.parametrize("lock", LOCKS, ids=name_of)
def test_locks_name_hashes_and_no_machine(lock: Path) -> None:
    text = lock.read_text("utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert [
        one
        for one in entries
        if not re.fullmatch(r"[\w.-]+==\S+( ; [^\n]+)? \\\n(    --hash=sha256:\w{64}( \\)?\n)+", one)
    ] == []
    assert len(entries) == len(pinned(lock)) > 0


def test_the_version_stands_in_one_place_more_only() -> None:
    version = PROJECT["project"]["version"]
    assert f'__version__ = "{version}"' in (ROOT / "dateline/__init__.py").read_text("utf-8")
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
