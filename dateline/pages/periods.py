"""Periods: how a long timeline is divided into stretches that each fit a page, and a list into groups.

A period is a calendar unit, or a run of neighbouring units of one size, in which its events begin. Its name is EDTF, so
that its address says what it holds: `199X`, `2025`, `2025-09`; of a run the first and the last unit with two hyphens
between (`2020--2024`), as ISO 8601-1 (4.4.2) has it where a solidus cannot stand. What one day holds too much of, and
what has no beginning, is cut by number alone.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct, structs

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.dates.instants import Local, local_at
from dateline.dates.words import words as date_words

MONTH, DAY = -1, -2
"""Sizes of units below a year; a size of 0 and more stands for ten to that power years."""
CENTURY = 2
UNDATED = "XXXX"
"""The name of the period of those events whose beginning is open."""
FEW = 20
"""So many events without a beginning stand with those that come after them; more have a period of their own."""
LONGEST_YEAR = 9_999
"""The largest year that EDTF writes with months and days."""
_YEAR_DIGITS = 4
_MILLENNIUM = 3

Size = int


class Limits(Struct, frozen=True):
    """How much one page takes."""

    events: int
    weight: int
    """In whatever unit the events are weighed."""


class Period(Struct, frozen=True):
    """A stretch of a sequence of events: those from `start` up to `end`, by number."""

    name: str
    """As EDTF; `first--last` for a run of units."""
    start: int
    end: int
    said: str
    """The EDTF that is put into words."""
    part: int = 1
    """Of a day that is more than one page, or of events without a beginning, which part."""
    parts: int = 1

    @property
    def path(self) -> str:
        """The last part of its address: `2025-09/`, and `2025-09-11/2/` for a second part."""
        return f"{self.name}/" if self.part == 1 else f"{self.name}/{self.part}/"

    @property
    def id(self) -> str:
        """What tells it from all others."""
        return self.path.removesuffix("/")


def beginnings(earliest: Sequence[int | None], zone: str) -> tuple[Local | None, ...]:
    """The calendar days on which events begin at the earliest, never going back.

    An event that stands behind a later one (a relation may put an event about whose date there is doubt there) counts
    as of that one's day; so does one with an open beginning.
    """
    found: list[Local | None] = []
    last: Local | None = None
    for instant in earliest:
        if instant is not None:
            at = local_at(instant, zone)
            day = Local(at.year, at.month, at.day)
            last = day if last is None else max(last, day)
        found.append(last)
    return tuple(found)


def divide(begins: Sequence[Local | None], weights: Sequence[int], limits: Limits) -> tuple[Period, ...]:
    """The fewest units in order such that each fits, small neighbours joined; every event is in exactly one.

    Only a single event that is too heavy by itself has a period that does not fit.
    """
    sums = [0]
    for weight in weights:
        sums.append(sums[-1] + weight)

    def fits(start: int, end: int) -> bool:
        return end - start <= 1 or (end - start <= limits.events and sums[end] - sums[start] <= limits.weight)

    opening = next((number for number, at in enumerate(begins) if at is not None), len(begins))
    dated = tuple(at for at in begins[opening:] if at is not None)
    found = list(_slices(UNDATED, 0, opening, fits))
    top = max((len(str(abs(at.year))) for at in (dated[0], dated[-1])), default=0) if dated else 0
    cut = _Cut(dated, lambda start, end: fits(start + opening, end + opening))
    found += (
        structs.replace(period, start=period.start + opening, end=period.end + opening)
        for period in cut.periods(0, len(dated), top)
    )
    if len(found) > 1 and 0 < opening <= FEW and fits(0, found[1].end):
        return structs.replace(found[1], start=0), *found[2:]
    return tuple(found)


class _Cut:
    """Cuts dated events into periods."""

    def __init__(self, begins: Sequence[Local], fits: Callable[[int, int], bool]) -> None:
        self.begins = begins
        self.fits = fits

    def periods(self, start: int, end: int, size: Size) -> Iterator[Period]:
        """Runs of units of a size; a unit that is too much by itself is cut by the next smaller size."""
        run: tuple[int, int] | None = None
        for first, last in _units(self.begins, start, end, size):
            if run and self.fits(run[0], last):
                run = (run[0], last)
                continue
            if run:
                yield self._run(*run, size)
            run = (first, last) if self.fits(first, last) else None
            if run is None:
                yield from self._smaller(first, last, size)
        if run:
            yield self._run(*run, size)

    def _smaller(self, start: int, end: int, size: Size) -> Iterator[Period]:
        at = self.begins[start]
        smallest = DAY if abs(at.year) <= LONGEST_YEAR else 0  # EDTF's long years have no months
        if size > smallest:
            return self.periods(start, end, size - 1)
        return _slices(unit_name(at, size), start, end, self.fits)

    def _run(self, start: int, end: int, size: Size) -> Period:
        first, last = self.begins[start], self.begins[end - 1]
        name, until = unit_name(first, size), unit_name(last, size)
        said = unit_said(first, size) if name == until else f"{_edge(first, size, 0)}/{_edge(last, size, 1)}"
        return Period(name if name == until else f"{name}--{until}", start, end, said)


def _slices(name: str, start: int, end: int, fits: Callable[[int, int], bool]) -> Iterator[Period]:
    """Parts by number alone."""
    cuts: list[tuple[int, int]] = []
    first = start
    for number in range(start, end):
        if not fits(first, number + 1):
            cuts.append((first, number))
            first = number
    if end > first:
        cuts.append((first, end))
    for part, (one, two) in enumerate(cuts, 1):
        yield Period(name, one, two, name, part, len(cuts))


def _units(begins: Sequence[Local], start: int, end: int, size: Size) -> Iterator[tuple[int, int]]:
    for _, group in groupby(range(start, end), key=lambda number: unit_of(begins[number], size)):
        numbers = list(group)
        yield numbers[0], numbers[-1] + 1


def unit_of(at: Local, size: Size) -> tuple[int, ...]:
    """What all days of one unit have in common, in the order of time."""
    if size == DAY:
        return at.year, at.month, at.day
    if size == MONTH:
        return at.year, at.month
    whole = abs(at.year) // 10**size
    return (whole,) if at.year >= 0 else (-1 - whole,)


def unit_name(at: Local, size: Size) -> str:
    """The unit in which a day lies, as EDTF: where EDTF names no unit of this size, the largest that it names."""
    if size < 0:
        day = f"-{at.day:02}" if size == DAY else ""
        return f"{_year(at.year)}-{at.month:02}{day}"
    digits, size = f"{abs(at.year):04}", _named(at, size)
    if len(digits) > _YEAR_DIGITS:
        year = _year((abs(at.year) // 10**size * 10**size) * (1 if at.year >= 0 else -1))
        return f"{year}S{len(digits) - size}" if size else year
    return ("-" if at.year < 0 else "") + digits[: _YEAR_DIGITS - size] + "X" * size


def _named(at: Local, size: Size) -> Size:
    """The size of the unit that EDTF can name: up to millennia, and of a long year at least its first digit."""
    digits = len(str(abs(at.year)))
    return min(size, _MILLENNIUM if digits <= _YEAR_DIGITS else digits - 1)


def unit_said(at: Local, size: Size) -> str:
    """The unit as the EDTF that reads best: a unit of long years as the years from its first to its last."""
    plain = abs(at.year) <= LONGEST_YEAR or size <= 0
    return unit_name(at, size) if plain else f"{_edge(at, size, 0)}/{_edge(at, size, 1)}"


def _edge(at: Local, size: Size, end: int) -> str:
    """The first (0) or the last (1) year of a unit; the unit itself where it is a year or less."""
    if size <= 0:
        return unit_name(at, size)
    size = _named(at, size)
    whole = abs(at.year) // 10**size * 10**size
    low, high = whole, whole + 10**size - 1
    return _year((low, high)[end]) if at.year >= 0 else _year(-(high, max(low, 1))[end])


def _year(year: int) -> str:
    return f"Y{year}" if abs(year) > LONGEST_YEAR else f"{'-' if year < 0 else ''}{abs(year):04}"


def spoken(edtf: str, language: str, zone: str, *, capital: bool = True) -> str:
    """A unit or a run of units in words, as a heading begins."""
    date = parse(edtf, zone)
    said = date_words(date, language, zone) if isinstance(date, Date) else edtf
    return said[:1].upper() + said[1:] if capital else said


def best_size(begins: Sequence[Local], most: int) -> Size:
    """The smallest unit by which a list falls into no more than `most` groups."""
    top = max((len(str(abs(at.year))) for at in begins), default=0)
    best = top
    for size in range(top, DAY - 1, -1):
        if sum(1 for _ in groupby(begins, key=lambda at: unit_of(at, size))) > most:
            break
        best = size
    return best
