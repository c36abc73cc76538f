"""What a stranger may send: nothing runs, nothing leaks, nothing hangs, and no traceback is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest

from tests.manual.mistakes import bare, say
from tests.manual.run import CONFIG, Result, build, on_disk

HANDLERS = ("onclick", "onload", "onerror", "onmouseover", "onfocus", "onbegin", "ontoggle")
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "background", "cite")
OUR_FORMS = tuple({"class": name, "method": "dialog", "autocomplete": "off"} for name in ("zoom", "filters"))
"""Forms that send nothing and lead nowhere: outside a dialog such a method does nothing (HTML 4.10.21.3)."""
GOOD = ("http:", "https:", "mailto:", "tel:")


def elements(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    for element in tree.iter():
        yield str(element.tag), {str(name).rpartition("}")[2]: value for name, value in element.attrib.items()}


def dangers(page: str) -> list[tuple[str, dict[str, str]]]:
    """Each element of a page through which a reader's browser would run, load or be sent what an author wrote."""
    return [(tag, attributes) for tag, attributes in elements(page) if _is_dangerous(tag, attributes)]


def _is_dangerous(tag: str, attributes: dict[str, str]) -> bool:
    if any(name.lower().startswith("on") or name in {"style", "srcdoc"} for name in attributes):
        return True
    if tag == "form" and attributes in OUR_FORMS:
        return False
    if tag in {"iframe", "object", "embed", "base", "form", "style", "applet", "portal"}:
        return True
    if tag == "script" and not attributes.get("src", "").startswith(("../", "assets/", "./", "/story/assets/")):
        return attributes.get("type") != "application/ld+json"
    return any(not _is_harmless(attributes[name]) for name in ADDRESSES if name in attributes)


def _is_harmless(address: str) -> bool:
    squeezed = "".join(address.split()).lower()
    scheme = squeezed.partition(":")[0]
    if ":" not in squeezed or not scheme.replace("+", "").replace("-", "").replace(".", "").isalnum():
        return not squeezed.startswith(("//", "\\"))
    return squeezed.startswith(GOOD) or squeezed.startswith("data:image/")


def assert_harmless(result: Result) -> None:
    assert result.status == 0, result.diagnostics
    pages = {name: data.decode() for name, data in result.tree.items() if name.endswith(".html")}
    assert {name: found for name, page in pages.items() if (found := dangers(page))} == {}
    assert "Traceback" not in result.stdout + result.stderr


def quoted(text: str) -> str:
    """A YAML string, whatever it holds."""
    return '"' + "".join(f"\\U{ord(one):08x}" for one in text) + '"'


def test_the_dangers_are_seen() -> None:
    for page in (
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=' java\nscript:x'>",
        "<img src=//evil.example/x>",
        "<iframe src=x>",
        "<svg><a xlink:href='javascript:x'></svg>",
        "<form action=x>",
        "<form class=zoom method=dialog action=x>",
        "<p style=x>",
    ):
        assert dangers(page), page


PAYLOADS = [
    "<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "<!--",
    "<svg onload=alert(1)>",
    "]]><script>alert(1)</script>",
    "{{ 7 * 191 }}{% raw %}{{ config }}",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u2028</script>\u2029",
    "\\u003cscript>alert(1)",
    "<math><mtext></mtext><script>x</script></math>",
    "`'\"<>&;=",
]


def everywhere(payload: str) -> dict[str, str | bytes]:
    """The payload in every field that takes words."""
    word = quoted(payload)
    return {
        "articles/a": (
            f"title: {word}\npublished: 2025\nauthors: [{word}]\npublisher: {word}\nsummary: {word}\ntags: [{word}]\n"
            f"licence: {word}\nimage: {{src: /media/x.png, alt: {word}, caption: {word}, credit: {word}}}\n"
            f"x-own: {word}\n\nThe words that are quoted here."
        ),
        "annotations/n": (
            f"target: a\nquote: The words\nprefix: {word}\nauthors: {word}\ntitle: {word}\ntags: {word}\n"
            f"verdict: {{claim: {word}, rating: mixed}}"
        ),
        "annotations/gone": f"target: a\nquote: {quoted(payload + ' a comet above the harbour of Gdynia')}",
        "events/e": (
            f"title: {word}\ndate: 2025-09-11\nas_said: {word}\nsummary: {word}\ntags: {word}\nsources:\n"
            f"- {{article: a, quote: The words, note: {word}}}\n- {{url: https://example.org/, title: {word}}}\n"
            f"accounts: [{{says: {word}}}]\nrevisions: [{{known: 2024, title: {word}}}]"
        ),
        "people/p": f"name: {word}\nalso_known_as: [{word}]\nrole: {word}\nsummary: {word}",
        "places/l": f"name: {word}",
        "organisations/o": f"name: {word}",
        "pages/p": f"title: {word}\nsummary: {word}\nnav: true",
        "media/x.png": b"\x89PNG\r\n\x1a\n",
    }


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_no_field_becomes_markup(payload: str) -> None:
    word = quoted(payload)
    config = (
        CONFIG.replace("A site", word)
        + f"tagline: {word}\nauthor: {word}\nlicence: {word}\nthreads: {{t: {{title: {word}, summary: {word}}}}}\n"
        + f"annotation_types: {{own: {{label: {word}}}}}\nnav: [{{title: {word}, link: /timeline/}}]\n"
    )
    result = build(bare(everywhere(payload)), config=config)
    assert_harmless(result)
    assert not [name for name, data in result.tree.items() if b"1337" in data]


@pytest.mark.parametrize(
    "payload", ['"><script>alert(1)</script>', "en onload=alert(1)", 'en" onload="alert(1)', "\u202een"]
)
def test_no_language_becomes_markup(payload: str) -> None:
    word = quoted(payload)
    result = build(bare({"articles/a": f"title: A\npublished: 2025\nlanguage: {word}\n\nWords."}))
    assert (result.status, result.codes) == (1, ["invalid-field"])
    result = build({}, config=CONFIG.replace("language: en", f"language: {word}"))
    assert (result.status, result.codes) == (2, ["invalid-field"])


BODIES = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <b onclick=alert(1)>bold</b>",
    "<iframe src=https://evil.example></iframe>",
    "<style>@import 'https://evil.example'</style>",
    "<a href=javascript:alert(1)>x</a>",
    "# <script>alert(1)</script>",
    "## A {onclick=alert(1)}",
    "> [!note] <script>alert(1)</script>\n> <img src=x onerror=alert(1)>",
    '> [!"onload=alert(1)] x',
    "```<script>alert(1)</script>\nx\n```",
    '```"onload="alert(1)\nx\n```',
    "`<script>alert(1)</script>`",
    '[x](https://example.org/"onclick="alert(1))',
    '[x](https://example.org/ "t\\"onclick=\\"alert(1)")',
    '[x](<https://example.org/?a="><script>alert(1)</script>>)',
    '![a"onerror="alert(1)](/media/x.png "c\\"onload=\\"alert(1)")',
    "| <script>x</script> |\n|---|\n| <img src=x onerror=x> |",
    'one[^"><script>]\n\n[^"><script>]: <script>alert(1)</script>',
    "term\n: <script>alert(1)</script>",
    '::: post author="<script>alert(1)</script>" handle="&quot;onload=&quot;alert(1)" platform="<b>" url="https://a.b/?\'onclick=\'"\n<script>alert(1)</script>\n:::',
    "[[articles/a|<script>alert(1)</script>]]",
    "<!-- --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt; &#60;script&#62;alert(1)",
    "<svg><script>alert(1)</script></svg>",
    '<https://example.org/"onclick=alert(1)>',
    "[a]: https://example.org 'x'\n[a] <details open ontoggle=alert(1)>",
]


@pytest.mark.parametrize("html", [False, True], ids=["text", "html"])
@pytest.mark.parametrize("body", BODIES, ids=ascii)
def test_no_body_runs(body: str, html: bool) -> None:  # noqa: FBT001 - one of the parameters of the test
    files: dict[str, str | bytes] = {
        "articles/a": f"title: A\npublished: 2025\n\n{body}\n",
        "media/x.png": b"\x89PNG\r\n\x1a\n",
    }
    result = build(bare(files), config=CONFIG + ("markdown: {html: true}\n" if html else ""))
    if html and result.status == 1:
        assert set(result.codes) <= {"invalid-link", "unknown-media"}
    else:
        assert_harmless(result)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT&colon;alert(1)",
        "&#x6a;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "//evil.example/x",
        "\\\\evil.example/x",
        "/\\evil.example/x",
        "https:evil.example",
        "%6aavascript:alert(1)",
        "feed:javascript:alert(1)",
        "javascript%3aalert(1)",
    ],
    ids=ascii,
)
@pytest.mark.parametrize(
    "shape", ["[x]({0})", "![x]({0})", "<{0}>", "[x][1]\n\n[1]: {0}", "[[x|y]] [x](<{0}>)"], ids=str
)
def test_no_link_runs(address: str, shape: str) -> None:
    body = shape.format(address)
    result = build(bare({"pages/x": f"title: X\n\n{body}\n"}))
    assert "Traceback" not in result.stderr
    if result.status == 0:
        assert_harmless(result)


def test_hidden_and_turning_letters_are_told_and_isolated() -> None:
    title = "Release \u202etxt.exe\u202c and \u200bnothing"
    result = build(bare({"events/e": f"title: {title}\ndate: 2025"}))
    assert set(result.codes) == {"mixed-scripts"}
    assert (result.diagnostics[0]["path"], result.diagnostics[0]["line"]) == ("content/events/e.md", 2)
    for one in result.diagnostics:
        assert not set("\u202e\u202c\u200b") & set(one["message"] + one["hint"])
    pages = {name: html5lib.parse(data.decode()) for name, data in result.tree.items() if name.endswith(".html")}
    assert {name: found for name, page in pages.items() if (found := list(turned(page, isolated=False)))} == {}


def turned(element: Any, *, isolated: bool) -> Iterator[str]:
    """Each text that turns what is around it: not within `bdi` or `dir=auto`, nor a title or a drawing's text."""
    tag = str(element.tag).rpartition("}")[2]
    inside = isolated or tag in {"bdi", "title", "text"} or element.get("dir") == "auto"
    if not inside and "\u202e" in (element.text or ""):
        yield f"{tag}: {element.text}"
    for child in element:
        yield from turned(child, isolated=inside)
        if not inside and "\u202e" in (child.tail or ""):
            yield f"{tag}: {child.tail}"


@pytest.mark.parametrize("code", [*range(1, 9), 11, 12, *range(14, 32), 127, 0x85, 0x9B, 0x202E, 0x2066, 0xFFFE])
def test_control_characters_do_not_reach_the_terminal(code: int) -> None:
    files = {"pages/p.md": f"---\ntitle: T\nstatu{chr(code)}s: a{chr(code)}b\n---\n[[no{chr(code)}ne]]\n"}
    with on_disk(files) as site:
        heard = say(site, "check")
        github = say(site, "check", "--format", "github")
    shown = heard.stderr + heard.stdout + github.stdout + github.stderr
    assert shown
    assert not [one for one in shown if one != "\n" and (ord(one) < 32 or 127 <= ord(one) < 160)]
    assert not {chr(0x202E), chr(0x2066)} & set(shown)


@pytest.mark.parametrize("code", [1, 8, 14, 0x1B, 0xFFFE], ids=hex)
def test_control_characters_in_a_body_are_left_out_with_a_warning(code: int) -> None:
    """XML forbids them, so feeds cannot hold them; nor may HTML."""
    result = build(bare({"pages/p": f"title: P\n\nA{chr(code)}b."}))
    assert (result.status, result.codes) == (0, ["control-characters"])
    assert chr(code) not in result.page("p/")


def test_escape_sequences_in_names_of_files_do_not_reach_the_terminal() -> None:
    with on_disk({"pages/a\x1b[31mb\n::error::x.md": "x", "evil\x1b]0;x\x07/a.md": "x"}) as site:
        shown = [say(site, "check", "--format", sort) for sort in ("text", "github", "json")]
    for heard in shown:
        assert heard.status == 1
        assert not [one for one in heard.stderr + heard.stdout if one != "\n" and ord(one) < 32]
        assert "\n::error::x" not in heard.stdout


@pytest.mark.parametrize("name", [b"pages/\xff.md", b"media/\xfe.png", b"pages/\xed\xa0\x80/a.md"])
def test_a_name_that_is_not_utf_8_is_told(name: bytes) -> None:
    with on_disk(bare({"pages/p": "title: P"})) as site:
        path = bytes(site / "content") + b"/" + name
        Path(path.rpartition(b"/")[0].decode("utf-8", "surrogateescape")).mkdir(parents=True, exist_ok=True)
        Path(path.decode("utf-8", "surrogateescape")).write_bytes(b"---\ntitle: T\n---\n")
        for sort in ("text", "json", "github"):
            heard = say(site, "build", "--format", sort)
            assert heard.status == 1
            (heard.stdout + heard.stderr).encode("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "a b.png",
        "ą🚌.png",
        "a%20b.png",
        "a#b.png",
        "a?b.png",
        "a'b\"c.png",
        "a&amp;b.png",
        "-x.png",
        "a\\b.png",
        "<b>.png",
    ],
)
def test_odd_names_of_media_work_or_are_told(name: str) -> None:
    files: dict[str, str | bytes] = {f"media/{name}": b"\x89PNG\r\n\x1a\n", "pages/p": f"title: P\n\n![[{name}]]\n"}
    result = build(bare(files))
    assert "Traceback" not in result.stderr
    if result.status == 0:
        assert_harmless(result)
    else:
        assert all(one["path"].startswith("content/") for one in result.diagnostics)


def test_a_byte_order_mark_and_windows_line_ends_change_no_byte() -> None:
    files = {
        "articles/a": "title: A\npublished: 2025\nsummary: |\n  one\n  two\n\n"
        "One\ntwo.\n\n```\ncode\n  more\n```\n\n> [!note] T\n> x\n",
        "annotations/n": 'target: a\nquote: "One\n  two"\n\nWords.\n',
        "events/e": 'title: T\ndate: 2025\n\n::: post author="A"\nWords\n:::\n',
    }
    plain = build(bare(files))
    windows = {name: b"\xef\xbb\xbf" + str(text).replace("\n", "\r\n").encode() for name, text in bare(files).items()}
    mac = {name: str(text).replace("\n", "\r").encode() for name, text in bare(files).items()}
    assert plain.status == 0
    assert build(windows, config="\ufeff" + CONFIG.replace("\n", "\r\n")).tree == plain.tree
    assert build(mac).status in (0, 1)


def test_places_are_the_same_with_a_byte_order_mark_and_windows_line_ends() -> None:
    text = "---\ntitle: T\ndate: 2025-13\n---\nA\n\n[[none]]\n"
    plain = build({"events/e.md": text})
    windows = build({"events/e.md": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()})
    assert windows.diagnostics == plain.diagnostics
