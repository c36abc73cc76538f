import re

from msgspec import Struct

from dateline.pages.alphabets import alphabet
from dateline.pages.frame import Lead
from dateline.pages.views.search import Entry, by_letter, parts_of, weight
from tests.site import site

DOCUMENTS: dict[str, str | bytes] = {
    "articles/a": "title: The release\npublished: 2025-09-12\ntags: [freed]\n\nFifty-two people went free.",
    "annotations/n": "target: a\nquote: people went free\ntitle: What free means\n\nNot much.",
    "events/e": "title: Édouard calls\ndate: 2025-08",
    "people/p": "name: Ona\nalso_known_as: [The editor]\nrole: Editor",
    "pages/about": "title: 7 things",
}
CONFIG = "threads: {talks: Talks}\n"


class Line(Struct, frozen=True):
    letter: str
    href: str
    words: str


def lines(page: str) -> list[Line]:
    found = []
    for letter in re.findall(r'<h3 id="s-(.+?)">.*?</ul>', page, re.DOTALL):
        block = re.search(rf'<h3 id="s-{re.escape(letter)}">(.*?)</h3>(.*?)</ul>', page, re.DOTALL)
        assert block
        for href, rest in re.findall(r'<li><a href="([^"]*)"[^>]*>(.*?)</li>', block[2], re.DOTALL):
            found.append(Line(block[1], href, " ".join(re.sub(r"<[^>]*>", "", rest).split())))
    return found


def test_everything_is_listed_by_letter_with_its_kind() -> None:
    assert lines(site(DOCUMENTS, config=CONFIG).page("search/index.html")) == [
        Line("0–9", "../about/", "7 things Page"),
        Line("E", "../people/p/", "The editor Person · see Ona"),
        Line("E", "../events/e/", "Édouard calls Event · August 2025"),
        Line("F", "../tags/freed/", "freed Tag"),
        Line("O", "../people/p/", "Ona Person · Editor"),
        Line("R", "../articles/a/", "The release Article · 12 September 2025"),
        Line("T", "../threads/talks/", "Talks Thread"),
        Line("W", "../articles/a/#note-n", "What free means Note: Context · The release"),
    ]


def test_letters_are_jumped_to() -> None:
    page = site(DOCUMENTS, config=CONFIG).page("search/index.html")
    jumps = re.findall(r'<li><a href="#(s-[^"]+)">([^<]+)</a></li>', page)
    assert [letter for _, letter in jumps] == ["0–9", "E", "F", "O", "R", "T", "W"]
    assert [name for name, _ in jumps] == re.findall(r'<h3 id="([^"]+)">', page)


def test_a_site_without_content_has_a_search_page() -> None:
    assert "<h1>Search</h1>" in site({}).page("search/index.html")


def test_a_large_site_has_a_page_for_each_letter() -> None:
    many: dict[str, str | bytes] = {
        f"places/p{number:04}": f"name: {('Alley', 'Bridge', 'Court')[number % 3]} {number:04}"
        for number in range(1_500)
    }
    tree = site(many).build().tree
    pages = {path: data.decode() for path, data in tree.items() if path.startswith("search/")}
    assert sorted(pages) == [f"search/{name}index.html" for name in ("a/", "b/", "c/", "")]
    assert re.findall(r'<a href="(./|)([a-c]/)">([A-C])</a>', pages["search/index.html"]) == [
        ("", "a/", "A"), ("", "b/", "B"), ("", "c/", "C"),
    ]  # fmt: skip
    assert pages["search/b/index.html"].count("../../places/p") == 500
    assert 'href="../../search/b/" aria-current="page"' in pages["search/b/index.html"]
    assert max(len(data) for path, data in tree.items() if path.startswith("search/")) < 300_000


def test_a_letter_too_large_for_a_page_is_in_parts() -> None:
    entries = [Entry(Lead(f"Name {number:03}", "../x/"), "Place") for number in range(100)]
    parts = parts_of(entries, 3_000)
    assert [one for part in parts for one in part] == entries
    assert all(sum(map(weight, part)) <= 3_000 for part in parts)
    assert len(parts) == 6


def test_parts_of_a_letter_lead_to_each_other() -> None:
    many: dict[str, str | bytes] = {f"places/p{number}": f"name: A{number:04}" for number in range(2_000)}
    tree = site(many).build().tree
    paths = sorted(path for path in tree if path.startswith("search/"))
    assert paths == ["search/a/2/index.html", "search/a/index.html", "search/index.html"]
    second = tree["search/a/2/index.html"].decode()
    assert '<a href="../../../search/a/">A0000 – ' in second
    assert '<a href="../../../search/a/2/" aria-current="page">' in second
    listed = [re.findall(r'href="((?:\.\./)+)places/p', tree[path].decode()) for path in paths[:2]]
    assert [len(one) for one in listed] == [2_000 - len(listed[1]), len(listed[1])]
    assert set(listed[0]) == {"../../../"}
    assert set(listed[1]) == {"../../"}


def test_entries_are_in_order_whatever_order_they_come_in() -> None:
    entries = [Entry(Lead(title, "../x/"), "Page") for title in ("b", "A", "ä", "a 2", "a 10", "Б", "1")]
    one, other = (by_letter(iter(given), alphabet("en")) for given in (entries, entries[::-1]))
    assert one == other
    assert [letter.letter for letter in one] == ["0–9", "A", "B", "Б"]
