"""Where everything stands: addresses of documents and files, aliases, and what collides."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic
from dateline.linking.addresses import LISTS, Claim, Spot, address_of, collisions, folded, tag_name
from dateline.linking.catalogue import ANY, Catalogue, look_up
from dateline.linking.references import roots
from dateline.model.documents import Annotation, Article, Document, Event
from dateline.model.names import Address, Fragment, InputPath, Key, Kind
from dateline.model.settings import Settings


class Placing(Struct, frozen=True):
    """The places of all that is shown."""

    spots: Mapping[Key, Spot]
    roots: Mapping[Key, Key | None]
    """For each annotation the document at whose page it stands."""
    aliases: Mapping[Address, Key]
    """Old addresses, and what they lead to now."""
    found: tuple[Diagnostic, ...]


def place_all(documents: Mapping[Key, Document], targets: Mapping[Key, Key | None]) -> Placing:
    """The places of these documents; `targets` are those of the annotations."""
    pages = {key: one for key, one in documents.items() if key.kind is not Kind.ANNOTATION}
    spots = {key: Spot(address_of(key.kind, one.head.slug or key.id)) for key, one in pages.items()}
    above = roots(targets)
    for key, root in above.items():
        if root in spots:
            spots[key] = Spot(spots[root].address, Fragment(f"note-{key.id}"))
    claims = [_claim(one, spots[key].address) for key, one in pages.items() if key.kind is not Kind.INDEX]
    aliases, wishes = _aliases(documents, spots)
    found = (*collisions([*claims, *wishes]), *_tags(documents.values()), *_circles(documents, targets, above))
    return Placing(spots, above, aliases, found)


def _claim(document: Document, address: Address) -> Claim:
    head = document.head
    span = head.slug_span if head.slug and head.slug_span else None
    place = Place(head.path, span) if span else Place(head.path)
    return Claim(address, place, f'the {head.key.kind.singular} "{head.key.id}"')


def _aliases(documents: Mapping[Key, Document], spots: Mapping[Key, Spot]) -> tuple[dict[Address, Key], list[Claim]]:
    aliases: dict[Address, Key] = {}
    claims = []
    for key, document in sorted(documents.items()):
        for alias in document.head.aliases:
            plain = unquote(alias.written).strip("/").removesuffix("/index.html")
            address = Address(plain if plain.endswith((".html", ".htm")) else plain + "/")
            if key not in spots or address == spots[key].address:
                continue
            if address not in aliases:
                aliases[address] = key
            claims.append(Claim(address, Place(document.head.path, alias.span), f'the alias "{alias.written}"'))
    return aliases, claims


def _tags(documents: Iterable[Document]) -> tuple[Diagnostic, ...]:
    """Two tags that would share a page: the second document that writes one otherwise is told."""
    first: dict[str, tuple[str, Document]] = {}
    found = []
    for document in sorted(documents, key=lambda one: one.head.key):
        tags = document.tags if isinstance(document, Article | Annotation | Event) else ()
        for tag in tags:
            other, owner = first.setdefault(folded(tag_name(tag)), (tag, document))
            if other != tag:
                message = f'the tag "{tag}" would share the page of "{other}" in {owner.head.path}'
                hint = f'write "{other}" in both'
                found.append(diagnostic("address-collision", message, Place(document.head.path), hint))
    return tuple(found)


def _circles(
    documents: Mapping[Key, Document], targets: Mapping[Key, Key | None], above: Mapping[Key, Key | None]
) -> tuple[Diagnostic, ...]:
    found = []
    for key in sorted(targets):
        annotation = documents[key]
        if above[key] is None and _in_circle(key, targets) and isinstance(annotation, Annotation):
            message = f'"{key}" and the notes that it answers answer each other in a circle'
            place = Place(annotation.head.path, annotation.target.span)
            found.append(
                diagnostic("reply-cycle", message, place, "give one of them an article or an event as `target`")
            )
    return tuple(found)


def _in_circle(start: Key, targets: Mapping[Key, Key | None]) -> bool:
    seen: dict[Key, None] = {}
    key: Key | None = start
    while key is not None and key not in seen:
        seen[key] = None
        key = targets.get(key)
    return key == start


class NavPlace(Struct, frozen=True):
    """An own entry of the navigation: a place in the site, or an outside address."""

    title: str
    spot: Spot | None
    url: str = ""


def navigation(
    settings: Settings, names: Catalogue, spots: Mapping[Key, Spot]
) -> tuple[tuple[NavPlace, ...], tuple[Diagnostic, ...]]:
    """Where the entries of the config's navigation lead, and which lead nowhere."""
    found: list[NavPlace] = []
    problems: list[Diagnostic] = []
    for link in settings.nav:
        place = Place(settings.path, link.span)
        path, _, fragment = link.target.partition("#")
        address = path.strip("/")
        if ":" in link.target:
            found.append(NavPlace(link.title, None, link.target))
        elif link.target.startswith("/") and (not address or address in LISTS):
            spot = Spot(Address(address and address + "/"), Fragment(fragment) if fragment else None)
            found.append(NavPlace(link.title, spot))
        else:
            result = look_up(address, ANY, place, names)
            problems += [result.problem] if result.problem else []
            if result.key and result.key in spots:
                title = link.title or names.documents[result.key].head.title
                found.append(NavPlace(title, spots[result.key]))
    return tuple(found), tuple(problems)


def media_address(path: InputPath) -> Address:
    """Where a file of the author's is served: below `media/`, or beside the documents that it stands with."""
    return Address(path.removeprefix("content/"))
