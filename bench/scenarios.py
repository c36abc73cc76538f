"""What an author does between two builds, and how it is proven that the second one saw it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from bench.corpus import counts, numbered
from bench.sites import Form


class Proof(Struct, frozen=True):
    """Words that must stand in a page after the build, and must not before."""

    page: str
    words: str

    def stands(self, site: Path) -> bool:
        page = site / self.page
        return page.is_file() and self.words in page.read_text("utf-8")


class Site(Struct, frozen=True):
    """A site that an author works on."""

    form: Form
    folder: Path
    size: int

    def middle(self, sort: str, turn: int) -> str:
        """A document from the middle of the story, in each turn another."""
        number = counts(self.size)[sort]
        return numbered(sort, (number // 2 + turn - 1) % number + 1)

    def file(self, name: str) -> Path:
        return self.folder / self.form.file(name)


Change = Callable[[Site, int], Proof]
"""Changes a site's files, in each turn otherwise."""


class Scenario(Struct, frozen=True):
    name: str
    title: str
    meaning: str
    change: Change | None = None
    afresh: bool = False
    """Whether there is nothing from an earlier build."""


def _body(site: Site, turn: int) -> Proof:
    article, words = site.middle("article", turn), f"This sentence was added in round {turn}."
    head, front, body = site.file(article).read_text("utf-8").split("---\n", 2)
    first, rest = body.split("\n", 1)
    _write(site.file(article), "---\n".join((head, front, f"{first} {words}\n{rest}")))
    return Proof(site.form.page(article), words)


def _title(site: Site, turn: int) -> Proof:
    """The title of an article that an event names as its source. A link in a body has words of its own."""
    event, words = site.middle("event", turn), f"Named Anew In Round {turn}"
    found = re.search(r"^sources: (.*)$", site.file(event).read_text("utf-8"), re.MULTILINE)
    sources = json.loads(found[1]) if found else []
    article = site.file(sources[0].rpartition("/")[2])
    text = re.sub(r"^title: .*$", f'title: "{words}"', article.read_text("utf-8"), count=1, flags=re.MULTILINE)
    _write(article, text)
    return Proof(site.form.page(event), words)


def _template(site: Site, turn: int) -> Proof:
    file, words = site.folder / site.form.template, f"as in round {turn}"
    text = re.sub('(?<=<p class="mark">)[^<]*', words, file.read_text("utf-8"))
    _write(file, text)
    return Proof(site.form.page(site.middle("article", turn)), words)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


SCENARIOS = (
    Scenario("cold", "A first build", "no output, and nothing remembered", afresh=True),
    Scenario("nothing", "Nothing changed", "built again as it is"),
    Scenario("body", "One body edited", "a sentence is added to an article", _body),
    Scenario("title", "A title changed", "an article gets another title, which pages that name it show too", _title),
    Scenario("template", "A template changed", "the site's own template of every article's page", _template),
)
