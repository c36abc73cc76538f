"""What an author may ask for on the command line, and how each option is spelt and explained."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

_PATH = click.Path(path_type=Path)


class Asked(Struct, frozen=True):
    """All options of a command; of those that a command does not take, the default."""

    config: Path = Path("config.yaml")
    output: Path | None = None
    cache: Path | None = None
    base_url: str | None = None
    drafts: bool = False
    as_of: str | None = None
    strict: bool = False
    clean: bool = False
    verify: bool = False
    profile: bool = False
    links: bool = False
    jobs: int | None = None
    quiet: bool = False
    verbose: bool = False
    format: str = "text"
    kind: str | None = None
    port: int | None = None
    host: str = "127.0.0.1"
    open: bool = False


KIND = click.argument("kind", required=False)
CONFIG = click.option(
    "--config", type=_PATH, default=Path("config.yaml"), metavar="FILE", help="The site's settings. [config.yaml]"
)
OUTPUT = click.option("--output", type=_PATH, metavar="DIR", help="The folder of the built site. [site/]")
CACHE = click.option("--cache", type=_PATH, metavar="DIR", help="The folder of what is remembered. [.dateline/]")
CLEAN = click.option("--clean", is_flag=True, help="Build everything anew, whatever is remembered.")
VERIFY = click.option("--verify", is_flag=True, help="Make everything anew too, and compare.")
PROFILE = click.option("--profile", is_flag=True, help="Say how long each step took.")
BASE_URL = click.option("--base-url", metavar="URL", help="The address at which the site is published.")
DRAFTS = click.option("--drafts", is_flag=True, help="Show drafts too.")
AS_OF = click.option("--as-of", metavar="DATE", help="The site as it stood at the end of this day, month or year.")
STRICT = click.option("--strict", is_flag=True, help="Take a warning for an error.")
LINKS = click.option("--links", is_flag=True, help="Follow every link of the built site too.")
JOBS = click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Use so many processes. [as many as there are cores]"
)
QUIET = click.option("--quiet", is_flag=True, help="Say nothing but what is wrong.")
VERBOSE = click.option("--verbose", is_flag=True, help="Say more of what is done.")
FORMAT = click.option(
    "--format",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How mistakes are shown: for people, as JSON lines, or for GitHub. [text]",
)
PORT = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help="The port to serve at; 0 is any free one. [8000, if free]",
)
HOST = click.option(
    "--host", default="127.0.0.1", metavar="NAME", help="The address of this machine to serve at. [127.0.0.1]"
)
OPEN = click.option("--open", is_flag=True, help="Show the site in your browser.")

Called = Callable[..., Any]
"""A function that click calls with the options by their names."""


def taking(*options: Callable[[Called], Called]) -> Callable[[Callable[[Asked], int]], Called]:
    """Makes a function from what was asked to an exit status into one that click can call."""

    def decorate(command: Callable[[Asked], int]) -> Called:
        @functools.wraps(command)
        def called(**given: Any) -> None:  # noqa: ANN401 - click's own way
            if given.get("quiet") and given.get("verbose"):
                raise click.UsageError("--quiet and --verbose cannot both be given.")
            click.get_current_context().exit(command(Asked(**given)))

        decorated: Called = called
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate
