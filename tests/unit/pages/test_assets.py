"""The sheets and the scripts: in layers, each part's own, each page's own, and a site's own with the last word."""

import pytest

from dateline.model.names import InputPath
from dateline.pages.assets import assets

LAYERS = "@layer tokens,elements,frame,parts,pages,print"


def made(files: dict[str, str]) -> dict[str, str]:
    found = assets({InputPath(f"layouts/{path}"): text.encode() for path, text in files.items()})
    return {path: data.decode() for path, data in found.items()}


def sheet(files: dict[str, str]) -> str:
    return made(files)["assets/site.css"]


def test_layers_are_in_the_order_of_strength_whatever_the_order_of_the_files() -> None:
    files = {
        "styles/own.css": "p { color: red }",
        "styles/print.css": "@media print { p { color: black } }",
        "parts/b/b.css": ".b { top: 0 }",
        "parts/a/a.css": ".a { top: 0 }",
        "styles/tokens.css": ":root { --ink: black }",
        "elsewhere.css": ".never { top: 0 }",
    }
    assert sheet(files) == (
        f"{LAYERS},own;\n"
        "@layer tokens{:root{--ink:black}}\n"
        "@layer parts{.a{top:0}.b{top:0}}\n"
        "@layer print{@media print{p{color:black}}}\n"
        "@layer own{p{color:red}}\n"
    )


@pytest.mark.parametrize(
    ("written", "lean"),
    [
        ("/* why */ .a {\n  top: 0;\n}\n\n", ".a{top:0}"),
        (".a :hover, .b  >  i { top: calc(1px + 2px); }", ".a :hover,.b > i{top:calc(1px + 2px)}"),
        ('.a::before { content: "; { /* so */ }  "; }', '.a::before{content:"; { /* so */ }  "}'),
        (
            "@media (width >= 40rem) and (hover: hover) { a { top: 0 } }",
            "@media (width >= 40rem) and (hover:hover){a{top:0}}",
        ),
        (".a{top:0;/* x */;bottom:0}", ".a{top:0;;bottom:0}"),
    ],
)
def test_what_says_nothing_stays_at_home(written: str, lean: str) -> None:
    assert sheet({"parts/a/a.css": written}) == f"{LAYERS};\n@layer parts{{{lean}}}\n"


def test_each_script_has_a_scope_of_its_own() -> None:
    scripts = {
        "parts/b/b.js": "// why\n  const x = 1;\n",
        "parts/a/a.js": 'const x = "//";\n',
        "assets/own.js": "never();",
    }
    found = made(scripts)
    assert found["assets/site.js"] == '{\nconst x = "//";\n}\n{\nconst x = 1;\n}\n'
    assert found["assets/own.js"] == "never();"


def test_what_is_a_pages_own_is_fetched_by_it_alone() -> None:
    found = made({"pages/home.css": "h1 { top: 0 }", "pages/home.js": "go();", "pages/home.html": "<p>"})
    assert found == {
        "assets/site.css": f"{LAYERS};\n",
        "assets/lists.css": "@layer parts{}\n",
        "assets/site.js": "",
        "assets/home.css": "@layer pages{h1{top:0}}\n",
        "assets/home.js": "{\ngo();\n}\n",
    }


def test_what_articles_do_not_need_is_a_sheet_of_its_own() -> None:
    found = made(
        {"parts/a/lists.css": ".a { top: 0 }", "styles/lists.css": "b { top: 0 }", "parts/a/a.css": "i { top: 0 }"}
    )
    assert found["assets/lists.css"] == "@layer parts{.a{top:0}b{top:0}}\n"
    assert found["assets/site.css"] == f"{LAYERS};\n@layer parts{{i{{top:0}}}}\n"


def test_an_own_sheet_of_that_name_takes_the_place_of_all() -> None:
    assert sheet({"assets/site.css": "p {}", "styles/tokens.css": ":root {}"}) == "p {}"
