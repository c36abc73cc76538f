"""The house keeps its own rules: layers, purity, sizes, names, and codes that are used and explained."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dateline.kernel.codes import CODES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "dateline"
MODULES = sorted(PACKAGE.rglob("*.py"))
OURS = [*MODULES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "bench").rglob("*.py")), ROOT / "build.py"]

LONGEST_MODULE = 399
LONGEST_FUNCTION = 40
"""In lines, the decorators not counted."""

WORLDLY = {"edge", "commands", "cli"}
"""Layers that may touch the world."""

FILES = {
    "codecs.open",
    "fcntl",
    "glob",
    "importlib",
    "io",
    "mmap",
    "os",
    "pathlib",
    "shutil",
    "sqlite3",
    "stat",
    "tempfile",
}
PROCESSES = {"asyncio", "concurrent", "multiprocessing", "signal", "subprocess", "threading"}
NETWORK = {"http", "select", "selectors", "socket", "socketserver", "ssl", "urllib.request", "webbrowser"}
SURROUNDINGS = {"getpass", "locale", "logging", "platform", "sys", "time", "warnings"}
CHANCE = {"random", "secrets", "uuid"}
SERVERS = {"livereload", "tornado", "watchfiles"}
WORLD = FILES | PROCESSES | NETWORK | SURROUNDINGS | CHANCE | SERVERS
"""Modules through which a step could see the disk, the clock, the environment, the network or chance."""

HARMLESS = {"pathlib.PurePath", "pathlib.PurePosixPath", "io.BytesIO", "io.StringIO", "sys.maxunicode"}

READS_A_LIBRARY = {"dateline/reading/languages.py"}
"""Modules that read a table out of a library (names of time zones in tzdata), the same wherever it is installed."""

WORLDLY_BUILTINS = {"open", "input", "print", "exec", "eval", "compile", "globals", "breakpoint", "id", "hash"}
WORLDLY_METHODS = {"now", "today", "utcnow", "read_text", "write_text", "read_bytes", "write_bytes"}


def layers() -> dict[str, int]:
    """Each name that may stand directly below `dateline/`, and its height in the house."""
    written = re.search(
        r"^```layers\n(.*?)^```", (ROOT / "docs/architecture.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert written, "docs/architecture.md has no list of layers"
    return {name: height for height, line in enumerate(written[1].splitlines()) for name in line.split()}


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"), str(module))


def shown(module: Path, node: ast.AST | None = None) -> str:
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr) else ""
    return f"{module.relative_to(ROOT).as_posix()}{line}"


def layer_of(module: Path) -> str:
    """The layer that a module belongs to; empty for the package itself, which imports nothing."""
    first = module.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py").removesuffix("__init__")


def imported(module: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Every name that a module imports, in full: `os`, `dateline.kernel.text.slug`."""
    for node in ast.walk(parsed(module)):
        match node:
            case ast.Import():
                yield from ((node, alias.name) for alias in node.names)
            case ast.ImportFrom(level=0):
                yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)
            case ast.ImportFrom():
                yield node, "a relative import"


def test_every_module_has_a_place_in_the_house() -> None:
    known = layers()
    assert [shown(one) for one in MODULES if layer_of(one) and layer_of(one) not in known] == []


def test_every_place_in_the_house_is_taken() -> None:
    assert sorted(set(layers()) - {layer_of(one) for one in MODULES}) == []


def test_imports_go_to_lower_layers_only() -> None:
    height = layers()
    faults = []
    for module in MODULES:
        here = layer_of(module)
        for node, name in imported(module):
            if not name.startswith("dateline.") and name != "a relative import":
                continue
            there = name.split(".")[1] if "." in name else name
            if there in (here, "__version__"):
                continue
            if here not in height or there not in height or height[there] >= height[here]:
                faults.append(f"{shown(module, node)}: {here or 'the package'} imports {name}")
    assert faults == []


def is_worldly(name: str) -> bool:
    if name in HARMLESS:
        return False
    parts = name.split(".")
    return any(".".join(parts[:length]) in WORLD for length in range(1, len(parts) + 1))


def worldly_calls(module: Path) -> Iterator[ast.expr]:
    for node in ast.walk(parsed(module)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in WORLDLY_BUILTINS:
                yield node
            case ast.Call(func=ast.Attribute(attr=name)) if name in WORLDLY_METHODS:
                yield node


def test_only_the_edge_and_the_commands_touch_the_world() -> None:
    pure = [one for one in MODULES if layer_of(one) not in WORLDLY and shown(one) not in READS_A_LIBRARY]
    faults = [f"{shown(one, node)}: {name}" for one in pure for node, name in imported(one) if is_worldly(name)]
    faults += [f"{shown(one, node)}: {ast.unparse(node)}" for one in pure for node in worldly_calls(one)]
    assert faults == []


def test_no_step_reaches_for_a_global() -> None:
    faults = [
        shown(module, node)
        for module in MODULES
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Global | ast.Nonlocal) and layer_of(module) not in WORLDLY
    ]
    assert faults == []


def test_modules_are_short() -> None:
    lengths = {shown(one): len(one.read_text("utf-8").splitlines()) for one in OURS if one.is_file()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    functions = [
        (one, node, (node.end_lineno or node.lineno) - node.lineno + 1)
        for one in OURS
        if one.is_file()
        for node in ast.walk(parsed(one))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [(shown(one, node), node.name, length) for one, node, length in functions if length > LONGEST_FUNCTION]
    assert long == []


def empty_words() -> set[str]:
    """The names that name nothing, from the glossary."""
    written = re.search(r"^    (utils .*)$", (ROOT / "docs/glossary.md").read_text("utf-8"), re.MULTILINE)
    assert written, "docs/glossary.md has no list of empty words"
    return set(written[1].split())


def test_names_of_modules_say_what_they_know() -> None:
    refused = empty_words() | set(sys.stdlib_module_names) - {"__main__"}
    names = {one: one.stem for one in MODULES} | {one: one.name for one in PACKAGE.rglob("*/") if one.name[0] != "_"}
    assert sorted(shown(one) for one, name in names.items() if name.lstrip("_") in refused) == []


def test_unit_tests_mirror_the_package() -> None:
    unit = ROOT / "tests" / "unit"
    faults = []
    for test in sorted(unit.rglob("*.py")):
        about = PACKAGE / test.relative_to(unit).with_name(test.name.removeprefix("test_"))
        if not (about.is_file() or about.with_suffix("").is_dir()):
            faults.append(f"{shown(test)} is about no module")
    assert faults == []


def test_every_code_is_used() -> None:
    said = {
        node.value
        for module in MODULES
        if module != PACKAGE / "kernel" / "codes.py"
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(CODES) - said) == []


def test_every_code_is_explained_and_no_other() -> None:
    headings = re.findall(r"^##+ (.+)$", (ROOT / "docs/diagnostics.md").read_text("utf-8"), re.MULTILINE)
    explained = [one.strip("`") for one in headings if re.fullmatch(r"`[a-z0-9-]+`", one)]
    assert sorted(explained) == sorted(CODES)
