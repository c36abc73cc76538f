"""Paper: no word is lost, links say where they lead, pages are numbered, the PDF is tagged and has an outline."""

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.browser.paper import letters
from tests.browser.windows import Reader, ask, none

if TYPE_CHECKING:
    from tests.browser.paper import Paper
    from tests.browser.serving import Place

pytestmark = pytest.mark.browser


def test_every_word_is_on_paper(reader: Reader, place: "Place", paper: "Paper") -> None:
    wanted = Counter(filter(None, map(letters, ask(reader.at(place), "printed")["words"])))
    stream = letters("".join(paper.pages))
    lacking = {word: (count, stream.count(word)) for word, count in wanted.items() if stream.count(word) < count}
    none([f"“{word}”: {have} of {count} times" for word, (count, have) in lacking.items()], f"{place} on paper: {place.url}")


def test_links_say_where_they_lead_on_paper(reader: Reader, place: "Place", paper: "Paper") -> None:
    stream = letters("".join(paper.pages))
    addresses = ask(reader.at(place), "printed")["addresses"]
    none([one for one in addresses if letters(re.sub(r"^https?://", "", one)) not in stream], f"{place}: addresses that are not on paper")


def test_pages_of_paper_are_numbered(place: "Place", paper: "Paper") -> None:
    faults = []
    for number, words in enumerate(paper.pages, 1):
        lines = [unicodedata.normalize("NFKC", line).strip(" \u200e\u200f\u202a-\u202e\u2066-\u2069") for line in words.splitlines()]
        if not any(re.search(rf"(?<!\d){number}(?!\d)", line) and len(line) < 60 for line in (*lines[:4], *lines[-5:])):
            faults.append(f"page {number}: {[*lines[:2], *lines[-3:]]}")
    none(faults, f"{place}: pages of paper without their number")


def test_paper_is_tagged_and_has_an_outline(place: "Place", paper: "Paper") -> None:
    assert paper.properties.get("Tagged") == "yes", f"{place}: the PDF is not tagged"
    assert paper.outlined, f"{place}: the PDF has no outline"
    assert paper.properties.get("Title"), f"{place}: the PDF has no title"
