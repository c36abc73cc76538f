"""`site.webmanifest` (W3C Web Application Manifest): name, icons and colours for a device that keeps the site."""

import json

from dateline.model.settings import Settings
from dateline.pages.palette import Palette
from dateline.pages.wording import direction

SHORT = 30
"""The longest name, in code points, that stands below an icon; a longer one is cut by the device, not by us."""


def webmanifest(settings: Settings, palette: Palette) -> bytes:
    """The manifest. Its addresses are relative to itself, so that the site works under any path."""
    made = {
        "name": settings.title,
        "short_name": settings.title if len(settings.title) <= SHORT else "",
        "description": settings.tagline,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "lang": settings.language,
        "dir": direction(settings.language),
        "background_color": palette.paper.light,
        "theme_color": palette.paper.light,
        "icons": [
            {"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "assets/icon-180.png", "sizes": "180x180", "type": "image/png"},
        ],
    }
    return (json.dumps({name: value for name, value in made.items() if value}, ensure_ascii=False) + "\n").encode()
