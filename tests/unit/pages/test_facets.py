"""What a list can be narrowed to: values with numbers, most events first, and a rule in the sheet for every number."""

import re

from dateline.pages.facets import MOST, STATUSES
from tests.site import ROOT, Site, site

CONFIG = "threads:\n  talks: {title: Talks}\n  arms: {title: Arms}\n"


def story(count: int = 8) -> Site:
    docs = {
        f"events/e{number}": f"title: Event {number}\ndate: 2025-01-{number + 1:02}\n"
        f"threads: [{'talks' if number % 2 else 'arms'}]\npeople: [ada{', bo' if number < 3 else ''}]\n"
        f"status: {'disputed' if number == 1 else 'confirmed'}"
        for number in range(count)
    }
    return site(docs | {"people/ada": "name: Ada", "people/bo": "name: Bo"}, config=CONFIG)


def group(page: str, letter: str) -> list[tuple[str, str, int]]:
    """The class that a value chooses, its words and its count."""
    found = re.findall(
        rf'name="s-{letter}" class="only-(f\w+)"[^>]*><bdi[^>]*>([^<]*)</bdi> <small>(\d+)</small>', page
    )
    return [(name, title, int(count)) for name, title, count in found]


def classes(page: str, event: str) -> set[str]:
    found = re.search(rf'<li data-event="{event}"[^>]* class="([^"]*)"', page)
    assert found
    return {name for name in found[1].split() if re.fullmatch(r"f[tspol]\d+", name)}


def test_values_are_counted_and_threads_stand_in_their_own_order() -> None:
    page = story(9).page("timeline/index.html")
    assert group(page, "t") == [("ft2", "Talks", 4), ("ft1", "Arms", 5)]
    assert group(page, "p") == [("fp1", "Ada", 9), ("fp2", "Bo", 3)]
    assert group(page, "s") == [("fs1", "Confirmed", 8), ("fs2", "Disputed", 1)]


def test_events_and_their_bars_have_the_classes_of_their_values() -> None:
    page = story(9).page("timeline/index.html")
    assert classes(page, "e1") == {"ft2", "fs2", "fp1", "fp2"}
    assert classes(page, "e4") == {"ft1", "fs1", "fp1"}
    bar = re.search(r'<a class="([^"]*)" data-bar="e1"', page)
    assert bar
    assert {"ft2", "fs2", "fp1", "fp2"} <= set(bar[1].split())


def test_a_group_in_which_all_are_alike_is_left_out() -> None:
    docs = {f"events/e{number}": f"title: E\ndate: 2025-01-{number + 1:02}\npeople: ada" for number in range(8)}
    page = site(docs | {"people/ada": "name: Ada"}).page("timeline/index.html")
    assert '<form class="filters"' not in page


def test_a_short_list_cannot_be_narrowed() -> None:
    page = story(4).page("timeline/index.html")
    assert '<form class="filters"' not in page
    assert classes(page, "e1") == set()


def test_values_beyond_the_most_are_links() -> None:
    docs = {
        f"events/e{number}": f"title: E\ndate: 2025-01-{number + 1:02}\npeople: p{number:02}"
        for number in range(MOST + 3)
    }
    docs |= {f"people/p{number:02}": f"name: Person {number:02}" for number in range(MOST + 3)}
    page = site(docs).page("timeline/index.html")
    assert len(group(page, "p")) == MOST
    assert classes(page, f"e{MOST}") == set()
    assert f'<a href="../people/p{MOST}/"><bdi>Person {MOST}</bdi></a> <small>1</small>' in page


def test_the_sheet_has_a_rule_for_every_number_and_for_no_other() -> None:
    sheet = (ROOT / "layouts/pages/timeline.css").read_text("utf-8")
    ruled = set(
        re.findall(r"main:has\(\.only-(f[a-z]\d+):checked\) :is\(\.event, \.era, \.bar-group\):not\(\.(\w+)\)", sheet)
    )
    most = {"t": MOST, "s": len(STATUSES), "p": MOST, "o": MOST, "l": MOST}
    names = {f"f{letter}{number}" for letter, count in most.items() for number in range(1, count + 1)}
    assert ruled == {(name, name) for name in names}
