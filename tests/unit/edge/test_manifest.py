import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.edge.manifest import may_be_ours, understood, written_down


def test_a_mark_is_a_format_line_and_sorted_paths() -> None:
    assert written_down(frozenset({"b", "a/c.html", "ž"})) == "dateline-site 1\na/c.html\nb\nž\n".encode()


@given(st.frozensets(st.text(max_size=8).filter(may_be_ours), max_size=5))
def test_a_mark_is_understood_as_it_was_meant(paths: frozenset[str]) -> None:
    try:
        data = written_down(paths)
    except UnicodeEncodeError:
        return  # half a surrogate pair, which no file system hands out
    assert understood(data) == paths


@pytest.mark.parametrize("data", [b"", b"\n", b"dateline-site 2\n", b" dateline-site 1\n", b"\xff\xfe"])
def test_anything_else_is_no_mark(data: bytes) -> None:
    assert understood(data) is None


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../x", "a/../x", "a/./x", "a//x", "a/", ".git", ".git/config", ".GIT/x", ".dateline", "a\0b"],
)
def test_names_that_lead_elsewhere_are_never_ours(path: str) -> None:
    assert not may_be_ours(path)


@pytest.mark.parametrize("path", ["index.html", "a/b.html", ".well-known/x", "a/.git", "..a", "CNAME"])
def test_other_names_may_be(path: str) -> None:
    assert may_be_ours(path)
