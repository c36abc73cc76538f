from dateline.model.names import InputPath
from dateline.pages.palette import Colour, Palette, palette
from tests.site import product_layouts


def colours(css: str) -> Palette:
    return palette({InputPath("layouts/styles/tokens.css"): css.encode()})


def test_colours_are_those_of_the_styles() -> None:
    found = colours(":root { --paper: light-dark(#ABCDEF, #012); --t1: #123456; --t2: light-dark(#fff,#000) }")
    assert found.paper == Colour("#abcdef", "#001122")
    assert found.threads == (Colour("#123456", "#123456"), Colour("#ffffff", "#000000"))


def test_a_colour_that_cannot_be_read_is_the_usual_one() -> None:
    assert colours("--paper: oklch(50% 0 0); --ink: var(--x); --rule: light-dark(red, #fff);") == Palette()


def test_the_usual_ones_are_the_products() -> None:
    found, usual = palette(product_layouts()), Palette()
    assert (found.paper, found.ink, found.soft, found.rule) == (usual.paper, usual.ink, usual.soft, usual.rule)
    assert len(found.threads) > 1
