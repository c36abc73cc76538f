"""`sitemap.xml` (sitemaps.org 0.9) and `robots.txt` (RFC 9309)."""

import re
from collections.abc import Iterable
from html import escape

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (2.2) does not allow."""
_PLAIN = re.compile(r"[A-Za-z0-9:/._~%-]*").fullmatch
"""Nearly all addresses are nothing else, and need no care."""
MOST = 50_000
"""The addresses that one sitemap may hold."""


def sitemap(addresses: Iterable[str]) -> bytes:
    """The pages of the site by their full addresses, sorted."""
    lines = [f"<url><loc>{_text(one)}</loc></url>" for one in sorted(addresses)[:MOST]]
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return (start + "\n".join(lines) + "\n</urlset>\n").encode()


def _text(address: str) -> str:
    return address if _PLAIN(address) else escape(FORBIDDEN.sub("", address), quote=False)


def robots(base_url: str) -> bytes:
    """Everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n".encode()
