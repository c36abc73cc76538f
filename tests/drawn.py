"""A small story, drawn: `drawn({"a": "title: A\\ndate: 2025"})`."""

from collections.abc import Mapping

from dateline.pages.drawing import Drawing, drawing
from dateline.pages.drawing.drawn import Bar
from dateline.pages.layouts import environment, layouts_of
from dateline.pages.wording import Wording, wording
from dateline.pipeline import story_of
from dateline.story import Story
from tests.site import site

WORDS = wording("en")
THREADS = "threads:\n  court: {title: Court}\n  field: {title: In the field}\n  press: {title: Press}\n"


def told(events: Mapping[str, str], config: str = "") -> Story:
    """The story of these events, given by id."""
    made = site({f"events/{name}": text for name, text in events.items()}, config=config)
    return story_of(made.snapshot, made.settings)


def drawn(events: Mapping[str, str], config: str = "", words: Wording = WORDS) -> Drawing:
    """The drawing of all these events."""
    story = told(events, config)
    made = drawing(story, story.order, "../", words)
    assert made is not None
    return made


def bars(made: Drawing) -> dict[str, Bar]:
    """The bars of a drawing by id, those of the background too."""
    return {bar.id: bar for bar in (*made.bars, *made.backgrounds)}


def shapes(made: Drawing, name: str) -> list[str]:
    """The sorts of shape of an event, with their fades."""
    return [" ".join(filter(None, [one.kind, one.fade])) for one in bars(made)[name].shapes]


def markup(made: object, macro: str = "drawing") -> str:
    """What the template makes of it."""
    layouts, _ = layouts_of(site({}).snapshot, "en")
    template = f'{{% from "parts/drawing/drawing.html" import {macro} %}}{{{{ {macro}(view) }}}}'
    return environment(layouts).from_string(template).render(view=made)
