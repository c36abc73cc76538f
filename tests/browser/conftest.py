"""The repository's own site, built, served below a sub-path by a plain file server, and a browser to read it with."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:  # Playwright is only installed where these tests run
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
BELOW = "some/path"
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


class Served(NamedTuple):
    """A built site and where it is served."""

    folder: Path
    root: str
    """The address of its home page, with a slash at the end."""

    @property
    def origin(self) -> str:
        """The server, without a slash at the end."""
        return self.root.removesuffix(f"/{BELOW}/")

    @property
    def pages(self) -> tuple[str, ...]:
        """Addresses of all pages below the root, except the one for what is not found, which knows its own place."""
        files = sorted(one.relative_to(self.folder).as_posix() for one in self.folder.rglob("*.html"))
        return tuple(name.removesuffix("index.html") for name in files if name != "404.html")


class Quiet(SimpleHTTPRequestHandler):
    """A plain file server that, as most hosts do, answers with the site's own page where there is nothing."""

    def log_message(self, *_: object) -> None: ...

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory, BELOW, "404.html")
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
            return
        words = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)


Serve = Callable[..., Served]


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Builds the site with these options of the command line, in which `{root}` is its address, and serves it."""
    servers: list[ThreadingHTTPServer] = []

    def start(*options: str) -> Served:
        top = tmp_path_factory.mktemp("served")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(top)))
        servers.append(server)
        site = Served(top / BELOW, f"http://127.0.0.1:{server.server_port}/{BELOW}/")
        site.folder.parent.mkdir(parents=True)
        build(site.folder, top.with_name(f"{top.name}-cache"), *(option.format(root=site.root) for option in options))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return site

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def build(output: Path, cache: Path, *options: str) -> None:
    command = [sys.executable, "build.py", "build", "--output", str(output), "--cache", str(cache), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(serve: Serve) -> Served:
    """The site as `config.yaml` has it: its `base_url` is not where it is served, and that must not matter."""
    return serve()


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: "Browser", site: Served) -> Iterator[Callable[..., Any]]:
    """Opens a browser window with these options (`viewport`, `java_script_enabled`, …), closed after the test."""
    contexts = []

    def open_one(**options: Any) -> Any:
        context = browser.new_context(base_url=site.root, **options)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
