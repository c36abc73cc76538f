"""The built pages of five stories: addresses, hooks for programs, validity, links, and nothing from elsewhere."""

import re
from functools import lru_cache
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from tests.manual import markup
from tests.manual.markup import every, folded, is_internal, is_redirect, leads_to, links, only, parse, resolve, words
from tests.manual.run import Result, build
from tests.manual.stories import STORIES

BASE = {"lithuanian": "lt/", "polish": "pl/", "belarusian": "be/", "american": "en/", "deep": ""}
LANGUAGE = {"lithuanian": "lt", "polish": "pl", "belarusian": "be", "american": "en", "deep": "en"}
CLOCK = r"\d\d:\d\d(:\d\d)?"
HTML_TIME = re.compile(
    rf"(?!0000)\d{{4,}}(-\d\d(-\d\d(T{CLOCK}(Z|[+-]\d\d:\d\d)?)?)?)?",
)
"""What HTML allows in `<time datetime>` of a year, a month, a day, and a day with a time; there is no year 0."""


@lru_cache(maxsize=8)
def story(name: str) -> Result:
    files, config = STORIES[name]
    made = build(files, config=config)
    assert made.status == 0, made.diagnostics
    return made


@pytest.fixture(params=list(STORIES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def pages(made: Result) -> dict[str, str]:
    """All pages with words for a reader, by their files: not the redirects."""
    written = {path: body.decode() for path, body in made.tree.items() if path.endswith(".html")}
    return {path: page for path, page in written.items() if not is_redirect(page)}


ADDRESSES = {
    "": ("home", None),
    "timeline/": ("timeline", None),
    "threads/sajudis/": ("thread", None),
    "threads/maskva/": ("thread", None),
    "articles/": ("articles", None),
    "articles/zmoniu-grandine/": ("article", "grandine"),
    "articles/tuscias/": ("article", "tuscias"),
    "events/kelias/": ("event", "kelias"),
    "events/po/": ("event", "po"),
    "people/": ("people", None),
    "people/ona/": ("person", "ona"),
    "organisations/": ("organisations", None),
    "organisations/sajudis/": ("organisation", "sajudis"),
    "places/": ("places", None),
    "places/vilnius/": ("place", "vilnius"),
    "annotations/": ("annotations", None),
    "tags/": ("tags", None),
    "tags/grandinė/": ("tag", None),
    "tags/laisvė/": ("tag", None),
    "sources/": ("sources", None),
    "corrections/": ("corrections", None),
    "metodas/": ("page", "metodas"),
    "404.html": ("missing", None),
}


@pytest.mark.parametrize(("address", "kind"), ADDRESSES.items())
def test_every_page_of_the_table_says_what_it_is(address: str, kind: tuple[str, str | None]) -> None:
    html = markup.root(story("lithuanian").page(address))
    assert html["data-kind"] == kind[0]
    assert html["lang"] == "lt"
    if kind[1] is not None:
        assert html["data-id"] == kind[1]


def test_pages_are_valid_html_with_one_head(name: str) -> None:
    made = story(name)
    for path, body in made.tree.items():
        if path.endswith(".html"):
            tree = parse(body.decode())  # strictly: a parse error is raised
            ids = [one.get("id") for one in every(tree, id=True)]
            assert len(ids) == len(set(ids)), (path, [one for one in ids if ids.count(one) > 1])
            assert words(only(only(tree, "head"), "title")), path
    for path, page in pages(made).items():
        assert len(every(parse(page), "h1")) == 1, path
        assert words(only(parse(page), "h1")), path
        assert markup.root(page)["lang"] == LANGUAGE[name], path


def leads_nowhere(tree: dict[str, bytes], path: str, href: str) -> bool:
    target, fragment = resolve(path, href)
    if target not in tree:
        return True
    return bool(fragment) and not every(parse(tree[target].decode()), id=fragment)


def test_every_internal_link_and_fragment_leads_somewhere(name: str) -> None:
    """`404.html` is served at any depth, so it alone names pages from the site's root."""
    made = story(name)
    site = f"/{BASE[name]}"
    dead = []
    for path, body in made.tree.items():
        for where, href in links(parse(body.decode())) if path.endswith(".html") else ():
            here = "./" + href.removeprefix(site) if path == "404.html" and href.startswith(site) else href
            if is_internal(here) and leads_nowhere(made.tree, path, here):
                dead.append((path, where, href))
    assert dead == []


def test_internal_links_are_relative(name: str) -> None:
    for path, page in pages(story(name)).items():
        for where, href in links(parse(page)):
            if path != "404.html" and where.startswith(("a ", "img ", "script ")):
                assert not href.startswith("/"), (path, where, href)
                assert not href.startswith("https://stories.example/"), (path, where, href)


def test_nothing_is_fetched_from_another_host(name: str) -> None:
    made = story(name)
    for path, body in made.tree.items():
        if path.endswith(".html"):
            tree = parse(body.decode())
            fetched = [href for where, href in links(tree) if not where.startswith(("a ", "link ", "base "))]
            fetched += [
                str(one.get("href"))
                for one in every(tree, "link", href=True)
                if str(one.get("rel")) not in {"canonical", "alternate", "author", "license", "me"}
            ]
            assert all(is_internal(href) for href in fetched), (path, fetched)
        if path.endswith((".css", ".js")):
            assert not re.search(r"url\(\s*['\"]?(https?:)?//|@import", body.decode()), path


def test_nothing_inline_runs_or_styles(name: str) -> None:
    for path, body in story(name).tree.items():
        if path.endswith(".html"):
            tree = parse(body.decode())
            assert not every(tree, "style"), path
            assert all(
                one.get("src") or one.get("type") in {"application/ld+json", "application/json"}
                for one in every(tree, "script")
            ), path
            bad = [key for one in tree.iter() for key in one.attrib if key == "style" or str(key).startswith("on")]
            assert bad == [], path


def test_the_sitemap_names_every_page_and_no_redirect(name: str) -> None:
    made = story(name)
    tree = ET.fromstring(made.tree["sitemap.xml"])  # noqa: S314 - we have just built it
    named = {unquote(one.text or "") for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    base = f"https://stories.example/{BASE[name]}"
    assert named == {base + path.removesuffix("index.html") for path in pages(made) if path != "404.html"}
    assert f"{base}sitemap.xml" in made.tree["robots.txt"].decode()


def test_canonical_links_are_whole_addresses(name: str) -> None:
    for path, page in pages(story(name)).items():
        if path != "404.html":
            canonical = unquote(str(only(parse(page), "link", rel="canonical").get("href")))
            assert canonical == f"https://stories.example/{BASE[name]}{path.removesuffix('index.html')}"


def test_the_timeline_shows_every_event_in_order(name: str) -> None:
    made = story(name)
    tree = parse(made.page("timeline/"))
    assert [one.get("data-event") for one in every(tree, "li", data_event=True)] == made.ids("events")
    for event in made.timeline["events"]:
        item = only(tree, "li", data_event=event["id"])
        assert event["title"] in words(item)
        assert f"{event['address']}index.html" in leads_to("timeline/index.html", item)


def test_threads_and_people_show_their_events_in_order(name: str) -> None:
    made = story(name)
    for part in ("threads", "people", "organisations", "places"):
        for one in made.timeline[part]:
            items = every(parse(made.page(one["address"])), "li", data_event=True)
            assert [item.get("data-event") for item in items] == one["events"], one["address"]
            assert one["events"] == [event for event in made.ids("events") if event in one["events"]]


def test_times_have_values_that_html_allows(name: str) -> None:
    for path, page in pages(story(name)).items():
        for one in every(parse(page), "time", datetime=True):
            assert HTML_TIME.fullmatch(str(one.get("datetime"))), (path, one.get("datetime"))


@pytest.mark.parametrize(
    ("site", "address", "value"),
    [
        ("polish", "events/konstytucja/", "1791-05-03"),
        ("belarusian", "events/друк/", "1517-08-06"),
        ("american", "events/clock/", "2003-10-26"),
        ("deep", "events/landing/", "2023-08-23T18:04+05:30"),
        ("deep", "events/later/", "17000"),
    ],
)
def test_a_date_that_html_allows_has_its_value(site: str, address: str, value: str) -> None:
    values = {
        str(one.get("datetime")) for one in every(only(parse(story(site).page(address)), "main"), "time", datetime=True)
    }
    assert values & {value, value.replace("+", ":00+")}, values


def test_highlights_notes_and_references(name: str) -> None:
    made = story(name)
    for note in made.timeline["annotations"]:
        path, _, fragment = note["address"].partition("#") if "address" in note else ("", "", f"note-{note['id']}")
        homes = [one for one in pages(made).values() if every(parse(one), id=f"note-{note['id']}")]
        assert len(homes) == 1, note["id"]  # each note lives on its target's page
        tree = parse(homes[0])
        shown = only(tree, id=fragment)
        assert (shown.get("role"), shown.get("data-type")) == ("note", note["type"])
        assert shown.get("data-anchor") == note["anchor"]
        marked = folded(markup.pieces(tree, note["id"]))
        assert marked == markup.unblocked(note["matched"] or ""), (path, note["id"])
        refs = every(tree, "a", role="doc-noteref", href=f"#note-{note['id']}")
        assert len(refs) == (1 if note["matched"] else 0), note["id"]


def test_a_note_leads_back_to_its_passage() -> None:
    page = story("lithuanian").page("articles/zmoniu-grandine/")
    tree = parse(page)
    note = only(tree, id="note-lentele")
    back = {fragment for path, fragment in markup.targets("articles/zmoniu-grandine/index.html", note) if fragment}
    spots = [only(tree, id=one) for one in back if every(tree, id=one)]
    reference = only(tree, "a", role="doc-noteref", href="#note-lentele")
    assert any(spot is reference or spot.get("data-annotation") or reference in spot.iter() for spot in spots)


def test_a_sources_quote_is_a_highlight_that_leads_to_the_event() -> None:
    made = story("polish")
    tree = parse(made.page("articles/gazeta/"))
    assert markup.source_pieces(tree, "events/konstytucja") == "trzeciego maja, a „król”"
    assert "events/konstytucja/index.html" in leads_to("articles/gazeta/index.html", only(tree, "main"))
    event = parse(made.page("events/konstytucja/"))
    landed = markup.targets("events/konstytucja/index.html", event)
    spots = {fragment for path, fragment in landed if path == "articles/gazeta/index.html"} - {""}
    [paragraph] = [one for one in every(tree, "p") if every(one, data_source="events/konstytucja")]
    assert any(every(paragraph, id=one) for one in spots), landed


def test_an_event_leads_to_its_neighbours_causes_people_and_places() -> None:
    made = story("lithuanian")
    led = leads_to("events/kelias/index.html", only(parse(made.page("events/kelias/")), "main"))
    assert {
        *("events/pries/index.html", "events/po/index.html", "events/paktas/index.html"),
        *("people/ona/index.html", "organisations/sajudis/index.html", "places/vilnius/index.html"),
        *("articles/zmoniu-grandine/index.html", "threads/sajudis/index.html", "tags/grandinė/index.html"),
    } <= led
    assert "events/kelias/index.html" in leads_to("events/paktas/index.html", parse(made.page("events/paktas/")))


def test_accounts_stand_side_by_side() -> None:
    page = words(only(parse(story("lithuanian").page("events/kelias/")), "main"))
    assert "Du milijonai" in page
    assert "Vienas milijonas" in page
    assert "septintą vakaro" in page


def test_backlinks_name_every_document_that_refers(name: str) -> None:
    made = story(name)
    where = {
        f"{part}/{one['id']}": one["address"] for part in ("articles", "events", "pages") for one in made.timeline[part]
    }
    for part in ("articles", "events", "people", "organisations", "places"):
        for one in made.timeline[part]:
            path = f"{one['address']}index.html"
            tree = parse(made.tree[path].decode())
            led = {target for box in every(tree, data_backlinks=True) for target in leads_to(path, box)}
            wanted = {where[by] for by in one["mentioned_by"] if by in where}
            assert {f"{address}index.html" for address in wanted} <= led, one["address"]


def test_annotations_sources_corrections_and_tags_lead_to_what_they_list() -> None:
    made = story("lithuanian")
    notes = markup.targets("annotations/index.html", parse(made.page("annotations/")))
    article, event = "articles/zmoniu-grandine/index.html", "events/kelias/index.html"
    assert {(article, f"note-{one}") for one in ("kiek", "zodis", "lentele", "dingo", "atsakymas")} <= notes
    assert (event, "note-visas") in notes
    sources = parse(made.page("sources/"))
    assert {article, event} <= leads_to("sources/index.html", sources)
    assert every(sources, "a", href="https://kitur.example/")
    assert (event, "note-visas") in markup.targets("corrections/index.html", parse(made.page("corrections/")))
    assert {article, event} <= leads_to("tags/grandinė/index.html", parse(made.page("tags/grandinė/")))
    assert "tags/laisvė/index.html" in leads_to("tags/index.html", parse(made.page("tags/")))


def test_corrections_show_revisions() -> None:
    page = parse(story("american").page("corrections/"))
    assert "events/out/index.html" in leads_to("corrections/index.html", page)
    assert "A fire in Manhattan" in words(page)
    assert "note-fix" in {fragment for _, fragment in markup.targets("corrections/index.html", page)}


def test_words_of_authors_are_never_markup() -> None:
    tree = parse(story("polish").page("articles/gazeta/"))
    assert words(only(tree, "h1")) == "Gazeta: „Ustawa & <porządek>”"
    assert words(only(parse(story("polish").page("threads/sejm/")), "h1")) == "Sejm & <prawo>"


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", '" onload="x()', "{{ view }}", "</title><h1>x"])
def test_titles_tags_and_names_are_escaped_everywhere(title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    files = {
        "articles/a.md": f"---\ntitle: {quoted}\npublished: 2025\nsummary: {quoted}\n---\n[[p]] [[e]]\n",
        "events/e.md": f"---\ntitle: {quoted}\ndate: 2025\nas_said: {quoted}\npeople: p\nsources: a\n---\n",
        "people/p.md": f"---\nname: {quoted}\nrole: {quoted}\n---\n",
        "annotations/n.md": f"---\ntarget: a\ntitle: {quoted}\nauthors: {quoted}\n---\n",
    }
    made = build(files)
    assert made.status == 0, made.diagnostics
    for page in pages(made).values():
        tree = parse(page)
        assert not [one for one in every(tree, "script") if "alert" in words(one) and "json" not in one.get("type", "")]
        assert not every(tree, onload=True)
    for address in ("articles/a/", "events/e/", "people/p/"):
        assert words(only(parse(made.page(address)), "h1")) == title


def test_the_home_page_introduces_and_leads_on() -> None:
    made = story("lithuanian")
    main = only(parse(made.page("")), "main")
    assert "Trumpai apie grandinę ir Oną." in words(main)
    led = leads_to("index.html", main)
    assert {"timeline/index.html", "articles/zmoniu-grandine/index.html", "articles/tuscias/index.html"} <= led
    assert {"events/kelias/index.html", "people/ona/index.html"} <= led
    assert ("articles/zmoniu-grandine/index.html", "note-zodis") in markup.targets("index.html", main)


def test_the_timeline_is_drawn_without_a_script(name: str) -> None:
    drawn = every(parse(story(name).page("timeline/")), "svg")
    assert sum(1 for one in drawn for _ in one.iter()) > len(story(name).ids("events"))


def test_pages_with_nav_stand_in_the_navigation_in_their_places() -> None:
    page = "---\ntitle: {}\n{}---\nWords.\n"
    files = {"a": ("Second", "nav: 2\n"), "b": ("First", "nav: 1\n"), "c": ("Not there", "")}
    made = build({f"pages/{name}.md": page.format(*parts) for name, parts in files.items()})
    for address in ("", "timeline/", "a/"):
        navs = [words(link) for nav in every(parse(made.page(address)), "nav") for link in every(nav, "a")]
        assert navs.index("First") < navs.index("Second"), address
        assert "Not there" not in navs
