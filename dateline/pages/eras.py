"""A list of events under headings: the larger units of time in which they begin, such as years or months."""

from collections.abc import Sequence

from msgspec import Struct

from dateline.dates.instants import Local, local_at
from dateline.model.names import Key
from dateline.pages.periods import DAY, UNDATED, Size, beginnings, best_size, spoken, unit_of, unit_said
from dateline.pages.pieces import EventLine
from dateline.pages.wording import Wording
from dateline.story import Story

MOST = 40
"""So many headings at most divide a list."""
PER_ERA = 5
"""So many events at least stand below a heading, on average."""


class Era(Struct, frozen=True):
    """Events below one heading."""

    title: str
    """Empty where the list is not divided."""
    number: int
    """From 1, for the heading's fragment."""
    classes: str
    """What any of its events can be narrowed to."""
    lines: tuple[EventLine, ...]


def eras(story: Story, keys: Sequence[Key], lines: Sequence[EventLine], words: Wording) -> tuple[Era, ...]:
    """These events, in order, by the smallest unit that does not divide them into too many groups."""
    titles = headings(story, keys, words)
    groups: list[tuple[str, list[EventLine]]] = []
    for title, line in zip(titles, lines, strict=True):
        if not groups or groups[-1][0] != title:
            groups.append((title, []))
        groups[-1][1].append(line)
    alone = len(groups) == 1
    return tuple(
        Era("" if alone else title, number, _classes(inner), tuple(inner))
        for number, (title, inner) in enumerate(groups, 1)
    )


def _classes(lines: Sequence[EventLine]) -> str:
    return " ".join(sorted({name for line in lines for name in line.classes.split()}))


def headings(story: Story, keys: Sequence[Key], words: Wording) -> tuple[str, ...]:
    """For each event the heading below which it stands.

    Where a date is vaguer than the headings' unit its event has a heading of the unit that is known, unless it stands
    among events of the first unit that it may lie in: a heading never claims more than is known.
    """
    zone, language = story.settings.timezone, story.settings.language
    begins = beginnings([story.chronology.bounds[key.id].earliest for key in keys], zone)
    dated = [at for at in begins if at is not None]
    size = best_size(dated, max(2, min(MOST, len(keys) // PER_ERA)))
    found: list[str] = []
    before: tuple[int, ...] | None = None
    for key, at in zip(keys, begins, strict=True):
        if at is None:
            found.append(UNDATED)
            continue
        unit = unit_of(at, size)
        if unit != before:
            found.append(unit_said(at, max(size, _known_size(story, key, at))))
            before = unit if found[-1] == unit_said(at, size) else None
        else:
            found.append(found[-1])
    worded = {said: words("beginning-unknown") if said == UNDATED else spoken(said, language, zone) for said in found}
    return tuple(worded[said] for said in found)


def _known_size(story: Story, key: Key, at: Local) -> Size:
    """The smallest unit in which the event surely begins."""
    latest = story.chronology.bounds[key.id].start_latest
    if latest is None:
        return DAY
    end = local_at(latest, story.settings.timezone)
    size = DAY
    while unit_of(at, size) != unit_of(end, size) and (at.year < 0) == (end.year < 0):
        size += 1
    return size
