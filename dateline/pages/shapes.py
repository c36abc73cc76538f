"""How a date looks: one sort of mark for each way in which a date may be known.

A vague date never looks like a point; the same names stand for the bar of a drawing and for the mark of a list.
"""

from dateline.dates.date import Bounds, Date, Precision

_POINTS = frozenset({Precision.DAY, Precision.MINUTE, Precision.SECOND})


def shape(date: Date, bounds: Bounds) -> str:
    """`point`, `soft`, `span`, `frame`, `about`, `open-start`, `open-end`, or `none` where no date is known."""
    if date.precision is Precision.UNKNOWN or (bounds.earliest is None and bounds.latest is None):
        return "none"
    within = date.precision is not Precision.INTERVAL  # relations bound an open interval, but do not close it
    if bounds.earliest is None or (date.stated.earliest is None and not within):
        return "open-start"
    if bounds.latest is None or (date.stated.latest is None and not within):
        return "open-end"
    if date.approximate:
        return "about"
    if date.precision in _POINTS:
        return "point"
    return {Precision.INTERVAL: "span", Precision.SET: "frame"}.get(date.precision, "soft")
