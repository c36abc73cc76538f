"""What may stand as an address or a path in front matter, and what is said against the rest.

Nothing here is cleaned or guessed: what is hidden behind percent signs or backslashes is judged as what it says, and
refused with a message.
"""

import posixpath
import re
import unicodedata
from urllib.parse import unquote, urlsplit

from dateline.reading.objection import Objection, shown

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?")
_NOT_IN_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
_LABEL = re.compile(r"[\w](?:[\w-]{0,61}\w)?")
_LONGEST_HOST = 253
_NOT_IN_PATHS = re.compile(r"[\x00-\x1f\x7f]")
_NOT_IN_ALIASES = re.compile(r"[\x00-\x1f\x7f:*\"<>|?#]")
_MOST_DECODINGS = 8


def web_address(text: str) -> Objection | None:
    """What is wrong with an address outside the site: `http` and `https` only (RFC 3986, non-ASCII letters allowed)."""
    said = shown(text)
    bad = _NOT_IN_ADDRESSES.search(text) or _hidden(text)
    if bad:
        return Objection(f"{said} is not a web address", _without(bad.group()))
    scheme = _SCHEME.match(text)
    if text.startswith("//") or not scheme or _BARE_HOST.fullmatch(text):
        return Objection(f"{said} is not a web address", _complete(text))
    if scheme.group(1).lower() not in ("http", "https"):
        return Objection(f"{said} begins with {shown(scheme.group())}", "only http and https addresses can be used")
    return _host(text)


def _hidden(text: str) -> re.Match[str] | None:
    """A character of the category Cf: bidirectional controls, zero-width letters."""
    return next((re.match(".", char) for char in text if unicodedata.category(char) in ("Cf", "Cs", "Cc")), None)


def _without(char: str) -> str:
    if char.isspace():
        return "remove the spaces; a space within an address is written %20"
    said = char if char.isprintable() else f"the invisible character U+{ord(char):04X}"
    return f"remove {said} from the address"


def _complete(text: str) -> str:
    if text.startswith("//"):
        return f"write https:{text}"
    if _BARE_HOST.fullmatch(text):
        return f"write https://{text}"
    return "write the whole address, from https:// on"


def _host(text: str) -> Objection | None:
    said = shown(text)
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Objection(f"{said} is not a web address", "check the host and the port")
    if "@" in parts.netloc:
        return Objection("an address cannot hold a user name or a password", "remove what stands before the @")
    if ":" in host:
        return None  # an IPv6 address, which urlsplit has checked
    labels = host.removesuffix(".").split(".")
    if not host or len(host) > _LONGEST_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        return Objection(f"{said} is not a web address", f"{shown(host)} is not the name of a host")
    return None


def slug(text: str) -> Objection | None:
    """What is wrong with the last part of an address."""
    said = shown(text)
    if "/" in text or "\\" in text:
        return Objection(f"{said} holds a slash", "a slug is the last part of the address only")
    if "%" in text:
        return Objection(f"{said} holds a percent sign", "write the letters themselves")
    if text.strip(".") != text or ".." in text:
        return Objection(f"{said} holds a dot where none can stand", "use letters, digits and hyphens")
    odd = next((char for char in text if not (char in "-_.~" or is_letter_or_digit(char))), None)
    if odd is not None:
        return Objection(f"{said} holds {named(odd)}", "use letters, digits and hyphens")
    return None


def alias(text: str) -> Objection | None:
    """What is wrong with an old address: it starts at the site's root and stays within it."""
    said = shown(text)
    plain = decoded(text)
    if plain is None or _hidden(plain) or _NOT_IN_PATHS.search(plain):
        return Objection(f"{said} is not an address of this site", "write the letters themselves")
    if plain.startswith("//") or _SCHEME.match(plain):
        return Objection(f"{said} is not an address of this site", "write only what follows the site's own address")
    if "\\" in plain:
        return Objection(f"{said} holds a backslash", "separate the parts with /")
    odd = _NOT_IN_ALIASES.search(plain)
    if odd:
        return Objection(f"{said} holds {named(odd.group())}", "an old address has no query and no fragment")
    parts = plain.strip("/").split("/")
    if parts == [""]:
        return Objection(f"{said} is the home page itself", "remove it")
    if any(part.strip(" .") == "" or part.endswith((" ", ".")) for part in parts):
        return Objection(f"{said} holds an empty part or dots", "write the whole address from the site's root")
    return None


def media_path(text: str, document: str) -> Objection | None:
    """What is wrong with the path of a file: it starts at the author's file and stays within `content/`."""
    said = shown(text)
    plain = decoded(text)
    if plain is not None and (plain.startswith("//") or _SCHEME.match(plain)):
        hint = "save the file in content/media/ and write its name; a page fetches nothing from elsewhere"
        return Objection(f"{said} is not a file of this site", hint)
    if plain is None or _NOT_IN_PATHS.search(plain) or "\\" in plain:
        return Objection(f"{said} is not a path", "write a path with forward slashes: ../media/photo.jpg")
    start = "content" if plain.startswith("/") else posixpath.dirname(document)
    path = posixpath.normpath(posixpath.join(start, plain.lstrip("/")))
    if not path.startswith("content/"):
        return Objection(f"{said} leads out of the content folder", "use a file inside content/media/")
    return None


def decoded(text: str) -> str | None:
    """What a percent-encoded text says in the end, in NFC; `None` for one encoded over and over."""
    for _ in range(_MOST_DECODINGS):
        plain = unquote(text)
        if plain == text:
            return unicodedata.normalize("NFC", plain)
        text = plain
    return None


def is_letter_or_digit(char: str) -> bool:
    """Whether a character is a letter, a mark on one, or a digit, of any script."""
    return unicodedata.category(char)[0] in "LMN"


def named(char: str) -> str:
    """A character as a message names it."""
    if char == " ":
        return "a space"
    return shown(char) if char.isprintable() else f"the character U+{ord(char):04X}"
