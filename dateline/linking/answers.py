"""Answers to the questions that a body asks: what its links mean and which files it shows."""

import posixpath
from collections.abc import Mapping

from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic
from dateline.kernel.nearest import did_you_mean
from dateline.linking.addresses import LISTS, Spot
from dateline.linking.catalogue import ANY, Catalogue, Found, look_up, look_up_path, name_key, path_between, resolved
from dateline.model.body import Body, File, Heading, Link
from dateline.model.documents import Document
from dateline.model.names import Address, Fragment, InputPath, Key, Kind


class Answer(Struct, frozen=True):
    """What a link means."""

    shown: str
    """The words for a link that gives none."""
    spot: Spot | None = None
    """Where it leads; `None` where it leads nowhere, and the words stand alone."""
    target: Key | None = None
    """The document that it means."""
    file: InputPath | None = None
    """The author's file that it means."""


class Atlas(Struct, frozen=True):
    """Where everything stands: what is needed to answer, besides the catalogue."""

    spots: Mapping[Key, Spot]
    addresses: Mapping[str, Key]
    """Documents by their address, for links that give one."""
    media: Mapping[InputPath, Address]
    """The author's files that are no documents."""
    media_names: Mapping[str, tuple[InputPath, ...]]
    """The same by their bare names."""


def answer(document: Document, link: Link, names: Catalogue, atlas: Atlas) -> tuple[Answer, tuple[Diagnostic, ...]]:
    """What one link of a document's body means, and what is wrong with it."""
    key = document.head.key
    if not link.written:
        spot = atlas.spots[key]
        fragment, problem = _heading(link, document.body, document)
        shown = _heading_words(link, document.body.headings)
        return Answer(shown, Spot(spot.address, fragment or spot.fragment), key), problem
    place = Place(document.head.path, link.span)
    file = file_of_link(link, document.head.path, atlas)
    if file is not None:
        return Answer(link.written, Spot(atlas.media[file]), file=file), ()
    if _is_file(link):
        return Answer(link.written), file_answer(document.head.path, File(link.written, link.span), atlas)[1]
    found = _find(link, document.head.path, place, names, atlas)
    if found.key is None:
        page = _made_page(link)
        if page is not None:
            return Answer(link.written, page), ()
        return Answer(found.title or link.written), (found.problem,) if found.problem else ()
    return _to_document(link, found, document, names, atlas)


def _to_document(
    link: Link, found: Found, document: Document, names: Catalogue, atlas: Atlas
) -> tuple[Answer, tuple[Diagnostic, ...]]:
    assert found.key is not None  # noqa: S101 - told by the caller, for the type checker
    target, spot = names.documents[found.key], atlas.spots.get(found.key)
    title = link.written if found.by_name else target.head.title or found.key.id
    fragment, problem = _heading(link, target.body, document)
    if link.heading and fragment and spot and spot.fragment:
        fragment = spot.fragment  # a note has no page of its own
    shown = title if not link.heading else f"{title}: {_heading_words(link, target.body.headings)}"
    made = Spot(spot.address, fragment or spot.fragment) if spot else None
    return Answer(shown, made, found.key), problem


def _is_file(link: Link) -> bool:
    """Whether a Markdown destination names a file that is no document: it has an ending of its own."""
    last = link.written.rpartition("/")[2]
    return not link.wiki and "." in last.strip(".") and not last.endswith((".md", ".html"))


def _find(link: Link, origin: InputPath, place: Place, names: Catalogue, atlas: Atlas) -> Found:
    if link.wiki:
        return look_up(link.written.removesuffix(".md"), ANY, place, names, wiki=True)
    if link.written.startswith("/"):
        key = atlas.addresses.get(link.written.strip("/") + "/") or atlas.addresses.get(link.written.strip("/"))
        if key:
            return Found(key)
    if link.written.endswith(".md"):
        return look_up_path(link.written, origin, place, names)
    path = resolved(origin, link.written.rstrip("/") + ".md")
    key = names.by_path.get(path) if path else None
    return look_up_path(link.written if key is None else link.written.rstrip("/") + ".md", origin, place, names)


def _made_page(link: Link) -> Spot | None:
    """A page that the site makes itself, by its address."""
    address = link.written.strip("/")
    if link.wiki or not link.written.startswith("/") or (address and address not in LISTS):
        return None
    return Spot(Address(address and address + "/"), Fragment(link.heading) if link.heading else None)


def _heading(link: Link, body: Body, document: Document) -> tuple[Fragment | None, tuple[Diagnostic, ...]]:
    if not link.heading:
        return None, ()
    wanted = name_key(link.heading)
    for heading in body.headings:
        if heading.fragment == link.heading or name_key(heading.words) == wanted:
            return heading.fragment, ()
    place = Place(document.head.path, link.span)
    choices = [heading.words for heading in body.headings]
    hint = did_you_mean(link.heading, choices) or (
        "its headings: " + ", ".join(f'"{one}"' for one in choices[:8]) if choices else "that document has no headings"
    )
    return None, (diagnostic("unknown-heading", f'no heading "{link.heading}"', place, hint),)


def _heading_words(link: Link, headings: tuple[Heading, ...]) -> str:
    wanted = name_key(link.heading)
    matches = (one.words for one in headings if one.fragment == link.heading or name_key(one.words) == wanted)
    return next(matches, link.heading)


def file_of_link(link: Link, origin: InputPath, atlas: Atlas) -> InputPath | None:
    """The author's file that a link means, if it means one."""
    if "." not in link.written or link.written.endswith(".md"):
        return None
    return _file(link.written, origin, atlas)


def _file(written: str, origin: InputPath, atlas: Atlas) -> InputPath | None:
    path = resolved(origin, written)
    if path in atlas.media:
        return path
    if "/" in written:
        return None
    path = resolved(InputPath("content/media/x"), written)
    same = atlas.media_names.get(posixpath.basename(path or ""), ())
    if path in atlas.media:
        return path
    return same[0] if len(same) == 1 else None


def file_answer(origin: InputPath, file: File, atlas: Atlas) -> tuple[InputPath | None, tuple[Diagnostic, ...]]:
    """Which of the author's files is meant, and what is wrong where none is."""
    path = _file(file.written, origin, atlas)
    if path is not None:
        return path, ()
    place = Place(origin, file.span)
    if resolved(origin, file.written) is None:
        message = f'"{file.written}" leads out of the content folder'
        return None, (diagnostic("invalid-address", message, place, "put the file into `content/media/`"),)
    choices = [path_between(origin, one) if "/" in file.written else posixpath.basename(one) for one in atlas.media]
    hint = did_you_mean(file.written, choices) or "put the file into `content/media/`"
    return None, (diagnostic("unknown-media", f'no file "{file.written}"', place, hint),)


def atlas(spots: Mapping[Key, Spot], media: Mapping[InputPath, Address], aliases: Mapping[Address, Key]) -> Atlas:
    """An atlas of these places."""
    addresses: dict[str, Key] = {str(alias): key for alias, key in aliases.items()}
    addresses |= {spot.address: key for key, spot in spots.items() if key.kind is not Kind.ANNOTATION}
    by_name: dict[str, list[InputPath]] = {}
    for path in sorted(media):
        by_name.setdefault(posixpath.basename(path), []).append(path)
    return Atlas(spots, addresses, media, {name: tuple(paths) for name, paths in by_name.items()})
