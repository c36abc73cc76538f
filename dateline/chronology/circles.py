"""Circles in directed graphs whose nodes are numbers. Knows no events."""

from collections import deque
from collections.abc import Iterator, Sequence

Graph = Sequence[Sequence[int]]
"""For each node the nodes that follow it."""


def components(graph: Graph) -> list[list[int]]:
    """The strongly connected components, each before those that lead to it.

    R. Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of our own, since events may
    follow one another deeper than Python calls functions.
    """
    found: list[list[int]] = []
    seen, low = [-1] * len(graph), [0] * len(graph)
    left = bytearray(len(graph))
    stack: list[int] = []
    count = 0
    for root in range(len(graph)):
        if seen[root] >= 0:
            continue
        seen[root] = low[root] = count
        count += 1
        stack.append(root)
        path: list[tuple[int, Iterator[int]]] = [(root, iter(graph[root]))]
        while path:
            node, following = path[-1]
            for after in following:
                if seen[after] < 0:
                    seen[after] = low[after] = count
                    count += 1
                    stack.append(after)
                    path.append((after, iter(graph[after])))
                    break
                if not left[after]:
                    low[node] = min(low[node], seen[after])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == seen[node]:
                    found.append(_taken(node, stack, left))
    return found


def _taken(node: int, stack: list[int], left: bytearray) -> list[int]:
    """What stands on the stack down to a node, taken off it."""
    members = []
    while not left[node]:
        members.append(stack.pop())
        left[members[-1]] = 1
    return members


def sources_first(graph: Graph) -> list[int]:
    """All nodes, each before those that follow it except within a circle."""
    return [node for members in reversed(components(graph)) for node in reversed(members)]


def circle_through(start: int, graph: Graph) -> list[int]:
    """A shortest way from a node back to itself, as the nodes passed, the start first; empty where there is none."""
    came: dict[int, int] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for after in graph[node]:
            if after == start:
                way = [node]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if after not in came:
                came[after] = node
                waiting.append(after)
    return []
