"""The edits come about, do what they say, and whatever a build could get wrong by them is noticed."""

import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import pytest

from bench import edits as harness
from tests.edits.building import Said, here, stopped, tree_of
from tests.edits.choosing import GROUPS, SHARES, Step, next_step, options
from tests.edits.documents import CONFIG, KINDS, Document, World, kind_of, parsed
from tests.edits.files import flood, mend
from tests.edits.operations import (
    Block,
    Damage,
    Forget,
    Keep,
    Lose,
    Move,
    Older,
    Operation,
    Plant,
    Remove,
    Spoil,
    Stamp,
    Swap,
    Wipe,
    Workplace,
    Write,
)
from tests.edits.shrinking import script, shortest
from tests.edits.stories import story
from tests.edits.texts import Maker
from tests.edits.trying import Trial, sound_story
from tests.edits.words import seeded

MAKERS = [make for table in GROUPS.values() for make in table]
FIRST = Step("the first build")


@lru_cache(maxsize=1)
def small() -> dict[str, bytes]:
    """A site that soon is built."""
    article = Document({"title": "Fifty-two", "published": "2025-09-12"}, "They crossed. Nobody was left.\n")
    note = Document({"target": "fifty-two", "quote": "Nobody was left"}, "So it is said.\n")
    event = Document({"title": "The release", "date": "2025-09-11", "sources": ["fifty-two"]}, "A mark.[^none]\n")
    config = "title: A site\nbase_url: https://example.org/\nlanguage: en\ntimezone: UTC\nsearch: false\n"
    return {
        CONFIG: f"{config}social_cards: false\n".encode(),
        "content/articles/fifty-two.md": article.data,
        "content/annotations/left.md": note.data,
        "content/events/release.md": event.data,
    }


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    made = Workplace(tmp_path)
    for path, data in small().items():
        made.do(Write(path, data))
    return made


def test_a_document_is_read_as_it_was_written() -> None:
    document = Document({"title": 'A "b": c', "tags": ["x", "ž"], "draft": True}, "## H\n\nWords stand here.\n")
    assert parsed(document.data) == document
    assert parsed(b"\xff") is parsed(b"---\ntitle: [\n---\n") is parsed(b"no front matter") is None
    assert (document.headings, document.passages) == (["H"], ["Words stand here."])


def test_stories_hold_every_kind_and_a_sound_one_can_be_built(tmp_path: Path) -> None:
    for seed in range(20):
        files = story(seeded(seed))
        assert {kind_of(path) for path in files} >= set(KINDS)
        assert 15 <= len(World(files).entries) <= 30
    trial = Trial(tmp_path, sound_story(seeded(0)))
    assert (trial.play(FIRST), trial.status, trial.builds) == ([], 0, 2)


def test_the_same_chance_makes_the_same_story_and_the_same_edit() -> None:
    one, other = story(seeded(7)), story(seeded(7))
    assert one == other != story(seeded(8))
    assert next_step(seeded(7), World(one)) == next_step(seeded(7), World(other))


@lru_cache(maxsize=6)
def grown(seed: int) -> World:
    """A site with a past, with litter, and with more documents than it should have."""
    then, now = story(seeded(seed)), story(seeded(seed + 100))
    pages = {f"content/pages/more-{number}.md": Document({"title": "More"}).data for number in range(40)}
    return World(
        {**now, **pages, "content/pages/x.md~": b"x", "content/media/more.png": b"x"}, (then, now), broken=True
    )


@pytest.mark.parametrize("make", [*MAKERS, mend, flood], ids=lambda make: make.__name__)
def test_every_edit_comes_about_and_changes_something(make: Maker, tmp_path: Path) -> None:
    for seed in range(60):
        world = grown(seed % 6)
        operations = make(seeded(seed), world)
        if operations:
            break
    else:
        pytest.fail("it never came about")
    place = Workplace(tmp_path)
    for path, data in world.files.items():
        place.do(Write(path, data))
    for folder in (place.site, place.cache, place.kept):
        (folder / "articles").mkdir(parents=True)
        (folder / "data").mkdir()
        (folder / "index.html").write_bytes(folder.name.encode() * 9)
    before = state(place)
    for operation in operations:
        place.do(operation)
    assert state(place) != before


def state(place: Workplace) -> object:
    """All that the workplace holds, with the files' times and numbers."""
    paths = sorted(place.folder.rglob("*"))
    return [
        (path, path.is_file() and (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)) for path in paths
    ]


def test_steps_are_of_every_group_and_ask_for_every_option() -> None:
    steps = [next_step(seeded(seed), grown(seed % 6), floods=True) for seed in range(400)]
    names = {make.__name__.replace("_", " "): group for group, table in GROUPS.items() for make in table}
    seen = {names.get(name, name) for step in steps for name in step.name.split(" and ")}
    assert seen >= set(SHARES) | {"mend", "flood"}
    asked = {word for step in steps for word in step.options if word.startswith("--")}
    assert asked == {word for seed in range(400) for word in options(seeded(seed)) if word.startswith("--")}
    assert len(asked) == 8
    assert {step.stop[0] for step in steps if step.stop} == {"killed", "interrupted", "full"}


def test_times_are_as_asked(place: Workplace) -> None:
    path = place.root / CONFIG
    os.utime(path, ns=(10**18, 10**18))
    for stamp, expected in (("kept", 0), ("backwards", -86_400), ("forwards", 86_400)):
        for beside in (False, True):
            os.utime(path, ns=(10**18, 10**18))
            place.do(Write(CONFIG, b"another text", stamp, beside))
            assert (path.read_bytes(), path.stat().st_mtime_ns) == (b"another text", 10**18 + expected * 10**9)
    place.do(Write(CONFIG, b"now"))
    assert path.stat().st_mtime_ns > 10**18
    place.do(Stamp(CONFIG, "backwards"))
    assert path.stat().st_mtime_ns < path.stat().st_ctime_ns - 80_000 * 10**9


def test_files_change_places(place: Workplace) -> None:
    one, other = "content/articles/fifty-two.md", "content/events/release.md"
    place.do(Swap(one, other))
    assert place.sources()[one] == small()[other]
    assert place.sources()[other] == small()[one]
    place.do(Move(one, "content/pages/deep/er.md"))
    place.do(Remove(other))
    place.do(Remove(other))
    place.do(Move(other, one))
    assert sorted(place.sources()) == ["config.yaml", "content/annotations/left.md", "content/pages/deep/er.md"]


def test_nothing_outside_the_site_can_be_named(place: Workplace) -> None:
    for path in ("../elsewhere.md", "/etc/elsewhere", "content/../../x"):
        with pytest.raises(AssertionError):
            place.do(Write(path, b""))


def test_the_cache_can_be_damaged_put_aside_and_brought_back(place: Workplace) -> None:
    place.cache.mkdir()
    remembered = place.cache / "some"
    remembered.write_bytes(b"0123456789")
    place.do(Keep())
    place.do(Damage(7, 0.5))
    assert remembered.read_bytes() == b"01234"
    place.do(Older(3))
    place.do(Damage(0, 0.5, flipped=2))
    assert remembered.read_bytes() == b"01234" + bytes((0xFF ^ ord("5"), 0xFF ^ ord("6"))) + b"789"
    place.do(Older())
    assert remembered.read_bytes() == b"0123456789"
    place.do(Forget(emptied=True))
    assert list(place.cache.iterdir()) == []
    place.do(Forget())
    assert not place.cache.exists()


def after(wrong: Callable[[Workplace], object], trial: Trial) -> None:
    """From now on every build that remembers does something more, which is wrong."""

    def invoke(arguments: Sequence[str]) -> Said:
        said = here(arguments)
        if "--output" not in arguments:
            wrong(trial.place)
        return said

    trial.invoke = invoke


BROKEN = Write(CONFIG, b"title: [\n")
WRONGS: dict[str, tuple[Callable[[Workplace], object], Operation]] = {
    "index.html differs from": (lambda place: (place.site / "index.html").write_bytes(b"x"), Forget()),
    "404.html differs from a clean build:\n  it is missing": (
        lambda place: (place.site / "404.html").unlink(),
        Forget(),
    ),
    "more.html differs from a clean build:\n  it should not": (
        lambda place: (place.site / "more.html").write_bytes(b"x"),
        Forget(),
    ),
    "CNAME differs from a clean build:\n  it is missing": (
        lambda place: (place.site / "CNAME").unlink(),
        Plant("CNAME", b""),
    ),
    "the folder empty is left": (lambda place: (place.site / "empty").mkdir(), Forget()),
    "left was left beside": (lambda place: (place.root / "left").mkdir(), Forget()),
    "differs from before the failed build": (lambda place: (place.site / "404.html").unlink(), BROKEN),
}


@pytest.mark.parametrize("told", WRONGS)
def test_whatever_a_build_does_wrong_is_noticed(told: str, tmp_path: Path) -> None:
    trial = Trial(tmp_path, small())
    assert trial.play(FIRST) == []
    wrong, operation = WRONGS[told]
    after(wrong, trial)
    assert told in "\n".join(trial.play(Step("x", (operation,))))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (lambda said: Said(0, said.stdout, ""), "other words on stderr"),
        (lambda said: Said(0, said.stdout + "one more line\n", said.stderr), "other words on stdout"),
        (lambda said: Said(0, said.stdout + "the cache is damaged\n", said.stderr), "other words on stdout"),
        (lambda said: Said(1, said.stdout, said.stderr), "exit status 1, of a clean build 0"),
        (lambda said: Said(0, said.stdout, f"{said.stderr}Traceback"), "a traceback"),
    ],
)
def test_whatever_a_build_says_wrong_is_noticed(said: Callable[[Said], Said], told: str, tmp_path: Path) -> None:
    trial = Trial(tmp_path, small())
    trial.invoke = lambda arguments: said(here(arguments)) if "--output" not in arguments else here(arguments)
    assert told in "\n".join(trial.play(FIRST))


def test_a_notice_is_allowed_once_where_the_cache_was_meddled_with(tmp_path: Path) -> None:
    def invoke(arguments: Sequence[str]) -> Said:
        said = here(arguments)
        more = "" if "--output" in arguments else "the cache was damaged, so all was built anew\n"
        return Said(said.status, said.stdout + more, said.stderr)

    trial = Trial(tmp_path, small())
    trial.play(FIRST)
    trial.invoke = invoke
    assert trial.play(Step("damaged", (Damage(0, 0.5),))) == []
    trial.invoke = here
    assert trial.play(Step("whole")) == []
    trial.invoke = invoke
    assert trial.play(Step("whole, and damaged it says")) != []


def test_what_happens_to_the_built_site_is_mended(tmp_path: Path) -> None:
    trial = Trial(tmp_path, small())
    trial.play(FIRST)
    built = tree_of(trial.place.site)
    for operation in (Spoil(5), Spoil(5, beside=True), Lose(7), Wipe(), Block(3), Plant("own.txt", b"mine"), Forget()):
        trial.place.do(operation)
        if not isinstance(operation, Forget):
            assert tree_of(trial.place.site) != built
        assert trial.play(Step("look again")) == []
        assert trial.status == 0
        assert tree_of(trial.place.site) == built | trial.place.planted
    assert trial.place.planted == {"own.txt": b"mine"}


@pytest.mark.parametrize("how", ["killed", "interrupted", "full"])
def test_builds_are_stopped_half_way(how: str, place: Workplace) -> None:
    status = {call: stopped(place, (), how, call) for call in (0, 10, 10_000)}
    assert status == {0: (told := {"killed": None, "interrupted": 130, "full": 1}[how]), 10: told, 10_000: 0}


def test_a_site_that_a_stopped_build_left_half_made_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half_made(place: Workplace, *_: object) -> None:
        (place.site / "index.html").unlink()

    trial = Trial(tmp_path, small())
    trial.play(FIRST)
    monkeypatch.setattr("tests.edits.trying.stopped", half_made)
    (found,) = trial.play(Step("x", stop=("killed", 9)))
    assert found.startswith("index.html differs from before a build that was killed at change 9")


def test_the_shortest_script_holds_only_what_matters() -> None:
    def wrong(steps: Sequence[Step]) -> bool:
        done = [operation for step in steps for operation in step.operations]
        return Wipe() in done and Keep() in done and done.index(Keep()) < done.index(Wipe()) and steps[-1].name == "9"

    some = (Forget(), Remove("x"))
    steps = [Step(str(number), (*some, *((Keep(),) if number == 3 else ())), ("--quiet",)) for number in range(9)]
    found = shortest([*steps, Step("9", (*some, Wipe()), ("--strict",), ("killed", 1))], wrong)
    assert found == [Step("3", (Keep(),)), Step("9", (Wipe(),))]
    assert list(script(found, {}))[0:2] == ["  3: build", "    Keep()"]


def test_the_harness_counts_what_differs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["bench.edits", "--seed", "3", "--edits", "2", "--apart", "0", "--shrink", "3"])
    assert harness.main() == 0
    assert "seed 3: 2 edits, " in (told := capsys.readouterr().out)
    assert told.endswith("): 0 differences\n")
    monkeypatch.setattr("tests.edits.trying.differing", lambda *_: ["all is wrong"])
    assert harness.main() == 1
    told = capsys.readouterr().out
    assert "seed 3, edit 1: the first build\n  all is wrong\nthe shortest script" in told
    assert told.endswith("2 differences after the edits [1, 2]\n")
