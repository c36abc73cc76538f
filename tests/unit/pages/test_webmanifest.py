import json
from struct import unpack

from dateline.pages.palette import Palette
from dateline.pages.webmanifest import webmanifest
from tests.site import product_layouts, site


def test_it_names_the_site_with_addresses_that_work_under_any_path() -> None:
    made = json.loads(webmanifest(site({}, config="tagline: T\n").settings, Palette()))
    assert (made["name"], made["lang"], made["dir"]) == ("A site", "en", "ltr")
    assert {made[name] for name in ("start_url", "scope")} == {"./"}
    assert "id" not in made  # it would be taken from the root of the host, where other sites may stand
    assert all(not icon["src"].startswith(("/", "http")) for icon in made["icons"])


def test_its_icons_are_there_and_as_large_as_it_says() -> None:
    made = json.loads(webmanifest(site({}).settings, Palette()))
    files = {path.removeprefix("layouts/"): data for path, data in product_layouts().items()}
    svg, png = made["icons"]
    assert files[svg["src"]].startswith(b"<svg")
    assert "{}x{}".format(*unpack(">II", files[png["src"]][16:24])) == png["sizes"]
