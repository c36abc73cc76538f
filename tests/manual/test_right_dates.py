"""Dates as the manual has them: what each form says, in several zones, and how it is told in words."""

from functools import lru_cache
from typing import Any

import pytest

from tests.manual.run import Result, build

DAY_OPEN, DAY_SHUT = "00:00:00", "23:59:59"


def config(zone: str, language: str = "en") -> str:
    return f"title: Dates\nbase_url: https://example.org/\nlanguage: {language}\ntimezone: {zone}\n"


def event(date: str, more: str = "") -> str:
    return f"---\ntitle: An event\ndate: {date}\n{more}---\n"


@lru_cache(maxsize=64)
def told(date: str, zone: str = "Europe/Vilnius", language: str = "en") -> dict[str, Any]:
    """One event with this date, as `timeline.json` tells it; the date is put into the file as it stands here."""
    return build({"events/one.md": event(date)}, config=config(zone, language)).one("events", "one")


# earliest, latest, precision; of a date that says only that the event lies within, so that the beginning's latest
# is `latest` too, and the end's earliest is `earliest`. Vilnius is at +02:00, in summer at +03:00.
WITHIN = [
    ("2025", "2025-01-01T00:00:00+02:00", "2025-12-31T23:59:59+02:00", "year"),
    ("2025-03", "2025-03-01T00:00:00+02:00", "2025-03-31T23:59:59+03:00", "month"),
    ("2025-08", "2025-08-01T00:00:00+03:00", "2025-08-31T23:59:59+03:00", "month"),
    ("2025-09-11", "2025-09-11T00:00:00+03:00", "2025-09-11T23:59:59+03:00", "day"),
    ("2024-02-29", "2024-02-29T00:00:00+02:00", "2024-02-29T23:59:59+02:00", "day"),
    ("2025-03-30", "2025-03-30T00:00:00+02:00", "2025-03-30T23:59:59+03:00", "day"),
    ("2025-09-11T19:40", "2025-09-11T19:40:00+03:00", "2025-09-11T19:40:59+03:00", "minute"),
    ("2025-09-11T19:40:05", "2025-09-11T19:40:05+03:00", "2025-09-11T19:40:05+03:00", "second"),
    ("2025-09-11T19:40+03:00", "2025-09-11T19:40:00+03:00", "2025-09-11T19:40:59+03:00", "minute"),
    ("2025-09-12T00:07+05:30", "2025-09-11T21:37:00+03:00", "2025-09-11T21:37:59+03:00", "minute"),
    ("2025-12-31T22:30:00Z", "2026-01-01T00:30:00+02:00", "2026-01-01T00:30:00+02:00", "second"),
    ("2025-08~", "2025-08-01T00:00:00+03:00", "2025-08-31T23:59:59+03:00", "month"),
    ("202X", "2020-01-01T00:00:00+02:00", "2029-12-31T23:59:59+02:00", "decade"),
    ("19XX", "1900-01-01T00:00:00+01:24", "1999-12-31T23:59:59+02:00", "century"),
    ("1XXX", "1000-01-01T00:00:00", "1999-12-31T23:59:59+02:00", "millennium"),
    ("2025-09-XX", "2025-09-01T00:00:00+03:00", "2025-09-30T23:59:59+03:00", "month"),
    ("2025-XX", "2025-01-01T00:00:00+02:00", "2025-12-31T23:59:59+02:00", "year"),
    ("2025-XX-XX", "2025-01-01T00:00:00+02:00", "2025-12-31T23:59:59+02:00", "year"),
    ("2024-02-XX", "2024-02-01T00:00:00+02:00", "2024-02-29T23:59:59+02:00", "month"),
    # northern seasons, 21 to 24 and 25 to 28; winter reaches into the following year, and to the 29th in a leap year
    ("2025-21", "2025-03-01T00:00:00+02:00", "2025-05-31T23:59:59+03:00", "season"),
    ("2025-22", "2025-06-01T00:00:00+03:00", "2025-08-31T23:59:59+03:00", "season"),
    ("2025-23", "2025-09-01T00:00:00+03:00", "2025-11-30T23:59:59+02:00", "season"),
    ("2023-24", "2023-12-01T00:00:00+02:00", "2024-02-29T23:59:59+02:00", "season"),
    ("2025-25", "2025-03-01T00:00:00+02:00", "2025-05-31T23:59:59+03:00", "season"),
    ("2025-28", "2025-12-01T00:00:00+02:00", "2026-02-28T23:59:59+02:00", "season"),
    # southern ones
    ("2025-29", "2025-09-01T00:00:00+03:00", "2025-11-30T23:59:59+02:00", "season"),
    ("2025-30", "2025-12-01T00:00:00+02:00", "2026-02-28T23:59:59+02:00", "season"),
    ("2025-31", "2025-03-01T00:00:00+02:00", "2025-05-31T23:59:59+03:00", "season"),
    ("2025-32", "2025-06-01T00:00:00+03:00", "2025-08-31T23:59:59+03:00", "season"),
    # quarters, thirds, halves
    ("2025-33", "2025-01-01T00:00:00+02:00", "2025-03-31T23:59:59+03:00", "season"),
    ("2025-36", "2025-10-01T00:00:00+03:00", "2025-12-31T23:59:59+02:00", "season"),
    ("2025-37", "2025-01-01T00:00:00+02:00", "2025-04-30T23:59:59+03:00", "season"),
    ("2025-39", "2025-09-01T00:00:00+03:00", "2025-12-31T23:59:59+02:00", "season"),
    ("2025-40", "2025-01-01T00:00:00+02:00", "2025-06-30T23:59:59+03:00", "season"),
    ("2025-41", "2025-07-01T00:00:00+03:00", "2025-12-31T23:59:59+02:00", "season"),
    # sets, as text and as the YAML lists that look like them
    ('"[2025-09-09..2025-09-10]"', "2025-09-09T00:00:00+03:00", "2025-09-10T23:59:59+03:00", "set"),
    ("[2025-09-09, 2025-09-12]", "2025-09-09T00:00:00+03:00", "2025-09-12T23:59:59+03:00", "set"),
    ('"{2025-09-10,2025-12}"', "2025-09-10T00:00:00+03:00", "2025-12-31T23:59:59+02:00", "set"),
    ('"{2025-09-10..2025-09-12}"', "2025-09-10T00:00:00+03:00", "2025-09-12T23:59:59+03:00", "set"),
    # years before 1 and after 9999: no offset, a sign, at least four digits; year 0 is `0000`
    ('"-0043-03-15"', "-0043-03-15T00:00:00", "-0043-03-15T23:59:59", "day"),
    ('"-004X"', "-0049-01-01T00:00:00", "-0040-12-31T23:59:59", "decade"),
    ('"0000"', "0000-01-01T00:00:00", "0000-12-31T23:59:59", "year"),
    ('"0000-02"', "0000-02-01T00:00:00", "0000-02-29T23:59:59", "month"),
    ('"0001"', "0001-01-01T00:00:00", "0001-12-31T23:59:59", "year"),
    ("9999", "9999-01-01T00:00:00+02:00", "9999-12-31T23:59:59+02:00", "year"),
    ("Y17000", "+17000-01-01T00:00:00", "+17000-12-31T23:59:59", "year"),
    ("Y-17000", "-17000-01-01T00:00:00", "-17000-12-31T23:59:59", "year"),
    ("Y-17E7", "-170000000-01-01T00:00:00", "-170000000-12-31T23:59:59", "year"),
]


@pytest.mark.parametrize(("date", "earliest", "latest", "precision"), WITHIN, ids=[one[0] for one in WITHIN])
def test_a_date_says_that_the_event_lies_within(date: str, earliest: str, latest: str, precision: str) -> None:
    one = told(date)
    assert (one["earliest"], one["end_earliest"]) == (earliest, earliest)
    assert (one["latest"], one["start_latest"]) == (latest, latest)
    assert one["precision"] == precision


def test_an_interval_begins_within_its_first_date_and_ends_within_its_second() -> None:
    one = told("2022-02-24/2022-04-07")
    assert one["earliest"] == "2022-02-24T00:00:00+02:00"
    assert one["start_latest"] == "2022-02-24T23:59:59+02:00"
    assert one["end_earliest"] == "2022-04-07T00:00:00+03:00"
    assert one["latest"] == "2022-04-07T23:59:59+03:00"
    assert one["precision"] == "interval"


def test_the_ends_of_an_interval_have_units_of_their_own() -> None:
    one = told("2004-06-XX/2005")
    assert one["start_latest"] == "2004-06-30T23:59:59+03:00"
    assert (one["end_earliest"], one["latest"]) == ("2005-01-01T00:00:00+02:00", "2005-12-31T23:59:59+02:00")


def test_an_open_end_is_null() -> None:
    ahead, back = told("2022-02-24/.."), told('"../2025-09-11"')
    assert (ahead["earliest"], ahead["latest"]) == ("2022-02-24T00:00:00+02:00", None)
    assert ahead["start_latest"] == "2022-02-24T23:59:59+02:00"
    assert (back["earliest"], back["latest"]) == (None, "2025-09-11T23:59:59+03:00")
    assert back["end_earliest"] == "2025-09-11T00:00:00+03:00"


def test_an_undated_event_is_open_on_both_sides() -> None:
    one = told("XXXX")
    assert [one[key] for key in ("earliest", "latest", "start_latest", "end_earliest")] == [None] * 4
    assert (one["precision"], one["date"]) == ("unknown", "XXXX")


@pytest.mark.parametrize(
    ("date", "approximate", "uncertain"),
    [
        ("2025-08", False, False),
        ("2025-08~", True, False),
        ('"2025-08?"', False, True),
        ("2025-08%", True, True),
        ("2025-~08-11", True, False),
        ('"?2025-08-11"', False, True),
        ("2025-08-%11", True, True),
        ("2025-08-11/2025-08-12~", True, False),
    ],
)
def test_qualifiers_are_told_and_do_not_widen(date: str, *, approximate: bool, uncertain: bool) -> None:
    one = told(date)
    assert (one["approximate"], one["uncertain"]) == (approximate, uncertain)
    assert str(one["earliest"])[:8] == "2025-08-"
    assert str(one["latest"])[:8] == "2025-08-"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025-08", "2025-08"),
        ('"2025-08"', "2025-08"),
        ("2025", "2025"),
        ("2025-09-12T00:07+05:30", "2025-09-12T00:07+05:30"),
        ("[2025-09-09..2025-09-10]", "[2025-09-09..2025-09-10]"),
        ("[2025-09-09, 2025-09-10]", "[2025-09-09,2025-09-10]"),
        ("\n  - 2025-09-09\n  - 2025-09-10", "[2025-09-09,2025-09-10]"),
        ('"{2025-09-10,2025-09-12}"', "{2025-09-10,2025-09-12}"),
        ("Y-17E7", "Y-17E7"),
    ],
)
def test_the_date_is_told_as_it_was_written(written: str, date: str) -> None:
    assert told(written)["date"] == date


# In other zones: daylight saving, local mean time, and offsets that are not whole minutes.
ELSEWHERE = [
    ("America/New_York", "2025-03-09", "2025-03-09T00:00:00-05:00", "2025-03-09T23:59:59-04:00"),
    ("America/New_York", "2025-11-02", "2025-11-02T00:00:00-04:00", "2025-11-02T23:59:59-05:00"),
    ("America/New_York", "1865-04-14", "1865-04-14T00:00:00", "1865-04-14T23:59:59"),
    ("America/New_York", "2025-09-11T23:50Z", "2025-09-11T19:50:00-04:00", "2025-09-11T19:50:59-04:00"),
    ("Asia/Kolkata", "2023-08-23T18:04", "2023-08-23T18:04:00+05:30", "2023-08-23T18:04:59+05:30"),
    ("Asia/Kolkata", "1900", "1900-01-01T00:00:00", "1900-12-31T23:59:59"),
    ("Asia/Kolkata", "1943-06", "1943-06-01T00:00:00+06:30", "1943-06-30T23:59:59+06:30"),
    ("Europe/Warsaw", "1791-05-03", "1791-05-03T00:00:00+01:24", "1791-05-03T23:59:59+01:24"),
    ("Europe/Minsk", "1517-08-06", "1517-08-06T00:00:00", "1517-08-06T23:59:59"),
    ("Europe/Minsk", "2020-08-09T20:00", "2020-08-09T20:00:00+03:00", "2020-08-09T20:00:59+03:00"),
    ("Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00", "2011-12-31T23:59:59+14:00"),
    ("UTC", "2025", "2025-01-01T00:00:00+00:00", "2025-12-31T23:59:59+00:00"),
]


@pytest.mark.parametrize(("zone", "date", "earliest", "latest"), ELSEWHERE)
def test_bounds_stand_in_the_sites_zone(zone: str, date: str, earliest: str, latest: str) -> None:
    one = told(date, zone)
    assert (one["earliest"], one["latest"]) == (earliest, latest)


@pytest.mark.parametrize(
    ("language", "date", "words"),
    [
        ("en", "2025-08", "August 2025"),
        ("en", "2025-08~", "about August 2025"),
        ("en", "2025-09-09/2025-09-10", "9–10 September 2025"),
        ("en", "2025-09-11", "11 September 2025"),
        ("lt", "1989-08-23", "1989 m. rugpjūčio 23 d."),
        ("pl", "1791-05-03", "3 maja 1791"),
        ("be", "2020-08-09", "9 жніўня 2020 г."),
    ],
)
def test_dates_are_words_of_the_sites_language(language: str, date: str, words: str) -> None:
    zones = {"lt": "Europe/Vilnius", "pl": "Europe/Warsaw", "be": "Europe/Minsk"}
    shown = told(date, zones.get(language, "Europe/Vilnius"), language)["date_text"]
    assert " ".join(shown.split()) == words  # CLDR has spaces of several widths


def test_an_instant_of_another_zone_is_shown_in_the_sites() -> None:
    words = told("2025-09-12T00:07+05:30")["date_text"]
    assert "11 September 2025" in words
    assert "21:37" in words


def of_sources(*published: str, more: str = "") -> Result:
    names = [f"a{number}" for number, _ in enumerate(published)]
    files = {
        f"articles/{name}.md": f"---\ntitle: Article {name}\npublished: {date}\n---\nWords.\n"
        for name, date in zip(names, published, strict=True)
    }
    return build({**files, "events/one.md": event("2025-09-11", f"sources: [{', '.join(names)}]\n{more}")})


@pytest.mark.parametrize(
    ("published", "known"),
    [
        (["2025-09-12T00:07+05:30"], "2025-09-12T00:07:00+05:30"),
        # 18:37 and 20:00 in Greenwich: the date that looks later is the earlier instant
        (["2025-09-11T23:00", "2025-09-12T00:07+05:30"], "2025-09-12T00:07:00+05:30"),
        (["2025-09-13", "2025-09-12", "2025-09-14"], "2025-09-12"),
        (["2025-09-12T10:00"], "2025-09-12T10:00:00+03:00"),
    ],
)
def test_an_event_is_known_from_its_earliest_source(published: list[str], known: str) -> None:
    assert of_sources(*published).one("events", "one")["known"] == known


def test_known_as_the_author_gives_it_wins() -> None:
    assert of_sources("2025-09-12", more="known: 2025-10\n").one("events", "one")["known"] == "2025-10"


def test_without_sources_that_are_articles_nothing_is_known() -> None:
    outside = "sources: [{url: 'https://example.com/x', title: Elsewhere}]\n"
    assert build({"events/one.md": event("2025", outside)}).one("events", "one")["known"] is None


def test_published_is_a_date_or_an_instant_with_the_authors_offset() -> None:
    made = of_sources("2025-09-12", "2025-09-12T00:07+05:30", "2025-09-12T08:30:15Z")
    assert made.one("articles", "a0")["published"] == "2025-09-12"
    assert made.one("articles", "a1")["published"] == "2025-09-12T00:07:00+05:30"
    assert made.one("articles", "a2")["published"] in {"2025-09-12T08:30:15Z", "2025-09-12T08:30:15+00:00"}
    assert made.one("articles", "a0")["updated"] is None


def test_what_the_source_said_stands_beside_the_date() -> None:
    made = build({"events/one.md": event("2025-08", "as_said: last month\n")})
    assert made.one("events", "one")["as_said"] == "last month"
    assert "last month" in made.page("events/one/")
    assert told("2025-08")["as_said"] is None
