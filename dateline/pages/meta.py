"""What a page's head tells programs: search engines, social networks, browsers."""

from markupsafe import Markup
from msgspec import Struct

POLICY = (
    "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'"
)
"""The Content-Security-Policy of every page (CSP Level 3): nothing but the site's own files."""
WASM_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""That of the page whose script is partly WebAssembly."""


class MetaImage(Struct, frozen=True):
    """The image that stands for a page elsewhere. Its address is a full one."""

    url: str
    alt: str
    width: int | None
    """In pixels."""
    height: int | None
    large: bool = False
    """Whether it is made to be shown large."""


class Meta(Struct, frozen=True):
    """What a page's head tells, beside its frame."""

    title: str = ""
    """Of the window: the page's title and the site's."""
    name: str = ""
    """The page's own title as others are to show it."""
    description: str = ""
    policy: str = POLICY
    type: str = "website"
    """A type of the Open Graph protocol."""
    locale: str = ""
    """`lt_LT`; empty where the language alone does not say the country."""
    image: MetaImage | None = None
    published: str = ""
    """ISO 8601."""
    modified: str = ""
    authors: tuple[str, ...] = ()
    """Their names."""
    profiles: tuple[str, ...] = ()
    """The full addresses of the pages that they have here."""
    section: str = ""
    tags: tuple[str, ...] = ()
    previous: str = ""
    """A relative link, as the next one."""
    next: str = ""
    licence: str = ""
    """The address of the licence, where it is one that has an address."""
    generator: str = ""
    paper: tuple[str, str] = ("", "")
    """The paper's colour, light and dark."""
    structured: str = ""
    """JSON-LD; to be embedded only through `embedded`."""
    is_hidden: bool = False
    """Whether search engines are to leave the page out."""


_TURNING = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns the words around it (Unicode Standard Annex 9): whoever reads a page's source is to see it."""
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029" + _TURNING}


def embedded(json: str) -> Markup:
    """JSON as it may stand in a `script` element: the same value, and nothing in it can end the element."""
    return Markup(json.translate(_ESCAPES))  # noqa: S704 - no character is left that means something to HTML there
