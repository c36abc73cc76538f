"""What links in bodies mean."""

import pytest

from tests.site import site

OTHERS: dict[str, str | bytes] = {
    "events/release": "title: The release\ndate: 2025-09-11\n\n## Who counts whom\n\nWords.",
    "people/nauseda": "name: Gitanas Nausėda\nalso_known_as: [Nausėda, the president]",
    "places/minsk": "name: Minsk",
    "articles/minsk": "title: In Minsk\npublished: 2025",
    "media/paper.pdf": b"%PDF",
    "annotations/why": "target: events/release\n\nA note.",
}


@pytest.mark.parametrize(
    ("written", "shown", "href"),
    [
        ("[[release]]", "The release", "../../events/release/"),
        ("[[release|it]]", "it", "../../events/release/"),
        ("[[events/release]]", "The release", "../../events/release/"),
        ("[[the RELEASE]]", "the RELEASE", "../../events/release/"),
        ("[[The President]]", "The President", "../../people/nauseda/"),
        ("[[release#Who counts whom]]", "The release: Who counts whom", "../../events/release/#who-counts-whom"),
        ("[[release#who-counts-whom|w]]", "w", "../../events/release/#who-counts-whom"),
        ("[w](../events/release.md)", "w", "../../events/release/"),
        ("[w](release.md)", "w", "../../events/release/"),
        ("[w](/timeline/)", "w", "../../timeline/"),
        ("[w](/events/release/)", "w", "../../events/release/"),
        ("[w](paper.pdf)", "w", "../../media/paper.pdf"),
        ("[w](/media/paper.pdf)", "w", "../../media/paper.pdf"),
        ("[[annotations/why|w]]", "w", "../../events/release/#note-why"),
        ("[[places/minsk]]", "Minsk", "../../places/minsk/"),
    ],
)
def test_a_link_leads_where_it_says(written: str, shown: str, href: str) -> None:
    made = site({**OTHERS, "articles/a": f"title: A\npublished: 2025\n\n{written}"})
    assert made.found() == ()
    assert f'<a href="{href}">{shown}</a>' in made.page("articles/a/index.html")


@pytest.mark.parametrize(
    ("written", "code", "at", "hint"),
    [
        ("[[relaese]]", "unknown-reference", "relaese", 'did you mean "release"?'),
        ("[[minsk]]", "ambiguous-reference", "minsk", 'write "articles/minsk" or "places/minsk"'),
        ("[[release#Who count whom]]", "unknown-heading", "release", 'did you mean "Who counts whom"?'),
        (
            "[w](../events/relaese.md)",
            "unknown-reference",
            "../events/relaese.md",
            'did you mean "../events/release.md"?',
        ),
        (
            "[w](../../../etc/passwd.md)",
            "invalid-address",
            "../../../etc/passwd.md",
            "link to a document inside `content/`",
        ),
        ("![x](papre.pdf)", "unknown-media", "papre.pdf", 'did you mean "paper.pdf"?'),
        ("![x](%2e%2e/%2e%2e/x.png)", "invalid-address", "%2e%2e/%2e%2e/x.png", "put the file into `content/media/`"),
    ],
)
def test_a_link_to_nothing_says_where_and_what(written: str, code: str, at: str, hint: str) -> None:
    made = site({**OTHERS, "articles/a": f"title: A\npublished: 2025\n\n{written}"})
    (found,) = made.found()
    text = made.snapshot.content[found.place.path].data.decode()  # type: ignore[index]
    assert (found.code, text[found.place.span.start : found.place.span.end], found.hint) == (code, at, hint)
