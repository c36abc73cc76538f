"""Edits of what stands in one document: its words, its fields, and the form in which both are written."""

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.edits import words
from tests.edits.documents import CONFIG, INTRODUCTION, NAMED, Document, Entry, World, parsed
from tests.edits.operations import STAMPS, Operation, Write
from tests.edits.stories import free_path
from tests.edits.writing import block, body, composed, link, quote

Maker = Callable[[Random, World], Sequence[Operation]]
"""Makes up an edit; an empty one where there is nothing to do it to."""

_LIKE = (words.NOUNS, words.VERBS, words.MONTHS, words.PLACES, ("not there", "still there"), ("At least", "At most"))
"""Words that stand for one another: some leave a quote's meaning as it is, some do not."""


def _any(chance: Random, world: World, *kinds: str) -> Entry | None:
    entries = [entry for entry in world.entries if not kinds or entry.kind in kinds]
    return chance.choice(entries) if entries else None


def _rewritten(chance: Random, entry: Entry, document: Document) -> list[Operation]:
    """The document at its place, as an editor or a script would put it there."""
    if document.data == entry.document.data:
        return []
    return [Write(entry.path, document.data, chance.choice(STAMPS), chance.random() < 0.4)]


def write(chance: Random, world: World) -> Sequence[Operation]:
    kind = chance.choice(("articles", "articles", "events", "events", "annotations", "annotations", "pages", *NAMED))
    path = free_path(chance, world, kind)
    return [Write(path, composed(chance, world, kind, path).data)]


def rewrite_body(chance: Random, world: World) -> Sequence[Operation]:
    entry = _any(chance, world)
    if entry is None:
        return []
    return _rewritten(chance, entry, Document(entry.document.fields, body(chance, world, entry.path)))


def add_block(chance: Random, world: World) -> Sequence[Operation]:
    entry = _any(chance, world)
    if entry is None:
        return []
    blocks = entry.document.body.split("\n\n")
    added = block(chance, world, entry.path, chance.randrange(10, 999)).rstrip("\n")
    blocks.insert(chance.randrange(len(blocks) + 1), added)
    return _rewritten(chance, entry, Document(entry.document.fields, "\n\n".join(blocks).rstrip("\n") + "\n"))


def drop_block(chance: Random, world: World) -> Sequence[Operation]:
    entry = _any(chance, world)
    if entry is None:
        return []
    blocks = entry.document.body.split("\n\n")
    blocks.pop(chance.randrange(len(blocks)))
    return _rewritten(chance, entry, Document(entry.document.fields, "\n\n".join(blocks)))


def other_words(chance: Random, world: World) -> Sequence[Operation]:
    """One word becomes another, most often in a text that notes stand on."""
    entry = _any(chance, world, *chance.choice(((), ("articles", "events"))))
    if entry is None:
        return []
    text = entry.document.body
    found: list[tuple[str, tuple[str, ...]]] = [(word, like) for like in _LIKE for word in like if word in text]
    numbers = re.findall(r"\b\d{1,2}\b", text)
    found += [(number, ("7", "52", "54", "540")) for number in numbers[:3]]
    if not found:
        return []
    word, like = chance.choice(found)
    return _rewritten(chance, entry, Document(entry.document.fields, text.replace(word, chance.choice(like), 1)))


def same_size(chance: Random, world: World) -> Sequence[Operation]:
    """Another text of the same size, with every sort of time; the hardest to notice."""
    entry = _any(chance, world)
    letters = [number for number, letter in enumerate(entry.document.body) if letter in "aeiou"] if entry else []
    if entry is None or not letters:
        return []
    place, text = chance.choice(letters), entry.document.body
    text = text[:place] + chance.choice("aeiou") + text[place + 1 :]
    stamp = chance.choice((*STAMPS, "kept", "kept"))
    return [Write(entry.path, Document(entry.document.fields, text).data, stamp, chance.random() < 0.5)]


def other_heading(chance: Random, world: World) -> Sequence[Operation]:
    """A heading's words change; what links to it changes with it or not."""
    headed = [entry for entry in world.entries if entry.document.headings]
    if not headed:
        return []
    entry = chance.choice(headed)
    old, new = chance.choice(entry.document.headings), f"The {chance.choice(words.NOUNS)}"
    along = world.entries if chance.random() < 0.7 else (entry,)
    told: list[Operation] = []
    for one in along:
        text = one.document.body.replace(f"## {old}\n", f"## {new}\n").replace(f"#{old}]", f"#{new}]")
        told += _rewritten(chance, one, Document(one.document.fields, text))
    return told


def other_title(chance: Random, world: World) -> Sequence[Operation]:
    """Another title or name, most often of what others name and so show."""
    shown = [entry for entry in world.entries if world.mentions(entry.id) > 0]
    entry = chance.choice(shown) if shown and chance.random() < 0.7 else _any(chance, world)
    if entry is None:
        return []
    field = "name" if entry.kind in NAMED else "title"
    new = chance.choice(words.NAMES[entry.kind]) if entry.kind in NAMED else words.title(chance)
    return _rewritten(chance, entry, entry.document.having(**{field: new}))


def other_date(chance: Random, world: World) -> Sequence[Operation]:
    entry = _any(chance, world, "events", "events", "articles", "annotations")
    if entry is None:
        return []
    field = "published" if entry.kind == "articles" else "date"
    made = words.published(chance) if entry.kind == "articles" else words.date(chance)
    return _rewritten(chance, entry, entry.document.having(**{field: made}))


def other_fields(chance: Random, world: World) -> Sequence[Operation]:
    """Some fields become those of another document of the kind; some are taken away."""
    entry = _any(chance, world)
    if entry is None:
        return []
    kept = ("title", "name", "published", "date", "target", "quote", "prefix", "suffix")
    new = composed(chance, world, entry.kind, entry.path).fields
    names = [name for name in {**entry.document.fields, **new} if name not in kept and name != "verdict"]
    taken = {name: new.get(name) for name in names if chance.random() < 0.4}
    return _rewritten(chance, entry, entry.document.having(**taken))


def other_quote(chance: Random, world: World) -> Sequence[Operation]:
    """A note's quote becomes another passage of its target, or loses what stands beside it."""
    notes = [entry for entry in world.entries if entry.kind == "annotations"]
    targets = {f"{one.kind}/{one.id}": one for one in world.entries}
    placed = [note for note in notes if note.document.fields.get("target") in targets]
    if not placed:
        return []
    note = chance.choice(placed)
    target = targets[note.document.fields["target"]]
    none = dict.fromkeys(("quote", "prefix", "suffix", "verdict"))
    beside = {"prefix": chance.choice((None, "other words ")), "suffix": chance.choice((None, None, " elsewhere"))}
    made = none | quote(chance, target)
    made |= beside if made.get("quote") and chance.random() < 0.3 else {}
    return _rewritten(chance, note, note.document.having(**made))


def other_target(chance: Random, world: World) -> Sequence[Operation]:
    note, target = _any(chance, world, "annotations"), _any(chance, world, "articles", "events", "annotations")
    if note is None or target is None or note is target:
        return []
    none = dict.fromkeys(("quote", "prefix", "suffix", "verdict"))
    made = none | {"target": f"{target.kind}/{target.id}"} | quote(chance, target)
    return _rewritten(chance, note, note.document.having(**made))


def draft(chance: Random, world: World) -> Sequence[Operation]:
    """A draft is published or a document becomes one; mostly such as no other refers to."""
    brave = chance.random() < 0.1
    entries = [entry for entry in world.entries if brave or entry.draft or world.mentions(entry.id) == 0]
    if not entries:
        return []
    entry = chance.choice(entries)
    return _rewritten(chance, entry, entry.document.having(draft=None if entry.draft else True))


def address(chance: Random, world: World) -> Sequence[Operation]:
    """Another slug, or old addresses."""
    entry = _any(chance, world, "articles", "events", "people", "pages", "places")
    if entry is None:
        return []
    number = chance.randrange(200)
    made = chance.choice((
        *({"slug": f"slug-{number}"}, {"slug": None}, {"aliases": [f"old/{number}", f"/{number}/old.html"]}),
        *({"aliases": None}, {"aliases": f"vieux/{number}"}),
    ))  # fmt: skip
    return _rewritten(chance, entry, entry.document.having(**made))


def other_form(chance: Random, world: World) -> Sequence[Operation]:
    """The same text with the line ends of Windows, a byte order mark, or neither."""
    if not world.markdown:
        return []
    path = chance.choice(world.markdown)
    plain = world.files[path].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    formed = chance.choice((plain, plain.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + plain))
    return [Write(path, formed, chance.choice(STAMPS))] if formed != world.files[path] else []


def introduction(chance: Random, world: World) -> Sequence[Operation]:
    entry = parsed(world.files.get(INTRODUCTION, b""))
    made = Document({"summary": words.sentence(chance)}, f"{link(chance, world, INTRODUCTION)} begins.\n")
    if entry and chance.random() < 0.5:
        made = Document(entry.fields, body(chance, world, INTRODUCTION))
    return [Write(INTRODUCTION, made.data, chance.choice(STAMPS))]


def all_at_once(chance: Random, world: World) -> Sequence[Operation]:
    """A word is replaced everywhere, as with an editor's search and replace."""
    like = chance.choice(_LIKE[:4])
    old, new = chance.choice(like), chance.choice(like)
    found = [path for path in world.files if path.endswith((".md", CONFIG)) and old.encode() in world.files[path]]
    return [Write(path, world.files[path].replace(old.encode(), new.encode())) for path in found] if old != new else []


EDITS: dict[Maker, int] = {
    write: 5,
    rewrite_body: 3,
    add_block: 4,
    drop_block: 3,
    other_words: 6,
    same_size: 6,
    other_heading: 2,
    other_title: 5,
    other_date: 4,
    other_fields: 5,
    other_quote: 3,
    other_target: 2,
    draft: 3,
    address: 2,
    other_form: 1,
    introduction: 2,
    all_at_once: 1,
}
"""How often each is chosen, beside the others."""
