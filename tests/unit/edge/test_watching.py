import asyncio
import os
import shutil
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from dateline.edge import watching
from dateline.edge.watching import Burst, bursts, concerns, watched_folders
from dateline.edge.whereabouts import Whereabouts, whereabouts

BOUND = 20
"""Seconds after which a burst that should have come is missed."""


@pytest.fixture
def site(tmp_path: Path) -> Whereabouts:
    put(tmp_path, "config.yaml")
    put(tmp_path, "content/events/a.md")
    put(tmp_path, "content/events/old/b.md")
    put(tmp_path, "layouts/assets/site.css")
    put(tmp_path, "site/index.html")
    return whereabouts(tmp_path / "config.yaml")


def put(root: Path, path: str, text: str = "x") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


async def following(seen: AsyncGenerator[Burst]) -> Burst:
    return await asyncio.wait_for(anext(seen), BOUND)


def after(site: Whereabouts, *acts: Callable[[], object]) -> list[set[str]]:
    """What is told after each act, once the watch has begun."""

    async def watch() -> list[set[str]]:
        told = []
        async with aclosing(bursts(site)) as seen:
            assert await following(seen) == frozenset()
            for act in acts:
                act()
                told.append({site.shown(path) for path in await following(seen)})
        return told

    return asyncio.run(watch())


@pytest.mark.parametrize(
    "path", ["config.yaml", "content/events/a.md", "content/events/new.md", "content/x.md", "layouts/assets/site.css"]
)
def test_a_save_is_told(site: Whereabouts, path: str) -> None:
    assert after(site, lambda: put(site.root, path, "y")) == [{path}]


def test_a_save_by_way_of_another_file_is_told_each_time(site: Whereabouts) -> None:
    def save() -> None:
        put(site.root, ".config.yaml.tmp", "y").rename(site.config)

    assert after(site, save, save, save) == [{"config.yaml"}] * 3


def test_saves_at_once_are_one_burst(site: Whereabouts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PAUSE", 400)
    paths = {f"content/events/e{number}.md" for number in range(30)} | {"config.yaml"}
    assert after(site, lambda: [put(site.root, path, "y") for path in sorted(paths)]) == [paths]


def test_what_nobody_reads_is_not_told(site: Whereabouts) -> None:
    def saves() -> None:
        for path in ("site/index.html", "notes.txt", "content/events/.a.md.swp", "content/events/a.md~", ".git/x"):
            put(site.root, path, "y")
        put(site.root, "content/events/a.md", "y")

    assert after(site, saves) == [{"content/events/a.md"}]


def test_a_new_folder_is_watched_to_its_ground(site: Whereabouts) -> None:
    first, second = after(
        site,
        lambda: put(site.root, "content/articles/deep/down/c.md"),
        lambda: put(site.root, "content/articles/deep/down/c.md", "y"),
    )
    assert "content/articles" in first
    assert second == {"content/articles/deep/down/c.md"}


def test_a_folder_that_was_made_anew_is_watched(site: Whereabouts) -> None:
    def make_anew() -> None:
        shutil.rmtree(site.content)
        put(site.root, "content/events/a.md")
        put(site.root, "content/events/old/b.md")

    (_, second) = after(site, make_anew, lambda: put(site.root, "content/events/a.md", "y"))
    assert second == {"content/events/a.md"}


def test_layouts_may_come_later_and_content_may_go(site: Whereabouts) -> None:
    shutil.rmtree(site.layouts)
    come, saved, gone, last = after(
        site,
        site.layouts.mkdir,
        lambda: put(site.root, "layouts/base.html"),
        lambda: site.content.rename(site.root / "elsewhere"),
        lambda: put(site.root, "layouts/base.html", "y"),
    )
    assert come == {"layouts"}
    assert saved == last == {"layouts/base.html"}
    assert "content" in gone


def test_symbolic_links_are_not_followed(site: Whereabouts, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    put(outside, "deep/x.md")
    (site.content / "link").symlink_to(outside)
    shutil.rmtree(site.layouts)
    site.layouts.symlink_to(outside)
    assert watched_folders(site) == {
        *(site.root, site.content, site.content / "events", site.content / "events" / "old"),
    }


def test_a_config_that_is_a_link_is_watched_where_it_lies(
    site: Whereabouts, tmp_path_factory: pytest.TempPathFactory
) -> None:
    real = put(tmp_path_factory.mktemp("settings"), "real.yaml")
    site.config.unlink()
    site.config.symlink_to(real)
    assert after(site, lambda: real.write_text("y")) == [{str(real)}]
    real.parent.rename(real.parent.with_name("gone"))
    assert real.parent not in watched_folders(site)


def test_a_link_that_leads_to_itself_is_no_matter(site: Whereabouts) -> None:
    site.config.unlink()
    site.config.symlink_to(site.config)
    assert site.root in watched_folders(site)


def test_a_site_that_is_gone_ends_the_watch(site: Whereabouts) -> None:
    shutil.rmtree(site.root)
    with pytest.raises(FileNotFoundError):
        after(site)


def test_a_folder_that_goes_while_the_watch_begins_is_no_matter(
    site: Whereabouts, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def with_a_ghost(of: Whereabouts) -> frozenset[Path]:
        calls.append(of)
        return watched_folders(of) | ({site.root / "content/ghost"} if len(calls) == 1 else frozenset())

    monkeypatch.setattr(watching, "watched_folders", with_a_ghost)
    assert after(site, lambda: put(site.root, "content/events/a.md", "y")) == [{"content/events/a.md"}]


def test_folders_that_never_stay_the_same_end_the_watch(site: Whereabouts, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_each_time(of: Whereabouts) -> frozenset[Path]:
        new = of.content / f"n{len(os.listdir(of.content))}"  # noqa: PTH208 - counted only
        new.mkdir()
        return frozenset({of.root, new})

    monkeypatch.setattr(watching, "watched_folders", other_each_time)
    with pytest.raises(BlockingIOError):
        after(site)


def test_a_folder_that_is_closed_to_us_is_left_out(site: Whereabouts, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = site.content / "events" / "old"
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != closed)
    assert watched_folders(site) == {
        *(site.root, site.content, site.content / "events", site.layouts, site.layouts / "assets"),
    }


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("config.yaml", True),
        ("content", True),
        ("content/events/a.md", True),
        ("layouts/base.html", True),
        ("config.yaml.bak", False),
        ("content/.git/a.md", False),
        ("contents/a.md", False),
        ("site/index.html", False),
    ],
)
def test_what_concerns_a_site(site: Whereabouts, path: str, told: bool) -> None:  # noqa: FBT001 - a row of the table
    assert concerns(site.root / path, site) is told
