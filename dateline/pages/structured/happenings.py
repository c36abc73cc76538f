"""Events as schema.org has them.

`startDate` and `endDate` say no more than is known: a month stays `2025-08`, and a date that ISO 8601-1 cannot say
without adding to it (about, uncertain, one of several) is left to words and, as EDTF, to the page's `temporalCoverage`.
"""

from dateline.dates.date import Date, Precision
from dateline.dates.edtf import parse
from dateline.dates.words import html_value
from dateline.model.names import Key
from dateline.pages.structured.graph import Node, file_url, is_told, name_of, node, references, url_of
from dateline.pages.wording import Wording
from dateline.story import Story

OPEN = ".."


def event(story: Story, key: Key, words: Wording, said: str) -> Node | None:
    """An event, `said` being its date in words; `None` where it may not have happened at all."""
    found, links = story.event(key), story.links[key]
    if not is_told(story, key):
        return None
    status = "" if found.status == "confirmed" else f"{words(f'status.{found.status}')}. "
    first, last = ends(story.chronology.dates[key.id], story.settings.timezone)
    articles = [one.article for one in links.sources if one.article]
    return node(
        "Event",
        name_of(story, key),
        name=found.head.title,
        description=f"{status}{said}. {found.head.summary or ''}".strip(),
        url=url_of(story, key),
        startDate=first,
        endDate=last,
        eventStatus="https://schema.org/EventScheduled" if found.status == "planned" else "",
        location=references(story, links.places),
        about=references(story, (*links.people, *links.organisations)),
        subjectOf=references(story, articles),
        image=file_url(story, key),
    )


def ends(date: Date, zone: str) -> tuple[str, str]:
    """When something began and when it ended, in ISO 8601; each empty where it cannot be said.

    What lies within a day or a month began then; that it also ended then is said only of an interval.
    """
    if date.precision is not Precision.INTERVAL:
        return html_value(date, zone) or "", ""
    first, _, last = date.edtf.partition("/")
    return _end(first, zone), _end(last, zone)


def _end(written: str, zone: str) -> str:
    date = parse(written, zone) if written.strip() and written != OPEN else None
    return html_value(date, zone) or "" if isinstance(date, Date) else ""
