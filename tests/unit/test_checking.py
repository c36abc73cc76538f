import pytest

from dateline.checking import check_links
from dateline.kernel.text import decoded

BASE = "https://example.org/story/"
SITE = {
    "index.html": b'<p id="top-story">',
    "events/release/index.html": b'<h2 id="what-happened">x</h2><a name="old"></a><li id="note-\xc5\xbe">',
    "media/a b.jpg": b"",
    "media/icons.svg": b'<svg><symbol id="link"/></svg>',
    "feed.xml": b"",
    "404.html": b"",
}


def broken(page: str, path: str = "articles/x/index.html", base_url: str = BASE) -> list[tuple[str, str, str]]:
    """Of each broken link: what is pointed at, the message and the hint."""
    found = check_links({**SITE, path: page.encode()}, base_url, "site/")
    assert {one.place.path for one in found} <= {f"site/{path}"}
    text = decoded(page.encode())
    return [(text[one.place.span.start : one.place.span.end], one.message, one.hint) for one in found]


@pytest.mark.parametrize(
    "link",
    [
        *("", "#", "#top", "?page=2", "./", ".", "..//x/", "index.html", "../../", "../..", "../../index.html"),
        *("../../events/release/", "../../events/release", "../../events/release/#what-happened"),
        *("../../events/release/#old", "../../events/release/#note-%C5%BE", "../../events/release/?x#what-happened"),
        *("../../media/a%20b.jpg", "../../media/icons.svg#link", "../../feed.xml#anything", "#:~:text=words"),
        *("/story/", "/story/events/release/", f"{BASE}events/release/#what-happened", BASE),
        *("https://elsewhere.org/x", "//elsewhere.org/x", "mailto:a@b.c", "tel:1", "data:image/png;base64,AA=="),
    ],
)
def test_links_that_lead_somewhere_are_fine(link: str) -> None:
    assert broken(f'<a href="{link}">x</a><img src="{link}">') == []


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("../release/", "leads to nothing in the site"),
        ("../../../index.html", "leads to nothing in the site"),
        ("/events/release/", "leads to nothing in the site"),
        (f"{BASE}events/call/", "leads to nothing in the site"),
        ("../../media/a+b.jpg", "leads to nothing in the site"),
        ("../../events/release/#gone", 'leads to no place in "events/release/index.html"'),
        ("#gone", 'leads to no place in "articles/x/index.html"'),
        ("../../media/icons.svg#gone", 'leads to no place in "media/icons.svg"'),
    ],
)
def test_links_that_lead_nowhere_are_found_where_they_stand(link: str, message: str) -> None:
    found = broken(f'<p>\n <a class="x" href="{link}">x</a>')
    assert [(words, said) for words, said, _ in found] == [(link, f'"{link}" {message}')]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="gone">',
        '<img srcset="gone 2x, ../../feed.xml 1x" src="../../">',
        '<img srcset="../../feed.xml, gone 2x">',
        '<video poster="gone"></video>',
        '<object data="gone"></object>',
        '<blockquote cite="gone"></blockquote>',
        '<form action="gone"></form>',
        '<link rel="stylesheet" href="gone">',
        "<script src=gone></script>",
        '<svg><use href="gone"/></svg>',
        '<svg><use xlink:href="gone"/></svg>',
        '<meta http-equiv="refresh" content="0; url=gone">',
    ],
)
def test_every_sort_of_link_is_followed(markup: str) -> None:
    assert [(words, said) for words, said, _ in broken(markup)] == [("gone", '"gone" leads to nothing in the site')]


def test_words_that_only_look_like_links_are_not_followed() -> None:
    assert broken('<script>a = "<a href=gone>"</script><!-- <a href="gone"> --><p>href="gone"</p>') == []


def test_a_near_address_or_place_is_suggested() -> None:
    assert [hint for _, _, hint in broken('<a href="../../events/relaese/">')] == ['did you mean "events/release/"?']
    assert [hint for _, _, hint in broken('<a href="../../events/release/#what-happend">')] == [
        'did you mean "what-happened"?'
    ]


def test_quotes_and_ampersands_are_read_as_a_browser_reads_them() -> None:
    found = broken('<a href="gone?a=1&amp;b=2">')
    assert found[0][:2] == ("gone?a=1&amp;b=2", '"gone?a=1&b=2" leads to nothing in the site')


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("sitemap.xml", "<url><loc>{}</loc></url>"),
        ("feed.xml", '<link rel="alternate" href="{}"/>'),
        ("feed.json", '{{"url": "{}", "text": "x"}}'),
        ("robots.txt", "Sitemap: {}\n"),
        ("data/events.csv", '"a","{}","b"\r\n'),
        ("data/annotations.jsonld", '["{}"]'),
    ],
)
def test_addresses_in_feeds_and_data_are_followed(path: str, text: str) -> None:
    assert broken(text.format(f"{BASE}events/release/#what-happened"), path) == []
    gone = f"{BASE}events/gone/"
    assert broken(text.format(gone), path)[0][:2] == (gone, f'"{gone}" leads to nothing in the site')
    assert broken(text.format("https://elsewhere.org/gone"), path) == []


def test_addresses_that_the_timeline_s_data_gives_start_at_the_root() -> None:
    assert broken('{"address":"events/release/"}', "data/timeline.json", "") == []
    assert [said for _, said, _ in broken('{"address": "events/gone/"}', "data/timeline.json", "")] == [
        '"events/gone/" leads to nothing in the site'
    ]


def test_folded_lines_of_a_calendar_are_joined() -> None:
    assert broken(f"URL:{BASE}events/rel\r\n ease/\r\n", "data/events.ics") == []
    assert len(broken(f"URL:{BASE}events/g\r\n one/\r\n", "data/events.ics")) == 1


def test_an_address_at_the_end_of_a_sentence_is_without_its_stop() -> None:
    assert broken(f'{{"text": "see {BASE}events/release/."}}', "data/timeline.json") == []


def test_without_a_base_address_all_absolute_ones_lead_elsewhere() -> None:
    assert broken(f'<a href="{BASE}gone"><a href="/events/release/">', base_url="") == []
