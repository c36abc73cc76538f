"""What every page has around its own matter: title, navigation, where it stands."""

import re
from urllib.parse import quote

import msgspec
from msgspec import Struct, structs

from dateline.linking.addresses import Spot
from dateline.model.documents import FreePage
from dateline.model.names import Address, Key, Kind
from dateline.pages.meta import Meta
from dateline.pages.wording import Wording, direction
from dateline.story import Story

_SAFE = "/~:@!$&'()*+,;="
_PLAIN = re.compile(r"[A-Za-z0-9_./~-]*").fullmatch
"""Most addresses are letters and hyphens, which stay as they are."""


class Lead(Struct, frozen=True):
    """A link to a page: words, and where to."""

    title: str
    href: str
    current: bool = False
    language: str = ""
    """The title's, where it is not the site's."""


class Frame(Struct, frozen=True):
    """The frame of one page."""

    kind: str
    """`data-kind`."""
    id: str
    """`data-id`; empty where the page is no document and no list of one thing."""
    title: str
    """The page's own title; empty on the home page."""
    site_title: str
    tagline: str
    language: str
    direction: str
    root: str
    """From this page to the site's root: `../../`; `./` at the root."""
    address: Address
    canonical: str
    description: str
    nav: tuple[Lead, ...]
    crumbs: tuple[Lead, ...]
    author: str
    licence: str
    in_sitemap: bool = True
    draft: bool = False
    extra: dict[str, object] = {}
    """The document's own `x-…` keys."""
    meta: Meta = Meta()


def root_of(address: Address) -> str:
    """The way from a page to the site's root."""
    depth = address.count("/")
    return "../" * depth or "./"


def href(root: str, spot: Spot | Address) -> str:
    """A relative link to a place of the site."""
    place = spot if isinstance(spot, Spot) else Spot(spot)
    path = _quoted(place.address)
    fragment = "" if place.fragment is None else "#" + _quoted(place.fragment)
    return (root if root != "./" or not path else "") + path + fragment


def _quoted(text: str) -> str:
    return text if _PLAIN(text) else quote(text, safe=_SAFE)


def absolute(story: Story, address: Address) -> str:
    """A page's full address in the world."""
    return story.settings.base_url + quote(address, safe=_SAFE)


def document_frame(story: Story, key: Key, words: Wording, *, title: str = "") -> Frame:
    """The frame of a document's page."""
    head = story.documents[key].head
    name = title or head.title
    made = frame(story, words, key.kind.singular, story.spots[key].address, name, head.summary or "", key.id)
    extra = {field: msgspec.json.decode(value) for field, value in head.extra}
    return structs.replace(made, draft=head.draft, extra=extra)


def frame(
    story: Story,
    words: Wording,
    kind: str,
    address: Address,
    title: str,
    description: str = "",
    name: str = "",
) -> Frame:
    """The frame of a page at an address."""
    settings, root = story.settings, root_of(address)
    return Frame(
        kind=kind,
        id=name,
        title=title,
        site_title=settings.title,
        tagline=settings.tagline,
        language=settings.language,
        direction=direction(settings.language),
        root=root,
        address=address,
        canonical=absolute(story, address),
        description=description or settings.tagline,
        nav=navigation(story, words, root, address),
        crumbs=_crumbs(kind, address, words, root),
        author=settings.author,
        licence=settings.licence,
    )


_MAIN: tuple[tuple[str, Kind | None], ...] = (
    ("timeline", None),
    ("articles", Kind.ARTICLE),
    ("people", Kind.PERSON),
    ("organisations", Kind.ORGANISATION),
    ("places", Kind.PLACE),
    ("annotations", Kind.ANNOTATION),
    ("sources", None),
)
"""The lists in the navigation, each where there is something of its kind."""


def navigation(story: Story, words: Wording, root: str, here: Address) -> tuple[Lead, ...]:
    """The main navigation: the site's own entries where it gives any, else its lists; then pages that ask for it."""
    found = [_given(one, root, here) for one in story.nav] or _lists(story, words, root, here)
    pages = [story.documents[key] for key in story.of_kind(Kind.PAGE)]
    listed = [page for page in pages if isinstance(page, FreePage) and page.nav is not None]
    for page in sorted(listed, key=lambda page: page.nav or 0):
        address = story.spots[page.head.key].address
        found.append(Lead(page.head.title, href(root, address), address == here))
    return tuple(found)


def _lists(story: Story, words: Wording, root: str, here: Address) -> list[Lead]:
    shown = [(name, Address(f"{name}/")) for name, kind in _MAIN if kind is None or story.of_kind(kind)]
    return [Lead(words(name), href(root, at), at == here) for name, at in shown]


def _given(entry: tuple[str, Spot | None, str], root: str, here: Address) -> Lead:
    title, spot, url = entry
    return Lead(title, href(root, spot), spot.address == here) if spot else Lead(title, url)


_LISTS = {"articles": "articles", "people": "people", "organisations": "organisations", "places": "places",
          "events": "timeline", "threads": "timeline", "timeline": "timeline", "tags": "tags",
          "search": "search", "known": "known"}  # fmt: skip
_CALLED = {"known": "known-when"}
"""Lists whose word is not that of their address."""


def _crumbs(kind: str, address: Address, words: Wording, root: str) -> tuple[Lead, ...]:
    """The way from home to this page, without the page itself."""
    if not address or kind == "missing":
        return ()
    home = Lead(words("home"), href(root, Address("")))
    parent = _LISTS.get(address.split("/")[0])
    if address.count("/") > 1 and parent:
        return home, Lead(words(_CALLED.get(parent, parent)), href(root, Address(f"{parent}/")))
    return (home,)
