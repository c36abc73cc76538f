import pytest

from dateline.chronology.circles import circle_through, components, sources_first


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ([], []),
        ([[]], [[0]]),
        ([[0]], [[0]]),
        ([[1], []], [[1], [0]]),
        ([[1], [0]], [[0, 1]]),
        ([[1], [2], [0], [2]], [[0, 1, 2], [3]]),
        ([[1], [2], [1, 3], []], [[3], [1, 2], [0]]),
        ([[2], [2], []], [[2], [0], [1]]),
        ([[1], [0], [3, 0], [2]], [[0, 1], [2, 3]]),
    ],
)
def test_components_come_before_those_that_lead_to_them(graph: list[list[int]], expected: list[list[int]]) -> None:
    assert [sorted(members) for members in components(graph)] == expected


def test_sources_come_first() -> None:
    assert sources_first([[2], [0, 3], [3], []]) == [1, 0, 2, 3]


def test_a_path_may_be_deeper_than_python_calls_functions() -> None:
    size = 20_000
    path = [[node + 1] for node in range(size - 1)] + [[]]
    assert sources_first(path) == list(range(size))
    ring = [[(node + 1) % size] for node in range(size)]
    assert [len(members) for members in components(ring)] == [size]
    assert circle_through(0, ring) == list(range(size))


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ([[1], []], []),
        ([[1], [0]], [0, 1]),
        ([[1, 2], [2], [0]], [0, 2]),
        ([[1], [2], [1]], []),
        ([[1], [2, 3], [0], [0]], [0, 1, 2]),
    ],
)
def test_a_shortest_way_back(graph: list[list[int]], expected: list[int]) -> None:
    assert circle_through(0, graph) == expected
