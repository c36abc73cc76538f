from collections.abc import Iterator, Mapping

from dateline.kernel.plan import Plan, diff, parents


def test_a_plan_says_what_is_new_changed_the_same_and_gone() -> None:
    old = {"a": b"1", "b": b"1", "c": b"1", "foreign": b"1"}
    new = {"d": b"1", "b": b"2", "c": b"1", "a/x": b"1"}
    assert diff(old, new, frozenset({"a", "b", "c"})) == Plan(
        create=("a/x", "d"), replace=("b",), keep=("c",), delete=("a",)
    )


def test_what_no_build_wrote_is_never_deleted() -> None:
    assert diff({"CNAME": b""}, {}, frozenset({"index.html"})) == Plan()


def test_changes_counts_the_files_that_differ() -> None:
    assert diff({"a": b"1", "b": b"1", "c": b""}, {"a": b"2", "n": b"", "c": b""}, frozenset({"b"})).changes == 3


def test_each_old_file_is_read_at_most_once() -> None:
    class Counting(Mapping[str, bytes]):
        def __init__(self) -> None:
            self.read: list[str] = []

        def __getitem__(self, path: str) -> bytes:
            self.read.append(path)
            return {"a": b"1", "b": b"1", "c": b"1"}[path]

        def __contains__(self, path: object) -> bool:
            return path in ("a", "b", "c")

        def __iter__(self) -> Iterator[str]:
            return iter(("a", "b", "c"))

        def __len__(self) -> int:
            return 3

    old = Counting()
    diff(old, {"b": b"1", "a": b"2"}, frozenset({"c"}))
    assert sorted(old.read) == ["a", "b"]


def test_parents_are_the_folders_outermost_first() -> None:
    assert parents("a/b/c.html") == ["a", "a/b"]
    assert parents("c.html") == []
