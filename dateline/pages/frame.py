"""What every page has around its own matter: title, navigation, where it stands."""

from functools import lru_cache

import msgspec
from msgspec import Struct, structs

from dateline.linking.addresses import Spot, quoted, way
from dateline.model.names import Address, Key
from dateline.pages.meta import Meta
from dateline.pages.wording import Wording, direction, wording
from dateline.story import MenuLink, Story


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
    return joined(root, way(spot) if isinstance(spot, Spot) else quoted(spot))


def joined(root: str, path: str) -> str:
    """The relative link of a page at `root` to what stands there from the site's root, percent-encoded."""
    return path if root == "./" and path[:1] not in ("", "#") else root + path


def absolute(story: Story, address: Address) -> str:
    """A page's full address in the world."""
    return story.settings.base_url + quoted(address)


def full(frame: Frame, link: str) -> str:
    """The full address that a page's own link into the site leads to."""
    base = frame.canonical.removesuffix(quoted(frame.address))
    return base + link.removeprefix(frame.root) if link else frame.canonical


def document_frame(story: Story, key: Key, words: Wording, *, title: str = "") -> Frame:
    """The frame of a document's page."""
    head = story.documents[key].head
    name = title or head.title
    made = frame(story, words, key.kind.singular, story.spots[key].address, name, head.summary or "", key.id)
    if not (head.draft or head.extra):
        return made
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


def navigation(story: Story, words: Wording, root: str, here: Address) -> tuple[Lead, ...]:
    """The main navigation, as a page sees it."""
    leads = _menu(story.menu, words.language, root)
    if not any(one.spot and one.spot.address == here for one in story.menu):
        return leads
    return tuple(
        structs.replace(lead, current=bool(one.spot and one.spot.address == here))
        for one, lead in zip(story.menu, leads, strict=True)
    )


@lru_cache(maxsize=64)  # a pure function of a few titles; nearly all pages have the same navigation
def _menu(menu: tuple[MenuLink, ...], language: str, root: str) -> tuple[Lead, ...]:
    words = wording(language)
    return tuple(Lead(one.title or words(one.word), href(root, one.spot) if one.spot else one.url) for one in menu)


_LISTS = {"articles": "articles", "people": "people", "organisations": "organisations", "places": "places",
          "events": "timeline", "threads": "timeline", "timeline": "timeline", "tags": "tags",
          "search": "search", "known": "known"}  # fmt: skip
_CALLED = {"known": "known-when"}
"""Lists whose word is not that of their address."""


def _crumbs(kind: str, address: Address, words: Wording, root: str) -> tuple[Lead, ...]:
    """The way from home to this page, without the page itself."""
    if not address or kind == "missing":
        return ()
    parent = _LISTS.get(address.split("/")[0], "") if address.count("/") > 1 else ""
    return _trail(parent, words.language, root)


@lru_cache(maxsize=256)  # a pure function of a few words; most pages of a kind have the same way
def _trail(parent: str, language: str, root: str) -> tuple[Lead, ...]:
    words = wording(language)
    home = Lead(words("home"), href(root, Address("")))
    return (home, Lead(words(_CALLED.get(parent, parent)), href(root, Address(f"{parent}/")))) if parent else (home,)
