"""What was known when: the list of days, and a page for each day on which something became known or was changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.linking.addresses import Spot
from dateline.model.documents import Dated, Event
from dateline.model.names import Address, Key, Kind, SitePath
from dateline.pages.differing import Difference, date_then, differences
from dateline.pages.frame import Frame, Lead, frame, href
from dateline.pages.knowing import Step, by_day, day_address, day_of, steps
from dateline.pages.pieces import When, lead, leads, when
from dateline.pages.views.article import ArticleLine, article_line, newest_first
from dateline.pages.views.lists import NoteLine, note_line
from dateline.pages.wording import Wording
from dateline.story import Story

NAMED = 600
"""So many steps at most are listed by title on one page; of more only those that have no day of their own."""


class DayLine(Struct, frozen=True):
    """A day in the list of days, or a time that is not known to the day."""

    when: When
    href: str
    """Empty where there is no page, since the day is not known."""
    added: tuple[Lead, ...]
    changed: tuple[Lead, ...]
    added_count: int
    changed_count: int


class KnownView(Struct, frozen=True, tag="known"):
    """The list of days."""

    path: SitePath
    frame: Frame
    days: tuple[DayLine, ...]
    brief: bool
    """Whether the days are so many that each says only how much it holds."""
    always: tuple[Lead, ...]
    """Events that nothing says when they became known."""


class Learned(Struct, frozen=True):
    """An event as it became known."""

    lead: Lead
    """With the title of that day."""
    title_now: str
    """Where it is another today; else empty."""
    known: When
    when: When
    status_words: str
    summary: str
    sources: tuple[Lead, ...]


class Altered(Struct, frozen=True):
    """An event of which something else was believed from this day on."""

    lead: Lead
    known: When
    differences: tuple[Difference, ...]


class KnownDayView(Struct, frozen=True, tag="day"):
    """What a day added to what was known, and what it changed."""

    path: SitePath
    frame: Frame
    added: tuple[Learned, ...]
    changed: tuple[Altered, ...]
    articles: tuple[ArticleLine, ...]
    """Articles published on this day."""
    notes: tuple[NoteLine, ...]
    """Notes written on this day."""
    so_far: int
    """How many events were known by the end of this day."""
    total: int
    previous: Lead | None
    next: Lead | None


def known_views(story: Story, words: Wording) -> Iterator[KnownView | KnownDayView]:
    """The list of days and the page of each."""
    taken = steps(story)
    days = by_day(taken)
    yield _known_view(story, taken, words)
    published = _grouped(story, ((key, story.article(key).published) for key in reversed(newest_first(story))))
    written = _grouped(story, ((key, story.annotation(key).date) for key in story.of_kind(Kind.ANNOTATION)))
    counts = _counts(story, taken)
    for before, day, after in zip(("", *days), days, (*list(days)[1:], ""), strict=False):
        made = _day_frame(story, day, words)
        yield KnownDayView(
            SitePath(made.address + "index.html"),
            made,
            tuple(_learned(story, step, made.root, words) for step in days[day] if step.before is None),
            tuple(_altered(story, step, made.root, words) for step in days[day] if step.before is not None),
            tuple(article_line(story, key, made.root) for key in published.get(day, ())),
            tuple(note_line(story, key, made.root, words) for key in written.get(day, ())),
            counts[day],
            len(story.order),
            _day_lead(story, before, made.root),
            _day_lead(story, after, made.root),
        )


def _counts(story: Story, taken: Sequence[Step]) -> Mapping[str, int]:
    """How many events were known by the end of each day; those that nothing dates were known all along."""
    found: dict[str, int] = {}
    known = len(_always(story))
    for step in taken:
        known += step.before is None
        if step.day:
            found[step.day] = known
    return found


def _always(story: Story) -> tuple[Key, ...]:
    return tuple(key for key in story.order if story.known[key] is None and not story.event(key).revisions)


def _day_frame(story: Story, day: str, words: Wording) -> Frame:
    said = _worded(story, day).words
    title = words("known-on", day=said)
    return frame(story, words, "known", day_address(day), title, words("known-on.text", day=said), day)


def _worded(story: Story, day: str) -> When:
    date = parse(day, story.settings.timezone)
    return when(date, story.settings) if isinstance(date, Date) else When(day)


def _day_lead(story: Story, day: str, root: str) -> Lead | None:
    return Lead(_worded(story, day).words, href(root, Spot(day_address(day)))) if day else None


def _known_view(story: Story, taken: Sequence[Step], words: Wording) -> KnownView:
    made = frame(story, words, "known", Address("known/"), words("known-when"), words("known-when.text"))
    groups: dict[tuple[str, str], list[Step]] = {}
    for step in taken:
        groups.setdefault((step.day, "" if step.day else step.known.edtf), []).append(step)
    brief = len(taken) > NAMED
    lines = tuple(
        _day_line(story, day, group, made.root, brief=brief and bool(day)) for (day, _), group in groups.items()
    )
    return KnownView(SitePath("known/index.html"), made, lines, brief, leads(story, _always(story), made.root))


def _day_line(story: Story, day: str, group: Sequence[Step], root: str, *, brief: bool) -> DayLine:
    added = [step for step in group if step.before is None]
    changed = [step for step in group if step.before is not None]
    return DayLine(
        _worded(story, day) if day else when(group[0].known, story.settings),
        href(root, Spot(day_address(day))) if day else "",
        tuple(_lead_then(story, step.key, step.after, root) for step in added if not brief),
        tuple(_lead_then(story, step.key, step.after, root) for step in changed if not brief),
        len(added),
        len(changed),
    )


def _lead_then(story: Story, key: Key, event: Event, root: str) -> Lead:
    return Lead(event.head.title, lead(story, key, root).href)


def _learned(story: Story, step: Step, root: str, words: Wording) -> Learned:
    event, now = step.after, story.event(step.key)
    links = story.links[step.key]
    return Learned(
        _lead_then(story, step.key, event, root),
        now.head.title if now.head.title != event.head.title else "",
        when(step.known, story.settings),
        date_then(story, step.key, event),
        "" if event.status == "confirmed" else words(f"status.{event.status}"),
        event.head.summary or "",
        leads(story, dict.fromkeys(one.article for one in links.sources if one.article), root),
    )


def _altered(story: Story, step: Step, root: str, words: Wording) -> Altered:
    found = differences(story, step.key, step.before or step.after, step.after, words)
    return Altered(_lead_then(story, step.key, step.after, root), when(step.known, story.settings), found)


def _grouped(story: Story, dated: Iterable[tuple[Key, Dated | None]]) -> Mapping[str, tuple[Key, ...]]:
    """What is dated to a day, by day."""
    found: dict[str, list[Key]] = {}
    for key, one in dated:
        if one:
            found.setdefault(day_of(one.date, story.settings.timezone), []).append(key)
    return {day: tuple(keys) for day, keys in found.items()}
