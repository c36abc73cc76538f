"""The site that edits begin with: small, and with something of everything."""

from random import Random

from tests.edits import words
from tests.edits.documents import CONFIG, INTRODUCTION, KINDS, Document, World
from tests.edits.writing import body, composed

LAYOUT = "layouts/parts/when/when.html"
OWN_PART = """{% macro when(date) %}<span class="own">{{ date.words }}</span>{% endmacro %}
"""
FOOTER = """{% extends "dateline/base.html" %}
{% block footer %}{{ super() }}<p>Write to the desk.</p>{% endblock %}
"""
_PLURAL = (*("articles",) * 3, *("events",) * 5, *("annotations",) * 4, "people", "people", "places", "organisations")


def story(chance: Random) -> dict[str, bytes]:
    """A site of some ten to twenty-five documents."""
    files: dict[str, bytes] = {
        CONFIG: settings(chance),
        "content/media/bus.png": words.picture(chance),
        "content/media/map.svg": words.drawing(chance),
        "layouts/styles/own.css": b".own { color: inherit }\n",
    }
    if chance.random() < 0.5:
        files[LAYOUT] = OWN_PART.encode()
    if chance.random() < 0.3:
        files["layouts/base.html"] = FOOTER.encode()
    kinds = [*_PLURAL, "pages", *(chance.choice(KINDS) for _ in range(chance.randrange(10)))]
    for kind in sorted(kinds, key=_after_what_they_name):
        path = free_path(chance, World(files), kind)
        files[path] = composed(chance, World(files), kind, path).data
    if chance.random() < 0.7:
        files[INTRODUCTION] = Document({"summary": "A story."}, body(chance, World(files), INTRODUCTION)).data
    return files


def _after_what_they_name(kind: str) -> int:
    return ("people", "places", "organisations", "articles", "events", "annotations", "pages").index(kind)


def free_path(chance: Random, world: World, kind: str) -> str:
    """Where a new document of a kind can stand, with an id that none has yet."""
    taken = {entry.id for entry in world.entries}
    while (name := words.stem(chance)) in taken:
        pass
    return f"content/{kind}/{chance.choice(('', '', '', '2024/', 'old/2023/'))}{name}.md"


def settings(chance: Random) -> bytes:
    """A `config.yaml`, one key a line but for maps. An index for searching takes long, so few have one."""
    lines = [
        f"title: {chance.choice(('A site', 'Another & site', 'Старонка'))}",
        f"base_url: https://example.org/{chance.choice(('', 'story/'))}",
        f"language: {chance.choice(('en', 'en', 'en', 'lt', 'pl', 'be'))}",
        f"timezone: {chance.choice(('Europe/Vilnius', 'America/New_York', 'Asia/Kolkata', 'UTC'))}",
        f"search: {chance.choice(('false',) * 9 + ('true',))}",
        f"social_cards: {chance.choice(('false',) * 5 + ('true',))}",
        "anchors: {changed_meaning: warn}",
        "threads:",
        "  first: {title: First lane, summary: Lane.}",
        "  second: {title: Second lane}",
        "annotation_types:",
        "  wording: {label: Wording, motivation: describing}",
    ]
    return "\n".join([*lines, *(line for line in optional(chance) if chance.random() < 0.25), ""]).encode()


def optional(chance: Random) -> tuple[str, ...]:
    """A line for each setting that most sites do without."""
    scale = f"{chance.choice(('fine, ', ''))}mixed, 'false'{chance.choice((', unproven', ''))}"
    return (
        *("tagline: A line below", "author: The desk", "licence: CC BY 4.0", "feed: false", "markdown: {html: true}"),
        *(f"verdict_scale: [{scale}]", "nav: [{title: Timeline, link: /timeline/}]"),
    )
