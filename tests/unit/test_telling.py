"""What an author reads of a chronology that cannot be."""

from tests.site import site


def test_a_contradiction_prints_its_whole_chain() -> None:
    made = site(
        {
            "events/release": "title: R\ndate: 2025-09-09\nafter: drones",
            "events/drones": "title: D\ndate: 2025-09-10\nafter: {event: call, by: P1D}",
            "events/call": "title: C\ndate: 2025-09-09",
        }
    )
    assert made.report() == (
        "content/events/release.md:4:8: error[contradiction]: these cannot all be true: release is after drones; "
        "release is dated 2025-09-09 and drones is dated 2025-09-10\n"
        "    4 | after: drones\n"
        "      |        ^^^^^^ mend one of the dates, or one of the relations\n"
        "    content/events/release.md:3:7: release is dated 2025-09-09\n"
        "    3 | date: 2025-09-09\n"
        "      |       ^^^^^^^^^^\n"
        "    content/events/drones.md:3:7: drones is dated 2025-09-10\n"
        "    3 | date: 2025-09-10\n"
        "      |       ^^^^^^^^^^"
    )


def test_a_cycle_names_every_file() -> None:
    made = site(
        {
            "events/a": "title: A\ndate: 2025\nafter: b",
            "events/b": "title: B\ndate: 2025\nafter: c",
            "events/c": "title: C\ndate: 2025\nafter: a",
        }
    )
    (found,) = made.found()
    assert found.code == "cycle"
    assert found.message == "a is after b, which is after c, which is after a: an event cannot come after itself"
    assert {found.place.path, *(one.place.path for one in found.related)} == {
        "content/events/a.md",
        "content/events/b.md",
        "content/events/c.md",
    }


def test_a_duration_is_said() -> None:
    made = site(
        {
            "events/a": "title: A\ndate: 2025-09-10",
            "events/b": "title: B\ndate: 2025-09-20\nafter: {event: a, by: P2D}",
        }
    )
    (found,) = made.found()
    assert "a is P2D before b" in found.message


def test_events_that_wait_for_one_another_s_date_are_told_once() -> None:
    made = site(
        {
            "events/a": "title: A\nafter: {event: b, by: P1D}",
            "events/b": "title: B\nbefore: {event: a, by: P1D}",
        }
    )
    (found,) = made.found()
    assert (found.code, found.message) == ("missing-date", "no date for a or b: each waits for another's")


def test_a_date_that_is_wrong_elsewhere_is_told_there_alone() -> None:
    made = site({"events/a": "title: A\nafter: {event: b, by: P1D}", "events/b": "title: B\ndate: 2025-99"})
    assert [(one.place.path, one.code) for one in made.found()] == [("content/events/b.md", "invalid-date")]
