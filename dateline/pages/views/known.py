"""What was known when: the list of days, and a page for each day on which something became known or was changed."""

from collections.abc import Sequence

from msgspec import Struct

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.linking.addresses import Spot
from dateline.model.documents import Event
from dateline.model.names import Address, Key, SitePath
from dateline.pages.differing import Difference, date_then, differences
from dateline.pages.frame import Frame, Lead, frame, href
from dateline.pages.knowing import believed, believed_before, day_address
from dateline.pages.pieces import When, lead, leads, when
from dateline.pages.views.article import ArticleLine, article_line
from dateline.pages.views.lists import NoteLine, note_line
from dateline.pages.wording import Wording
from dateline.story import Story, Version

NAMED = 600
"""So many versions of events at most are listed by title on one page; of more only those without a day of their own."""


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


def known_day_view(story: Story, day: str, words: Wording) -> KnownDayView:
    """The page of a day."""
    made, found = _day_frame(story, day, words), story.days[day]
    root = made.root
    return KnownDayView(
        SitePath(made.address + "index.html"),
        made,
        tuple(_learned(story, one, root, words) for one in found.versions if one.number == 0),
        tuple(_altered(story, one, root, words) for one in found.versions if one.number > 0),
        tuple(article_line(story, key, root) for key in found.articles),
        tuple(note_line(story, key, root, words) for key in found.notes),
        found.so_far,
        found.total,
        _day_lead(story, found.before, root),
        _day_lead(story, found.after, root),
    )


def _day_frame(story: Story, day: str, words: Wording) -> Frame:
    said = _worded(story, day).words
    title = words("known-on", day=said)
    return frame(story, words, "known", day_address(day), title, words("known-on.text", day=said), day)


def _worded(story: Story, day: str) -> When:
    date = parse(day, story.settings.timezone)
    return when(date, story.settings) if isinstance(date, Date) else When(day)


def _day_lead(story: Story, day: str, root: str) -> Lead | None:
    return Lead(_worded(story, day).words, href(root, Spot(day_address(day)))) if day else None


def known_view(story: Story, words: Wording) -> KnownView:
    """The list of days."""
    made = frame(story, words, "known", Address("known/"), words("known-when"), words("known-when.text"))
    groups: dict[tuple[str, str], list[Version]] = {}
    for one in story.versions:
        groups.setdefault((one.day, "" if one.day else one.known.edtf), []).append(one)
    brief = len(story.versions) > NAMED
    lines = tuple(
        _day_line(story, day, group, made.root, brief=brief and bool(day)) for (day, _), group in groups.items()
    )
    return KnownView(SitePath("known/index.html"), made, lines, brief, leads(story, story.always_known, made.root))


def _day_line(story: Story, day: str, group: Sequence[Version], root: str, *, brief: bool) -> DayLine:
    added = [one for one in group if one.number == 0]
    changed = [one for one in group if one.number > 0]
    return DayLine(
        _worded(story, day) if day else when(group[0].known, story.settings),
        href(root, Spot(day_address(day))) if day else "",
        tuple(_lead_then(story, one.key, believed(story, one), root) for one in added if not brief),
        tuple(_lead_then(story, one.key, believed(story, one), root) for one in changed if not brief),
        len(added),
        len(changed),
    )


def _lead_then(story: Story, key: Key, event: Event, root: str) -> Lead:
    return Lead(event.head.title, lead(story, key, root).href)


def _learned(story: Story, version: Version, root: str, words: Wording) -> Learned:
    key = version.key
    event, now, links = believed(story, version), story.event(key), story.links[key]
    return Learned(
        _lead_then(story, key, event, root),
        now.head.title if now.head.title != event.head.title else "",
        when(version.known, story.settings),
        date_then(story, key, event),
        "" if event.status == "confirmed" else words(f"status.{event.status}"),
        event.head.summary or "",
        leads(story, dict.fromkeys(one.article for one in links.sources if one.article), root),
    )


def _altered(story: Story, version: Version, root: str, words: Wording) -> Altered:
    before, after = believed_before(story, version), believed(story, version)
    found = differences(story, version.key, before, after, words)
    return Altered(_lead_then(story, version.key, after, root), when(version.known, story.settings), found)
