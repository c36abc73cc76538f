"""The edits come about, do what they say, and whatever a build could get wrong by them is noticed."""

from functools import lru_cache
from pathlib import Path
from random import Random

import pytest

from tests.edits.choosing import GROUPS, Step
from tests.edits.documents import CONFIG, KINDS, Document, World, kind_of, parsed
from tests.edits.operations import (
    Workplace,
    Write,
)
from tests.edits.stories import story
from tests.edits.trying import fails

MAKERS = [make for table in GROUPS.values() for make in table]
FIRST = Step("the first build")


@lru_cache(maxsize=1)
def small() -> dict[str, bytes]:
    """A site that soon is built."""
    article = Document({"title": "Fifty-two", "published": "2025-09-12"}, "They crossed. Nobody was left.\n")
    note = Document({"target": "fifty-two", "quote": "Nobody was left"}, "So it is said.\n")
    event = Document({"title": "The release", "date": "2025-09-11", "sources": ["fifty-two"]}, "A mark.[^none]\n")
    config = "title: A site\nbase_url: https://example.org/\nlanguage: en\ntimezone: UTC\nsearch: false\n"
    return {
        CONFIG: f"{config}social_cards: false\n".encode(),
        "content/articles/fifty-two.md": article.data,
        "content/annotations/left.md": note.data,
        "content/events/release.md": event.data,
    }


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    made = Workplace(tmp_path)
    for path, data in small().items():
        made.do(Write(path, data))
    return made


def test_a_document_is_read_as_it_was_written() -> None:
    document = Document({"title": 'A "b": c', "tags": ["x", "ž"], "draft": True}, "## H\n\nWords stand here.\n")
    assert parsed(document.data) == document
    assert parsed(b"\xff") is parsed(b"---\ntitle: [\n---\n") is parsed(b"no front matter") is None
    assert (document.headings, document.passages) == (["H"], ["Words stand here."])


def test_stories_hold_every_kind_and_can_mostly_be_built() -> None:
    stories = [story(Random(seed)) for seed in range(20)]
    for files in stories:
        assert {kind_of(path) for path in files} >= set(KINDS)
        assert 15 <= len(World(files).entries) <= 30
    assert sum(fails_to_build(files) for files in stories[:8]) <= 4


def fails_to_build(files: dict[str, bytes]) -> bool:
    return any("exit status" in one or "Traceback" in one for one in fails(files, [FIRST])) or sound_story_is_not(files)


def sound_story_is_not(files: dict[str, bytes]) -> bool:
    return not files
