"""Lighthouse: full marks for access, good practice and search engines; its mark for speed is noise, and only told."""

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import FLAGS
from tests.browser.test_html import node
from tests.browser.windows import HERE, none

if TYPE_CHECKING:
    from tests.browser.serving import Served

pytestmark = pytest.mark.browser

KINDS = ("home", "timeline", "article", "event")
RUNS = int(os.environ.get("LIGHTHOUSE_RUNS", "1"))
"""How often speed is measured; the median is told."""


@pytest.fixture(scope="module")
def judged(story: "Served") -> dict[str, dict[str, Any]]:
    """What Lighthouse says of one page of each of some kinds."""
    pages = {kind: story.place(kind).url for kind in KINDS}
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    asked = json.dumps({"pages": list(pages.values()), "chromium": chromium, "flags": FLAGS, "runs": RUNS})
    done = subprocess.run([node(), "lighthouse.mjs", asked], cwd=HERE, capture_output=True, text=True, check=False)
    told = {
        one["page"]: one for one in map(json.loads, filter(lambda line: line.startswith("{"), done.stdout.splitlines()))
    }
    assert list(told) == list(pages.values()), done.stdout + done.stderr
    return {kind: told[url] for kind, url in pages.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_lighthouse_gives_full_marks(
    judged: dict[str, dict[str, Any]], kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = judged[kind]
    with capsys.disabled():
        print(f"\n    {kind}: performance {told['scores']['performance'] * 100:.0f} (median of {RUNS})")  # noqa: T201  a report
    assert told["error"] is None, told["error"]
    none(told["lost"], f"story-{kind}: {told['page']}")
    marks = {name: mark for name, mark in told["scores"].items() if name != "performance"}
    assert marks == {"accessibility": 1, "best-practices": 1, "seo": 1}, f"story-{kind}: {marks}"
