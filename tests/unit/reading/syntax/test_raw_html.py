"""Raw HTML where a site allows it: what is kept, and that nothing else is."""

import pytest

from dateline.model.body import Body
from tests.bodies import at, body, read, rendered, visible


def html(text: str) -> str:
    return rendered(body(text, html=True)).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <kbd>b</kbd> <br> c", "<p>a <kbd>b</kbd> <br> c</p>"),
        ('<div class="x" id="y" style="z" onclick="q">a</div>', '<div class="x">a</div>'),
        ("<DIV TITLE='a&quot;b<'>c &lt; d</DIV>", '<div title="a&quot;b&lt;">c &lt; d</div>'),
        ("<div>\n\n*a*\n\n</div>", "<div><p><em>a</em></p>\n</div>"),
        (
            "<details open>\n<summary>a</summary>\n\n- b\n\n</details>\nc",
            '<details open=""><summary>a</summary><ul>\n<li>b</li>\n</ul>\n</details>c',
        ),
        ("<h1>a</h1>", "<h2>a</h2>"),
        ("<!-- a -->b<?c?><!d><![CDATA[e]]>", "b"),
        ("a <!-- b --> c", "<p>a c</p>"),
        ("<script>a</script>", ""),
        ("<style>\n\na\n\n</style>", ""),
        ("<div><svg onload=a><script>b</script></svg>c</div>", "<div>c</div>"),
        ("a <script>b</script> c", "<p>a b c</p>"),
        ("<custom-tag>a</custom-tag> <unknown>b", "<p>a b</p>"),
        ("<div><form><input name=a><blink>b</blink></form></div>", "<div>b</div>"),
        ("a < b <c <d", "<p>a &lt; b &lt;c &lt;d</p>"),
        ("<p>a < b <c", "<p>a &lt; b &lt;c</p>"),
    ],
)
def test_what_is_kept(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a <b>c* d</b>", "<p><em>a <b>c</b></em> d</p>"),
        (
            "<div>\n\n> a\n> <b>b\n\nc</b>\n\n</div></div>",
            "<div><blockquote>\n<p>a <b>b</b></p>\n</blockquote>\n<p>c</p>\n</div>",
        ),
        ("> <div>\n\na", "<blockquote>\n<div></div></blockquote>\n<p>a</p>"),
        ("<div><p>a", "<div><p>a</p></div>"),
        ("a <b><i>c</b></i> d", "<p>a <b><i>c</i></b> d</p>"),
        ("a <div>b</div>", "<p>a b</p>"),
    ],
)
def test_elements_end_where_the_markdown_around_them_does(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div>a <b>b</b></div>\n<p>c</p>d", "a b\nc\nd"),
        ("<table><tr><td>a<td></td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ("a<br>b <wbr>c", "a b c"),
        ("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", "a\nb"),
    ],
)
def test_words_count(text: str, expected: str) -> None:
    assert visible(body(text, html=True)) == expected


def places(text: str, made: Body) -> list[str]:
    return [at(text, span) for span in (*(one.span for one in made.links), *(one.span for one in made.files))]


def test_links_and_images_are_questions_too() -> None:
    text = "> <div>\n> <a href='release.md#a'>b</a> <IMG alt=c SRC=d.jpg>\n> </div>\n\n"
    text += 'e <a href="f&amp;g.md">h [[i]] [j](k.md)</a>'
    made = body(text, html=True)
    assert places(text, made) == ["release.md", "f&amp;g.md", "d.jpg"]
    assert [link.written for link in made.links] == ["release.md", "f&g.md"]
    assert visible(made) == "b\ne h [[i]] j"


def test_a_link_in_html_is_judged() -> None:
    text = 'a <a href="java&#10;script:alert(1)">b</a> <a>c</a> <img src=//example.org/a.jpg alt=d>'
    made, found = read(text, html=True)
    assert [(one.code, at(text, one.place.span)) for one in found] == [
        ("invalid-link", "java&#10;script:alert(1)"),
        ("invalid-link", "//example.org/a.jpg"),
    ]
    assert rendered(made) == "<p>a b c d</p>\n"
