"""A body as a page shows it: its links filled in, its highlights cut into flat pieces.

Segments are flat: the words are cut wherever a highlight begins or ends, each piece names every note that covers it,
and each piece has a `<mark>` of its own, so any highlights may overlap, nest and cross elements. The number of a note
stands in an attribute and is drawn by the style, so that the text keeps its words: copied, searched, and linked to by
`#:~:text=`.
"""

from bisect import bisect_left
from collections.abc import Sequence

from markupsafe import escape
from msgspec import Struct

from dateline.model.body import Gap, LinkEnd, LinkStart, Markup, Media, Piece, Time, Title, Word, Words
from dateline.pages.frame import Lead
from dateline.pages.tongues import attributes

DEEPEST = 3
"""So many notes on top of each other are told apart by sight."""
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")


class Mark(Struct, frozen=True):
    """A highlight in the visible text: of a note, or of a passage that is somebody's source."""

    start: int
    end: int
    note: str = ""
    """The annotation's id."""
    source: str = ""
    """The documents whose source it is, with spaces between: `events/release`."""
    name: str = ""
    """The fragment of a source's highlight."""
    href: str = ""
    """Where the highlight of a source leads."""
    label: str = ""
    """What its link says to who cannot see it."""
    number: int = 0
    """The note's number on its page; 0 for a source."""
    sign: str = ""
    """What its reference shows where that is not the number."""
    leads: tuple[Lead, ...] = ()
    """Where several documents have this passage as their source: they."""
    piece_class: str = ""
    """What its pieces have in common with its note, where one lights up with the other (`dateline.pages.blocks`)."""
    link_class: str = ""
    """The same of its reference."""


class Shown(Struct, frozen=True):
    """A file of the author's as a page shows it."""

    href: str
    width: int | None = None
    height: int | None = None


class Prose(Struct, frozen=True):
    """All that is needed to show a body."""

    pieces: tuple[Piece, ...]
    links: tuple[str | None, ...] = ()
    """The address each link leads to; `None` where it leads nowhere."""
    files: tuple[Shown | None, ...] = ()
    marks: tuple[Mark, ...] = ()
    """Sorted by end, then start."""
    dates: tuple[tuple[str, str, str | None], ...] = ()
    """For dates in the body: EDTF, its words, and the value of `datetime`, if HTML has one."""
    interface: tuple[tuple[str, str], ...] = ()
    """Interface words that the body needs, by name."""
    start: int = 0
    """Where in the visible text it begins, if it is a part of a body."""
    foreign: tuple[tuple[int, str], ...] = ()
    """The links whose words are a title in another language, and which."""


def rests_on(name: str) -> str:
    """The fragment of the list of what rests on a passage, from the passage's own."""
    return f"rests-on-{name}"


def by_end(mark: Mark) -> tuple[int, int, str, str]:
    """The order of references in the text, and so of notes: by where the highlight ends, the longer one first."""
    return mark.end, -mark.start, mark.note, mark.source


def html(prose: Prose) -> str:
    """The body as HTML."""
    return _Writer(prose).write()


class _Writer:
    """Writes one body from left to right."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.out: list[str] = []
        self.at = prose.start
        self.borders = sorted({border for mark in prose.marks for border in (mark.start, mark.end)})
        self.starting = sorted(prose.marks, key=lambda mark: (mark.start, mark.end))
        self.active: list[Mark] = []
        self.next_start = 0
        self.waiting: list[Mark] = []
        self.links: list[bool] = []
        self.anchors = 0

    def write(self) -> str:
        for piece in self.prose.pieces:
            self._piece(piece)
        self._references()
        return "".join(self.out)

    def _piece(self, piece: Piece) -> None:
        match piece:
            case Markup(html=markup):
                self._markup(markup)
            case Words(text=text, counted=True):
                self._words(text)
            case Words(text=text):
                self.out.append(str(escape(text)))
            case Gap(text=text):
                self._advance(len(text))
            case LinkStart(link=link):
                self._open(self.prose.links[link], dict(self.prose.foreign).get(link, ""))
            case LinkEnd():
                self._close()
            case Media():
                self.out.append(_media(piece, self.prose.files[piece.file]))
            case Word(name=name):
                self.out.append(str(escape(dict(self.prose.interface).get(name, name))))
            case Time(edtf=edtf):
                self.out.append(_time(edtf, self.prose.dates))
            case Title():
                pass  # every title was filled in before

    def _markup(self, markup: str) -> None:
        if self.waiting and not self.anchors and markup.startswith(("</", "<br")):
            self._references()
        self.anchors += markup.count("<a ") - markup.count("</a>")
        self.out.append(markup)
        if self.waiting and not self.anchors and markup == "</a>":
            self._references()

    def _open(self, address: str | None, language: str) -> None:
        self.links.append(address is not None)
        if address is not None:
            self.anchors += 1
            self.out.append(f'<a href="{escape(address)}"{attributes(language)}>')

    def _close(self) -> None:
        if self.links and self.links.pop():
            self.anchors -= 1
            self.out.append("</a>")
            if not self.anchors:
                self._references()

    def _words(self, text: str) -> None:
        end = self.at + len(text)
        first = bisect_left(self.borders, self.at + 1)
        cuts = self.borders[first : bisect_left(self.borders, end)]
        for cut in (*cuts, end):
            part = text[len(text) - (end - self.at) : len(text) - (end - cut)]
            self._enter()
            covering = [mark for mark in self.active if mark.start <= self.at and mark.end >= cut]
            self.out.append(_marked(part, covering) if covering else str(escape(part)))
            self._advance(cut - self.at)

    def _enter(self) -> None:
        while self.next_start < len(self.starting) and self.starting[self.next_start].start <= self.at:
            self.active.append(self.starting[self.next_start])
            self.next_start += 1

    def _advance(self, length: int) -> None:
        self._enter()
        self.at += length
        ended = [mark for mark in self.active if mark.end <= self.at]
        if ended:
            self.active = [mark for mark in self.active if mark.end > self.at]
            self.waiting += ended
            if not self.anchors:
                self._references()

    def _references(self) -> None:
        for mark in sorted(self.waiting, key=by_end):
            self.out.append(_reference(mark))
        self.waiting = []


def _marked(text: str, marks: Sequence[Mark]) -> str:
    notes = dict.fromkeys(mark.note for mark in marks if mark.note)
    sources = dict.fromkeys(name for mark in marks for name in mark.source.split())
    classes = dict.fromkeys(mark.piece_class for mark in marks if mark.piece_class)
    parts = [f' class="{" ".join((f"d{min(len(notes), DEEPEST)}", *classes))}"']
    parts += [f' data-annotation="{escape(" ".join(notes))}"'] if notes else []
    parts += [f' data-source="{escape(" ".join(sources))}"'] if sources else []
    return f"<mark{''.join(parts)}>{escape(text)}</mark>"


def _reference(mark: Mark) -> str:
    """The link from a highlight's end: to its note, or to what rests on the passage."""
    beside = f" {mark.link_class}" if mark.link_class else ""
    label = f'aria-label="{escape(mark.label)}"'
    if mark.note:
        identity = f'id="ref-{escape(mark.note)}" href="#note-{escape(mark.note)}"'
        return f'<a class="ref{beside}" role="doc-noteref" {identity} data-n="{mark.sign or mark.number}" {label}></a>'
    return f'<a class="source-ref{beside}" id="{escape(mark.name)}" href="{escape(mark.href)}" {label}></a>'


def _media(piece: Media, shown: Shown | None) -> str:
    if shown is None:
        return str(escape(piece.alt))
    if not shown.href.lower().endswith(IMAGES):
        return f'<a href="{escape(shown.href)}">{escape(piece.alt or shown.href.rpartition("/")[2])}</a>'
    size = f' width="{shown.width}" height="{shown.height}"' if shown.width and shown.height else ""
    title = f' title="{escape(piece.title)}"' if piece.title else ""
    return f'<img src="{escape(shown.href)}" alt="{escape(piece.alt)}"{title}{size} loading="lazy">'


def _time(edtf: str, dates: Sequence[tuple[str, str, str | None]]) -> str:
    words, value = next(((words, value) for one, words, value in dates if one == edtf), (edtf, None))
    return f'<time datetime="{escape(value)}">{escape(words)}</time>' if value else str(escape(words))
