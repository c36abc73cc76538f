"""Nothing runs out of the window, nothing covers anything else, nothing jumps."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.windows import WIDTHS, Reader, ask, none

if TYPE_CHECKING:
    from tests.browser.serving import Place

pytestmark = pytest.mark.browser

LARGER = "() => document.documentElement.style.setProperty('font-size', '32px')"
AS_BEFORE = "() => document.documentElement.removeAttribute('style')"
PAUSE = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SCROLL = """async () => {
  for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
    scrollTo(0, at);
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_window(reader: Reader, place: "Place", width: int) -> None:
    none(ask(reader.at(place, width), "wider"), f"{place} at {width} px: {place.url}")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_covers_anything(reader: Reader, place: "Place", width: int) -> None:
    none(ask(reader.at(place, width), "overlaps"), f"{place} at {width} px: {place.url}")


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_of_a_drawing_are_whole_and_apart(reader: Reader, place: "Place", width: int) -> None:
    none(ask(reader.at(place, width), "labels"), f"{place} at {width} px: {place.url}")


@pytest.mark.parametrize("width", [768, 1440])
def test_text_of_twice_the_size_fits(reader: Reader, place: "Place", width: int) -> None:
    page = reader.at(place, width)
    page.evaluate(LARGER)
    try:
        page.evaluate(PAUSE)
        found = [*(ask(page, "wider") if width == 768 else []), *ask(page, "overlaps"), *ask(page, "labels")]
    finally:
        page.evaluate(AS_BEFORE)
    none(found, f"{place} at {width} px, text of 200 %: {place.url}")


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_jumps(forgetful_reader: Reader, place: "Place", width: int) -> None:
    forgetful_reader.elsewhere()
    page = forgetful_reader.at(place, width, reduced_motion="no-preference")
    page.evaluate(SCROLL)
    shifts = page.evaluate("() => window.dateline.shifts")
    none([f"{one['value']:.4f}: {', '.join(one['moved'])}" for one in shifts], f"{place} at {width} px: {place.url}")
