"""Paper: no word is lost, links say where they lead, pages are numbered, the PDF is tagged and has an outline."""

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.browser.paper import letters, runs
from tests.browser.windows import Reader, ask, none

if TYPE_CHECKING:
    from tests.browser.paper import Paper
    from tests.browser.serving import Place

pytestmark = pytest.mark.browser


def test_every_word_is_on_paper(reader: Reader, place: "Place", paper: "Paper") -> None:
    wanted = Counter(run for words in ask(reader.at(place), "printed")["words"] for run in runs(words))
    stream = letters("".join(paper.pages))
    lacking = {word: (count, stream.count(word)) for word, count in wanted.items() if stream.count(word) < count}
    none(
        [f"“{word}”: {have} of {count} times" for word, (count, have) in lacking.items()],
        f"{place} on paper: {place.url}",
    )


def test_links_say_where_they_lead_on_paper(reader: Reader, place: "Place", paper: "Paper") -> None:
    stream = letters("".join(paper.pages))
    addresses = ask(reader.at(place), "printed")["addresses"]
    none(
        [one for one in addresses if letters(re.sub(r"^https?://", "", one)) not in stream],
        f"{place}: addresses that are not on paper",
    )


def test_pages_of_paper_are_numbered(place: "Place", paper: "Paper") -> None:
    told = [[unicodedata.normalize("NFKC", run) for run in re.findall(r"\d+", words)] for words in paper.margins]
    faults = [f"page {number}: {margin}" for number, margin in enumerate(told, 1) if str(number) not in margin]
    none(faults, f"{place}: pages of paper without their number in the margin")


def test_paper_is_tagged_and_has_an_outline(place: "Place", paper: "Paper") -> None:
    assert paper.properties.get("Tagged") == "yes", f"{place}: the PDF is not tagged"
    assert paper.outlined, f"{place}: the PDF has no outline"
    assert paper.properties.get("Title"), f"{place}: the PDF has no title"
