"""What the destination of a link or an image may be.

Four schemes lead out of the site; all else must be a path or a fragment within it. Whatever has a colon before its
first slash counts as a scheme, so that no spelling of `javascript:` needs to be recognised, and what is hidden behind
entities, backslashes or percent signs is judged as what it says.
"""

import re
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink
from msgspec import Struct

_SCHEME = re.compile(r"([^/?#]*?):(.*)", re.DOTALL)
_HOST = re.compile(r"//[^/?#\s]")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f]|&#x?[0-9a-f]+;", re.IGNORECASE)
"""Control characters, and what wanted to be one: the parser resolves every other numeric entity."""
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*", re.IGNORECASE)

ALLOWED = "link with http, https, mailto or tel, to a document or file of the site, or to a #heading"


class External(Struct, frozen=True):
    """An address outside the site."""

    href: str


class Internal(Struct, frozen=True):
    """A path or a fragment within the site, percent-decoded."""

    path: str
    heading: str


class Picture(Struct, frozen=True):
    """An image that is its own address (`data:`)."""

    src: str


class Refused(Struct, frozen=True):
    """A destination that is not allowed."""

    hint: str


Destination = External | Internal | Picture | Refused


def judge(destination: str) -> Destination:
    """What a destination is, after entities and backslash escapes were resolved."""
    if not destination:
        return Refused("write the address, or the name of a document or file, between the parentheses")
    if _HIDDEN.search(destination):
        return Refused("remove the line breaks or hidden characters from the address")
    if "\\" in destination:
        return Refused('write "/" instead of "\\"')
    scheme = _SCHEME.match(destination)
    if scheme is None:
        return _within(destination)
    name, rest = scheme[1].lower(), scheme[2]
    if (name in ("http", "https") and _HOST.match(rest)) or (name in ("mailto", "tel") and rest.strip()):
        return External(normalizeLink(destination))
    if name == "data" and _PICTURE.fullmatch(destination):
        return Picture(destination)
    return Refused(ALLOWED)


def _within(destination: str) -> Destination:
    path, _, heading = destination.partition("#")
    plain = unquote(path)
    if plain.startswith("//"):
        return Refused("write the whole address, with https: in front")
    if "\\" in plain or _HIDDEN.search(plain) or _SCHEME.match(plain):
        return Refused(ALLOWED)
    return Internal(plain, unquote(heading))
