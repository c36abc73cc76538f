from pathlib import Path

import pytest

from dateline.edge.refusal import refuse_cache, refuse_output, resolved, same
from dateline.edge.whereabouts import Whereabouts, product_layouts, whereabouts


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Whereabouts:
    home = tmp_path / "home"
    root = home / "story"
    for folder in (root / "content" / "events", root / "layouts", root / "site", root / "old"):
        folder.mkdir(parents=True)
    (root / "config.yaml").touch()
    (root / "file").touch()
    (root / "linked").symlink_to("old")
    (root / "dangling").symlink_to("nowhere")
    (root / "old" / "deeper").mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(root / "old")
    return whereabouts(root / "config.yaml")


CACHE = ".dateline"


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("/", "is the root of the disk"),
        ("~", "is your home folder"),
        (".", "is the folder you are in"),
        ("../old", "is the folder you are in"),
        ("..", "holds the site's sources"),
        ("../content", "holds the site's sources"),
        ("../config.yaml", "holds the site's sources"),
        ("../content/events", "lies inside the site's sources"),
        ("../content/new/site", "lies inside the site's sources"),
        ("../layouts/site", "lies inside the site's sources"),
        ("../site/../content", "holds the site's sources"),
        ("../linked", "is a symbolic link"),
        ("../linked/", "is a symbolic link"),
        ("../dangling", "is a symbolic link"),
        ("../linked/../content/x", "lies inside the site's sources"),
        ("../file", "is a file"),
        ("../.dateline", "holds the cache folder, or lies inside it"),
        ("../.dateline/site", "holds the cache folder, or lies inside it"),
        ("../site", None),
        ("../new/site", None),
        ("deeper", None),
        ("../linked/x", None),
    ],
)
def test_an_output_folder_that_is_mis_set_is_refused(site: Whereabouts, output: str, why: str | None) -> None:
    folder = resolved(Path(output).expanduser())
    found = refuse_output(folder, site, site.root / CACHE)
    message = f'the output folder "{site.shown(folder)}" {why}' if why else None
    assert (found.message if found else None) == message
    assert found is None or (found.code == "output-refused" and found.hint.endswith("with --output"))


def test_the_layouts_of_the_product_are_sources_too(site: Whereabouts) -> None:
    assert refuse_output(product_layouts() / "parts", site, site.root / CACHE) is not None


def test_a_folder_that_cannot_be_looked_at_is_refused(site: Whereabouts) -> None:
    found = refuse_output(site.root / ("x" * 300), site, site.root / CACHE)
    assert found is not None
    assert found.message.endswith("cannot be looked at: file name too long")


@pytest.mark.parametrize(
    ("cache", "why"),
    [
        ("..", "holds the site's sources"),
        ("../content/cache", "lies inside the site's sources"),
        ("../site/cache", "holds the output folder, or lies inside it"),
        ("../file", "is a file"),
        ("../cache", None),
    ],
)
def test_a_cache_folder_that_is_mis_set_is_refused(site: Whereabouts, cache: str, why: str | None) -> None:
    folder = resolved(Path(cache))
    found = refuse_cache(folder, site, site.root / "site")
    assert (found.message if found else None) == (f'the cache folder "{site.shown(folder)}" {why}' if why else None)


def test_a_folder_is_the_same_by_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "Folder").mkdir()
    (tmp_path / "folder").symlink_to("Folder")  # as a disk that does not tell letter case apart would have it
    assert same(tmp_path / "Folder", tmp_path / "folder")
    assert not same(tmp_path / "Folder", tmp_path)
    assert same(tmp_path / "missing", tmp_path / "missing")
    assert not same(tmp_path / "missing", tmp_path / "gone")
