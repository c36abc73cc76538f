from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.linking.quotes import Guard, Selector, anchor
from dateline.model.anchors import Ambiguous, Anchor, Changed, Moved, place, state

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "anchors.yaml").read_text("utf-8"))

FOUND = ("state", "matched", "after", "meaning", "places", "now_before", "now_after")
"""What a case may say of what is found."""


def edited(case: dict[str, Any]) -> str:
    text = str(CASES["texts"][case["text"]])
    for old, new in case.get("edits", []):
        if old == "*":
            return str(new)
        assert text.count(old) == 1 or old == new, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def anchored(case: dict[str, Any], text: str) -> Anchor:
    selector = Selector(case["quote"], case.get("prefix"), case.get("suffix"))
    guard = Guard(tuple(case.get("names", ())), tuple(case.get("words", ())))
    return anchor(text, [selector], guard)[0]


def summary(text: str, found: Anchor, case: dict[str, Any]) -> dict[str, Any]:
    """What was found, as far as the case speaks of it."""
    made: dict[str, Any] = {"state": state(found)}
    where = place(found)
    if where:
        made |= {"matched": text[slice(*where)]}
        made |= {"after": text[: where[0]][-len(case["after"]) :]} if "after" in case else {}
    match found:
        case Moved():
            made |= {"now_before": found.prefix, "now_after": found.suffix}
        case Changed():
            assert found.matched == made["matched"]
            made |= {"meaning": [list(pair) for pair in found.meaning]}
        case Ambiguous():
            made |= {"places": len(found.candidates)}
        case _:
            pass
    return {name: value for name, value in made.items() if name in case}


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["what"]))
def test_what_becomes_of_a_quote(case: dict[str, Any]) -> None:
    text = edited(case)
    expected = {name: case[name] for name in FOUND if name in case}
    assert summary(text, anchored(case, text), case) == expected
