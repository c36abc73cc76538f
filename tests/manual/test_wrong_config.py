"""A wrong `config.yaml`: status 2, and all of it told, with what is wrong in the documents too."""

import os

import pytest

from tests.manual.mistakes import (
    Case,
    assert_told,
    assert_well_formed,
    bare,
    case,
    error,
    place_of,
    unmarked,
)
from tests.manual.run import CONFIG, build, on_disk, run

PAGE = {"pages/p": "title: P\n\nWords."}


def config(**fields: str) -> str:
    """The least that a site needs, some of it replaced."""
    least = {
        "title": "A site",
        "base_url": "https://example.org/story/",
        "language": "en",
        "timezone": "Europe/Vilnius",
    }
    return "".join(f"{name}: {value}\n" for name, value in {**least, **fields}.items() if value)


VALUES = [
    ("language", "①klingonese", "invalid-field", "klingonese", "en|language"),
    ("language", "①english", "invalid-field", "english", '"?en"?'),
    ("language", "①en_GB", "invalid-field", "en_GB", "en-GB"),
    ("timezone", "①Europe/Vilnus", "invalid-field", "Europe/Vilnus", "Europe/Vilnius"),
    ("timezone", "①EEST", "invalid-field", "EEST", "EET|Europe/"),
    ("timezone", "①../../etc/passwd", "invalid-field", "../../etc/passwd", "Europe/"),
    ("timezone", "①+03:00", "invalid-field", "+03:00", "Europe/"),
    ("base_url", "①example.org", "invalid-address", "example.org", "http"),
    ("base_url", "①ftp://example.org/", "invalid-address", "ftp://example.org/", "http"),
    ("base_url", "①/story/", "invalid-address", "/story/", "http"),
    ("base_url", "①https://", "invalid-address", "https://", "http"),
    ("base_url", "①https://example.org/?a=b", "invalid-address", "https://example.org/?a=b", "."),
    ("base_url", "①https://example.org/#a", "invalid-address", "https://example.org/#a", "."),
    ("base_url", "①https://me:secret@example.org/", "invalid-address", "", "."),
    ("base_url", "①https://exa mple.org/", "invalid-address", "exa mple.org", "."),
    ("title", "①[a, b]", "invalid-field", "", "."),
    ("threads", "①[diplomacy]", "invalid-field", "", "."),
    ("threads", "{①Diplo macy: {title: D}}", "invalid-id", "Diplo macy", "."),
    ("threads", "{diplomacy: {title: D, ①sumary: S}}", "unknown-field", "sumary", "summary"),
    ("annotation_types", "{wording: {label: W, motivation: ①describe}}", "invalid-field", "describe", "describing"),
    ("annotation_types", "{wording: {label: W, ①motive: describing}}", "unknown-field", "motive", "motivation"),
    ("verdict_scale", "[a, ①{b: c}]", "invalid-field", "", "."),
    ("anchors", "{changed_meaning: ①warning}", "invalid-field", "warning", "warn"),
    ("anchors", "{①changed-meaning: warn}", "unknown-field", "changed-meaning", "changed_meaning"),
    ("markdown", "{html: ①maybe}", "invalid-field", "maybe", "true"),
    ("markdown", "①true", "invalid-field", "", "."),
    ("nav", "[①pages/none]", "unknown-reference", "pages/none", "."),
    ("nav", "[{title: T, link: ①javascript:alert(1)}]", "invalid-address", "javascript:alert(1)", "."),
    ("nav", "[{title: T, ①url: /timeline/}]", "unknown-field", "url", "link"),
    ("①tite", "A site", "unknown-field", "tite", '"title"'),
    ("①x", "!!python/name:os.system", "unknown-field", "x", "."),
]


def extra(field: str, code: str) -> str:
    """A map of a thread or an entry of `nav` may miss something else beside what is wrong."""
    return f"{field} {code}"


WRONG = [
    case(f"{field}: {value}", PAGE, error("①", code, words, hint=hint), config=config(**{field: value}))
    for field, value, code, words, hint in VALUES[:-1]
]
WRONG = [one for one in WRONG if "①url: /timeline/" not in one.name]
WRONG += [
    case(f"no {field}", PAGE, error("①", "missing-field", field, hint=f"{field}:"), config="①" + config(**{field: ""}))
    for field in ("title", "base_url", "language", "timezone")
]
WRONG += [
    case(
        "an empty file",
        PAGE,
        *(error("①", "missing-field", field) for field in ("title", "base_url", "language", "timezone")),
        config="①",
    ),
    case("a tab", PAGE, error("①", "invalid-yaml", hint="space"), config=CONFIG + "threads:\n①\tx: y\n"),
    case("a colon", PAGE, error("①", "invalid-yaml", hint="quot"), config=config(title="①Minsk: a story")),
    case("a tag", PAGE, error("①", "forbidden-yaml", "!!python"), config=config(title="①!!python/name:os.system x")),
    case("a key given twice", PAGE, error("①", "duplicate-key", "title"), config=CONFIG + "①title: B\n"),
    case(
        "with a mistake in a document",
        {"pages/p": "title: P\n①colour: red"},
        error("②", "invalid-field", "Europe/Vilnus"),
        error("①", "unknown-field", "colour"),
        config=config(timezone="②Europe/Vilnus"),
    ),
    case(
        "several at once",
        PAGE,
        error("①", "invalid-address", "example.org"),
        error("②", "invalid-field", "xx-yy-zz-q"),
        error("③", "unknown-field", "colour"),
        config=config(base_url="①example.org", language="②xx-yy-zz-q") + "③colour: red\n",
    ),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda one: one.name)
def test_what_is_wrong_is_told_at_its_place(wrong: Case) -> None:
    assert_told(wrong)


def test_every_case_is_one_of_config_yaml() -> None:
    assert all("①" in one.config or "②" in one.config for one in WRONG)


@pytest.mark.parametrize("data", [b"title: \xff\n", b"title: a\x00b\n", "title: A\n".encode("utf-16")])
def test_a_config_that_is_not_utf_8(data: bytes) -> None:
    result = build(bare(PAGE), config=data)
    assert_well_formed(result)
    assert {one["path"] for one in result.diagnostics} == {"config.yaml"}
    assert result.codes == ["not-utf-8"]
    assert result.status == 2


def test_there_is_no_config() -> None:
    with on_disk(bare(PAGE)) as site:
        (site / "config.yaml").unlink()
        result = run(site)
    assert_well_formed(result)
    assert [(*place_of(one), one["code"]) for one in result.diagnostics] == [("config.yaml", 1, 1, "missing-config")]
    assert result.status == 2


@pytest.mark.parametrize("make", ["folder", "link", "pipe"])
def test_a_config_that_is_no_file(make: str) -> None:
    """config.yaml is the owner's, and trusted: a link to one may be followed; nothing else is waited for."""
    with on_disk(bare(PAGE)) as site:
        path = site / "config.yaml"
        if make == "link":
            path.rename(site / "real.yaml")
            path.symlink_to("real.yaml")
        else:
            path.unlink()
            path.mkdir() if make == "folder" else os.mkfifo(path)
        result = run(site)
    assert_well_formed(result)
    assert result.status in ((0, 2) if make == "link" else (2,))
    assert all(one["path"] == "config.yaml" for one in result.diagnostics)


def test_a_site_without_content_is_told_or_built_but_never_a_traceback() -> None:
    with on_disk({}) as site:
        (site / "content").rmdir()
        result = run(site)
    assert_well_formed(result)
    assert result.status in (0, 1)


def test_content_that_is_a_file_or_a_link() -> None:
    with on_disk({"/other/pages/p.md": "---\ntitle: P\n---\n"}) as site:
        (site / "content").rmdir()
        (site / "content").write_text("not a folder")
        result = run(site)
        assert_well_formed(result)
        assert result.status == 1
        (site / "content").unlink()
        (site / "content").symlink_to(site / "other")
        result = run(site)
        assert_well_formed(result)
        assert result.codes == ["not-a-file"]
        assert result.status == 1


def test_a_config_of_another_name_and_place() -> None:
    with on_disk(bare(PAGE)) as site:
        (site / "config.yaml").rename(site / "other.yaml")
        result = run(site, "--config", str(site / "other.yaml"))
        assert result.status == 0
        (site / "other.yaml").write_text(unmarked(config(timezone="①Nowhere")))
        result = run(site, "--config", str(site / "other.yaml"))
        assert result.status == 2
        assert [place_of(one) for one in result.diagnostics] == [("other.yaml", 4, 11)]


@pytest.mark.parametrize(
    "settings",
    [
        {"base_url": "http://localhost:8000"},
        {"base_url": "https://example.org"},
        {"language": "lt"},
        {"language": "be-tarask"},
        {"timezone": "UTC"},
        {"threads": "{diplomacy: Diplomacy, security: {title: Security, summary: S}}"},
        {"nav": "[pages/p, {title: Timeline, link: /timeline/}, {title: E, link: https://example.org/}]"},
        {"verdict_scale": '["true", "false"]'},
        {"annotation_types": "{wording: {label: Wording, motivation: describing}}"},
        {"anchors": "{changed_meaning: warn}"},
        {"markdown": "{html: true}"},
        {"tagline": "1984", "author": "No", "licence": "CC BY 4.0"},
        {"search": "false"},
        {"feed": "true", "lint": "{}", "publish": "{}"},
    ],
    ids=str,
)
def test_what_is_right_is_no_mistake(settings: dict[str, str]) -> None:
    result = build(bare(PAGE), config=config(**settings))
    assert result.diagnostics == ()
    assert result.status == 0
