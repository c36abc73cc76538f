"""Access: axe-core's rules with contrast of 7:1, the keyboard's focus, and readers' own colours and wish for rest."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.windows import SCHEMES, WIDTHS, Reader, ask, axe, none

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opened
    from tests.browser.serving import Place

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
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


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(reader: Reader, place: "Place", width: int, scheme: str) -> None:
    page = reader.at(place, width, scheme)
    if page.evaluate("() => typeof axe") == "undefined":
        page.evaluate(axe())
    none(page.evaluate(RUN, RULES), f"{place} at {width} px, {scheme}: {place.url}")


def test_targets_of_the_text_are_large_enough(reader: Reader, annotated: "Place") -> None:
    for width in WIDTHS:
        page = reader.at(annotated, width)
        none(ask(page, "targets"), f"{annotated} at {width} px: {annotated.url}")
    page.evaluate("() => scrollTo(0, 0)")


def walk(page: "Page") -> list[dict[str, Any]]:
    """Every stop of the Tab key from the page's beginning to its end."""
    stops: list[dict[str, Any]] = []
    for _ in range(TAB_STOPS):
        page.keyboard.press("Tab")
        stop = ask(page, "focused")
        if stop is None:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_is_always_seen(opened: "Opened", place: "Place", scheme: str) -> None:
    page = opened(color_scheme=scheme, reduced_motion="reduce")
    page.goto(place.url)
    stops = walk(page) if scheme == "light" else walk(page)[:60]
    assert stops, f"{place}: the keyboard reaches nothing"
    faults = [f"{stop['name']} ({stop['words']}): {fault}" for stop in stops for fault in stop["faults"]]
    none(faults, f"{place}, {scheme}: {place.url}")


def test_the_first_stop_skips_to_the_text(opened: "Opened", place: "Place") -> None:
    page = opened()
    page.goto(place.url)
    page.keyboard.press("Tab")
    leads = page.evaluate("() => document.querySelector(document.activeElement.getAttribute('href'))?.localName")
    assert leads == "main", f"{place}: the first Tab stop is no link to the main part"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('main, footer')"), f"{place}: nothing is skipped"


def test_nothing_moves_for_who_wants_no_motion(reader: Reader, place: "Place") -> None:
    page = reader.at(place, reduced_motion="reduce")
    none(ask(page, "moving"), f"{place}: {place.url}")


def test_highlights_are_told_apart_in_forced_colours(opened: "Opened", annotated: "Place") -> None:
    for scheme in SCHEMES:
        page = opened(forced_colors="active", color_scheme=scheme)
        page.goto(annotated.url)
        none(ask(page, "forced"), f"{annotated}, forced colours, {scheme}: {annotated.url}")
        page.close()
