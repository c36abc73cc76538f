"""What the chronology is asked, and what it may find wrong: ids, dates and ties, as values."""

from typing import Literal

from msgspec import Struct

from dateline.dates.date import Date
from dateline.dates.duration import Duration

Relating = Literal["after", "before", "during", "caused_by"]


class Happening(Struct, frozen=True):
    """An event, and its date if an author gave one."""

    id: str
    date: Date | None


class Tie(Struct, frozen=True):
    """One relation: `event` is after, before, during or caused by `other`."""

    kind: Relating
    event: str
    other: str
    by: Duration | None
    """Exactly how long after, or before; means nothing with `during` and `caused_by`."""
    index: int
    """The caller's number for it. Ties are taken in the order of these numbers."""

    @property
    def spaced(self) -> bool:
        """Whether it says exactly how far apart the two are, and so may give a date."""
        return self.by is not None and self.kind in ("after", "before")

    @property
    def ordering(self) -> tuple[str, str]:
        """The event whose beginning comes first, or may, and the one whose beginning does not precede that."""
        return (self.event, self.other) if self.kind == "before" else (self.other, self.event)


class Link(Struct, frozen=True):
    """A tie as a step of a chain, seen from one of its two events."""

    tie: Tie
    subject: str
    """The event that the sentence is about: "release is after …"."""
    other: str
    """The event that the sentence leads to, with which the next link goes on."""


class Cycle(Struct, frozen=True):
    """Events that stand after themselves: each link's subject after its other, the last other the first subject."""

    links: tuple[Link, ...]


class SelfRelation(Struct, frozen=True):
    """An event related to itself."""

    tie: Tie


class Contradiction(Struct, frozen=True):
    """Ties and dates that cannot all be true, though without any one of the ties the others could."""

    links: tuple[Link, ...]
    """From the date that is too early for the chain to the one that is too late for it.

    Each link's other is the next one's subject. Only where the chain must pass through some event twice, a tie that
    it uses again, or can do without, is left out.
    """
    ends: tuple[tuple[str, Date], ...]
    """The events at the two ends with their dates as written; one where it is the same event.

    None where no dates at all could be found for these ties.
    """


class Undated(Struct, frozen=True):
    """An event that has no date, and that no relation gives one. Of several that wait for one another, one."""

    id: str


Problem = Cycle | SelfRelation | Contradiction | Undated
