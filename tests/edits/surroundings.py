"""Edits of what is no document: `config.yaml`, the site's own layouts, and its media."""

from collections.abc import Sequence
from random import Random

from tests.edits import words
from tests.edits.documents import CONFIG, World
from tests.edits.operations import STAMPS, Move, Operation, Remove, Stamp, Swap, Write
from tests.edits.stories import FOOTER, LAYOUT, OWN_PART, optional, settings
from tests.edits.texts import Maker

_OTHER_PART = '{% macro when(date) %}<b class="other">{{ date.words }}{{ date.as_said }}</b>{% endmacro %}\n'
_EVENT = """{% extends "dateline/pages/event.html" %}
{% from "parts/own/own.html" import own %}
{% block head %}{{ super() }}{{ own(view.frame.title) }}{% endblock %}
"""
_OWN = '{% macro own(title) %}<meta name="own" content="{{ title }}">{% endmacro %}\n'
_MISSING = '{% extends "dateline/pages/missing.html" %}{% block head %}<meta name="own" content="x">{% endblock %}\n'
_LAYOUTS = {
    LAYOUT: (OWN_PART, OWN_PART.replace("own", "ours"), _OTHER_PART),
    "layouts/base.html": (FOOTER, FOOTER.replace("desk", "editors")),
    "layouts/pages/event.html": (_EVENT, _EVENT.replace("{{ super() }}", "")),
    "layouts/pages/missing.html": (_MISSING,),
    "layouts/parts/own/own.html": (_OWN, _OWN.replace("own", "mine", 1)),
    "layouts/parts/own/own.js": ("document.title += 1;\n", "document.title += 2;\n"),
    "layouts/styles/own.css": (".own { color: red }\n", ".own { color: tan }\n", ":root { --paper: #fff }\n"),
    "layouts/styles/tokens.css": (":root { --paper: #eee; --ink: #111 }\n",),
    "layouts/assets/note.txt": ("one", "two"),
    "layouts/assets/icon.svg": ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>\n',),
}


def other_settings(chance: Random, world: World) -> Sequence[Operation]:
    """All settings anew, or those of one key: another value, or none."""
    now = world.files[CONFIG].decode("utf-8", "replace").splitlines(keepends=True)
    made = settings(chance).decode().splitlines(keepends=True)
    differing = [line for line in made if line not in now and not line.startswith((" ", "threads", "annotation_types"))]
    if chance.random() < 0.15:
        return [Write(CONFIG, "".join(made).encode(), chance.choice(STAMPS))]
    if differing and chance.random() < 0.5:
        one = chance.choice(differing)
        return [Write(CONFIG, _without(now, one) + one.encode(), chance.choice(STAMPS))]
    one = f"{chance.choice(optional(chance))}\n"
    rest = _without(now, one)
    there = len(rest.splitlines()) < len(now)
    return [Write(CONFIG, rest if there else rest + one.encode(), chance.choice(STAMPS))]


def _without(lines: list[str], one: str) -> bytes:
    """The lines but those of one key."""
    key = one.partition(":")[0]
    return "".join(line for line in lines if line.partition(":")[0] != key).encode()


def words_of_settings(chance: Random, world: World) -> Sequence[Operation]:
    """What lanes and types are called, or which types there are."""
    text = world.files[CONFIG].decode("utf-8", "replace")
    types = ("  wording:", "  words:")
    one, other = chance.choice((("lane", "row"), ("Wording", "Words"), ("Lane.", "A lane."), types, types))
    made = text.replace(one, other) if one in text else text.replace(other, one)
    return [Write(CONFIG, made.encode())] if made != text else []


def entries_of_the_navigation(chance: Random, world: World) -> Sequence[Operation]:
    """The navigation names documents, whose titles it shows."""
    entries = world.of("pages", "articles", "people")
    if not entries:
        return []
    lines = world.files[CONFIG].decode("utf-8", "replace").splitlines(keepends=True)
    named = ", ".join(f"{entry.kind}/{entry.id}" for entry in chance.sample(entries, min(2, len(entries))))
    kept = [line for line in lines if not line.startswith("nav:")]
    return [Write(CONFIG, "".join([*kept, f"nav: [{named}]\n"]).encode())]


def more_or_fewer_lanes(chance: Random, world: World) -> Sequence[Operation]:
    text = world.files[CONFIG].decode("utf-8", "replace")
    more = text.replace("threads:\n", f"threads:\n  lane-{chance.choice('abc')}: {{title: A new lane}}\n", 1)
    turned = text.replace("first: {", "third: {").replace("second: {", "first: {").replace("third: {", "second: {")
    made = chance.choice((more, turned))
    return [Write(CONFIG, made.encode())] if made.encode() != world.files[CONFIG] else []


def layout(chance: Random, world: World) -> Sequence[Operation]:
    """A layout of the site's own is added, changed or taken away, alone or with what it needs."""
    path = chance.choice(sorted(_LAYOUTS))
    if path in world.files and chance.random() < 0.5:
        return [Remove(path)]
    made = Write(path, chance.choice(_LAYOUTS[path]).encode(), chance.choice(STAMPS))
    needs = path.endswith("event.html") and chance.random() < 0.9
    return [Write("layouts/parts/own/own.html", _OWN.encode()), made] if needs else [made]


def add_media(chance: Random, _: World) -> Sequence[Operation]:
    name = f"{chance.choice(('bus', 'map', 'photo', 'ąžuolas', 'two words'))}.{chance.choice(('png', 'svg'))}"
    data = words.picture(chance) if name.endswith("png") else words.drawing(chance)
    return [Write(f"content/media/{chance.choice(('', '', 'more/'))}{name}", data)]


def other_picture(chance: Random, world: World) -> Sequence[Operation]:
    """Another picture under the same name: of another size, or one that is none."""
    pictures = [path for path in world.media if path.endswith(".png")]
    if not pictures:
        return []
    broken = chance.random() < 0.1
    data = b"not a picture" if broken else words.picture(chance)
    return [Write(chance.choice(pictures), data, chance.choice(STAMPS), beside=chance.random() < 0.5)]


def fewer_media(chance: Random, world: World) -> Sequence[Operation]:
    """Media that go away, get another name, or change names with others; mostly such as nothing shows."""
    shown = b"\n".join(world.files[path] for path in world.markdown)
    unseen = [path for path in world.media if path.rpartition("/")[2].encode() not in shown]
    paths = world.media if chance.random() < 0.2 else unseen
    if not paths:
        return []
    path = chance.choice(paths)
    forms: list[Operation] = [Remove(path), Move(path, path.replace(".", "-2.")), Stamp(path, "backwards")]
    others = [other for other in world.media if other != path]
    return [chance.choice([*forms, *(Swap(path, other) for other in others[:1])])]


EDITS: dict[Maker, int] = {
    other_settings: 6,
    words_of_settings: 2,
    entries_of_the_navigation: 2,
    more_or_fewer_lanes: 1,
    layout: 4,
    add_media: 2,
    other_picture: 3,
    fewer_media: 2,
}
