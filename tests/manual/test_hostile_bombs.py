"""Bombs of YAML, deep nesting, a megabyte of brackets: nothing may take five seconds or 512 MB."""

import subprocess
import sys

import pytest

from tests.manual.run import ROOT

MERGE = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 12)
)
LAUGHS = "a0: &a0 [x, x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
FRONTS = {
    "a merge bomb": MERGE,
    "a billion laughs": LAUGHS,
    "brackets": "x-a: " + "[" * 60_000,
    "braces": "x-a: " + "{" * 60_000,
    "maps in maps": "x-a: " + "{a: " * 15_000,
    "indented maps": "".join(f"{' ' * depth}x-a:\n" for depth in range(340)),
    "dashes": "x-a:\n" + "- " * 30_000 + "x",
    "question marks": "? " * 30_000,
    "a long key": "x-" + "a" * 60_000 + ": b",
    "many keys": "".join(f"x-{number}: y\n" for number in range(6_000)),
    "many unknown keys": "".join(f"k{number}: y\n" for number in range(6_000)),
    "one key very often": "title: y\n" * 6_000,
    "many anchors": "".join(f"x-{number}: &a{number} y\n" for number in range(3_000)),
    "quotes": 'x-a: "' + '\\"' * 30_000,
    "escapes": 'title: "' + "\\U0010ffff" * 6_000 + '"',
    "a number": "importance: " + "9" * 60_000,
    "a date": "date: " + "9" * 60_000,
    "a year": "date: Y" + "9" * 5_000,
    "a set": "date: [" + "2025-01-01, " * 5_000 + "2025]",
    "digits left open": "date: " + "X" * 60_000,
    "a duration": "after: {event: e, by: P" + "9" * 60_000 + "D}",
    "an address": "image: " + "../" * 20_000,
    "a million by one": "x-a: 1_000e999999999",
    "sexagesimal": "x-a: " + ":".join(["59"] * 20_000),
    "a float": "latitude: 1e99999999",
    "dots": "date: " + ".." * 30_000,
    "slashes": "date: " + "2025/" * 12_000,
}
TEXTS = {
    "brackets": "[" * 1_000_000,
    "images": "![" * 500_000,
    "closing brackets": "]" * 1_000_000,
    "double brackets": "[[" * 500_000,
    "pairs": "[[a|" * 250_000,
    "embeds": "![[" * 300_000,
    "links": "[a](" * 250_000,
    "stars": "*a_ " * 300_000,
    "stars alone": "**a" * 300_000,
    "backticks": "".join("`" * number + " " for number in range(1, 1_400)),
    "quotations": ">" * 1_000_000,
    "quotation on quotation": "".join(">" * number + " x\n" for number in range(1, 1_000)),
    "lists": "".join(" " * 2 * depth + "- x\n" for depth in range(1_000)),
    "lists in a line": "- " * 300_000,
    "numbers": "1. " * 300_000,
    "one long line": "a" * 1_000_000,
    "one long line of words": "word " * 200_000,
    "less than": "<" * 1_000_000,
    "comments": "<!--" * 250_000,
    "entities": "&" * 1_000_000,
    "entities by number": "&#9999999;" * 100_000,
    "tables": "|" * 1_000_000 + "\n" + "|-" * 500_000,
    "a table of many rows": "a|b\n-|-\n" + "c|d\n" * 250_000,
    "a wide table": "a|" * 5_000 + "\n" + "-|" * 5_000 + "\n" + ("b\n" * 5_000),
    "footnotes": "[^a]" * 250_000,
    "footnotes in footnotes": "".join(f"[^{number}]: [^{number + 1}]\n\n" for number in range(5_000)) + "[^0]",
    "definitions": "".join(f"[a{number}]: b\n" for number in range(50_000)),
    "headings": "# a\n" * 100_000,
    "headings of one name": "## same\n\n" * 20_000,
    "posts": '::: post author="a"\n' * 40_000,
    "a post of many fields": "::: post " + 'a="b" ' * 150_000,
    "callouts": "".join(">" * depth + " [!note] x\n" for depth in range(1, 500)),
    "callouts one by one": "> [!note] x\n\n" * 70_000,
    "tildes": "~~a" * 300_000,
    "backslashes": "\\" * 1_000_000,
    "hyphens": "-" * 1_000_000,
    "combining marks": "a" + "\u0301" * 400_000,
    "NULs in code": "&#0;" * 200_000,
    "auto-links": "<https://a" * 100_000,
    "colons": ":" * 1_000_000,
    "definition lists": "a\n: b\n\n" * 40_000,
    "empty lines": "\n" * 1_000_000,
    "unclosed titles": '[a](b "' * 140_000,
    "reference pairs": "[a][" * 250_000,
}

LIMIT = 5.0
"""Seconds of reckoning that the manual gives to the slowest bad input."""

MEMORY = 512
"""Megabytes."""

SCRIPT = """
import resource, sys, time
sys.path.insert(0, sys.argv[1])
from tests.manual.run import build
from tests.manual.test_hostile_bombs import LIMIT, document
resource.setrlimit(resource.RLIMIT_CPU, (int(LIMIT * len(sys.argv[3:])) + 2,) * 2)  # whoever takes longer is killed
for name in sys.argv[3:]:
    begun = time.process_time()
    result = build({"events/e.md": document(name, int(sys.argv[2]))}, "--jobs", "1")
    took = time.process_time() - begun
    told = {one["line"] >= 1 and one["hint"] != "" for one in result.diagnostics} <= {True}
    fine = "Traceback" not in result.stderr and told and result.status == any(
        one["severity"] == "error" for one in result.diagnostics
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(name, "fine" if fine else "bad", round(took, 2), memory, sep="|", flush=True)
"""


def document(name: str, size: int) -> str:
    """An event with a bomb in its front matter or, up to a size, in its body."""
    front, body = (FRONTS[name], "Words.") if name in FRONTS else ("date: 2025", TEXTS[name][:size])
    date = "" if "date:" in front else "date: 2025\n"
    title = "" if front.startswith("title:") else "title: T\n"
    return f"---\n{title}{date}{front}\n---\n{body}\n"


def measured(names: list[str], size: int) -> list[tuple[str, str, float, int]]:
    """What became of each, its seconds of reckoning, and the most megabytes so far."""
    line = [sys.executable, "-c", SCRIPT, str(ROOT), str(size), *names]
    ran = subprocess.run(line, capture_output=True, encoding="utf-8", check=False, timeout=300, cwd=ROOT)
    told = [row.split("|") for row in ran.stdout.splitlines()]
    assert [row[0] for row in told] == names, (ran.returncode, ran.stderr[-2000:])
    return [(name, state, float(took), int(memory)) for name, state, took, memory in told]


def assert_modest(told: list[tuple[str, str, float, int]]) -> None:
    assert [row for row in told if row[1] != "fine" or row[2] > LIMIT or row[3] > MEMORY] == []


def test_no_front_matter_is_a_bomb() -> None:
    assert_modest(measured(list(FRONTS), 0))


@pytest.mark.parametrize("part", range(4))
def test_no_body_is_a_bomb(part: int) -> None:
    assert_modest(measured(list(TEXTS)[part::4], 30_000))


@pytest.mark.parametrize("size", [260_000, 1_000_000])
@pytest.mark.parametrize("name", ["brackets", "a table of many rows", "footnotes"])
def test_no_body_is_a_bomb_however_large(name: str, size: int) -> None:
    """As large as a file may be, and larger."""
    assert_modest(measured([name], size))
