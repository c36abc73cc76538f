"""The drawing of time: where events stand on a scale, and how surely."""

from dateline.pages.drawing.density import Density, density
from dateline.pages.drawing.drawn import Drawing
from dateline.pages.drawing.lanes import HUES, hue
from dateline.pages.drawing.small import small_drawing
from dateline.pages.drawing.whole import drawing

__all__ = ["HUES", "Density", "Drawing", "density", "drawing", "hue", "small_drawing"]
