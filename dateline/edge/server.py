"""Serves a site to browsers on this machine, and tells them when it has changed.

Pages are looked up in a tree in memory, never on the disk, so no address leads out of it. Any web site that the author
visits can make a browser send requests here: only those that name us as their host are answered, and only our own pages
may listen on the socket. From livereload come that socket and the script that listens; its file server, its watcher and
its `/forcereload` are not used.
"""

import html
import importlib.resources
import ipaddress
import logging
import re
import socket
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, unquote_to_bytes

import livereload
from livereload.handlers import LiveReloadHandler
from msgspec import DecodeError, Struct, json
from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler

from dateline.kernel.plan import Plan, Tree, diff

LARGEST_HEAD = 16 * 1024
"""Bytes of a request's first lines, as the next ones too; browsers send one or two thousand."""
LARGEST_BODY = 1024
LARGEST_MESSAGE = 16 * 1024
PATIENCE = 10.0
"""Seconds that the body of a request may take."""

SCRIPT = "/livereload.js"
SOCKET = "/livereload"


# What is answered


class Mistakes(Struct, frozen=True):
    """What is shown instead of a site that could never be built yet."""

    text: str
    """The diagnostics as the terminal shows them, without colours."""


class Answer(Struct, frozen=True):
    """What a browser is sent."""

    status: int
    type: str
    body: bytes = b""
    location: str = ""


def answer(shown: Tree | Mistakes, address: str) -> Answer:
    """What stands at an address, the part of it before the `?`, as it was sent."""
    if isinstance(shown, Mistakes):
        return Answer(503, TYPES["html"], _instead(shown.text))
    path = _path(address)
    if path is not None and (file := _file(path)) in shown:
        return Answer(200, _type(file), shown[file])
    if path and f"{path}/index.html" in shown:
        return Answer(302, _PLAIN, location=f"/{quote(path)}/")
    if "404.html" in shown:
        return Answer(404, TYPES["html"], shown["404.html"])
    return Answer(404, _PLAIN, b"not found\n")


def _path(address: str) -> str | None:
    """The path in a tree that an address means; `None` for one that no link of ours is written as.

    An escaped slash or backslash separates nothing, so it must not turn into one that does.
    """
    if not address.startswith("/") or re.search(r"%(?:2f|5c)|\\", address, re.IGNORECASE):
        return None
    try:
        return unquote_to_bytes(address).decode()[1:]
    except UnicodeError:
        return None


def _file(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path


TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "geojson": "application/geo+json; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "avif": "image/avif",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff2": "font/woff2",
}
"""What a file is, by the end of its name: the same on every machine, which the system's own list is not."""
_PLAIN = TYPES["txt"]


def _type(file: str) -> str:
    return TYPES.get(file.rpartition(".")[2].lower(), "application/octet-stream")


def _instead(text: str) -> bytes:
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The site cannot be built yet</title>
</head>
<body>
<h1>The site cannot be built yet</h1>
<p>Mend what is told here and save: this page will turn into the site by itself.</p>
<pre>{html.escape(text)}</pre>
</body>
</html>
""".encode()


def listening(page: bytes, host: str) -> bytes:
    """A page with the script that listens for changes.

    The script finds the socket by its own address, but cannot read an IPv6 one there.
    """
    name, _, port = host.rpartition(":")
    where = f"?host={name}&amp;port={port}" if name.startswith("[") else ""
    tag = f'<script src="{SCRIPT}{where}" defer></script>'.encode()
    end = re.search(rb"</head\s*>", page, re.IGNORECASE)
    at = end.start() if end else len(page)
    return page[:at] + tag + page[at:]


def reloads(plan: Plan) -> tuple[str, ...]:
    """What browsers are told of a change, as livereload's paths: styles are swapped, anything else reloads the page."""
    if not plan.changes:
        return ()
    if not plan.create and not plan.delete and all(path.endswith(".css") for path in plan.replace):
        return tuple(f"/{path}" for path in plan.replace)
    return ("/",)


# Who is answered


def authority(host: str, port: int) -> str:
    """A host and port as an address and a Host header write them."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def own_names(host: str, port: int) -> frozenset[str]:
    """What the Host header of a request to us may say. A browser leaves out port 80."""
    hosts = ("127.0.0.1", "localhost", "::1", host.lower())
    names = frozenset(authority(one, port) for one in hosts)
    return names | {name.removesuffix(":80") for name in names if port == 80}  # noqa: PLR2004 - the web's port


def policy(host: str) -> str:
    """The Content-Security-Policy of a page that was asked for under a host: nothing but our own files and socket."""
    return f"default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; connect-src 'self' ws://{host}"


_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def _head(handler: RequestHandler) -> None:
    handler.clear_header("Server")
    for name, value in _HEADERS.items():
        handler.set_header(name, value)
    handler.set_header("Content-Type", _PLAIN)
    handler.set_header("Content-Security-Policy", "default-src 'none'")


def _turn_away_strangers(handler: RequestHandler, names: frozenset[str]) -> None:
    """A request under another name was not meant for us: another site's name may have been made to lead here."""
    if handler.request.host.lower() not in names:
        raise HTTPError(403)


class _Page(RequestHandler):
    """Answers for all addresses but the socket's."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, server: "Server") -> None:
        self._server = server

    def set_default_headers(self) -> None:
        _head(self)

    def prepare(self) -> None:
        _turn_away_strangers(self, self._server.names)

    def get(self) -> None:
        host = self.request.host.lower()
        answered = self._server.answer(self.request.path)
        self.set_status(answered.status)
        self.set_header("Content-Type", answered.type)
        self.set_header("Content-Security-Policy", policy(host))
        if answered.location:
            self.set_header("Location", answered.location)
        self.finish(listening(answered.body, host) if answered.type == TYPES["html"] else answered.body)

    head = get

    def compute_etag(self) -> None:
        """None: nothing is to be kept, so there is nothing to compare with."""

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401 - tornado's own way
        self.finish(f"{status_code}\n")


class _Socket(LiveReloadHandler):  # type: ignore[misc]
    """Tells a page of ours when it has changed."""

    watcher = SimpleNamespace(filepath=None)
    """Stands where livereload looks for its own watcher."""
    live_css = True

    def initialize(self, server: "Server") -> None:
        self._server = server

    def set_default_headers(self) -> None:
        _head(self)

    def prepare(self) -> None:
        _turn_away_strangers(self, self._server.names)
        if not self.check_origin(self.request.headers.get("Origin", "")):
            raise HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        return origin.lower().removeprefix("http://") in self._server.names and "://" in origin

    def open(self) -> None:
        self._server.sockets.add(self)

    def on_close(self) -> None:
        self._server.sockets.discard(self)
        super().on_close()

    def on_message(self, message: str | bytes) -> None:
        """What the script says; whoever says anything else is no script of ours."""
        try:
            said = json.decode(message, type=dict[str, object])
        except DecodeError:
            said = {}
        if isinstance(said.get("command"), str):
            super().on_message(message)
        else:
            LiveReloadHandler.waiters.discard(self)
            self.close()

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401 - tornado's own way
        self.finish(f"{status_code}\n")


# The server


def bind(host: str, port: int) -> socket.socket:
    """The socket of a host, at a port or at any free one (0); who connects waits until a server is there.

    `OSError` if that cannot be, `ValueError` for a host that stands for every address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.create_server((host, port), family=family, backlog=128)
    if ipaddress.ip_address(bound.getsockname()[0]).is_unspecified:
        bound.close()
        raise ValueError(host)
    bound.setblocking(False)
    return bound


class Server:
    """Shows the same to all browsers: a site, or what is wrong with it. Is made and used where a loop runs."""

    def __init__(self, host: str, listener: socket.socket) -> None:
        port = listener.getsockname()[1]
        self.names = own_names(host, port)
        self.address = f"http://{authority(host, port)}/"
        self.started = False
        self.sockets: set[_Socket] = set()
        self._shown: Tree | Mistakes = Mistakes("")
        self._script = _script()
        self._listener = listener
        self._http = HTTPServer(
            Application(
                [(SOCKET, _Socket, {"server": self}), (".*", _Page, {"server": self})],
                log_function=lambda _: None,
                websocket_max_message_size=LARGEST_MESSAGE,
            ),
            max_header_size=LARGEST_HEAD,
            max_body_size=LARGEST_BODY,
            body_timeout=PATIENCE,
        )

    def start(self) -> None:
        """Answers from now on."""
        # requests that make no sense, and pages that are left while they are told something, do not concern the author
        for name in ("tornado.access", "tornado.general", "livereload"):
            logging.getLogger(name).addHandler(logging.NullHandler())
            logging.getLogger(name).propagate = False
        self._http.add_socket(self._listener)
        self.started = True

    def answer(self, address: str) -> Answer:
        """What stands at an address now."""
        return Answer(200, TYPES["js"], self._script) if address == SCRIPT else answer(self._shown, address)

    def show(self, tree: Tree) -> Plan:
        """Shows a site from now on, and tells the browsers; how it differs from the one before."""
        before = {} if isinstance(self._shown, Mistakes) else self._shown
        plan = diff(before, tree, frozenset(before))
        self._shown = tree
        self._tell(reloads(plan))
        return plan

    def show_mistakes(self, text: str) -> bool:
        """Shows what is wrong, if there is no site yet; otherwise the last one stays. Whether there is one."""
        if not isinstance(self._shown, Mistakes):
            return True
        self._shown = Mistakes(text)
        self._tell(("/",))
        return False

    def _tell(self, paths: tuple[str, ...]) -> None:
        for path in paths:
            _Socket.reload_waiters(path)

    async def stop(self) -> None:
        """Answers no more, and lets everybody go."""
        self._http.stop()
        self._listener.close()
        for waiting in tuple(self.sockets):
            LiveReloadHandler.waiters.discard(waiting)
            waiting.close()
        await self._http.close_all_connections()


def _script() -> bytes:
    return (importlib.resources.files(livereload) / "vendors" / "livereload.js").read_bytes()
