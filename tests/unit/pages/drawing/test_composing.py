"""One small drawing, letter by letter: what changes in it was meant to change."""

from dateline.pages.drawing import drawing
from tests.drawn import WORDS, markup, told
from tests.site import ROOT

GOLDEN = ROOT / "tests/cases/drawing.html"
EVENTS = {
    "drones": "title: Drones are seen\ndate: 2025-09-10\nthreads: security",
    "release": "title: The release\ndate: 2025-09-11\nthreads: diplomacy\nimportance: 3",
    "crossing": "title: They cross the border\ndate: 2025-09-11T14:30\nthreads: diplomacy\ncaused_by: release",
    "meeting": "title: A meeting is suggested\ndate: 2025-08?\nas_said: last month\nstatus: reported\n"
    "threads: diplomacy",
    "anger": "title: Leaders are angered\ndate: '[2025-09-10..2025-09-11]'\ncaused_by: drones\nthreads: security",
    "talks": "title: Talks go on\ndate: 2025-08-20/..\nimportance: 1\nthreads: diplomacy",
}
THREADS = "threads:\n  diplomacy: {title: Diplomacy}\n  security: {title: Security}\n"


def test_a_small_drawing() -> None:
    story = told(EVENTS, THREADS)
    assert markup(drawing(story, story.order, "../", WORDS)) == GOLDEN.read_text("utf-8")
