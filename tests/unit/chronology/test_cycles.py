from dateline.chronology.cycles import undo_cycles
from dateline.chronology.ties import Relating, Tie


def ties(*relations: str) -> list[Tie]:
    kinds: dict[str, Relating] = {"after": "after", "before": "before", "during": "during", "caused_by": "caused_by"}
    words = [relation.split() for relation in relations]
    return [Tie(kinds[kind], event, other, None, index) for index, (event, kind, other) in enumerate(words)]


def undone(relations: list[Tie]) -> tuple[list[str], list[str]]:
    names = sorted({name for tie in relations for name in (tie.event, tie.other)})
    found = undo_cycles(relations, {name: number for number, name in enumerate(names)})
    cycles = [" ".join([cycle.links[0].subject, *(link.other for link in cycle.links)]) for cycle in found.cycles]
    return cycles, [f"{tie.event} {tie.kind} {tie.other}" for tie in found.ties]


def test_what_has_no_cycle_stays() -> None:
    relations = ties("a after b", "b caused_by a", "a during b", "c before b")
    assert undone(relations) == ([], ["a after b", "b caused_by a", "a during b", "c before b"])


def test_each_tangle_has_its_cycle() -> None:
    relations = ties("a after b", "b after a", "c after a", "d before e", "d after e")
    assert undone(relations) == (["a b a", "d e d"], ["c after a"])


def test_the_same_said_twice_is_one_cycle() -> None:
    relations = ties("a after b", "b before a", "b after a", "a before b")
    assert undone(relations) == (["a b a"], [])


def test_a_shortest_cycle_comes_first_and_then_what_is_left() -> None:
    relations = ties("a after b", "b after c", "c after a", "b after a", "c after d", "d after c")
    assert undone(relations) == (["a b a", "c d c"], ["b after c", "c after a"])


def test_a_tangle_is_not_told_of_without_end() -> None:
    names = [f"{number:02}" for number in range(30)]
    relations = ties(*(f"{one} after {two}" for one in names for two in names if one != two))
    cycles, left = undone(relations)
    assert len(cycles) == len(set(cycles))
    assert 20 <= len(cycles) < 500
    assert left == []
