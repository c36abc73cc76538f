"""Where documents stand, and what collides."""

from tests.site import site


def test_a_slug_moves_the_page_and_not_the_id() -> None:
    made = site({"events/a": "title: A\ndate: 2025\nslug: other", "articles/b": "title: B\npublished: 2025\n\n[[a]]"})
    assert made.event("a")["address"] == "events/other/"
    assert 'href="../../events/other/"' in made.page("articles/b/index.html")


def test_an_alias_leaves_a_redirect_that_the_sitemap_does_not_list() -> None:
    made = site({"events/a": "title: A\ndate: 2025\naliases: [/old/place, older.html]"})
    tree = made.build().tree
    page = tree["old/place/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../../events/a/">' in page
    assert '<link rel="canonical" href="https://example.org/story/events/a/">' in page
    assert 'url=events/a/">' in tree["older.html"].decode()
    assert b"old" not in tree["sitemap.xml"]


def test_events_itself_leads_to_the_timeline() -> None:
    assert "url=../timeline/" in site({}).page("events/index.html")


def test_an_alias_on_a_page_that_is_there_collides() -> None:
    made = site({"events/a": "title: A\ndate: 2025\naliases: /events/b/", "events/b": "title: B\ndate: 2025"})
    (found,) = made.found()
    assert found.code == "address-collision"
    assert {found.place.path, found.related[0].place.path} == {"content/events/a.md", "content/events/b.md"}


def test_two_tags_that_would_share_a_page() -> None:
    made = site(
        {
            "articles/a": "title: A\npublished: 2025\ntags: Prison Release",
            "articles/b": "title: B\npublished: 2025\ntags: prison-release",
        }
    )
    (found,) = made.found()
    assert found.code == "address-collision"
    assert "content/articles/a.md" in found.message


def test_notes_that_answer_each_other() -> None:
    made = site({"annotations/a": "target: annotations/b\n\nA", "annotations/b": "target: annotations/a\n\nB"})
    assert [one.code for one in made.found()] == ["reply-cycle", "reply-cycle"]
