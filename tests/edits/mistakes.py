"""What authors get wrong, of every sort that ends a build; `files.mend` puts it right again."""

from collections.abc import Sequence
from random import Random

from tests.edits.documents import CONFIG, INTRODUCTION, Document, World
from tests.edits.operations import STAMPS, Operation, Write
from tests.edits.stories import free_path
from tests.edits.texts import Maker


def broken_form(chance: Random, world: World) -> Sequence[Operation]:
    """A file that cannot be read as a document at all."""
    if not world.markdown:
        return []
    path = chance.choice(world.markdown)
    data = world.files[path]
    middle = len(data) // 2
    broken = chance.choice((
        *(data.replace(b"---\n", b"---\ntitle: [\n", 1), data[:middle] + b"\xff\xfe" + data[middle:], b"", b"words"),
        *(data[:middle] + b"\0" + data[middle:], data.replace(b"\n---\n", b"\n", 1), b"---\ntitle: &a *a\n---\n"),
        *(data.replace(b"---\n", b"---\ntitle: x\ntitle: y\n", 1), data.replace(b"---\n", b"---\ntittle: x\n", 1)),
    ))  # fmt: skip
    return [Write(path, broken, chance.choice(STAMPS))]


def broken_field(chance: Random, world: World) -> Sequence[Operation]:
    """A field that is missing, unknown to the site, or not of its type."""
    if not world.entries:
        return []
    entry = chance.choice(world.entries)
    wrong = chance.choice((
        *({"tags": {"a": 1}}, {"draft": "so"}, {"title": None, "name": None}, {"slug": "../up"}, {"image": "no.png"}),
        *({"threads": "nowhere"}, {"events": "nothing-there"}, {"date": "2025-02-29"}, {"importance": 9}, {"x-own": 1}),
        *({"published": "2025-13"}, {"tags": "POWER"}, {"type": "unheard-of"}, {"aliases": "timeline/"}),
    ))  # fmt: skip
    return [Write(entry.path, entry.document.having(**wrong).data)]


def broken_body(chance: Random, world: World) -> Sequence[Operation]:
    """A body that leads nowhere."""
    if not world.entries:
        return []
    entry = chance.choice(world.entries)
    wrong = chance.choice((
        *("[[no-such-thing]]", "[x](nowhere.md)", "![[gone.png]]", "[x](javascript:x)", "[^mark]", "::: post\nopen"),
        *(f"[[{entry.id}#No such heading]]", "[x](/timeline/)", "[^a]: never used", "> > > deep"),
    ))  # fmt: skip
    return [Write(entry.path, Document(entry.document.fields, f"{entry.document.body}\n{wrong}\n").data)]


def broken_quote(chance: Random, world: World) -> Sequence[Operation]:
    """A quote that stands nowhere, in several places, or not quite so."""
    notes = [entry for entry in world.entries if entry.kind == "annotations"]
    if not notes:
        return []
    note = chance.choice(notes)
    negated = f"not {note.document.fields.get('quote', '')}"
    wrong = chance.choice(("words that stand nowhere at all", "the", "The", negated))
    return [Write(note.path, note.document.having(quote=wrong, prefix=None, suffix=None).data)]


def same_id(chance: Random, world: World) -> Sequence[Operation]:
    """Two files of a kind with one id."""
    if not world.entries:
        return []
    entry = chance.choice(world.entries)
    return [Write(f"content/{entry.kind}/again/{entry.id}.md", entry.document.data)]


def same_address(chance: Random, world: World) -> Sequence[Operation]:
    """Two pages with one address: by slug, or by an alias."""
    pages = [entry for entry in world.entries if entry.kind in ("articles", "events", "people")]
    if len(pages) < 2:
        return []
    one, other = chance.sample(pages, 2)
    wrong = {"slug": other.id} if chance.random() < 0.5 else {"aliases": [f"{other.kind}/{other.id}/"]}
    return [Write(one.path, one.document.having(**wrong).data)]


def contradiction(chance: Random, world: World) -> Sequence[Operation]:
    """Two events each after the other, or one that its date does not allow."""
    events = [entry for entry in world.entries if entry.kind == "events"]
    if len(events) < 2:
        return []
    one, other = chance.sample(events, 2)
    relation = chance.choice(("after", "before", "during", "caused_by"))
    first = Write(one.path, one.document.having(**{relation: other.id}).data)
    second = Write(other.path, other.document.having(**{relation: one.id}).data)
    return [first, second] if chance.random() < 0.4 else [first]


def wrong_place(chance: Random, world: World) -> Sequence[Operation]:
    """A file where none belongs, or whose name can be no id."""
    data = Document({"title": "Lost"}).data
    free = free_path(chance, world, "pages")
    names = ("lost.md", "lost/lost.md", "events/Two Words.md", "pages/con.md")
    wrong = (*(f"content/{name}" for name in names), f"{free.removesuffix('.md')}_.md", free)
    return [Write(chance.choice(wrong), data)]


def broken_settings(chance: Random, world: World) -> Sequence[Operation]:
    """A `config.yaml` that is wrong, or that no longer has what documents name."""
    lines = world.files[CONFIG].decode("utf-8", "replace").splitlines(keepends=True)
    lines.pop(chance.randrange(len(lines)))
    wrong = chance.choice(("tilte: x\n", "title: [\n", "timezone: Nowhere/Town\n", "", "", "nav: [gone]\n"))
    return [Write(CONFIG, ("".join(lines) + wrong).encode(), chance.choice(STAMPS))]


def broken_layout(chance: Random, _: World) -> Sequence[Operation]:
    """A template that cannot be understood, or that asks for what is not there."""
    path = chance.choice(("layouts/parts/when/when.html", "layouts/pages/event.html", "layouts/base.html"))
    texts = ("{% if %}", "{{ view.nothing.at_all }}", "{% include 'base.html' %}", "{% extends 'none.html' %}", "\xff")
    return [Write(path, chance.choice(texts).encode("latin-1"))]


def broken_introduction(chance: Random, _: World) -> Sequence[Operation]:
    return [Write(INTRODUCTION, b"[[" + chance.choice((b"nowhere", b"no#where", b"")) + b"]]\n")]


EDITS: dict[Maker, int] = {
    broken_form: 3,
    broken_field: 3,
    broken_body: 3,
    broken_quote: 2,
    same_id: 1,
    same_address: 1,
    contradiction: 2,
    wrong_place: 1,
    broken_settings: 2,
    broken_layout: 2,
    broken_introduction: 1,
}
