"""The sitemap and what robots may read."""

from xml.etree import ElementTree as ET

from dateline.exports.sitemap import robots, sitemap

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_addresses_are_sorted_escaped_and_free_of_what_xml_forbids() -> None:
    made = sitemap(["https://example.org/b?x&y", "https://example.org/a\x00"])
    found = [one.text for one in ET.fromstring(made).iter(f"{NAMESPACE}loc")]  # noqa: S314 - our own
    assert found == ["https://example.org/a", "https://example.org/b?x&y"]


def test_robots_are_told_of_the_sitemap() -> None:
    assert robots("https://example.org/s/").decode() == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/s/sitemap.xml\n"
    )
