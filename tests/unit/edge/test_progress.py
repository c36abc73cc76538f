import functools
import io
import sys
import time
from collections.abc import Callable

import pytest

from dateline.edge.progress import Timed, bar, unseen, watched
from dateline.kernel.call import direct


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which goes on only where a test says so."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    return now


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Standard error becomes a terminal when a test begins, for pytest puts its own there before."""

    def become() -> Terminal:
        stream = Terminal()
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return become


def test_a_step_within_a_second_shows_nothing(clock: list[float], terminal: Callable[[], Terminal]) -> None:
    screen = terminal()
    with bar("render_page", 3) as advance:
        for _ in range(3):
            clock[0] += 0.3
            advance(1)
    assert screen.getvalue() == ""


def test_a_longer_one_shows_a_bar_with_what_is_done(clock: list[float], terminal: Callable[[], Terminal]) -> None:
    screen = terminal()
    with bar("render_page", 4) as advance:
        for _ in range(3):
            clock[0] += 0.6
            advance(1)
        shown = screen.getvalue()
        assert "render page" in shown
        assert "2/4" in shown
        clock[0] += 0.6
        advance(1)
    assert "4/4" in screen.getvalue()


def test_a_step_that_is_done_shows_nothing_more(clock: list[float], terminal: Callable[[], Terminal]) -> None:
    screen = terminal()
    with bar("anchor", 1) as advance:
        clock[0] += 9
        advance(1)
    assert screen.getvalue() == ""


def test_bars_are_for_terminals_and_for_who_wants_them(
    terminal: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal()
    assert watched(quiet=False) is bar
    assert watched(quiet=True) is unseen
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert watched(quiet=False) is unseen
    monkeypatch.setattr(sys, "stderr", None)
    assert watched(quiet=False) is unseen


def test_a_timed_call_gives_the_same_and_notes_the_times(clock: list[float]) -> None:
    def wait(seconds: float) -> float:
        clock[0] += seconds
        return seconds

    call = Timed(direct)
    assert call(wait, [1, 2]) == [1, 2]
    assert call(functools.partial(max, 1), [2]) == [2]
    assert call(wait, [0.5]) == [0.5]
    assert [(one.name, one.inputs, one.seconds) for one in call.took] == [("wait", 3, 3.5), ("max", 1, 0.0)]
