"""Three sites, built with the product's own command line, and a file server that sends the policy of a careful host."""

import re
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from functools import cached_property, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
BELOW = "some/path"
"""The sites lie below this: a link that starts at the server's root leads nowhere."""

POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
SEARCHING = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""Of the search page, and of Pagefind's own files: a worker has the policy that its script was sent with."""

CONFIGS = {
    "story": ROOT / "config.yaml",
    "crowded": ROOT / "tests/browser/sites/crowded/config.yaml",
    "rtl": ROOT / "tests/browser/sites/rtl/config.yaml",
}

ELSEWHERE = 'http-equiv="refresh"'
"""What a page holds that only leads elsewhere."""

KIND = re.compile(r'<html[^>]*\bdata-kind="([^"]+)"')


class Place(NamedTuple):
    """One page of a site, opened for its kind."""

    site: str
    kind: str
    url: str

    def __str__(self) -> str:
        return f"{self.site}-{self.kind}"


@dataclass(frozen=True)
class Served:
    """A built site and where it is served."""

    name: str
    folder: Path
    root: str
    """The address of its home page, with a slash at the end."""

    @property
    def origin(self) -> str:
        return self.root.partition(f"/{BELOW}/")[0]

    @cached_property
    def texts(self) -> dict[str, str]:
        """The HTML of all pages by their addresses below the root; those that only lead elsewhere are left out."""
        files = {one.relative_to(self.folder).as_posix(): one for one in sorted(self.folder.rglob("*.html"))}
        texts = {name.removesuffix("index.html"): one.read_text("utf-8") for name, one in files.items()}
        return {name: text for name, text in texts.items() if ELSEWHERE not in text}

    @cached_property
    def places(self) -> list[Place]:
        """The fullest page of each kind."""
        fullest: dict[str, str] = {}
        for name, text in self.texts.items():
            found = KIND.search(text)
            kind = found[1] if found else "no-kind"
            if kind not in fullest or len(text) > len(self.texts[fullest[kind]]):
                fullest[kind] = name
        return [Place(self.name, kind, f"{self.root}{name}") for kind, name in sorted(fullest.items())]

    def place(self, kind: str) -> Place:
        return next(one for one in self.places if one.kind == kind)


class Quiet(SimpleHTTPRequestHandler):
    """Answers, as most hosts do, with the site's own page where there is nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None: ...

    def end_headers(self) -> None:
        searches = "/search/" in self.path or "/pagefind/" in self.path
        self.send_header("Content-Security-Policy", SEARCHING if searches else POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        site = self.path.removeprefix(f"/{BELOW}/").partition("/")[0]
        missing = Path(self.directory, BELOW, site, "404.html")
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
            return
        words = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)


@dataclass
class Sites:
    """All that is served in one run, below one temporary folder."""

    top: Path
    server: ThreadingHTTPServer
    served: dict[str, Served] = field(default_factory=dict)

    @classmethod
    def opened(cls) -> "Sites":
        top = Path(tempfile.mkdtemp(prefix="dateline-browser-"))
        (top / "www" / BELOW).mkdir(parents=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(top / "www")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return cls(top, server)

    def serve(self, name: str, config: Path, *options: str) -> Served:
        """Builds a site with these options, in which `{root}` is its address."""
        folder = self.top / "www" / BELOW / name
        root = f"http://127.0.0.1:{self.server.server_port}/{BELOW}/{name}/"
        asked = [option.format(root=root) for option in options]
        command = [sys.executable, "build.py", "build", "--config", str(config), "--output", str(folder), *asked]
        command += ["--cache", str(self.top / f"{name}-cache")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{config} does not build:\n{done.stdout}{done.stderr}")
        self.served[name] = Served(name, folder, root)
        return self.served[name]

    def serve_all(self) -> None:
        """The page for what is not there knows its own place, so each site is told where it is served."""
        for name, config in CONFIGS.items():
            self.serve(name, config, "--base-url", "{root}")

    def __getitem__(self, name: str) -> Served:
        return self.served[name]

    @property
    def judged(self) -> list[Served]:
        """The three sites, and not what a single check has built for itself."""
        return [self.served[name] for name in CONFIGS]

    @property
    def places(self) -> list[Place]:
        return [place for site in self.judged for place in site.places]

    def file(self, name: str, text: str) -> str:
        """Puts a page beside the sites, and says where it is."""
        (self.top / "www" / name).write_text(text, "utf-8")
        return f"http://127.0.0.1:{self.server.server_port}/{name}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        shutil.rmtree(self.top, ignore_errors=True)
