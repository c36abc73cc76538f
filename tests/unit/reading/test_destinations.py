"""Destinations: what leads where, and what leads nowhere."""

import pytest

from dateline.reading.destinations import Destination, External, Internal, Picture, Refused, judge
from tests.bodies import at, body, read, rendered

ALLOWED: dict[str, Destination] = {
    "https://example.org": External("https://example.org"),
    "HTTP://example.org/ž b": External("HTTP://example.org/%C5%BE%20b"),
    "https://example.org/?a=javascript:b#c:d": External("https://example.org/?a=javascript:b#c:d"),
    "mailto:a@example.org?body=b%0Ac": External("mailto:a@example.org?body=b%0Ac"),
    "tel:+370 600": External("tel:+370%20600"),
    "release.md": Internal("release.md", ""),
    "../events/release.md#after%20noon": Internal("../events/release.md", "after noon"),
    "#after:noon": Internal("", "after:noon"),
    "#": Internal("", ""),
    "/timeline/": Internal("/timeline/", ""),
    "./a:b.md": Internal("./a:b.md", ""),
    "?page=2": Internal("?page=2", ""),
    "data:image/png;base64,iVBORw0KGgo=": Picture("data:image/png;base64,iVBORw0KGgo="),
}

HOSTILE = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript://example.org/%0Aalert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;&#x61;vascript:alert(1)",
    "java&#10;script:alert(1)",
    "java&#13;script:alert(1)",
    "java&#9;script:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java\\\nscript:alert(1)",
    "&#1;javascript:alert(1)",
    "&#32;javascript:alert(1)",
    "&nbsp;javascript:alert(1)",
    "javascript\\:alert(1)",
    "java\u200bscript:alert(1)",
    "\u2028javascript:alert(1)",
    "javascript%3Aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "data:image/png;base64,iVBORw0KGgo=",
    "data:image/png,<script>",
    "file:///etc/passwd",
    "//example.org/a",
    "///example.org/a",
    "/\\example.org/a",
    "\\\\example.org\\a",
    "%2F%2Fexample.org",
    "/%2Fexample.org",
    "/%5Cexample.org",
    "https:example.org",
    "https:/example.org",
    "https:\\\\example.org",
    "http://",
    "blob:https://example.org/a",
    "intent://scan/#Intent;scheme=zxing;end",
    "filesystem:https://example.org/a",
    "view-source:https://example.org",
    "ftp://example.org",
    "about:blank",
    "C:/windows",
    "mailto:",
    "a%00b.md",
    "a%0Ab.md",
    "..%5C..%5Cpasswd",
    "a\x7fb.md",
)


@pytest.mark.parametrize(("written", "meant"), ALLOWED.items(), ids=ALLOWED)
def test_allowed(written: str, meant: Destination) -> None:
    assert judge(written) == meant


@pytest.mark.parametrize("written", ["", *HOSTILE])
def test_a_hostile_link_is_refused_or_is_no_link(written: str) -> None:
    text = f"so [a](<{written}>) so"
    made, found = read(text)
    if found:
        (problem,) = found
        assert problem.code == "invalid-link"
        assert problem.hint
        assert at(text, problem.place.span) == written
    assert (made.links, made.external) == ((), ())
    assert "href" not in rendered(made)
    assert found or "](" in rendered(made), "neither a link nor text"


@pytest.mark.parametrize("written", [one for one in HOSTILE if not one.startswith("data:image/png;")])
def test_a_hostile_image_is_refused_or_is_no_image(written: str) -> None:
    made, _ = read(f"so ![a](<{written}>) so")
    assert made.files == ()
    assert "<img" not in rendered(made)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///a"])
def test_an_address_between_angle_brackets_is_judged_too(address: str) -> None:
    text = f"so <{address}> so"
    made, (problem,) = read(text)
    assert at(text, problem.place.span) == address
    assert rendered(made) == f"<p>so {address} so</p>\n"


def test_only_images_may_be_data() -> None:
    picture = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    assert isinstance(judge(picture), Picture)
    assert f'<img src="{picture}" alt="">' in rendered(body(f"![]({picture})"))
    _, (problem,) = read(f"[a]({picture})")
    assert problem.code == "invalid-link"


def test_every_refusal_says_what_to_do() -> None:
    assert all(judged.hint for one in ("", *HOSTILE) if isinstance(judged := judge(one), Refused))
