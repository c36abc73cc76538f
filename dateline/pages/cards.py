"""Social cards: the picture that stands for a page in somebody else's list, as values still to be drawn.

A task holds all that its picture shows, so the picture is a function of the task alone.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from dateline.linking.addresses import quoted
from dateline.model.documents import Article, Entity
from dateline.model.names import Id, Key, Kind, SitePath
from dateline.pages.frame import Frame
from dateline.pages.listing import says
from dateline.pages.meta import MetaImage
from dateline.pages.palette import Palette
from dateline.pages.pieces import event_date, when
from dateline.pages.shapes import shape
from dateline.pages.wording import Wording, wording
from dateline.story import Story

WIDTH, HEIGHT = 1200, 630
"""In pixels: what the networks show whole."""
FOLDER = "assets/cards/"
MOST_MARKS = 48
"""A strip of more events shows none of them but the page's own, at one of so many places."""
TURNING_POINT = 3

_SHAPES = {"point": "o", "open-start": "-", "open-end": "-"}
_KINDS = {kind.singular: kind for kind in Kind if kind is not Kind.INDEX}
_LISTS = frozenset({"home", "timeline", "thread"})


class Strip(Struct, frozen=True):
    """The timeline in miniature: the events that have a date in their order, at equal distances."""

    marks: str
    """A letter for each: `o` known to the day, `-` open at an end, `~` else less surely. Empty where they are many."""
    here: tuple[int, ...]
    """Where the page's own events stand, in thousandths of the length."""
    first: str
    """The first event's date in words."""
    last: str


class CardTask(Struct, frozen=True):
    """A card to draw."""

    path: SitePath
    site: str
    kind: str
    title: str
    facts: str
    """A date, a role or what it is about, in words."""
    language: str
    direction: str
    paper: str
    """Colours as `#rrggbb`, as the next ones."""
    ink: str
    soft: str
    rule: str
    accent: str
    strip: Strip | None


def has_card(frame: Frame) -> bool:
    """Whether a page has a card of its own; the others show the home page's."""
    if frame.kind in _LISTS:
        return "/" not in frame.id and (frame.kind != "timeline" or not frame.id)
    return frame.kind in _KINDS


def card_path(frame: Frame) -> SitePath:
    """Where the card of a page stands."""
    return SitePath(f"{FOLDER}{frame.address if has_card(frame) else ''}card.png")


def card_image(story: Story, frame: Frame) -> MetaImage | None:
    """The card of a page as its head names it, where the site has cards."""
    if not story.settings.social_cards:
        return None
    path = card_path(frame)
    alt = ": ".join(filter(None, (frame.site_title, frame.title))) if has_card(frame) else frame.site_title
    return MetaImage(f"{story.settings.base_url}{quoted(path)}", alt, WIDTH, HEIGHT, large=True)


class Line(Struct, frozen=True):
    """What all strips have in common."""

    places: Mapping[Key, int]
    """Of each event that has a date, from 0 to `steps`."""
    steps: int
    marks: str
    first: str
    last: str


def card_task(story: Story, frame: Frame, palette: Palette, line: Line | None) -> CardTask | None:
    """The card of a page, if the site has cards and the page one of its own."""
    if not (story.settings.social_cards and frame.in_sitemap and has_card(frame)):
        return None
    return _task(_Site(story, wording(story.settings.language), palette, line), frame)


class _Site(Struct, frozen=True):
    """What all cards have in common."""

    story: Story
    words: Wording
    palette: Palette
    line: Line | None
    """None where there are too few events for one to have a place among others."""


def card_line(story: Story) -> Line | None:
    """The line of all events, if the site has cards and events enough."""
    if not story.settings.social_cards:
        return None
    shapes = {one: shape(story.chronology.dates[one.id], story.chronology.bounds[one.id]) for one in story.order}
    dated = [one for one in story.order if shapes[one] != "none"]
    count = len(dated)
    if count < 2:  # noqa: PLR2004 - a place among others needs others
        return None
    few = count <= MOST_MARKS
    steps = (count if few else MOST_MARKS) - 1
    return Line(
        {one: number * steps // (count - 1) for number, one in enumerate(dated)},
        steps,
        "".join(_SHAPES.get(shapes[one], "~") for one in dated) if few else "",
        event_date(story, dated[0]).words,
        event_date(story, dated[-1]).words,
    )


def _task(site: _Site, frame: Frame) -> CardTask:
    story, words, palette = site.story, site.words, site.palette
    key = Key(_KINDS[frame.kind], Id(frame.id)) if frame.kind in _KINDS else None
    kind = words(f"one.{key.kind.value}") if key else words("one.threads") if frame.kind == "thread" else ""
    return CardTask(
        path=card_path(frame),
        site=frame.site_title if frame.title else "",
        kind=kind if key is None or key.kind is not Kind.PAGE else "",
        title=frame.title or frame.site_title,
        facts=_facts(story, frame, key, words),
        language=frame.language,
        direction=frame.direction,
        paper=palette.paper.light,
        ink=palette.ink.light,
        soft=palette.soft.light,
        rule=palette.rule.light,
        accent=_accent(story, frame, key, palette),
        strip=_strip(site.line, _events(story, frame, key)) if site.line else None,
    )


def _facts(story: Story, frame: Frame, key: Key | None, words: Wording) -> str:
    if key is None:
        about = next((one.summary for one in story.settings.threads if one.id == frame.id), "")
        return (
            about if frame.kind == "thread" else frame.tagline if not frame.title else says(story, story.order, words)
        )
    found = story.documents[key]
    if key.kind is Kind.EVENT:
        status = story.event(key).status
        said = event_date(story, key).words
        return said if status == "confirmed" else f"{said} · {words(f'status.{status}')}"
    if isinstance(found, Article):
        said = when(found.published.date, story.settings).words
        return " · ".join(filter(None, (said, found.publisher)))
    return (found.role if isinstance(found, Entity) else None) or found.head.summary or ""


def _accent(story: Story, frame: Frame, key: Key | None, palette: Palette) -> str:
    """The colour of the page's first thread."""
    names = [one.id for one in story.settings.threads]
    mine = story.links[key].threads if key else (Id(frame.id),) if frame.kind == "thread" else ()
    place = next((names.index(one) for one in mine if one in names), 0)
    return palette.threads[place % len(palette.threads)].light


def _events(story: Story, frame: Frame, key: Key | None) -> Sequence[Key]:
    """The events that a page is about."""
    if key is None:
        if frame.kind == "thread":
            return story.in_thread[Id(frame.id)].events
        return [one for one in story.foremost if story.event(one).importance == TURNING_POINT]
    if key.kind is Kind.EVENT:
        return (key,)
    return story.links[key].events if key.kind is Kind.ARTICLE else story.events_with.get(key, ())


def _strip(line: Line, shown: Sequence[Key]) -> Strip:
    places = sorted({line.places[one] for one in shown if one in line.places})
    return Strip(line.marks, tuple(place * 1000 // line.steps for place in places), line.first, line.last)
