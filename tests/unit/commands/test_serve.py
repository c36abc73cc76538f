import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import websocket_connect

from dateline.cli import run
from dateline.commands import serve
from dateline.commands.opening import folders
from dateline.commands.options import Asked
from dateline.commands.serve import keep_showing
from dateline.edge.server import Server, bind

ROOT = Path(__file__).parents[3]
BOUND = 30
CONFIG = "title: A story\nbase_url: https://example.org/story/\nlanguage: en\ntimezone: Europe/Vilnius\n"
RELEASE = "---\ntitle: The release\ndate: 2025-09-11\n---\nThey crossed.\n"
BROKEN = RELEASE.replace("date: 2025-09-11\n", "date: 2025-09-11\nafter: ['<relese>']\n")
Told = pytest.CaptureFixture[str]
Heard = Callable[[], Awaitable[dict[str, Any]]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path, "config.yaml", CONFIG)
    put(tmp_path, "content/events/release.md", RELEASE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def serving(use: Callable[[Server], Awaitable[None]], asked: Asked | None = None) -> None:
    """Uses a server that shows the site of the current folder."""
    asked = asked or Asked()

    async def both() -> None:
        server = Server("127.0.0.1", bind("127.0.0.1", 0))
        showing = asyncio.ensure_future(keep_showing(server, folders(asked), asked))
        using = asyncio.ensure_future(use(server))
        await asyncio.wait([showing, using], timeout=BOUND, return_when=asyncio.FIRST_COMPLETED)
        ended = [one.cancel() for one in (using, showing)]
        results = await asyncio.gather(using, showing, return_exceptions=True)
        await server.stop()
        assert ended == [False, True], results
        using.result()

    asyncio.run(both())


async def get(server: Server, path: str = "") -> HTTPResponse:
    return await AsyncHTTPClient(force_instance=True).fetch(server.address + path, raise_error=False)


async def text_of(server: Server, path: str = "") -> str:
    return (await get(server, path)).body.decode()


@asynccontextmanager
async def page(server: Server) -> AsyncIterator[Heard]:
    """What a page hears that listens as livereload's script does."""
    address = server.address.replace("http:", "ws:") + "livereload"
    client = await websocket_connect(HTTPRequest(address, headers={"Origin": server.address.rstrip("/")}))

    async def heard() -> dict[str, Any]:
        told = await client.read_message()
        assert told is not None
        said: dict[str, Any] = json.loads(told)
        return said

    hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
    for said in (hello, {"command": "info", "url": server.address}, hello):
        await client.write_message(json.dumps(said))
    assert [(await heard())["command"] for _ in range(2)] == ["hello", "hello"]
    try:
        yield heard
    finally:
        client.close()


def test_a_save_shows_up(root: Path, capfd: Told) -> None:
    async def use(server: Server) -> None:
        assert "They crossed." in await text_of(server, "events/release/")
        async with page(server) as heard:
            put(root, "content/events/release.md", RELEASE.replace("They crossed", "All crossed"))
            assert (await heard())["path"] == "/"
            assert "All crossed." in await text_of(server, "events/release/")
            put(root, "content/events/call.md", RELEASE.replace("The release", "The call"))
            assert (await heard())["path"] == "/"
            assert (await get(server, "events/call/")).code == 200
            (root / "content/events/call.md").unlink()
            assert (await heard())["path"] == "/"
            assert (await get(server, "events/call/")).code == 404

    serving(use)
    told = capfd.readouterr()
    assert told.err == ""
    first, second, *more = told.out.splitlines()
    assert first.startswith("built ")
    assert second.startswith("serving http://127.0.0.1:")
    assert len(more) == 3
    assert all(" changed" in line for line in more)
    assert sorted(path.name for path in root.iterdir()) == ["config.yaml", "content"]


def test_the_site_stands_at_the_root_of_its_own_address(root: Path) -> None:
    async def use(server: Server) -> None:
        missing = await get(server, "no/such/page/")
        assert missing.code == 404
        assert 'href="/assets/site.css"' in missing.body.decode()
        assert f'href="{server.address}"' in await text_of(server)
        assert "example.org" not in await text_of(server, "sitemap.xml")
        assert '<script src="/livereload.js" defer></script></head>' in await text_of(server)

    assert root
    serving(use)


def test_a_change_of_the_style_alone_swaps_it(root: Path) -> None:
    async def use(server: Server) -> None:
        assert "home" in await text_of(server)
        async with page(server) as heard:
            put(root, "layouts/assets/site.css", "p { color: red }\n")
            assert (await heard())["path"] == "/assets/site.css"
            assert await text_of(server, "assets/site.css") == "p { color: red }\n"

    serving(use)


def test_a_change_of_the_settings_shows_up(root: Path) -> None:
    async def use(server: Server) -> None:
        assert "A story" in await text_of(server)
        async with page(server) as heard:
            put(root, "config.yaml", CONFIG.replace("A story", "Another story"))
            assert (await heard())["path"] == "/"
            assert "Another story" in await text_of(server)

    serving(use)


def test_with_an_error_the_last_pages_stay_and_the_terminal_tells(root: Path, capfd: Told) -> None:
    async def use(server: Server) -> None:
        before = await text_of(server, "events/release/")
        async with page(server) as heard:
            put(root, "content/events/release.md", BROKEN)
            told = await in_terminal(capfd, "1 error; the site is still shown as it was\n")
            assert 'content/events/release.md:4:9: error[unknown-reference]: no document "<relese>"\n' in told
            assert await text_of(server, "events/release/") == before
            put(root, "config.yaml", "title: [\n")
            assert "config.yaml:" in await in_terminal(capfd, "shown as it was\n")
            put(root, "config.yaml", CONFIG)
            await in_terminal(capfd, "shown as it was\n")
            put(root, "content/events/release.md", RELEASE.replace("They", "All"))
            assert (await heard())["path"] == "/"
            assert "All crossed." in await text_of(server, "events/release/")

    serving(use)


async def in_terminal(capfd: Told, words: str) -> str:
    """What has been told on standard error until it ends with these words."""
    told = ""
    while not told.endswith(words):
        await asyncio.sleep(0)
        told += capfd.readouterr().err
    return told


def test_a_site_that_cannot_be_built_shows_why_until_it_can(root: Path, capfd: Told) -> None:
    put(root, "content/events/release.md", BROKEN)

    async def use(server: Server) -> None:
        shown = await get(server, "events/release/")
        assert shown.code == 503
        assert "The site cannot be built yet" in shown.body.decode()
        assert "no document &quot;&lt;relese&gt;&quot;" in shown.body.decode()
        assert "1 error; the browser shows this until it is mended\n" in capfd.readouterr().err
        async with page(server) as heard:
            put(root, "content/events/release.md", RELEASE)
            assert (await heard())["path"] == "/"
            assert "They crossed." in await text_of(server, "events/release/")

    serving(use)


def test_settings_of_which_nothing_can_be_made_are_shown_too(root: Path) -> None:
    put(root, "config.yaml", "title: [\n")

    async def use(server: Server) -> None:
        assert "config.yaml:" in await text_of(server)
        async with page(server) as heard:
            put(root, "config.yaml", CONFIG)
            assert (await heard())["path"] == "/"
            assert (await get(server)).code == 200

    serving(use)


def test_options_of_a_build_hold(root: Path) -> None:
    put(root, "content/events/draft.md", RELEASE.replace("---\n", "---\ndraft: true\n", 1))
    put(root, "content/events/mark.md", RELEASE + "A mark.[^nothing]\n")

    async def without(server: Server) -> None:
        assert (await get(server, "events/draft/")).code == 404

    async def drafts(server: Server) -> None:
        assert (await get(server, "events/draft/")).code == 200

    async def strict(server: Server) -> None:
        assert (await get(server)).code == 503

    serving(without)
    serving(drafts, Asked(drafts=True))
    serving(strict, Asked(strict=True))


@pytest.mark.parametrize(("asked", "count"), [(Asked(quiet=True), 0), (Asked(verbose=True), 5)])
def test_more_or_less_is_said(root: Path, capfd: Told, asked: Asked, count: int) -> None:
    async def use(server: Server) -> None:
        assert (await get(server)).code == 200
        async with page(server) as heard:
            put(root, "layouts/assets/site.css", "p { color: red }\n")
            await heard()
            put(root, "content/events/release.md", RELEASE)

    serving(use, asked)
    told = capfd.readouterr()
    assert told.err == ""
    assert len(told.out.splitlines()[:count]) == count
    assert ("  differs  assets/site.css\n" in told.out) == bool(count)


def test_the_browser_is_opened_when_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)

    async def use(server: Server) -> None:
        assert (await get(server)).code == 200
        async with page(server) as heard:
            put(root, "layouts/assets/site.css", "p { color: red }\n")
            await heard()
        assert opened == [server.address]

    serving(use, Asked(open=True))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("--host 0.0.0.0", '"0.0.0.0" stands for every address of this machine'),
        ("--host ::", '"::" stands for every address of this machine'),
        ("--host 192.0.2.1", '"192.0.2.1" is no address of this machine'),
        ("--host a..b", '"a..b" is no address of this machine'),
        ("--host x;script-src", '"x;script-src" is not the name or number of a machine'),
        ("--as-of yesterday", '"yesterday"'),
    ],
)
def test_a_wrong_value_is_told_with_status_2(root: Path, capfd: Told, line: str, words: str) -> None:
    assert root
    assert run(["serve", *line.split()]) == 2
    told = capfd.readouterr()
    assert f"Invalid value for {line.split(maxsplit=1)[0]}" in told.err
    assert words in told.err
    assert told.out == ""


def test_a_port_that_is_taken_is_told_and_the_usual_one_makes_way(
    root: Path, capfd: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert root
    with bind("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port)]) == 2
        assert f"another program serves at port {port}" in capfd.readouterr().err
        monkeypatch.setattr(serve, "USUAL_PORT", port)
        monkeypatch.setattr(serve, "keep_showing", _interrupted)
        assert run(["serve"]) == 130
        assert capfd.readouterr().out.splitlines()[-1] == "no longer serving"


async def _interrupted(server: Server, *_: object) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    raise KeyboardInterrupt


def test_without_settings_there_is_nothing_to_serve(root: Path, capfd: Told) -> None:
    (root / "config.yaml").unlink()
    assert run(["serve"]) == 2
    assert "error[missing-config]" in capfd.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signal")
def test_ctrl_c_ends_it_with_a_word(root: Path) -> None:
    command = [sys.executable, "-W", "error", str(ROOT / "build.py"), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout
        assert program.stdout.readline().startswith("built ")
        assert program.stdout.readline().startswith("serving http://127.0.0.1:")
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=BOUND)
    assert (program.returncode, out, err) == (130, "\nno longer serving\n", "")
