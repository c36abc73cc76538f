"""The colours of the style sheets, by the contrast of WCAG 2.2 (1.4.6 for words, 1.4.11 for edges), in both schemes."""

import re
from pathlib import Path

import pytest

LAYOUTS = Path(__file__).parents[1] / "layouts"
SHEETS = [LAYOUTS / "styles/tokens.css", LAYOUTS / "parts/drawing/drawing.css"]
PAIR = re.compile(r"(--[a-z0-9]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
TOKENS = {name: colours for sheet in SHEETS for name, *colours in PAIR.findall(sheet.read_text("utf-8"))}
PAPERS = ("--paper", "--tint", "--hl")
WORDS = ("--ink", "--soft", "--link", "--visited", "--bar2", "--focus")
THREADS = tuple(f"--t{number}" for number in range(7))


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read(word: str, paper: str, scheme: int) -> None:
    assert contrast(TOKENS[word][scheme], TOKENS[paper][scheme]) >= 7


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("paper", ["--hl2", "--on"])
@pytest.mark.parametrize("word", ["--ink", "--link"])
def test_highlighted_words_can_be_read(word: str, paper: str, scheme: int) -> None:
    assert contrast(TOKENS[word][scheme], TOKENS[paper][scheme]) >= 7


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("thread", THREADS)
def test_the_names_of_threads_can_be_read(thread: str, scheme: int) -> None:
    assert contrast(TOKENS[thread][scheme], TOKENS["--paper"][scheme]) >= 7


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["--edge", "--bar"])
def test_edges_and_marks_can_be_seen(mark: str, scheme: int) -> None:
    assert min(contrast(TOKENS[mark][scheme], TOKENS[paper][scheme]) for paper in PAPERS) >= 3
