import pytest

from dateline.reading.locations import alias, media_path, slug, web_address


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "HTTP://EXAMPLE.ORG/",
        "https://пример.бел/вязні?a=b&c=%20#ą",
        "http://localhost:8000/a",
        "http://127.0.0.1/",
        "http://[::1]/",
        "https://example.org./a(b)",
    ],
)
def test_web_addresses(text: str) -> None:
    assert web_address(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "example.org",
        "//example.org",
        "http:/example.org",
        "https://",
        "https:///a",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "mailto:a@b.org",
        "https://a b.org",
        "https://a@b.org/",
        "https://a\\b.org",
        "https://-a.org",
        f"https://{'a' * 64}.org",
        f"https://{'a.' * 130}org",
        "https://a.org:x/",
        "https://[::1/",
        'https://a.org/"onclick=',
        "https://a.org/<script>",
        "https://a.org/\u200b",
        "a",
    ],
)
def test_what_is_no_web_address(text: str) -> None:
    assert web_address(text)


@pytest.mark.parametrize("text", ["release", "Łódź-2", "a_b", "v1.0", "52", "हिन्दी"])
def test_slugs(text: str) -> None:
    assert slug(text) is None


@pytest.mark.parametrize(
    "text", ["a/b", "..", ".", ".a", "a.", "a..b", "a\\b", "%2e", "a b", "a?", "a#b", "a:b", "\u202ea"]
)
def test_what_is_no_slug(text: str) -> None:
    assert slug(text)


@pytest.mark.parametrize("text", ["old", "/old", "/old/", "2025/09/old.html", "/caf%C3%A9/a", "a/b c/d", "/index.html"])
def test_aliases(text: str) -> None:
    assert alias(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "//",
        "//host/a",
        "../a",
        "a/../b",
        "a/..",
        "./a",
        "a//b",
        "%2e%2e/a",
        "%252e%252e%252fa",
        "a%2f..%2fb",
        "a%5c..%5cb",
        "a\\b",
        "C:/a",
        "https://a.org/b",
        "a?b",
        "a#b",
        "a%00b",
        "a/. /b",
        "a./b",
        "%2525252525252525252525252e",
    ],
)
def test_what_is_no_alias(text: str) -> None:
    assert alias(text)


@pytest.mark.parametrize(
    "text", ["a.jpg", "../media/a.jpg", "/media/a.jpg", "sub/a b.jpg", "100%.jpg", "a%20b.jpg", "../../media/x/a.png"]
)
def test_paths_of_files(text: str) -> None:
    assert media_path(text, "content/events/2025/a.md") is None


@pytest.mark.parametrize(
    "text",
    [
        "../../../a.jpg",
        "/../a.jpg",
        "/media/../../a.jpg",
        "%2e%2e/%2e%2e/%2e%2e/a.jpg",
        "%252e%252e/../../a.jpg",
        "..\\a.jpg",
        "C:\\a.jpg",
        "c:/a.jpg",
        "https://a.org/a.jpg",
        "//a.org/a.jpg",
        "data:image/png;base64,x",
        "a%00.jpg",
        "..",
        "../..",
        "/",
    ],
)
def test_what_is_no_path_of_a_file(text: str) -> None:
    assert media_path(text, "content/events/2025/a.md") or media_path(text, "content/events/a.md")
