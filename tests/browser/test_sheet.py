"""Takes the pictures of the contact sheet. It judges nothing but that there is something to be seen."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.sheet import picture
from tests.browser.windows import SCHEMES, WIDTHS, Reader

if TYPE_CHECKING:
    from tests.browser.paper import Paper
    from tests.browser.serving import Place

pytestmark = pytest.mark.browser

TALLEST = 5000
"""Pixels of a picture: a longer page is cut."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_is_taken(reader: Reader, place: "Place", sheet: Path, width: int, scheme: str) -> None:
    page = reader.at(place, width, scheme)
    tall = min(page.evaluate("() => document.documentElement.scrollHeight"), TALLEST)
    taken = page.screenshot(
        path=str(sheet / picture(place, width, scheme)),
        full_page=True,
        clip={"x": 0, "y": 0, "width": width, "height": tall},
        type="jpeg",
        quality=70,
    )
    assert len(taken) > 2_000, f"{place}: nothing is to be seen"


def test_a_picture_of_the_paper_is_taken(paper: "Paper", sheet: Path) -> None:
    assert paper.pictures(sheet / "paper")
