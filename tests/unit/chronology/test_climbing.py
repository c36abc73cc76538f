from dateline.chronology.climbing import climb, flat
from dateline.chronology.constraints import Arc

SIZE = 10_000


def test_a_chain_of_any_depth_takes_one_passage_in_either_direction() -> None:
    for backwards in (False, True):
        step = -1 if backwards else 1
        arcs: list[list[Arc]] = [[(at + step, at, None)] if 0 <= at + step < SIZE else [] for at in range(SIZE)]
        state = flat(SIZE)
        state.values[-1 if backwards else 0] = 7
        climb(state, arcs, range(SIZE), backwards=backwards)
        assert set(state.values) == {7}
        assert state.compared == SIZE - 1


def test_a_chain_against_the_order_takes_two() -> None:
    arcs: list[list[Arc]] = [[(at - 1, at, None)] if at else [] for at in range(SIZE)]
    state = flat(SIZE)
    state.values = list(range(SIZE))
    climb(state, arcs, range(SIZE))
    assert set(state.values) == {SIZE - 1}
    assert state.compared == 2 * (SIZE - 1) - 1


def test_where_nothing_is_known_nothing_rises() -> None:
    state = flat(2)
    climb(state, [[(1, 0, None)], []], [0, 1])
    assert (state.values, state.compared) == ([None, None], 0)


def test_what_rises_above_its_ceiling_cuts_the_bond_and_says_why() -> None:
    state = flat(4)
    high, low = state.trail.begin(0), state.trail.begin(3)
    state.values[0], state.causes[0] = 5, high
    state.ceilings[3], state.lids[3] = 4, low
    climb(state, [[(1, 10, None)], [(2, 11, None)], [(3, 12, None)], []], [0, 1, 2, 3])
    (clash,) = state.clashes
    assert state.trail.back(clash.rise, set()) == ([12, 11, 10], 0)
    assert state.trail.back(clash.rise, {11}) == ([12], None)
    assert state.trail.back(clash.ceiling, set()) == ([], 3)
    assert (state.values, state.cut) == ([5, 5, 5, None], {12})


def test_a_circle_that_never_ends_is_left() -> None:
    arcs: list[list[Arc]] = [[(1, 0, lambda at, _: at + 1)], [(0, 1, lambda at, _: at)]]
    state = flat(2)
    state.values[0] = 0
    climb(state, arcs, [0, 1])
    assert state.compared < 100_000
    assert state.reserve < 0
