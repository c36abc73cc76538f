"""The sheet and the script: in layers, each part's own, and a site's own with the last word."""

from dateline.model.names import InputPath
from dateline.pages.assets import assets


def sheet(files: dict[str, str]) -> str:
    return assets({InputPath(f"layouts/{path}"): text.encode() for path, text in files.items()})[
        "assets/site.css"
    ].decode()


def test_layers_are_in_the_order_of_strength_whatever_the_order_of_the_files() -> None:
    files = {
        "styles/own.css": "p { color: red }",
        "styles/print.css": "@media print { p { color: black } }",
        "pages/home.css": "h1 { margin: 0 }",
        "parts/b/b.css": ".b { top: 0 }",
        "parts/a/a.css": ".a { top: 0 }",
        "styles/tokens.css": ":root { --ink: black }",
    }
    assert sheet(files) == (
        "@layer tokens,parts,pages,print,own;\n"
        "@layer tokens{\n:root { --ink: black }\n}\n"
        "@layer parts{\n.a { top: 0 }\n.b { top: 0 }\n}\n"
        "@layer pages{\nh1 { margin: 0 }\n}\n"
        "@layer print{\n@media print { p { color: black } }\n}\n"
        "@layer own{\np { color: red }\n}\n"
    )


def test_comments_and_indentation_stay_at_home() -> None:
    assert (
        sheet({"parts/a/a.css": "/* why\n   so */\n.a {\n  top: 0;\n}\n\n"})
        == "@layer parts;\n@layer parts{\n.a {\ntop: 0;\n}\n}\n"
    )


def test_each_script_has_a_scope_of_its_own() -> None:
    scripts = {
        "parts/b/b.js": "// why\nconst x = 1;\n",
        "parts/a/a.js": 'const x = "//";\n',
        "assets/own.js": "never();",
    }
    made = assets({InputPath(f"layouts/{path}"): text.encode() for path, text in scripts.items()})
    assert made["assets/site.js"] == b'{\nconst x = "//";\n}\n{\nconst x = 1;\n}\n'
    assert made["assets/own.js"] == b"never();"


def test_an_own_sheet_of_that_name_takes_the_place_of_all() -> None:
    assert sheet({"assets/site.css": "p {}", "styles/tokens.css": ":root {}"}) == "p {}"
