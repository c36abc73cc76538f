import pytest

from dateline.reading.frontmatter import LARGEST, split


@pytest.mark.parametrize(
    ("text", "block", "body"),
    [
        ("---\na: b\n---\nWords\n", "a: b\n", "Words\n"),
        ("---  \na: b\n--- \t\nWords\n", "a: b\n", "Words\n"),
        ("---\na: b\n...\nWords\n", "a: b\n", "Words\n"),
        ("---\n---\nWords", "", "Words"),
        ("---\na: b\n---", "a: b\n", ""),
        ("---\na: b\n---\n", "a: b\n", ""),
        ("---\na: b\n---\nWords\n\n---\n\nMore\n---\n", "a: b\n", "Words\n\n---\n\nMore\n---\n"),
        ("---\na: |\n  ---\n  ...\n---\nWords\n", "a: |\n  ---\n  ...\n", "Words\n"),
        ("---\na: ---b\n----\n---\n", "a: ---b\n----\n", ""),
    ],
)
def test_front_matter_stands_between_two_lines(text: str, block: str, body: str) -> None:
    made = split(text, "x.md")
    assert made.found == ()
    assert made.value
    assert (made.value.block, text[made.value.body :]) == (block, body)
    assert text[made.value.start :].startswith(block)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "missing-front-matter"),
        ("Words\n---\na: b\n---\n", "missing-front-matter"),
        (" ---\na: b\n---\n", "missing-front-matter"),
        ("---", "unclosed-front-matter"),
        ("---\na: b\n", "unclosed-front-matter"),
        ("---\na: b\n ---\n", "unclosed-front-matter"),
    ],
)
def test_what_is_not_front_matter(text: str, code: str) -> None:
    made = split(text, "x.md")
    assert made.value is None
    assert [one.code for one in made.found] == [code]
    assert made.found[0].place.span.start == 0


def test_the_limit_counts_bytes() -> None:
    fitting = "é" * (LARGEST // 2 - 1) + "\n"
    assert split(f"---\n{fitting}---\n", "x.md").value
    (found,) = split(f"---\né{fitting}---\n", "x.md").found
    assert found.code == "front-matter-too-large"
    assert found.message == "the fields take 64.0 KiB, and at most 64 KiB are read"
