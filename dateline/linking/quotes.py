"""PLACEHOLDER until the anchoring helper writes this file: overwrite freely."""

from msgspec import Struct

from dateline.model.anchors import Anchor, Exact, Orphan


class Selector(Struct, frozen=True):
    exact: str
    prefix: str | None = None
    suffix: str | None = None


class Guard(Struct, frozen=True):
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class AnchorTask(Struct, frozen=True):
    text: str
    selectors: tuple[Selector, ...]
    guard: Guard


def anchor_all(task: AnchorTask) -> tuple[Anchor, ...]:
    found: list[Anchor] = []
    for one in task.selectors:
        at = task.text.find(one.exact)
        found.append(Exact(at, at + len(one.exact)) if at >= 0 else Orphan())
    return tuple(found)
