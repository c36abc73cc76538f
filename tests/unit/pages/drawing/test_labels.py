"""Labels: right of the sign, else left, else above; inside where a period stands behind the others."""

from dateline.pages.drawing.drawn import Shape
from dateline.pages.drawing.labels import NARROWEST, STATUS, Place, place, within
from dateline.pages.drawing.letters import width
from dateline.pages.drawing.shapes import Sign

LABEL = "The released cross into Lithuania"


def dot(x: float) -> Sign:
    return Sign("point", (Shape("dot", x),), x, x)


def bar(x: float, end: float) -> Sign:
    return Sign("soft", (Shape("bar", x, end - x, "soft"),), x, end)


def side(found: Place) -> str:
    return "above" if found.above else "left" if found.end else "right"


def test_where_there_is_room() -> None:
    assert side(place(dot(10), LABEL)) == "right"
    assert side(place(dot(90), LABEL)) == "left"
    assert side(place(bar(5, 95), LABEL)) == "above"
    assert side(place(bar(40, 99), "A" * 25)) == "left"
    assert side(place(bar(20, 99), "A" * 25)) == "above"


def test_what_a_label_takes_holds_it_and_its_sign() -> None:
    for sign in (dot(10), dot(90), bar(5, 95), bar(30, 99), bar(1, 60)):
        found = place(sign, LABEL)
        assert found.right - found.left > width(LABEL)
        assert found.left <= sign.first * NARROWEST / 100
        assert found.right >= sign.last * NARROWEST / 100
        assert found.left >= -12
        assert found.right <= NARROWEST + 12


def test_status_and_bold_letters_want_room() -> None:
    plain, status, bold = place(dot(10), LABEL), place(dot(10), LABEL, status=True), place(dot(10), LABEL, bold=True)
    assert status.right - plain.right == STATUS
    assert status.dx - plain.dx == STATUS
    assert plain.dx < status.status_dx < status.dx
    assert bold.right > plain.right


def test_without_a_label_only_the_sign_takes_room() -> None:
    found = place(dot(50), "")
    assert found.right - found.left < 30


def test_inside_a_period_behind_the_others() -> None:
    assert not within(bar(20, 60), LABEL).end
    assert within(bar(80, 100), LABEL).end
