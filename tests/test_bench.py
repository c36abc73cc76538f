"""The benchmark measures what it says: whole families of processes, changes that show, ratios of the same round."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from bench import elsewhere
from bench.corpus import Article, Entity, Event, Note, corpus, counts
from bench.figures import Figures, Made, Measured, Told
from bench.generators import Generator, dateline
from bench.measuring import Output, Spent, held, output, run
from bench.report import page, report
from bench.scenarios import SCENARIOS, Site
from bench.sites import DATELINE, HUGO, Form
from bench.steps import Step
from bench.turns import Turns
from dateline.kernel.call import direct

MEGABYTES = 60


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


HOLDING = f"held = b'x' * {MEGABYTES * 10**6}"


def test_the_peak_is_that_of_the_largest_process_also_of_a_child(tmp_path: Path) -> None:
    forking = f"import os\nchild = os.fork()\nif not child:\n    {HOLDING}\n    os._exit(0)\nos.waitpid(child, 0)"
    alone = run(python("pass"), tmp_path).peak
    assert alone + MEGABYTES / 2 < run(python(forking), tmp_path).peak < alone + MEGABYTES * 1.5


def test_processor_time_is_that_of_all_processes(tmp_path: Path) -> None:
    turning = "import time\nwhile time.process_time() < 0.4: pass"
    forking = f"import os\nchild = os.fork()\n{turning}\nif child: os.waitpid(child, 0)\nelse: os._exit(0)"
    assert run(python(forking), tmp_path).cpu > 0.8


def test_all_processes_together_are_added_up() -> None:
    forking = f"import os\nos.fork()\n{HOLDING}\nos.write(1, b'.')\nos.read(0, 1)"
    with subprocess.Popen(python(forking), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdin
        process.stdout.read(1)
        process.stdout.read(1)
        assert held(os.getpid()) > 2 * MEGABYTES
        process.stdin.write(b"..")


def test_a_program_that_fails_ends_the_benchmark_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="out of paper"):
        run(python("raise SystemExit('out of paper')"), tmp_path)


def test_a_story_has_what_it_says() -> None:
    story = [*corpus(200)]
    found = {sort: sum(isinstance(one, sort) for one in story) for sort in (Article, Note, Event, Entity)}
    assert found == {Article: 80, Note: 80, Event: 30, Entity: 10}
    assert sum(counts(200).values()) == len({one.id for one in story}) == 200
    assert story == [*corpus(200)] != [*corpus(200, seed=2)]


def test_a_story_has_its_articles_with_their_notes_and_events_in_order() -> None:
    last = ""
    for one in corpus(200):
        last = one.id if isinstance(one, Article) else last
        assert not isinstance(one, Note) or one.target == last
    events = [one for one in corpus(200) if isinstance(one, Event)]
    in_order = sorted(events, key=lambda one: one.position)
    assert [one.position for one in in_order] == [*range(1, 31)]
    assert [one.begins for one in in_order] == sorted(one.begins for one in events)


@pytest.mark.parametrize("form", [DATELINE, HUGO], ids=lambda form: form.name)
def test_each_document_stands_where_its_form_says(form: Form, tmp_path: Path) -> None:
    story = [one for one in corpus(40) if not isinstance(one, Note)]
    form.write(corpus(40), tmp_path / "site")
    assert [one.id for one in story if not (tmp_path / "site" / form.file(one.id)).is_file()] == []


@pytest.mark.parametrize("form", [DATELINE, HUGO], ids=lambda form: form.name)
def test_each_change_can_be_made_in_either_form(form: Form, tmp_path: Path) -> None:
    form.write(corpus(40), tmp_path / "site")
    site = Site(form, tmp_path / "site", 40)
    for scenario in SCENARIOS:
        if scenario.change:
            before = texts(site.folder)
            proofs = [scenario.change(site, turn) for turn in (1, 2)]
            after = texts(site.folder)
            changed = [path for path, text in after.items() if text != before[path]]
            assert changed
            assert all(any(proof.words in after[path] for path in changed) for proof in proofs[1:])
            assert proofs[0].page != proofs[1].page


def texts(folder: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def test_what_changes_shows_in_our_site(tmp_path: Path) -> None:
    figures = Turns([dateline("all")], SCENARIOS, 1, tmp_path, look=False).figures([30])
    assert [one.scenario for one in figures.measured] == [one.name for one in SCENARIOS]
    assert all(one.peak > 10 and one.cpu > 0 for one in figures.measured)
    assert figures.made[0].output == output(tmp_path / "Dateline-30" / "site")
    assert dict(figures.made[0].output.sorts)["articles/"] > 12


def test_a_build_that_does_not_show_a_change_is_not_measured(tmp_path: Path) -> None:
    idle = Generator("Idle", DATELINE, (*python("pass"),), "site", ())
    scenarios = [one for one in SCENARIOS if one.name == "body"]
    with pytest.raises(SystemExit, match="does not show"):
        Turns([idle], scenarios, 1, tmp_path, look=False).figures([30])


def spent(*walls: float, peak: float = 100.0) -> tuple[Spent, ...]:
    return tuple(Spent(wall, wall, peak) for wall in walls)


def figures() -> Figures:
    measured = (
        Measured(1000, "Hugo", "cold", spent(1.0, 2.0, 4.0)),
        Measured(1000, "Dateline --jobs 1", "cold", spent(1.0, 3.2, 4.0, peak=201.0)),
        Measured(1000, "Dateline --jobs 2", "cold", spent(2.0, 3.2, 2.0, peak=200.0)),
        Measured(10000, "Hugo", "cold", spent(10.0)),
        Measured(10000, "Dateline --jobs 1", "cold", spent(12.5)),
        Measured(1000, "Dateline --jobs 2 with search", "cold", spent(2.5, 4.2, 2.4)),
    )
    made = tuple(
        Made(size, name, Output(files, files, 1.5, (("", 1), ("known/", files - 1)), "ab"))
        for size, name, files in ((1000, "Hugo", 5), (1000, "Dateline --jobs 1", 9), (1000, "Dateline --jobs 2", 9))
    )
    return Figures(measured, made, (Told(1000, "cold", (Step("read_document", 0.5, 1000),)),))


def table(title: str) -> list[list[str]]:
    """The rows of the table under a heading."""
    _, _, after = report(figures()).partition(f"## {title}\n")
    lines = [line for line in after.partition("\n## ")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_a_ratio_is_the_median_of_the_rounds_own_ratios() -> None:
    rows = {(row[0], row[1]): row[-2:] for row in table("A first build")}
    assert rows["1,000", "Dateline --jobs 1"] == ["1.00", "1.00, 1.60, 1.00"]
    assert rows["1,000", "Dateline --jobs 2"] == ["1.60", "2.00, 1.60, 0.50"]
    assert rows["1,000", "Hugo"] == ["", ""]


def test_what_was_aimed_at_is_met_or_missed() -> None:
    assert table("Aims: times as long as Hugo") == [
        ["A first build", "1,000", "1.50", "1.00, met", "1.60, missed"],
        ["A first build", "10,000", "1.00", "1.25, missed", ""],
        ["The largest process", "1,000", "200 MB", "201 MB, missed", "200 MB, met"],
        ["The largest process", "10,000", "400 MB", "100 MB, met", ""],
    ]


def test_growth_is_told_for_ten_times_the_documents() -> None:
    assert [row[2:4] for row in table("Ten times the documents")] == [["Hugo", "× 5.0"], ["Dateline --jobs 1", "× 3.9"]]


def test_what_came_out_is_told_once_for_each_program() -> None:
    assert [row[1:4] for row in table("What came out")] == [["Hugo", "5", "5"], ["Dateline", "9", "9"]]


def test_what_an_index_adds_is_told_apart() -> None:
    assert table("What a search index adds") == [["A first build", "1,000", "2.00", "2.50", "0.50", "0.50", "100"]]
    assert not any("search" in cell for row in table("A first build") for cell in row)


def test_the_page_says_how_it_was_made() -> None:
    written = page(figures(), "--rounds 3", "a machine", ("Dateline 7",))
    assert "make bench OPTIONS='--rounds 3'` on a machine; Hugo" in written.replace("\n", " ")
    assert "| read_document | 0.500 (1,000) |" in written


@pytest.fixture(params=["threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    with elsewhere.EXECUTORS[request.param](2) as executor:
        yield executor


def test_any_executor_makes_the_same_site(executor: Executor, tmp_path: Path) -> None:
    DATELINE.write(corpus(30), tmp_path / "site")
    here = elsewhere.made(tmp_path / "site", direct)
    assert elsewhere.made(tmp_path / "site", elsewhere.Elsewhere(executor, portion=7)) == here
    assert len(here) > 30
