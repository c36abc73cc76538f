"""Small stories, a line an event, and what the chronology says of them."""

import re

from dateline.chronology.network import Chronology, Contradiction, Happening, Link, Tie, chronology
from dateline.dates.duration import parse as parse_duration
from dateline.dates.edtf import parse
from dateline.dates.instants import local_text
from dateline.dates.malformed import Malformed

ZONE = "Europe/Vilnius"


def told(story: str) -> Chronology:
    """The chronology of lines such as `release 2025-09-11: after incursion P1D, caused_by call`."""
    happenings: list[Happening] = []
    ties: list[Tie] = []
    for line in story.strip().splitlines():
        event, text, relations = re.fullmatch(r"\s*(\S+?)(?: (\S+))?:(?: (.*))?", line).groups()  # type: ignore[union-attr]
        date = parse(text, ZONE) if text else None
        assert not isinstance(date, Malformed)
        happenings.append(Happening(event, date))
        for relation in filter(None, (relations or "").split(",")):
            kind, other, *rest = relation.split()
            by = parse_duration(rest[0]) if rest else None
            assert not isinstance(by, Malformed)
            ties.append(Tie(kind, event, other, by, len(ties)))
    return chronology(happenings, ties, ZONE)


def bounds(solved: Chronology, event: str) -> str:
    """The four bounds (one where all are the same), midnight and the last second of a day as the day alone."""
    found = solved.bounds[event]
    four = (found.earliest, found.start_latest, found.end_earliest, found.latest)
    texts = ["…" if one is None else _short(local_text(one, ZONE)) for one in four]
    return texts[0] if len(set(texts)) == 1 else " ".join(texts)


def _short(text: str) -> str:
    return text[:10] if text[11:19] in ("00:00:00", "23:59:59") else text[:16]


def sentence(links: tuple[Link, ...]) -> str:
    """The chain as `c after b, b (before) a`: in brackets where the tie is the other's."""
    return ", ".join(
        f"{link.subject} {link.tie.kind if link.subject == link.tie.event else f'({link.tie.kind})'} {link.other}"
        for link in links
    )


def contradictions(solved: Chronology) -> list[tuple[str, list[str]]]:
    return [
        (sentence(one.links), [f"{event} {date.edtf}" for event, date in one.ends])
        for one in solved.problems
        if isinstance(one, Contradiction)
    ]
