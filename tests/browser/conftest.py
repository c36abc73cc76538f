"""Three sites, each page kind of them as one place to check, and a browser to look at them with."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import sheet as contact
from tests.browser.paper import Paper, printed
from tests.browser.serving import CONFIGS, Place, Served, Sites
from tests.browser.windows import SPYING, Reader

if TYPE_CHECKING:  # Playwright is only installed where these tests run
    from playwright.sync_api import Browser, Page

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BUILT = pytest.StashKey[Sites]()

Opened = Callable[..., "Page"]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Without `-m browser` nothing here is even imported: the sites need not be built, nor Playwright be there."""
    del collection_path
    return True if config.getoption("markexpr") == "not browser" else None


def built(config: pytest.Config) -> Sites:
    """The sites are built before the tests are named, since their pages say which kinds there are."""
    if BUILT not in config.stash:
        sites = Sites.opened()
        config.add_cleanup(sites.close)
        try:
            sites.serve_all()
        except RuntimeError as error:
            pytest.exit(str(error), returncode=1)
        config.stash[BUILT] = sites
    return config.stash[BUILT]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "place" in metafunc.fixturenames:
        places = built(metafunc.config).places
        metafunc.parametrize("place", places, ids=str)
    if "annotated" in metafunc.fixturenames:
        sites = built(metafunc.config)
        places = [one for one in sites.places if one.kind in ("article", "event") and 'role="note"' in text(sites, one)]
        metafunc.parametrize("annotated", places, ids=str)
    if "site" in metafunc.fixturenames:
        metafunc.parametrize("site", [built(metafunc.config)[name] for name in CONFIGS], ids=lambda one: one.name)


def text(sites: Sites, place: Place) -> str:
    site = sites[place.site]
    return site.texts[place.url.removeprefix(site.root)]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All checks of one page in a row, so that it is opened once."""

    def where(item: pytest.Item) -> str:
        params: dict[str, Any] = getattr(getattr(item, "callspec", None), "params", {})
        return next((str(value) for value in params.values() if isinstance(value, Place)), "")

    items.sort(key=where)


@pytest.fixture(scope="session")
def sites(pytestconfig: pytest.Config) -> Sites:
    return built(pytestconfig)


@pytest.fixture(scope="session")
def story(sites: Sites) -> Served:
    """The repository's own site."""
    return sites["story"]


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def reader(browser: "Browser") -> Iterator[Reader]:
    one = Reader(browser)
    yield one
    one.close()


@pytest.fixture(scope="session")
def forgetful_reader(browser: "Browser") -> Iterator[Reader]:
    """A window that fetches everything anew, as at a first visit."""
    one = Reader(browser)
    one.context.new_cdp_session(one.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield one
    one.close()


@pytest.fixture(scope="session")
def sheet(sites: Sites) -> Iterator[Path]:
    """The folder of the contact sheet, whose page is written when all pictures have been taken."""
    top = contact.folder()
    (top / "paper").mkdir(parents=True, exist_ok=True)
    yield top
    (top / "index.html").write_text(contact.index(sites.places, top), "utf-8")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    index = contact.folder() / "index.html"
    if BUILT in config.stash and index.is_file():
        terminalreporter.write_line(f"The contact sheet, for your own eyes: {index}")


@pytest.fixture(scope="session")
def papers() -> dict[str, Paper]:
    return {}


@pytest.fixture
def paper(reader: Reader, place: Place, papers: dict[str, Paper], sheet: Path) -> Paper:
    """The page on paper, printed once for all checks."""
    if str(place) not in papers:
        papers[str(place)] = printed(reader.at(place), place, sheet / "paper")
    return papers[str(place)]


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opened]:
    """Opens a window of its own for what clicks and types, with these options, closed after the test."""
    contexts = []

    def open_one(**options: Any) -> "Page":
        context = browser.new_context(**({"viewport": {"width": 1440, "height": 800}} | options))
        context.add_init_script(SPYING)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
