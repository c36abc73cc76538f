import asyncio
import html
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import html5lib
import pytest
from livereload.handlers import LiveReloadHandler
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from dateline.edge.server import (
    LARGEST_MESSAGE,
    TYPES,
    Mistakes,
    Server,
    answer,
    bind,
    listening,
    own_names,
    policy,
    reloads,
)
from dateline.kernel.plan import Plan
from tests.hostile import HOSTILE

BOUND = 5
PAGE = b"<!doctype html><html><head><title>%s</title></head><body>%s</body></html>"
TREE = {
    "index.html": PAGE % (b"Home", b"home"),
    "404.html": PAGE % (b"Missing", b"missing"),
    "events/release/index.html": PAGE % (b"Release", b"release"),
    "assets/site.css": b"p {}",
    "data/timeline.json": b"{}",
    "media/%41.txt": b"percent",
    "media/ša va.png": b"png",
}


# What is answered


@pytest.mark.parametrize(
    ("address", "status", "file"),
    [
        ("/", 200, "index.html"),
        ("/index.html", 200, "index.html"),
        ("/events/release/", 200, "events/release/index.html"),
        ("/events/%72elease/index.html", 200, "events/release/index.html"),
        ("/assets/site.css", 200, "assets/site.css"),
        ("/media/%C5%A1a%20va.png", 200, "media/ša va.png"),
        ("/media/%2541.txt", 200, "media/%41.txt"),
        ("/media/%41.txt", 404, "404.html"),
        ("/events/", 404, "404.html"),
        ("/events/release/index.html/", 404, "404.html"),
        ("/404.html", 200, "404.html"),
        ("", 404, "404.html"),
        ("*", 404, "404.html"),
        ("index.html", 404, "404.html"),
        ("//", 404, "404.html"),
        ("//index.html", 404, "404.html"),
        ("/./index.html", 404, "404.html"),
        ("/events/../index.html", 404, "404.html"),
        ("/%2e%2e/index.html", 404, "404.html"),
        ("/events%2Frelease/", 404, "404.html"),
        ("/events%2frelease%2findex.html", 404, "404.html"),
        ("/events\\release/", 404, "404.html"),
        ("/events%5Crelease/", 404, "404.html"),
        ("/%00", 404, "404.html"),
        ("/index.html%00", 404, "404.html"),
        ("/%ff", 404, "404.html"),
        ("/%c0%ae%c0%ae/", 404, "404.html"),
        ("/%", 404, "404.html"),
        ("/%zz", 404, "404.html"),
        ("/Index.html", 404, "404.html"),
    ],
)
def test_an_address_is_looked_up_in_the_tree(address: str, status: int, file: str) -> None:
    got = answer(TREE, address)
    assert (got.status, got.body) == (status, TREE[file])


@pytest.mark.parametrize("address", ["/events/release", "/events/%72elease"])
def test_a_folder_without_its_slash_leads_to_it(address: str) -> None:
    got = answer(TREE, address)
    assert (got.status, got.location, got.body) == (302, "/events/release/", b"")
    assert answer({"š\r\nx: y/index.html": b""}, "/š%0d%0ax:%20y").location == "/%C5%A1%0D%0Ax%3A%20y/"


def test_without_a_page_for_what_is_missing_plain_words_say_so() -> None:
    got = answer({}, "/")
    assert (got.status, got.type, got.body) == (404, "text/plain; charset=utf-8", b"not found\n")


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("a.b/c.SVG", "image/svg+xml; charset=utf-8"),
        ("a.JPG", "image/jpeg"),
        ("a.exe", "application/octet-stream"),
        ("html", "text/html; charset=utf-8"),
        ("no-ending", "application/octet-stream"),
        ("a.html/b", "application/octet-stream"),
    ],
)
def test_files_are_told_by_their_endings(file: str, kind: str) -> None:
    assert answer({file: b"x"}, f"/{file}").type == kind


def test_mistakes_stand_at_every_address_and_are_only_text() -> None:
    text = 'a.md:1:1: error: "</pre><script>alert(1)</script>" & more\n    1 | ž'
    got = answer(Mistakes(text), "/anything/%00")
    assert (got.status, got.type) == (503, TYPES["html"])
    assert html.escape(text).encode() in got.body
    assert b"<script" not in got.body
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(got.body.decode())
    assert parsed.findtext("body/pre") == text


@pytest.mark.parametrize(
    ("page", "host", "expected"),
    [
        (
            b"<head>x</head><p></head>",
            "localhost:80",
            b'<head>x<script src="/livereload.js" defer></script></head><p></head>',
        ),
        (b"<HEAD></HEAD >", "127.0.0.1:1", b'<HEAD><script src="/livereload.js" defer></script></HEAD >'),
        (b"<p>", "127.0.0.1:1", b'<p><script src="/livereload.js" defer></script>'),
        (b"", "[::1]:80", b'<script src="/livereload.js?host=[::1]&amp;port=80" defer></script>'),
    ],
)
def test_a_page_is_given_the_script(page: bytes, host: str, expected: bytes) -> None:
    assert listening(page, host) == expected


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (Plan(), ()),
        (Plan(keep=("a.css",)), ()),
        (Plan(replace=("a/b.css",), keep=("a.html",)), ("/a/b.css",)),
        (Plan(replace=("a.css", "b.css")), ("/a.css", "/b.css")),
        (Plan(replace=("a.css", "b.html")), ("/",)),
        (Plan(replace=("a.png",)), ("/",)),
        (Plan(replace=("a.css",), create=("b.css",)), ("/",)),
        (Plan(delete=("a.css",)), ("/",)),
    ],
)
def test_styles_alone_are_swapped(plan: Plan, told: tuple[str, ...]) -> None:
    assert reloads(plan) == told


def test_our_names_are_those_of_this_machine_and_the_one_given() -> None:
    assert own_names("127.0.0.1", 8000) == {"127.0.0.1:8000", "localhost:8000", "[::1]:8000"}
    assert own_names("Desk.example", 81) == {*own_names("127.0.0.1", 81), "desk.example:81"}
    assert own_names("fe80::2", 80) >= {"[fe80::2]", "[fe80::2]:80", "localhost", "127.0.0.1"}


@pytest.mark.parametrize("host", ["", "0.0.0.0", "0", "::"])  # noqa: S104 - to be refused
def test_all_addresses_of_the_machine_are_refused(host: str) -> None:
    with pytest.raises(ValueError, match=host or "^$"):
        bind(host, 0)


# A real server


def with_server(use: Callable[[Server], Awaitable[None]], *, started: bool = True) -> None:
    async def run() -> None:
        server = Server("127.0.0.1", bind("127.0.0.1", 0))
        if started:
            server.show(TREE)
            server.start()
        try:
            async with asyncio.timeout(BOUND):
                await use(server)
        finally:
            await server.stop()
            assert not LiveReloadHandler.waiters

    asyncio.run(run())


def host_of(server: Server) -> str:
    return server.address.removeprefix("http://").rstrip("/")


async def get(server: Server, address: str, **options: Any) -> HTTPResponse:
    return await AsyncHTTPClient(force_instance=True).fetch(
        server.address.rstrip("/") + address, raise_error=False, follow_redirects=False, **options
    )


async def sent(server: Server, request: str) -> bytes:
    """What is answered to the bytes of a request; nothing if the server ends instead."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(host_of(server).rpartition(":")[2]))
    try:
        writer.write(request.replace("HOST", host_of(server)).encode("latin-1"))
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)^content-length: ([0-9]+)", head, re.MULTILINE)
        return head + await reader.readexactly(int(length[1]) if length else 0)
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""
    finally:
        writer.close()


def test_pages_are_served_with_all_that_guards_them() -> None:
    async def use(server: Server) -> None:
        page = await get(server, "/events/release/?x=/../y")
        assert page.code == 200
        assert page.body == listening(TREE["events/release/index.html"], host_of(server))
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["Content-Security-Policy"] == (
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
            f"connect-src 'self' ws://{host_of(server)}"
        )
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert "Server" not in page.headers
        assert "Etag" not in page.headers
        missing = await get(server, "/nothing/at/all")
        assert (missing.code, missing.body) == (404, listening(TREE["404.html"], host_of(server)))
        style = await get(server, "/assets/site.css")
        assert (style.body, style.headers["Content-Type"]) == (b"p {}", "text/css; charset=utf-8")
        script = await get(server, "/livereload.js?host=x")
        assert script.code == 200
        assert b"LiveReload" in script.body
        head = await get(server, "/", method="HEAD")
        assert (head.code, head.body) == (200, b"")
        moved = await get(server, "/events/release")
        assert (moved.code, moved.headers["Location"]) == (302, "/events/release/")

    with_server(use)


def test_this_machine_has_several_names() -> None:
    async def use(server: Server) -> None:
        port = host_of(server).rpartition(":")[2]
        for name in ("localhost", "LOCALHOST", "[::1]"):
            page = await get(server, "/", headers={"Host": f"{name}:{port}"})
            assert page.code == 200
            assert page.headers["Content-Security-Policy"] == policy(f"{name.lower()}:{port}")

    with_server(use)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_requests_are_refused_and_the_server_goes_on(name: str, caplog: pytest.LogCaptureFixture) -> None:
    request, expected = HOSTILE[name]

    async def use(server: Server) -> None:
        got = await sent(server, request)
        assert (int(got.split()[1]) if got else 0) in expected, got
        told = got.decode("latin-1").lower()
        assert not [word for word in ("traceback", "root:", "set-cookie", "tornado", "x-secret") if word in told]
        assert (await get(server, "/")).code == 200

    with_server(use)
    assert not caplog.records


# The socket


@asynccontextmanager
async def connected(server: Server) -> AsyncIterator[WebSocketClientConnection]:
    """A socket whose page is known to be one that listens."""
    request = HTTPRequest(f"ws://{host_of(server)}/livereload", headers={"Origin": f"http://{host_of(server)}"})
    client = await websocket_connect(request)
    hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
    for said in (
        hello,
        {"command": "info", "url": server.address},
        hello,
    ):  # the second answer means that all was heard
        await client.write_message(json.dumps(said))
    assert [(await message(client))["command"] for _ in range(2)] == ["hello", "hello"]
    try:
        yield client
    finally:
        client.close()


async def message(client: WebSocketClientConnection) -> Any:
    told = await client.read_message()
    assert told is not None, "the socket was closed"
    return json.loads(told)


def test_browsers_are_told_what_changed() -> None:
    async def use(server: Server) -> None:
        async with connected(server) as one, connected(server) as other:
            server.show(dict(TREE))
            server.show({**TREE, "assets/site.css": b"p { color: red }"})
            for client in (one, other):
                told = await message(client)
                assert (told["command"], told["path"], told["liveCSS"]) == ("reload", "/assets/site.css", True)
            server.show({**TREE, "index.html": b"new"})
            assert (await message(one))["path"] == "/"
            assert b"new" in (await get(server, "/")).body

    with_server(use)


def test_who_has_gone_is_told_nothing() -> None:
    async def use(server: Server) -> None:
        async with connected(server):
            assert len(server.sockets) == 1
        async with connected(server) as other:
            server.show({})
            assert (await message(other))["command"] == "reload"
            assert len(LiveReloadHandler.waiters) == len(server.sockets) == 1

    with_server(use)


def test_mistakes_are_shown_until_there_is_a_site_and_never_after() -> None:
    async def use(server: Server) -> None:
        early = asyncio.ensure_future(get(server, "/"))
        assert not server.show_mistakes("one <mistake>")
        server.start()
        assert b"one &lt;mistake&gt;" in (await early).body
        async with connected(server) as client:
            assert not server.show_mistakes("another mistake")
            assert (await message(client))["path"] == "/"
            page = await get(server, "/events/")
            assert page.code == 503
            assert b"another mistake" in page.body
            assert b'<script src="/livereload.js" defer>' in page.body
            server.show(TREE)
            assert (await message(client))["path"] == "/"
            assert server.show_mistakes("a third mistake")
            assert (await get(server, "/")).body == listening(TREE["index.html"], host_of(server))

    with_server(use, started=False)


@pytest.mark.parametrize(
    "said",
    ["", "{", "[]", "null", '"hello"', '{"command": 1}', "{}", b"\xff\xfe", "[" * 5000, "a" * (LARGEST_MESSAGE + 1)],
    ids=range(10),
)
def test_who_speaks_nonsense_is_let_go(said: str | bytes, caplog: pytest.LogCaptureFixture) -> None:
    async def use(server: Server) -> None:
        async with connected(server) as listener, connected(server) as client:
            await client.write_message(said, binary=isinstance(said, bytes))
            assert await client.read_message() is None
            server.show({})
            assert (await message(listener))["command"] == "reload"

    with_server(use)
    assert not caplog.records


def test_a_command_that_nobody_knows_is_ignored() -> None:
    async def use(server: Server) -> None:
        async with connected(server) as client:
            await client.write_message('{"command": "reload", "path": "/"}')
            await client.write_message('{"command": "info"}')
            server.show({})
            assert (await message(client))["path"] == "/"

    with_server(use)


def test_a_port_that_is_taken_is_refused() -> None:
    with bind("127.0.0.1", 0) as taken, pytest.raises(OSError, match="in use"):
        bind("127.0.0.1", taken.getsockname()[1])
