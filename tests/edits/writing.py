"""New documents by chance: every kind, most fields, and bodies that refer to what else the site holds."""

import posixpath
from random import Random

from tests.edits import words
from tests.edits.documents import KINDS, NAMED, Document, Entry, Fields, World


def composed(chance: Random, world: World, kind: str, path: str) -> Document:
    """A new document of a kind that is to stand at a path."""
    return Document(_fields(chance, world, kind), body(chance, world, path))


def _fields(chance: Random, world: World, kind: str) -> Fields:
    match kind:
        case "articles":
            return article(chance, world)
        case "annotations":
            return annotation(chance, world)
        case "events":
            return event(chance, world)
        case "pages":
            return page(chance)
        case _:
            return named(chance, world, kind)


def article(chance: Random, world: World) -> Fields:
    fields: Fields = {"title": words.title(chance), "published": words.published(chance)}
    people = [f"people/{entry.id}" for entry in world.of("people")]
    return fields | _some(
        chance,
        {
            "updated": words.day(chance),
            "authors": [chance.choice(words.PEOPLE), *people[:1]],
            "publisher": chance.choice(words.BODIES),
            "url": f"https://press.example/{chance.randrange(99)}",
            "language": chance.choice(("lt", "pl", "ar")),
            "summary": words.sentence(chance),
            "tags": _tags(chance),
            "threads": _threads(chance, world),
            "events": _references(chance, world, "events"),
            "image": _image(chance, world),
        },
    )


def annotation(chance: Random, world: World) -> Fields:
    targets = world.of("articles", "articles", "events", "annotations")
    if not targets:
        return {"target": "nothing"}
    target = chance.choice(targets)
    fields: Fields = {"target": f"{target.kind}/{target.id}", **quote(chance, target)}
    sort = chance.choice((*words.TYPES, "wording", "wording"))
    if sort == "fact-check" and "quote" in fields:
        rating = chance.choice(("mixed", "unproven", {"claim": words.sentence(chance), "rating": "false"}))
        fields |= {"type": sort, "verdict": rating}
    known = sort != "wording" or b"wording" in world.files["config.yaml"]
    fields |= {"type": sort} if known and chance.random() < 0.7 else {}
    return fields | _some(
        chance,
        {
            "date": words.date(chance) if chance.random() < 0.2 else words.day(chance),
            "authors": chance.choice(words.PEOPLE),
            "tags": _tags(chance),
            "events": _references(chance, world, "events"),
            "sources": sources(chance, world),
            "title": words.title(chance),
        },
    )


def quote(chance: Random, target: Entry) -> Fields:
    """Some words of the target that stand there once, at times with those beside them; often none."""
    passages = [one for one in target.document.passages if target.document.body.count(one) == 1]
    if not passages or chance.random() < 0.2:
        return {}
    whole = chance.choice(passages).split()
    start = chance.randrange(max(1, len(whole) - 3))
    end = chance.randrange(min(start + 3, len(whole)), len(whole) + 1)
    fields: Fields = {"quote": " ".join(whole[start:end])}
    if start and (chance.random() < 0.4 or target.document.body.count(fields["quote"]) > 1):
        fields["prefix"] = " ".join(whole[:start]) + " "
    return fields


def event(chance: Random, world: World) -> Fields:
    fields: Fields = {"title": words.title(chance), "date": words.date(chance)}
    events = world.of("events")
    month = _month(fields)
    earlier = [entry.id for entry in events if "" < _month(entry.document.fields) < month]
    if events and chance.random() < 0.1:
        del fields["date"]
        fields["after"] = {"event": chance.choice(events).id, "by": chance.choice(("P1D", "P2W", "P1M", "PT5H"))}
    elif earlier:
        fields |= _some(chance, {name: chance.choice(earlier) for name in ("after", "caused_by")}, 0.25)
    told = {"says": words.sentence(chance), "sources": sources(chance, world), "status": chance.choice(words.STATUSES)}
    before = {"known": words.day(chance), "title": words.title(chance), "status": "reported"}
    return fields | _some(
        chance,
        {
            "as_said": "last month",
            "known": words.day(chance),
            "status": chance.choice(words.STATUSES),
            "summary": words.sentence(chance),
            "related": _references(chance, world, "events"),
            **{kind: _references(chance, world, kind) for kind in NAMED},
            "threads": _threads(chance, world),
            "tags": _tags(chance),
            "sources": sources(chance, world),
            "accounts": [told, {"says": words.sentence(chance)}],
            "importance": chance.randrange(1, 4),
            "image": _image(chance, world),
            "revisions": [before],
        },
    )


def named(chance: Random, world: World, kind: str) -> Fields:
    fields: Fields = {"name": f"{chance.choice(words.NAMES[kind])}{chance.choice(('', '', ' II'))}"}
    fields |= {"latitude": 54.6872, "longitude": 25.2797} if kind == "places" and chance.random() < 0.4 else {}
    return fields | _some(
        chance,
        {
            "also_known_as": [f"Old {chance.choice(words.NOUNS)}"],
            "role": chance.choice(words.ROLES),
            "summary": words.sentence(chance),
            "wikidata": f"Q{chance.randrange(1, 999)}",
            "same_as": "https://elsewhere.example/1",
            "image": _image(chance, world),
        },
    )


def page(chance: Random) -> Fields:
    fields: Fields = {"title": words.title(chance)}
    return fields | _some(chance, {"nav": chance.choice((True, 2, 40)), "summary": words.sentence(chance)})


def sources(chance: Random, world: World) -> list[object]:
    """An article at a passage, an article as a whole, or what stands elsewhere."""
    outside = {"url": f"https://elsewhere.example/{chance.randrange(5)}", "title": words.title(chance)}
    articles = world.of("articles")
    if not articles or chance.random() < 0.2:
        return [outside]
    one, other = chance.choice(articles), chance.choice(articles)
    quoted = {"article": one.id, **quote(chance, one), "note": words.sentence(chance)}
    forms: tuple[list[object], ...] = ([quoted], [other.id], [quoted, outside], [quoted, other.id])
    return chance.choice(forms)


def body(chance: Random, world: World, path: str) -> str:
    blocks = [block(chance, world, path, number) for number in range(chance.choice((0, 1, 2, 3, 4, 6)))]
    return "\n".join(blocks)


def block(chance: Random, world: World, path: str, number: int) -> str:
    """Something that stands at the top level of a body; `number` makes its footnotes its own."""
    said, more, linked = words.sentence(chance), words.sentence(chance), link(chance, world, path)
    head = f"The {chance.choice(words.NOUNS)}"
    forms = [
        f"{said} {more} See {linked} first. {words.sentence(chance)}\n",
        f"{said} {more}\n",
        f"{said} Was it *{chance.choice(words.NOUNS)}* or **[{more}]({_elsewhere(chance)})**?\n",
        f"## {head}\n\n{said}\n",
        f"- {said}\n- {linked}\n",
        f"| Who | What |\n|---|---|\n| {chance.choice(words.PEOPLE)} | {linked.replace('|', chr(92) + '|')} |\n",
        f"> [!note] {head}\n> {said}\n",
        f"> {said}\n>\n> {more}\n",
        f"{said}[^n{number}]\n\n[^n{number}]: {more} {linked}\n",
        f"<b>{said}</b> and <i>{more}</i>\n\n<div><p>{said}</p></div>\n",
        f"{said}[^nowhere{number}]\n",
        f'::: post author="{chance.choice(words.PEOPLE)}" platform="X" date="{words.day(chance)}"\n{said}\n:::\n',
    ]
    if world.media:
        name = posixpath.basename(chance.choice(world.media))
        forms += [f'![{head}](/media/{name} "{head}")\n', f"![[{name}]]\n", f"{said} ![{head}](/media/{name})\n"]
    return chance.choice(forms)


def _elsewhere(chance: Random) -> str:
    return f"https://elsewhere.example/{chance.randrange(9)}"


def link(chance: Random, world: World, path: str) -> str:
    """A link from the document at a path to any other, in one of the ways in which authors write it."""
    entries = [entry for entry in world.of(*KINDS) if entry.path != path]
    if not entries:
        return chance.choice(words.NOUNS)
    to = chance.choice(entries)
    named = reference(world, to)
    relative = posixpath.relpath(to.path, posixpath.dirname(path))
    titled = [entry for entry in entries if entry.document.title.lower() == to.document.title.lower()]
    forms = [f"[[{named}]]", f"[[{named}|that {chance.choice(words.NOUNS)}]]", f"[told]({relative})"]
    if len(titled) == 1 and to.document.title and not set(to.document.title) & set("[]|#\\<*_`"):
        forms.append(f"[[{to.document.title}]]")
    forms += [f"[[{named}#{heading}]]" for heading in to.document.headings[:1]]
    return chance.choice(forms)


def reference(world: World, entry: Entry) -> str:
    """The id alone, where only one kind has it."""
    same = [one for one in world.entries if one.id == entry.id]
    return entry.id if len(same) == 1 else f"{entry.kind}/{entry.id}"


def _some(chance: Random, fields: Fields, share: float = 0.35) -> Fields:
    """A part of the fields, and of those only what says something."""
    return {name: value for name, value in fields.items() if value and chance.random() < share}


def _references(chance: Random, world: World, kind: str) -> list[str]:
    entries = world.of(kind)
    return sorted({chance.choice(entries).id for _ in range(chance.randrange(1, 3))}) if entries else []


def _tags(chance: Random) -> list[str]:
    return sorted({chance.choice(words.TAGS) for _ in range(chance.randrange(1, 3))})


def _threads(chance: Random, world: World) -> list[str]:
    return [chance.choice(world.threads)] if world.threads else []


def _image(chance: Random, world: World) -> object:
    if not world.media:
        return None
    path = chance.choice(world.media).removeprefix("content")
    return chance.choice((path, {"src": path, "alt": words.title(chance), "caption": "A caption", "credit": "AP"}))


def _month(fields: Fields) -> str:
    """The month of a plain date, as text that sorts; nothing of any other date."""
    written = str(fields.get("date", ""))
    return written[:7] if written[:2] == "20" and written[4:5] == "-" and "" < written[5:7] < "13" else ""
