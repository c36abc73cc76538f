"""Follows every internal link of a finished site: pages, pictures, fragments, feeds and data files.

Knows a tree of files and how a browser resolves an address (RFC 3986, section 5); not how the tree was made.
"""

import html
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from dateline.kernel.call import Call, direct
from dateline.kernel.diagnostics import Diagnostic, Place, Span, diagnostic, in_order
from dateline.kernel.nearest import did_you_mean
from dateline.kernel.text import decoded, lines

_ADDRESSES = frozenset(
    {*("href", "src", "poster", "data", "cite", "action", "formaction", "background", "xlink:href", "longdesc")}
)
_SETS = frozenset({"srcset", "imagesrcset"})
_MARKUP = (".html", ".svg")
_TEXTS = (".xml", ".json", ".jsonld", ".ics", ".csv", ".txt", ".webmanifest")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ADDRESS_KEY = re.compile(r'"address": ?"([^"\\]*)"')


class Link(Struct, frozen=True):
    """An address as it stands in a file."""

    written: str
    span: Span
    from_root: bool = False
    """Whether it starts at the site's root rather than at the file."""


class Read(Struct, frozen=True):
    """What leads out of a file, and what may be led to in it."""

    links: tuple[Link, ...]
    fragments: frozenset[str]


class _File(Struct, frozen=True):
    path: str
    text: bytes
    base_url: str


def check_links(
    tree: Mapping[str, bytes], base_url: str = "", folder: str = "", call: Call = direct
) -> tuple[Diagnostic, ...]:
    """The links of a site that lead nowhere.

    Addresses that begin with `base_url` are the site's own; `folder` is put before the paths of files, to show them.
    """
    paths = sorted(path for path in tree if path.lower().endswith((*_MARKUP, *_TEXTS)))
    read = dict(zip(paths, call(read_links, [_File(path, tree[path], base_url) for path in paths]), strict=True))
    site = _Site(frozenset(tree), {path: one.fragments for path, one in read.items()}, base_url)
    return in_order(
        [
            diagnostic("broken-link", wrong[0], Place(folder + path, link.span), wrong[1])
            for path, one in read.items()
            for link in one.links
            if (wrong := _wrong(link, path, site))
        ]
    )


class _Site(Struct, frozen=True):
    paths: frozenset[str]
    fragments: dict[str, frozenset[str]]
    base_url: str


# Reading


def read_links(file: _File) -> Read:
    """The links of one file. Of a file that is no markup: addresses that begin with the site's own."""
    text = decoded(file.text)
    if file.path.lower().endswith(".ics"):
        text = text.replace("\n ", "")  # RFC 5545, section 3.1: a line that goes on begins with a space
    if not file.path.lower().endswith(_MARKUP):
        return Read(tuple(_in_text(text, file.base_url)), frozenset())
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return Read(tuple(reader.links), frozenset(reader.fragments))


def _in_text(text: str, base_url: str) -> Iterator[Link]:
    for found in _ADDRESS_KEY.finditer(text):
        yield Link(found[1], Span(*found.span(1)), from_root=True)
    if not base_url:
        return
    for found in re.finditer(re.escape(base_url) + r"""[^\s"'<>\\,;]*""", text):
        yield Link(html.unescape(found[0]).rstrip(".:!?)]"), Span(*found.span()))


class _Reader(HTMLParser):
    """Collects what leads out of a page and what may be led to in it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = lines(text)
        self.links: list[Link] = []
        self.fragments: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.fragments |= {given[name] for name in ("id", "name") if name in given and (name == "id" or tag == "a")}
        for name, value in given.items():
            if name in _ADDRESSES:
                self._add(value)
            elif name in _SETS:
                for one in re.split(r",\s+", value):
                    self._add((one.split() or [""])[0])
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self._add(given.get("content", "").partition("=")[2].strip(" '\""))

    def _add(self, written: str) -> None:
        line, column = self.getpos()
        start = self._lines.starts[line - 1] + column
        tag = self.get_starttag_text() or ""
        raw = next((form for form in (html.escape(written, quote=False), written) if form in tag), "")
        start += tag.find(raw)
        self.links.append(Link(written.strip(), Span(start, start + len(raw))))


# Following


def _wrong(link: Link, path: str, site: _Site) -> tuple[str, str] | None:
    """What is wrong with a link and what to do, if anything is."""
    own = _own(link, path, site.base_url)
    if own is None:
        return None
    target = None if own.path is None else _file(own.path, site.paths)
    if target is None:
        return f'"{link.written}" leads to nothing in the site', _advice(own.path, site.paths)
    fragment = unquote(own.fragment).partition(":~:")[0]
    known = site.fragments.get(target)
    if fragment in ("", "top") or known is None or not target.lower().endswith(_MARKUP) or fragment in known:
        return None
    return f'"{link.written}" leads to no place in "{target}"', did_you_mean(fragment, known) or _REBUILD


class _Own(Struct, frozen=True):
    path: str | None
    """From the site's root; empty or ended by a slash for a folder; `None` for what lies above the root."""
    fragment: str = ""


def _own(link: Link, path: str, base_url: str) -> _Own | None:
    """What a link means in the site; `None` if it leads to another one."""
    written = link.written
    if base_url and written.startswith(base_url):
        written = "/" + written.removeprefix(base_url)
    elif _SCHEME.match(written) or written.startswith("//"):
        return None
    elif written.startswith("/"):
        root = urlsplit(base_url).path or "/"
        if not written.startswith(root):
            return _Own(None)
        written = "/" + written.removeprefix(root)
    address, _, fragment = written.partition("#")
    address = unquote(address.partition("?")[0])
    if not address and not link.from_root:
        return _Own(path, fragment)
    start = [] if link.from_root or address.startswith("/") else path.split("/")[:-1]
    return _Own(_joined(start, address), fragment)


def _joined(start: list[str], address: str) -> str | None:
    parts = list(start)
    for part in address.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts) + ("/" if parts and address.endswith(("/", "/.", "/..", "..")) else "")


def _file(path: str, paths: frozenset[str]) -> str | None:
    """The file that a server sends for a path."""
    if path in paths:
        return path
    index = f"{path.rstrip('/')}/index.html".lstrip("/")
    return index if index in paths else None


def _advice(path: str | None, paths: frozenset[str]) -> str:
    return (path and did_you_mean(path, (one.removesuffix("index.html") for one in paths))) or _REBUILD


_REBUILD = "build the site again, and see what `check` says of the content"
