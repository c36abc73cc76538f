"""Access: axe-core's rules with contrast of 7:1, the keyboard's focus, and readers' own colours and wish for rest."""

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.browser.windows import SCHEMES, WIDTHS, Reader, ask, axe, none

if TYPE_CHECKING:
    from tests.browser.conftest import Opened
    from tests.browser.serving import Place, Served

pytestmark = pytest.mark.browser

RULES = {"light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "dark": ["cat.color"]}
"""By tag. What is not about colours is the same in both schemes, and asked once."""

RUN = """async rules => {
  const options = {runOnly: {type: "tag", values: rules}, rules: {"color-contrast-enhanced": {enabled: true}},
    resultTypes: ["violations"], elementRef: false};
  const found = await axe.run(document, options);
  return found.violations.map(rule => {
    const why = node => (node.failureSummary ?? "").split("\\n").slice(1).join(" ").trim();
    const nodes = rule.nodes.map(node => `${node.target.join(" ")}: ${why(node)}`);
    return `${rule.id}, ${nodes.length} times: ${nodes.slice(0, 3).join("\\n        ")}`;
  });
}"""

TAB_STOPS = 400
UNFOLD = "() => document.querySelectorAll('details').forEach(one => { one.open = true; })"
"""A long note's rest is folded; its summary is a stop of its own. What is in it is judged too."""

REFERENCES = """() => [...document.querySelectorAll("main a[role=doc-noteref][href^='#note-']")]
  .map(one => decodeURIComponent(one.hash.slice(6)))"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(reader: Reader, place: "Place", width: int, scheme: str) -> None:
    page = reader.at(place, width, scheme)
    if page.evaluate("() => typeof axe") == "undefined":
        page.evaluate(axe())
    none(page.evaluate(RUN, RULES[scheme]), f"{place} at {width} px, {scheme}: {place.url}")


def test_targets_of_the_text_are_large_enough(reader: Reader, annotated: "Place") -> None:
    for width in WIDTHS:
        page = reader.at(annotated, width)
        none(ask(page, "targets"), f"{annotated} at {width} px: {annotated.url}")
    page.evaluate("() => scrollTo(0, 0)")


class Walked(NamedTuple):
    """A way through a page with the Tab key."""

    stops: list[dict[str, Any]]
    in_the_dark: list[str]
    """What is wrong with the focus of elements where the reader wants dark colours."""


@pytest.fixture(scope="session")
def ways() -> dict[str, Walked]:
    return {}


@pytest.fixture
def walked(place: "Place", opened: "Opened", ways: dict[str, Walked]) -> Walked:
    """Every stop of the Tab key from the page's beginning to its end, walked once for all checks."""
    if str(place) not in ways:
        page = opened(reduced_motion="reduce")
        page.goto(place.url)
        page.evaluate(UNFOLD)
        stops = []
        for _ in range(TAB_STOPS):
            page.keyboard.press("Tab")
            stop = ask(page, "focused")
            if stop is None:
                break
            stops.append(stop)
        page.emulate_media(color_scheme="dark")
        ways[str(place)] = Walked(stops, ask(page, "rings"))
    return ways[str(place)]


def test_focus_is_always_seen(place: "Place", walked: Walked) -> None:
    assert walked.stops, f"{place}: the keyboard reaches nothing"
    faults = [f"{stop['name']} ({stop['words']}): {fault}" for stop in walked.stops for fault in stop["faults"]]
    none(faults, f"{place}, light: {place.url}")
    none(walked.in_the_dark, f"{place}, dark: {place.url}")


def test_the_first_stop_skips_to_the_text(place: "Place", walked: Walked) -> None:
    assert walked.stops[0]["leads"] == "main", f"{place}: the first stop is {walked.stops[0]}"


def test_each_reference_is_one_stop_of_the_keyboard(reader: Reader, place: "Place", walked: Walked) -> None:
    wanted = reader.at(place).evaluate(REFERENCES)
    met = [stop["reference"] for stop in walked.stops if stop["reference"]]
    assert met == wanted, f"{place}: in the text stand {wanted}, the Tab key stops at {met}"


def test_skipping_leads_into_the_text(opened: "Opened", story: "Served") -> None:
    page = opened()
    page.goto(story.place("article").url)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('main')"), "the next stop is not in the main part"


def test_nothing_moves_for_who_wants_no_motion(reader: Reader, place: "Place") -> None:
    page = reader.at(place, reduced_motion="reduce")
    none(ask(page, "moving"), f"{place}: {place.url}")


def test_highlights_are_told_apart_in_forced_colours(opened: "Opened", annotated: "Place") -> None:
    for scheme in SCHEMES:
        page = opened(forced_colors="active", color_scheme=scheme)
        page.goto(annotated.url)
        none(ask(page, "forced"), f"{annotated}, forced colours, {scheme}: {annotated.url}")
        page.close()
