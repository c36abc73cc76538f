"""Where a quote stands in its target's visible text: the states of the manual's table.

Offsets count code points of the visible text, the end exclusive.
"""

from msgspec import Struct


class Candidate(Struct, frozen=True):
    """One of several places where an ambiguous quote stands."""

    start: int
    end: int
    prefix: str
    """Text right before it that tells it from every other candidate, for use as `prefix`."""


class Exact(Struct, frozen=True, tag="exact"):
    """The words stand there, with the prefix and suffix given, exactly once."""

    start: int
    end: int


class Moved(Struct, frozen=True, tag="moved"):
    """The same words, once, but a prefix or suffix given does not stand beside them."""

    start: int
    end: int
    prefix: str | None
    """What stands before now, where a prefix had been given; as short as the one given or a little longer."""
    suffix: str | None


class Changed(Struct, frozen=True, tag="changed"):
    """Other words in the same place."""

    start: int
    end: int
    matched: str
    """The words there now."""
    meaning: tuple[tuple[str, str], ...]
    """What touches the meaning: pairs of old and new words, either may be empty; empty tuple for state `changed`,
    otherwise the state is `changed!`."""
    prefix: str | None = None
    suffix: str | None = None


class Ambiguous(Struct, frozen=True, tag="ambiguous"):
    """Several places and nothing chooses."""

    candidates: tuple[Candidate, ...]


class Orphan(Struct, frozen=True, tag="orphan"):
    """Nowhere near."""


class Whole(Struct, frozen=True, tag="whole"):
    """No quote given: a note on the whole document."""


Anchor = Exact | Moved | Changed | Ambiguous | Orphan | Whole


def state(anchor: Anchor) -> str:
    """The state's public name, as in `data-anchor` and `timeline.json`."""
    match anchor:
        case Changed(meaning=meaning) if meaning:
            return "changed!"
        case _:
            return str(anchor.__struct_config__.tag)


def place(anchor: Anchor) -> tuple[int, int] | None:
    """Where it stands in the visible text, if it does."""
    match anchor:
        case Exact() | Moved() | Changed():
            return anchor.start, anchor.end
        case _:
            return None
