"""`build`: the site's files made from the author's, and the output folder made equal to them."""

import json
import time
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.commands.opening import Folders, Opened, blames_config, folders, open_site
from dateline.commands.options import Asked
from dateline.commands.reporting import DONE, FAILED, MISUSED, has_errors, judged, say, show, show_summary
from dateline.edge.cards import drawn, lacking
from dateline.edge.collecting import uncollected
from dateline.edge.console import Sources
from dateline.edge.disk import read_site
from dateline.edge.output import Written, inspect, write
from dateline.edge.progress import Timed, watched
from dateline.edge.searching import indexed
from dateline.edge.workers import Workers
from dateline.kernel.diagnostics import Diagnostic, in_order
from dateline.kernel.plan import Tree
from dateline.model.settings import Settings
from dateline.pages.cards import CardTask
from dateline.pages.records import Record
from dateline.pipeline import build as build_tree


class Made(Struct, frozen=True):
    """What came of a site's files, before anything is written."""

    tree: dict[str, bytes]
    found: tuple[Diagnostic, ...]
    sources: dict[str, bytes]
    search: tuple[Record, ...] = ()
    """What an index for searching is to be made of."""
    cards: tuple[CardTask, ...] = ()
    """The social cards that are to be drawn."""


def make(opened: Opened, settings: Settings, where: Folders, asked: Asked, call: Timed | None = None) -> Made:
    """The site's files in memory, and all that is wrong with the author's: what `build` and `check` have in common."""
    snapshot, found = read_site(where.site)
    with uncollected():
        built = build_tree(snapshot, settings, call or calls(asked))
    files = (*snapshot.layouts.items(), *snapshot.content.items())
    sources = {str(path): data for path, data in files} | opened.sources
    told = judged(in_order((*opened.found, *found, *built.found)), asked)
    return Made(built.tree, told, sources, built.search, built.cards)


def calls(asked: Asked) -> Timed:
    """How a build's steps are called: over so many processes, seen and timed."""
    return Timed(Workers(asked.jobs, watched(quiet=asked.quiet)))


def build(asked: Asked) -> int:
    """The exit status of a build."""
    began = time.perf_counter()
    where = folders(asked)
    opened = open_site(where.site, asked)
    refusal = where.refusal or inspect(where.output, where.shown_output)
    if opened.settings is None or refusal:
        return _unbuilt((*opened.found, *((refusal,) if refusal else ())), opened.sources, opened, asked)
    call = calls(asked)
    lacked = lacking() if opened.settings.social_cards else ""
    settings = replace(opened.settings, social_cards=opened.settings.social_cards and not lacked)
    made = make(opened, settings, where, asked, call)
    if has_errors(made.found):
        return _unbuilt(made.found, made.sources, opened, asked)
    show(made.found, made.sources, asked)
    index = indexed(made.search, settings.language, watched(quiet=asked.quiet))
    cards = drawn(made.cards, where.cache, call, afresh=asked.clean)
    tree = made.tree | index.files | cards.files
    written = write(where.output, tree, where.shown_output)
    if isinstance(written, Diagnostic):
        show([written], {}, asked)
        return FAILED
    show_summary(made.found, "", asked)
    for line in _details(written, tree, call, where.shown_output) if asked.verbose else ():
        say(line, asked)
    for notice in filter(None, (index.notice, lacked, cards.notice)):
        say(notice, asked)
    say(_outcome(written, tree, where.shown_output, time.perf_counter() - began), asked)
    return DONE


def _unbuilt(found: tuple[Diagnostic, ...], sources: Sources, opened: Opened, asked: Asked) -> int:
    judgement = judged(found, asked)
    show(judgement, sources, asked)
    show_summary(judgement, "; nothing was written", asked)
    told_so = any(one.code == "output-refused" for one in found) and (asked.output or asked.cache)
    return MISUSED if blames_config(judgement, opened) or told_so else FAILED


def _outcome(written: Written, tree: Tree, folder: str, seconds: float) -> str:
    plan = written.plan
    pages = sum(path.endswith(".html") for path in tree)
    counts = {
        "new": len(plan.create),
        "changed": len(plan.replace),
        "unchanged": len(plan.keep),
        "removed": len(plan.delete),
    }
    counted = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return (
        f"built {_number(pages, 'page')} in {seconds:.1f} s: {_number(len(tree), 'file')}"
        f"{f' ({counted})' if counted else ''}\nsee {folder}/index.html"
    )


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _details(written: Written, tree: Tree, call: Timed, folder: str) -> Iterator[str]:
    """What `--verbose` adds: each step, each file that differs, and what the exports could not say."""
    for step in call.took:
        yield f"{step.seconds:7.3f} s  {step.name}, {_number(step.inputs, 'time')}"
    plan = written.plan
    for word, paths in (("new", plan.create), ("changed", plan.replace), ("removed", plan.delete)):
        yield from (f"{word:>9}  {folder}/{path}" for path in paths)
    yield from (f"{'not ours':>9}  {folder}/{path}" for path in written.foreign)
    if not written.at_once:
        yield "files took their places one by one: old and new folder cannot change places here"
    yield from losses(tree)


def losses(tree: Tree) -> Iterator[str]:
    """What the exports could not say, in the words of `data/losses.json`."""
    for loss in json.loads(tree.get("data/losses.json", b"[]")):
        yield f"{loss['export']}: {loss['message']}"
