import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Sequence

import pytest

from dateline.edge import workers
from dateline.edge.workers import FEW, Workers
from dateline.kernel.call import direct


def square(number: int) -> int:
    return number * number


def whose(number: int) -> tuple[int, int]:
    return number, os.getpid()


def broken(number: int) -> int:
    if number == 300:
        message = "our bug"
        raise ValueError(message)
    return number


def killed(number: int) -> int:
    if number == 300:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("inputs", [range(0), range(1), range(FEW), range(FEW * 3 + 1)])
def test_results_are_those_of_a_direct_call(jobs: int, inputs: Sequence[int]) -> None:
    assert Workers(jobs)(square, inputs) == direct(square, inputs)


def test_many_inputs_are_spread_and_few_are_not() -> None:
    many = Workers(2)(whose, range(FEW))
    assert [number for number, _ in many] == list(range(FEW))
    assert os.getpid() not in {process for _, process in many}
    for jobs, inputs in ((2, FEW - 1), (1, FEW)):
        assert {process for _, process in Workers(jobs)(whose, range(inputs))} == {os.getpid()}


def test_a_step_without_a_name_works_too() -> None:
    assert Workers(2)(lambda number: number + 1, range(FEW)) == list(range(1, FEW + 1))


def test_what_other_systems_do_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_forks", lambda: False)
    assert Workers(2)(abs, range(-FEW, 0)) == list(range(FEW, 0, -1))
    assert Workers(2)(lambda number: number + 1, range(FEW)) == list(range(1, FEW + 1))


def test_a_bug_in_a_step_is_heard_of() -> None:
    with pytest.raises(ValueError, match="our bug"):
        Workers(2)(broken, range(FEW * 3))


def test_a_worker_that_is_killed_is_a_fault_of_the_world() -> None:
    with pytest.raises(OSError, match="Cannot allocate memory"):
        Workers(2)(killed, range(FEW * 3))


SLOW = """
import sys
import time
from dateline.edge import workers

def slow(number):
    print("begun", flush=True)
    time.sleep(0.02)

try:
    workers.PORTIONS = 5000
    workers.Workers(2)(slow, range(100000))
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_an_interrupt_ends_all_without_a_word() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        assert process.wait(10) == 130
        assert process.stderr.read() == b""
        assert time.monotonic() - began < 5


def test_who_watches_sees_each_step_to_its_end() -> None:
    seen: list[object] = []

    @contextlib.contextmanager
    def watch(name: str, inputs: int) -> Generator[Callable[[int], None]]:
        done = 0

        def advance(more: int) -> None:
            nonlocal done
            done += more

        yield advance
        seen.append((name, inputs, done))

    for inputs in (3, FEW * 2):
        Workers(2, watch)(square, range(inputs))
    assert seen == [("square", 3, 3), ("square", FEW * 2, FEW * 2)]
