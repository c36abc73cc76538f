"""The search page: everything that is told, from A to Z, and what a script needs to look for words in it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from dateline.model.documents import Article, Entity
from dateline.model.names import Address, Key, Kind, SitePath
from dateline.pages.alphabets import DIGITS, Alphabet, alphabet
from dateline.pages.frame import Frame, Lead, frame, href
from dateline.pages.notes import tag_leads, type_words
from dateline.pages.pieces import event_date, lead, when
from dateline.pages.records import groups, year_words
from dateline.pages.threads import thread_leads
from dateline.pages.wording import Wording
from dateline.story import Story

LARGEST = 200_000
"""A page of entries is estimated to be no larger, in bytes of HTML; with its frame it stays well below 300 kB."""
_AROUND = 150
"""The bytes of an entry's markup, on average."""


class Entry(Struct, frozen=True):
    """A line of the list."""

    lead: Lead
    kind: str
    """What it is, in words."""
    about: str = ""
    """When it happened, who someone is, what a note is on."""
    language: str = ""
    """Of `about`, where it is not the site's."""
    see: str = ""
    """The name under which it is told, where the title is another name of it."""


class Letter(Struct, frozen=True):
    """The entries that begin with a letter."""

    letter: str
    fragment: str
    entries: tuple[Entry, ...]


class SearchView(Struct, frozen=True, tag="search"):
    """What the search page shows."""

    path: SitePath
    frame: Frame
    jumps: tuple[Lead, ...]
    """Where each letter is: on this page, or on one of its own."""
    letters: tuple[Letter, ...]
    """Empty where each letter has a page of its own."""
    kinds: tuple[str, ...]
    """What a reader can choose among, as the records have it."""
    threads: tuple[str, ...]
    years: tuple[str, ...]


class LetterView(Struct, frozen=True, tag="letter"):
    """The entries of a letter, or a part of them, on a large site."""

    path: SitePath
    frame: Frame
    jumps: tuple[Lead, ...]
    parts: tuple[Lead, ...]
    """The pages that the letter's entries are spread over, if they are; each named by its first and last entry."""
    letter: Letter


def search_views(story: Story, words: Wording, largest: int = LARGEST) -> Iterator[SearchView | LetterView]:
    """The search page and, on a site whose list would be too large for one page, a page for each letter."""
    address, settings = Address("search/"), story.settings
    made = frame(story, words, "search", address, words("search"), words("search.text"))
    letters = by_letter(_entries(story, words, made.root), alphabet(story.settings.language))
    whole = sum(map(_size, letters)) <= largest
    jumps = tuple(Lead(one.letter, f"#{one.fragment}" if whole else _folder(one.letter)) for one in letters)
    yield SearchView(
        path=SitePath("search/index.html"),
        frame=made,
        jumps=jumps,
        letters=letters if whole else (),
        kinds=groups(story, words),
        threads=tuple(thread.title for thread in story.settings.threads),
        years=tuple(year_words(one, settings.timezone, settings.language) for one in story.years),
    )
    for one in () if whole else letters:
        yield from _letter_views(story, words, one, [each.letter for each in letters], largest)


# Entries


def _entries(story: Story, words: Wording, root: str) -> Iterator[Entry]:
    for kind in Kind:
        for key in story.of_kind(kind) if kind is not Kind.INDEX else ():
            if key in story.spots:
                yield from _of_document(story, key, words, root)
    threads = [thread.id for thread in story.settings.threads]
    yield from (Entry(one, words("one.threads")) for one in thread_leads(story, threads, root))
    named = [tag.title for tag in story.tagged.values()]
    yield from (Entry(one, words("one.tags")) for one in tag_leads(named, root))


def _of_document(story: Story, key: Key, words: Wording, root: str) -> Iterator[Entry]:
    document, made = story.documents[key], lead(story, key, root)
    kind = words("note") if key.kind is Kind.ANNOTATION else words(f"one.{key.kind.value}")
    match document:
        case Article(published=published):
            yield Entry(made, kind, when(published.date, story.settings).words)
        case Entity(role=role, also_known_as=names):
            yield Entry(made, kind, role or "")
            for name in dict.fromkeys(names):
                yield Entry(Lead(name, made.href), kind, see=words("search.see", title=made.title))
        case _ if key.kind is Kind.EVENT:
            yield Entry(made, kind, event_date(story, key).words)
        case _ if key.kind is Kind.ANNOTATION:
            target = story.links[key].target
            on = lead(story, target, root) if target else Lead("", "")
            named = f"{kind}: {type_words(story, story.annotation(key).type, words)}"
            yield Entry(made, named, on.title, on.language)
        case _:
            yield Entry(made, kind)


# Letters


def by_letter(entries: Iterator[Entry], letters: Alphabet) -> tuple[Letter, ...]:
    """Entries in order, grouped by the letter that they begin with."""
    ranked = sorted(
        ((letters.letter(one.lead.title), letters.rank(one.lead.title), one.lead.href, one) for one in entries),
        key=lambda ranked: (ranked[0] != DIGITS, *ranked[1:3]),
    )
    return tuple(
        Letter(letter, f"s-{_name(letter)}", tuple(one for *_, one in group))
        for letter, group in groupby(ranked, key=lambda ranked: ranked[0])
    )


def _name(letter: str) -> str:
    """A letter as the last part of an address and as a fragment."""
    return "0-9" if letter == DIGITS else letter.lower()


def _folder(letter: str, part: int = 1) -> str:
    """Where a letter's page stands, seen from the search page."""
    return href("", Address(f"{_name(letter)}/" + (f"{part}/" if part > 1 else "")))


def _size(letter: Letter) -> int:
    return sum(map(weight, letter.entries))


def weight(entry: Entry) -> int:
    """The bytes of an entry, as estimated."""
    shown = (entry.lead.title, entry.lead.href, entry.kind, entry.about, entry.see)
    return _AROUND + len("".join(shown).encode())


def _letter_views(
    story: Story, words: Wording, letter: Letter, all_letters: Sequence[str], largest: int
) -> Iterator[LetterView]:
    parts = parts_of(letter.entries, largest)
    for number, entries in enumerate(parts, 1):
        address = Address(f"search/{_name(letter.letter)}/" + (f"{number}/" if number > 1 else ""))
        title = words("search.letter", letter=letter.letter)
        if len(parts) > 1:
            title = words("search.part", letter=letter.letter, number=str(number))
        made = frame(story, words, "search", address, title, words("search.text"), name=letter.letter)
        above = f"{made.root}search/"
        jumps = tuple(Lead(one, above + _folder(one), one == letter.letter) for one in all_letters)
        spread = tuple(
            Lead(f"{part[0].lead.title} – {part[-1].lead.title}", above + _folder(letter.letter, at), at == number)
            for at, part in enumerate(parts, 1)
        )
        here = Letter(letter.letter, letter.fragment, tuple(_from(one, made.root) for one in entries))
        yield LetterView(SitePath(address + "index.html"), made, jumps, spread if len(parts) > 1 else (), here)


def _from(entry: Entry, root: str) -> Entry:
    """An entry of the search page as a page at another root links to it."""
    named = entry.lead
    target = Lead(named.title, root + named.href.removeprefix("../"), language=named.language)
    return Entry(target, entry.kind, entry.about, entry.language, entry.see)


def parts_of(entries: Sequence[Entry], largest: int) -> list[list[Entry]]:
    """Entries in as many parts as it takes for none to be larger than so many bytes."""
    parts: list[list[Entry]] = [[]]
    room = largest
    for entry in entries:
        room -= weight(entry)
        if room < 0 and parts[-1]:
            parts.append([])
            room = largest - weight(entry)
        parts[-1].append(entry)
    return parts
