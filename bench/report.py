"""The figures as a page in Markdown."""

from collections.abc import Iterable, Sequence
from statistics import median

from bench.figures import Figures, Made, Measured, to_hugo
from bench.generators import HUGO_VERSION, SEARCHING
from bench.scenarios import SCENARIOS
from bench.steps import Step
from bench.targets import TARGETS, amount, judged

TITLES = {one.name: one.title for one in SCENARIOS}

INTRODUCTION = """\
# How long a build takes, beside Hugo

Made by `make bench OPTIONS='{options}'` on {machine}; {versions}.

Both build the same made-up story (`bench/corpus.py`): 40 % articles of some 320 words, 40 % notes of some 65 words
that quote them, 15 % events, 5 % people, places and organisations. Every figure is a whole process from start to
exit, its files warm in memory and all that was written before on the disk; Hugo and Dateline take turns, round by
round. Seconds are on the clock, CPU seconds those of all processes together, MB (millions of bytes) the memory of the
largest single process, workers included. Figures are medians over the rounds; a ratio is the median of the rounds'
own ratios. After each change the page that must show it is read: it does not show it before the build and does after,
or there are no figures.
"""

COMPARABLE = """\
## How comparable this is

- **Hugo does less.** It renders the pages that its templates in `bench/hugo/` ask for (articles with their notes,
  events, names, tags, a timeline in pages of 200, a home page, a feed, a sitemap), some 130 lines in all, and
  resolves every link. Dateline checks all front matter, finds each quote in its article and highlights it, orders the
  events by what is known of their dates, lists with every page what refers to it, draws the timeline, and writes its
  exports, with the templates that every site has. What that comes to in files stands under "What came out".
- **Hugo remembers nothing on the disk.** Each of its figures is a full `hugo`, as somebody types it after a change;
  so they differ by chance alone, but for the first build, which finds no files to write over. Dateline remembers, and
  leaves files that are as they should be alone. `hugo server`, which keeps a site in memory, is not compared, nor is
  `dateline serve`.
- **Hugo uses all cores at all times.** So does Dateline without `--jobs`; compare `--jobs 1` by CPU seconds. Where
  its seconds are clearly more than its CPU seconds, the machine had something else to do as well.
- **Dateline waits for the disk**, so that a power cut leaves the old site or the new one; Hugo does not.
- A template is changed for articles only, for both. A title is changed for both where an event's page shows it.
- The story is made up: short words at chance, links evenly spread, one language, no pictures. Differences of less
  than a fifth between two cells mean nothing.
"""

ALONE = """\
# How long a large build takes

Made by `make bench OPTIONS='{options}'` on {machine}; {versions}.

The same made-up story as in [RESULTS.md](RESULTS.md), larger and without Hugo. Every figure is a whole process from
start to exit. Seconds are on the clock, CPU seconds those of all processes together. MB (millions of bytes) is the
memory of the largest single process; "MB together" is the most that all processes held at one time, looked at four
times a second, where of memory that several share each counts its part (PSS).
"""

INDEX = """\
All figures above are with `search: false`. With `search: true`, Pagefind makes an index of all that can be found; its
process may be the largest then.
"""

STEPS = """\
Seconds, and how often a step was done, in one process, as `build --profile --jobs 1` tells it. A step may lie within
another, so they need not add up.
"""


def report(figures: Figures) -> str:
    """All tables."""
    tables = (
        _targets(figures),
        *(_costs(figures, scenario) for scenario in TITLES),
        _growth(figures),
        _outputs(figures),
        _folders(figures),
        _search(figures),
        *(_steps(figures, size) for size in figures.sizes),
    )
    return "\n".join(table for table in tables if table)


def page(figures: Figures, options: str, machine: str, versions: Sequence[str]) -> str:
    """The tables with what a reader must know."""
    if "Hugo" not in figures.generators:
        return f"{ALONE.format(options=options, machine=machine, versions=', '.join(versions))}\n{report(figures)}"
    named = ", ".join((f"Hugo {HUGO_VERSION}", *versions))
    introduction = INTRODUCTION.format(options=options, machine=machine, versions=named)
    return "\n".join((introduction, report(figures), COMPARABLE))


def _targets(figures: Figures) -> str:
    """What was aimed at, beside what was reached."""
    ours = [name for name in _without_search(figures) if name != "Hugo"]
    rows = (
        (TITLES.get(one.scenario, "The largest process"), f"{one.size:,}", amount(one, one.limit), *found)
        for one in TARGETS
        if any(found := [*judged(one, figures, ours)])
    )
    return _table("Aims: times as long as Hugo", ("", "documents", "at most", *ours), rows)


def _costs(figures: Figures, scenario: str) -> str:
    """What each generator spent in a scenario; what nobody looked for has no column."""
    meaning = next(one.meaning for one in SCENARIOS if one.name == scenario)
    names = _without_search(figures)
    here = [one for one in figures.measured if one.scenario == scenario and one.generator in names]
    columns = {
        "documents": [f"{one.size:,}" for one in here],
        "": [one.generator for one in here],
        "seconds": [f"{one.wall:.2f}" for one in here],
        "CPU seconds": [f"{one.cpu:.2f}" for one in here],
        "MB": [f"{one.peak:.0f}" for one in here],
        "MB together": [f"{one.together:.0f}" if one.together else "" for one in here],
        "to Hugo": [f"{median(found):.2f}" if (found := to_hugo(figures, one)) else "" for one in here],
        "round by round": [", ".join(f"{each:.2f}" for each in to_hugo(figures, one)) for one in here],
    }
    shown = {head: cells for head, cells in columns.items() if any(cells)}
    return _table(
        TITLES[scenario], [*shown], [*zip(*shown.values(), strict=True)], f"{meaning[0].upper()}{meaning[1:]}."
    )


def _growth(figures: Figures) -> str:
    """How much more ten times the documents cost."""
    rows = (
        (
            TITLES[one.scenario],
            f"{one.size:,} to {more.size:,}",
            one.generator,
            *(f"× {after / before:.1f}" for before, after in _pairs(one, more)),
        )
        for one in figures.measured
        if (more := figures.one(one.size * 10, one.generator, one.scenario))
    )
    return _table("Ten times the documents", ("", "documents", "", "seconds", "CPU seconds", "MB"), rows)


def _pairs(one: Measured, more: Measured) -> tuple[tuple[float, float], ...]:
    return (one.wall, more.wall), (one.cpu, more.cpu), (one.peak, more.peak)


def _outputs(figures: Figures) -> str:
    rows = (
        (f"{made.size:,}", _program(made), f"{made.output.pages:,}", f"{made.output.files:,}", _size(made))
        for made in _made(figures)
    )
    return _table("What came out", ("documents", "", "pages", "files", "MB"), rows)


def _made(figures: Figures) -> list[Made]:
    """One of each program and size: in so many processes as you like, Dateline makes the same."""
    plain = [made for made in figures.made if not made.generator.endswith(SEARCHING)]
    return [*{(made.size, _program(made)): made for made in plain}.values()]


def _program(made: Made) -> str:
    return made.generator.partition(" ")[0]


def _size(made: Made) -> str:
    return f"{made.output.megabytes:.1f}"


def _folders(figures: Figures) -> str:
    """How many files of which sort either made of the largest story."""
    largest = [made for made in _made(figures) if made.size == max(figures.sizes)]
    counted = [dict(made.output.sorts) for made in largest]
    folders = sorted({folder for sorts in counted for folder in sorts})
    rows = ((folder or "at the root", *(f"{sorts.get(folder, 0):,}" for sorts in counted)) for folder in folders)
    title = f"Files of a story of {max(figures.sizes, default=0):,}, by folder"
    return _table(title, ("", *map(_program, largest)), rows)


def _search(figures: Figures) -> str:
    """What `search: true` costs: an index of all records, made by Pagefind."""
    rows = (row for one in figures.measured if (row := _searched(figures, one)))
    heads = ("", "documents", "seconds without", "seconds with", "more", "more CPU seconds", "MB")
    return _table("What a search index adds", heads, rows, INDEX)


def _searched(figures: Figures, one: Measured) -> tuple[str, ...] | None:
    without = figures.one(one.size, one.generator.removesuffix(SEARCHING), one.scenario)
    if without is None or without is one:
        return None
    pairs = [*zip(one.spent, without.spent, strict=True)]
    more = (
        median(mine.wall - theirs.wall for mine, theirs in pairs),
        median(mine.cpu - theirs.cpu for mine, theirs in pairs),
    )
    walls = (f"{seconds:.2f}" for seconds in (without.wall, one.wall, *more))
    return TITLES[one.scenario], f"{one.size:,}", *walls, f"{one.peak:.0f}"


def _steps(figures: Figures, size: int) -> str:
    """What each step took in each scenario, and how often it was done."""
    told = [one for one in figures.told if one.size == size]
    by = {(one.scenario, step.name): step for one in told for step in one.steps}
    names = dict.fromkeys(name for _, name in by)
    rows = ((name, *(_step(by.get((one.scenario, name))) for one in told)) for name in names)
    return _table(
        f"Where the time goes: {size:,} documents", ("", *(TITLES[one.scenario] for one in told)), rows, STEPS
    )


def _step(step: Step | None) -> str:
    return f"{step.seconds:.3f} ({step.times:,})" if step else ""


def _without_search(figures: Figures) -> list[str]:
    return [name for name in figures.generators if not name.endswith(SEARCHING)]


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], words: str = "") -> str:
    """A table under a heading; nothing where there are no rows."""
    body = [f"| {' | '.join(row)} |" for row in rows]
    if not body:
        return ""
    align = [":--" if not head else "--:" for head in heads]
    said = (words.strip(), "") if words else ()
    return "\n".join((f"## {title}", "", *said, f"| {' | '.join(heads)} |", f"|{'|'.join(align)}|", *body, ""))
