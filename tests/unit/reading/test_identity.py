import pytest

from dateline.kernel.diagnostics import Diagnostic
from dateline.model.names import Id, InputPath, Key, Kind
from dateline.reading.identity import document_key, hiding, id_objection, look_alikes


@pytest.mark.parametrize(
    "name", ["release", "52", "a-b-", "ė", "рэлізаванне", "释放", "हिन्दी", "نتیجه\u200cگیری", "conn", "ß"]
)
def test_ids(name: str) -> None:
    assert id_objection(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "Release",
        "a b",
        "a_b",
        "a.b",
        "a/b",
        "a\\b",
        "nul",
        "com1",
        "aux",
        "lpt9",
        "a" * 253,
        "",
        "a\0",
        "É",
        "a%2e",
        "…",
    ],
)
def test_what_cannot_be_an_id(name: str) -> None:
    assert id_objection(name)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("The Big Release", 'rename it to "the-big-release"'),
        ("--A  b.c--", 'rename it to "a-b-c"'),
        ("...", "use lower-case letters, digits and hyphens"),
    ],
)
def test_the_hint_names_a_better_one(name: str, hint: str) -> None:
    objection = id_objection(name)
    assert objection
    assert objection.hint == hint


def test_names_that_are_not_utf_8_do_no_harm() -> None:
    found = document_key(InputPath("content/events/a\udcff.md"))
    assert isinstance(found, Diagnostic)
    assert found.message == '"a\\udcff" holds letters that are not UTF-8'
    found.message.encode()
    found.hint.encode()


@pytest.mark.parametrize(
    ("name", "warned"),
    [
        ("release", False),
        ("rеlease", True),
        ("αbc", True),
        ("東京とtokyo", False),
        ("re\u200blease", True),
        ("re\u202elease", True),
        ("نتیجه\u200cگیری", True),
    ],
)
def test_look_alikes_are_warned_of(name: str, warned: bool) -> None:  # noqa: FBT001 - a table
    found = look_alikes(Key(Kind.EVENT, Id(name)), InputPath("x.md"))
    assert bool(found) is warned
    assert {one.code for one in found} <= {"mixed-scripts"}


def test_joiners_are_part_of_words_in_titles() -> None:
    assert hiding("👩\u200d🚀 نتیجه\u200cگیری") is None
    assert hiding("a\u2066b")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/event/a.md", 'did you mean "events"?'),
        ("content/organizations/a.md", 'did you mean "organisations"?'),
        ("content/index/a.md", ""),
        ("content/a.md", ""),
    ],
)
def test_a_folder_that_is_no_kind(path: str, hint: str) -> None:
    found = document_key(InputPath(path))
    assert isinstance(found, Diagnostic)
    assert found.code == "unknown-folder"
    assert found.hint == hint or (not hint and found.hint.startswith("move it to one of"))
