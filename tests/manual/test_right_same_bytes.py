"""The same content gives the same bytes, whatever the machine, the folder, the clock and the order of things."""

import os
from functools import lru_cache
from pathlib import Path

import pytest

from tests.manual.run import Tree, build, on_disk, place, run, run_apart, tree_of
from tests.manual.stories import STORIES, Files

FILES, CONFIG = STORIES["lithuanian"]


@lru_cache(maxsize=1)
def usual() -> Tree:
    made = build(FILES, config=CONFIG)
    assert made.status == 0
    return made.tree


def differing(one: Tree, other: Tree) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.mark.parametrize(
    ("environment", "options"),
    [
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, ["--jobs", "1"]),
        ({"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}, ["--jobs", "2"]),
        ({"TZ": "Asia/Kolkata", "LC_ALL": "POSIX", "PYTHONHASHSEED": "0"}, ["--clean"]),
    ],
)
def test_zone_locale_seed_and_workers_change_nothing(environment: dict[str, str], options: list[str]) -> None:
    with on_disk(FILES, CONFIG) as site:
        made = run_apart(site, *options, environment=environment)
    assert made.status == 0, made.stderr
    assert differing(made.tree, usual()) == []


def test_a_locale_that_cannot_spell_a_files_name_gives_no_traceback() -> None:
    with on_disk(FILES, CONFIG) as site:
        made = run_apart(site, environment={"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert "Traceback" not in made.stderr
    assert differing(made.tree, usual() if made.status == 0 else {}) == []


def test_folder_order_and_times_of_files_change_nothing(tmp_path: Path) -> None:
    site = tmp_path / "Ąžuolas ir (kiti) %20" / "deep"
    backwards: Files = dict(reversed({"/config.yaml": CONFIG, **FILES}.items()))
    place(backwards, site)
    for number, path in enumerate(sorted(site.rglob("*"))):
        os.utime(path, (number * 86_400, number * 86_400))
    made = run(site)
    assert made.status == 0, made.diagnostics
    assert differing(made.tree, usual()) == []
    assert not [path for path, body in made.tree.items() if str(tmp_path).encode() in body]


def test_line_ends_and_byte_order_marks_change_nothing() -> None:
    def of_windows(text: str | bytes) -> str | bytes:
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() if isinstance(text, str) else text

    files = {name: of_windows(text) for name, text in FILES.items()}
    made = build(files, config=of_windows(CONFIG))
    assert made.status == 0, made.diagnostics
    assert differing(made.tree, usual()) == []


@pytest.mark.parametrize("name", list(STORIES))
def test_a_second_build_with_what_is_remembered_gives_the_same(name: str) -> None:
    files, config = STORIES[name]
    with on_disk(files, config) as site:
        first, second, anew = run(site), run(site), run(site, "--clean")
    assert (first.status, second.status, anew.status) == (0, 0, 0)
    assert differing(first.tree, second.tree) == []
    assert differing(first.tree, anew.tree) == []
    assert first.diagnostics == second.diagnostics


def test_an_edit_gives_what_a_clean_build_gives() -> None:
    event = "events/po.md"
    edited: Files = {**FILES, event: str(FILES[event]).replace("Diena po to", "Kita diena").replace("P1D", "P2D")}
    del edited["annotations/dingo.md"]
    with on_disk(FILES, CONFIG) as site:
        assert run(site).status == 0
        place(edited, site)
        (site / "content/annotations/dingo.md").unlink()
        again = run(site)
    assert again.status == 0
    assert differing(again.tree, build(edited, config=CONFIG).tree) == []
    assert differing(again.tree, usual()) != []


def test_an_error_leaves_the_built_site_as_it_was() -> None:
    with on_disk(FILES, CONFIG) as site:
        before = run(site).tree
        place({"events/po.md": "---\ntitle: Po\n---\n"}, site)
        failed = run(site)
        assert failed.status == 1
        assert differing(tree_of(site.parent / "built"), before) == []


def test_check_writes_nothing() -> None:
    with on_disk(FILES, CONFIG) as site:
        before = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if ".dateline" not in path.parts)
        checked = run(site, command="check")
        assert (checked.status, checked.tree) == (0, {})
        after = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if ".dateline" not in path.parts)
    assert after == before
    assert [one["path"] for one in checked.diagnostics] == ["content/annotations/dingo.md"]
