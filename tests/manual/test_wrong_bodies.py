"""Bodies that are wrong: links that must not be, containers, footnotes, nesting."""

import pytest

from tests.manual.mistakes import Case, assert_told, case, error, warning
from tests.manual.run import build


def written(body: str) -> dict[str, str | bytes]:
    return {"pages/p": f"title: P\n\n{body}\n"}


SCHEMES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "vbscript:msgbox",
    "data:text/html,<b>x</b>",
    "data:image/svg+xml,x",
    "file:///etc/passwd",
    "ftp://example.org/",
    "blob:https://example.org/x",
    "intent://scan/",
    "//example.org/x",
    "ssh://example.org",
    "about:blank",
    "view-source:https://example.org/",
    "https:example",
    "tel:",
    "\\\\host\\share",
]
LINKS = [
    case(address, written(f"A [link](①{address})."), error("①", "invalid-link", address.strip("\\")[:6], hint="."))
    for address in SCHEMES[:-3]
]
LINKS += [
    case(
        "an image elsewhere",
        written("![x](①https://example.org/x.jpg)"),
        error("①", "invalid-link", "https://example.org/x.jpg", hint="media"),
    ),
    case(
        "an image without a scheme",
        written("![x](①//example.org/x.jpg)"),
        error("①", "invalid-link", "//example.org/x.jpg"),
    ),
    case(
        "an SVG in an address",
        written("![x](①data:image/svg+xml;base64,PHN2Zy8+)"),
        error("①", "invalid-link", "data:image/svg+xml"),
    ),
    case("an automatic link", written("<①javascript:alert(1)>"), error("①", "invalid-link", "javascript:alert(1)")),
    case(
        "a reference link",
        written("[x][1]\n\n[1]: ①javascript:alert(1)"),
        error("①", "invalid-link", "javascript:alert(1)"),
    ),
    case("a tab inside", written("[x](①java&#x09;script:alert(1))"), error("①", "invalid-link", "script:alert(1)")),
    case("an entity", written("[x](①&#106;avascript:alert(1))"), error("①", "invalid-link", "javascript:alert(1)")),
    case(
        "in angle brackets", written("[x](<①javascript:alert(1)>)"), error("①", "invalid-link", "javascript:alert(1)")
    ),
    case("out of the site", written("[x](①../../../etc/passwd)"), error("①", "invalid-address", "../../../etc/passwd")),
    case(
        "out of the site, in per cent",
        written("[x](①%2e%2e/%2E%2E/%2e%2e/etc/passwd)"),
        error("①", "invalid-address", "../../../etc/passwd"),
    ),
    case(
        "out of the site, in per cent twice",
        written("![x](①..%2f..%2f..%2fetc%2fpasswd)"),
        error("①", "invalid-address", "../../../etc/passwd"),
    ),
    case(
        "an image out of the site",
        written("![x](①../../secret.jpg)"),
        error("①", "invalid-address", "../../secret.jpg"),
    ),
    case(
        "an image out of the media",
        written("![x](①/media/../../secret.jpg)"),
        error("①", "invalid-address", "/media/../../secret.jpg"),
    ),
    case(
        "an embed out of the site", written("![[①../../secret.jpg]]"), error("①", "invalid-address", "../../secret.jpg")
    ),
    case("of the machine", written("![x](①/etc/passwd)"), error("①", "unknown-media", "/etc/passwd")),
]

CONTAINERS = [
    case(
        "a post that is never closed",
        written('①::: post author="A"\nWords\n'),
        error("①", "invalid-markup", "post", hint=":::"),
    ),
    case(
        "a container that is none", written("::: ①poem\nWords\n:::"), error("①", "invalid-markup", "poem", hint="post")
    ),
    case(
        "a post without an author",
        written('①::: post handle="@a"\nWords\n:::'),
        error("①", "invalid-markup", "author", hint="author"),
    ),
    case(
        "a field that a post has not",
        written('::: post author="A" ①autor="A"\nWords\n:::'),
        error("①", "invalid-markup", "autor", hint="author"),
    ),
    case(
        "a post with a wrong date",
        written('::: post author="A" date="①2025-13"\nWords\n:::'),
        error("①", "invalid-date", "2025-13"),
    ),
    case(
        "a post with a wrong address",
        written('::: post author="A" url="①javascript:alert(1)"\nWords\n:::'),
        error("①", "invalid-link", "javascript:alert(1)"),
    ),
    case("a footnote without words", written("One①[^1] two."), warning("①", "unknown-footnote", "1")),
    case("words without a footnote", written("One.\n\n①[^1]: Words"), warning("①", "unused-footnote", "1")),
]


@pytest.mark.parametrize("wrong", [*LINKS, *CONTAINERS], ids=lambda one: one.name)
def test_what_is_wrong_is_told_at_its_place(wrong: Case) -> None:
    assert_told(wrong)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://example.org/?a=b&c=d#e",
        "mailto:someone@example.org",
        "tel:+37052661111",
        "#here",
        "/timeline/",
        "p.md",
    ],
)
def test_what_is_right_is_no_mistake(address: str) -> None:
    assert_told(case(address, written(f"# Here\n\n[x]({address})")))


def test_nesting_has_a_limit_and_a_warning() -> None:
    result = build({"pages/p.md": "---\ntitle: P\n---\n" + ">" * 500 + " deep\n"})
    assert result.codes == ["nested-too-deep"]
    assert result.diagnostics[0]["severity"] == "warning"
    assert result.diagnostics[0]["line"] == 4
    assert result.status == 0
