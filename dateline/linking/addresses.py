"""Where every page of the site stands, and which names may stand beside each other.

An address is a folder with an `index.html`. Two addresses that differ only in letter case, Unicode form, spaces or
dashes are one on some disk, so they collide here too.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, Related, diagnostic
from dateline.model.names import Address, Fragment, Kind, SitePath

MADE = frozenset(
    {
        "timeline", "threads", "articles", "events", "people", "organisations", "places", "annotations", "tags",
        "known", "sources", "corrections", "search", "data", "assets", "media", "embed", "pagefind", "cname",
        "404.html", "index.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "site.webmanifest",
    }
)  # fmt: skip
"""Addresses at the root that the site itself needs."""

FOLDERS = frozenset({"data", "assets", "media", "pagefind", "embed", "known", "search"})
"""Folders that are the site's alone, with all that is in them."""

LISTS = frozenset(
    {
        *("timeline", "articles", "people", "organisations", "places", "annotations", "tags", "sources"),
        *("corrections", "search"),
    }
)
"""Pages that the site makes itself and that a link may name: `/timeline/`."""

_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", re.IGNORECASE)
_SPACES_AND_DASHES = re.compile(r"[\s_\-\u2010-\u2015]+")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\s/\\?#%:*\"<>|.&'`]+")
LONGEST = 255
"""The longest name of a file, in bytes of UTF-8, that every usual disk takes."""


class Spot(Struct, frozen=True):
    """A place that a link can lead to: a page, and perhaps a fragment of it."""

    address: Address
    fragment: Fragment | None = None

    def __str__(self) -> str:
        """From the site's root, as in a link."""
        return self.address if self.fragment is None else f"{self.address}#{self.fragment}"


_SAFE = "/~:@!$&'()*+,;="
_PLAIN = re.compile(r"[A-Za-z0-9_./~-]*").fullmatch
"""Most addresses are letters and hyphens, which stay as they are."""


@lru_cache(maxsize=8192)  # a pure function of a few letters; each page is linked to from many
def quoted(text: str) -> str:
    """A part of an address, percent-encoded (RFC 3986)."""
    return text if _PLAIN(text) else quote(text, safe=_SAFE)


def way(spot: Spot) -> str:
    """A place as a link names it: from the site's root, percent-encoded."""
    return quoted(spot.address) if spot.fragment is None else f"{quoted(spot.address)}#{quoted(spot.fragment)}"


class Claim(Struct, frozen=True):
    """A wish to stand at an address, and who wishes it."""

    address: Address
    place: Place
    what: str
    """In words, for a message: `the event "release"`."""


def address_of(kind: Kind, name: str) -> Address:
    """The address of a document's own page."""
    if kind is Kind.INDEX:
        return Address("")
    return Address(f"{name}/" if kind is Kind.PAGE else f"{kind.value}/{name}/")


def site_path(address: Address) -> SitePath:
    """The file that is served at an address."""
    return SitePath(address + "index.html" if not address or address.endswith("/") else address)


def tag_name(tag: str) -> str:
    """The last part of a tag's address."""
    return _UNSAFE.sub("-", unicodedata.normalize("NFC", tag).lower()).strip("-") or "-"


def folded(address: str) -> str:
    """What two colliding addresses have in common."""
    return _SPACES_AND_DASHES.sub("-", unicodedata.normalize("NFKC", address).casefold())


def is_made(address: Address) -> bool:
    """Whether the site itself stands at an address, or may come to: nothing of the author's can."""
    first, _, rest = folded(address).partition("/")
    return not first or first in FOLDERS or (not rest and first in MADE)


def collisions(claims: Iterable[Claim]) -> tuple[Diagnostic, ...]:
    """What is wrong with the addresses that are claimed: each collision names both files."""
    first: dict[str, Claim] = {}
    found: list[Diagnostic] = []
    ordered = sorted(claims, key=lambda one: (one.place, one.address))
    files = {folded(one.address): one for one in ordered if one.address and not one.address.endswith("/")}
    for claim in ordered:
        problem = _unusable(claim)
        if problem:
            found.append(problem)
        other = first.setdefault(folded(claim.address), claim)
        if other is not claim:
            found.append(_collision(claim, other))
        above = next((files[one] for one in _parents(claim.address) if one in files), None)
        if above:
            found.append(_collision(claim, above))
    return tuple(found)


def _parents(address: Address) -> list[str]:
    parts = folded(address).strip("/").split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _unusable(claim: Claim) -> Diagnostic | None:
    parts = [part for part in claim.address.split("/") if part]
    if is_made(claim.address):
        message = f'{claim.what} would stand at "{claim.address}", which the site itself needs'
        return diagnostic("address-collision", message, claim.place, "choose another name, `slug` or alias")
    for part in parts:
        if _WINDOWS.match(part):
            message = f'"{part}" is a reserved name on Windows'
            return diagnostic("invalid-address", message, claim.place, "choose another name or `slug`")
        if len(part.encode()) > LONGEST:
            message = f'the address "{part[:30]}…" is longer than {LONGEST} bytes'
            return diagnostic("invalid-address", message, claim.place, "give the document a shorter `slug`")
    return None


def _collision(claim: Claim, other: Claim) -> Diagnostic:
    message = f'{claim.what} would stand at "{claim.address}", where {other.what} of {other.place.path} stands'
    related = (Related(other.place, f'{other.what} stands at "{other.address}"'),)
    hint = "give one of them another `slug`, or remove the alias"
    return diagnostic("address-collision", message, claim.place, hint, related=related)
