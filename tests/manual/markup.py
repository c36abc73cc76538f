"""Reads pages as a browser would: html5lib, strictly, so that a parse error fails the test."""

import re
from collections.abc import Iterator
from functools import lru_cache
from posixpath import join, normpath
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit
from xml.etree.ElementTree import Element

import html5lib

Where = tuple[str, str]
"""A file of the built site and a fragment in it, which may be empty."""


@lru_cache(maxsize=2048)
def parse(page: str) -> Element:
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree


def every(tree: Element, tag: str = "", **attributes: str | bool) -> list[Element]:
    """The elements with this tag and these attributes, in order: `data_id="x"` is `data-id`, `True` is any value."""
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [
        one
        for one in tree.iter()
        if isinstance(one.tag, str)
        and (not tag or _local(one) == tag)
        and all(one.get(name) is not None and value in {True, one.get(name)} for name, value in wanted.items())
    ]


def _local(element: Element) -> str:
    """The name of a tag, without the namespace that a drawing's elements have."""
    return str(element.tag).rpartition("}")[2]


def only(tree: Element, tag: str = "", **attributes: str | bool) -> Element:
    found = every(tree, tag, **attributes)
    assert len(found) == 1, (tag, attributes, len(found))
    return found[0]


def words(element: Element) -> str:
    """What an element says, white space folded."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    if isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def pieces(tree: Element, name: str) -> str:
    """The words of all highlights of one note, joined as they stand."""
    marked = [
        one for one in every(tree, "mark", data_annotation=True) if name in str(one.get("data-annotation")).split()
    ]
    return "".join("".join(_texts(one)) for one in marked)


def source_pieces(tree: Element, document: str) -> str:
    marked = [one for one in every(tree, "mark", data_source=True) if document in str(one.get("data-source")).split()]
    return "".join("".join(_texts(one)) for one in marked)


def unblocked(matched: str) -> str:
    """The matched words without what stands between blocks and cells, where no page has a letter."""
    return re.sub(r"[\n\t]", "", matched)


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def is_redirect(page: str) -> bool:
    return bool(re.search(r"<meta[^>]*http-equiv=[\"']?refresh", page, re.IGNORECASE))


def refreshed_to(page: str) -> str:
    """Where a redirect page sends its reader, as written there."""
    content = str(only(parse(page), "meta", http_equiv="refresh").get("content"))
    delay, _, target = content.partition(";")
    assert delay.strip() == "0", content
    return re.sub(r"(?i)^\s*url\s*=\s*", "", target).strip("'\" ")


def resolve(path: str, href: str) -> Where:
    """The file and the fragment that a relative link on the page in this file leads to."""
    address, fragment = urldefrag(href)
    address = unquote(address)
    if not address:
        return path, unquote(fragment)
    target = normpath(join("/" + path.rpartition("/")[0], address)).lstrip("/")
    if address.endswith(("/", "/.", "/..")) or address in {".", ".."}:
        target = join(target, "index.html").removeprefix("./").removeprefix("/")
    return ("index.html" if target in {"", "."} else target), unquote(fragment)


def links(tree: Element) -> list[tuple[str, str]]:
    """Each address that a page names, with the tag and attribute that name it."""
    named = ("href", "src", "srcset", "action", "poster", "data", "formaction", "{http://www.w3.org/1999/xlink}href")
    return [
        (f"{_local(one)} {name}", str(one.get(name)))
        for one in tree.iter()
        if isinstance(one.tag, str)
        for name in named
        if one.get(name) is not None
    ]


def is_internal(href: str) -> bool:
    return not urlsplit(href).scheme and not href.startswith("//")


def targets(path: str, tree: Element, tag: str = "a") -> set[Where]:
    """The files and fragments that the links within `tree` lead to, `tree` standing in the file `path`."""
    return {resolve(path, href) for name, href in links(tree) if name == f"{tag} href" and is_internal(href)}


def leads_to(path: str, tree: Element) -> set[str]:
    return {target for target, _ in targets(path, tree)}


def root(page: str) -> dict[str, Any]:
    """The attributes of `<html>`."""
    return dict(only(parse(page), "html").attrib)
