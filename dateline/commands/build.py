"""`build`: the site's files made from the author's, and the output folder made equal to them."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial

from dateline.commands.making import Made, Session, persistently
from dateline.commands.opening import Opened, blames_config, folders
from dateline.commands.options import Asked
from dateline.commands.reporting import DONE, FAILED, MISUSED, has_errors, judged, say, show, show_summary
from dateline.edge.console import Sources, emit
from dateline.edge.output import Written, inspect, write
from dateline.kernel.diagnostics import Diagnostic
from dateline.kernel.plan import Offer, Tree
from dateline.model.settings import Settings


def build(asked: Asked) -> int:
    """The exit status of a build."""
    began = time.perf_counter()
    where = folders(asked)
    with closing(Session(where, asked)) as session:
        opened = session.opened
        refusal = where.refusal or inspect(where.output, where.shown_output)
        if opened.settings is None or refusal:
            found = (*opened.found, *((refusal,) if refusal else ()))
            return _unbuilt(found, opened.sources, opened, asked)
        made, written = persistently(session, partial(_written, session, opened.settings))
        if written is None:
            return _unbuilt(made.found, made.sources, opened, asked)
        return _told(session, made, written, began)


def _told(session: Session, made: Made, written: Written | Diagnostic, began: float) -> int:
    """The exit status; what was made is remembered, and the author told of it."""
    asked, shown = session.asked, session.where.shown_output
    show(made.found, made.sources, asked)
    if isinstance(written, Diagnostic):
        show([written], {}, asked)
        return FAILED
    unlike = session.unlike(made) if asked.verify else ()
    remembered = "" if unlike else session.remember(made, written.seals)
    show_summary(made.found, "", asked)
    for line in _details(written, made.files, shown) if asked.verbose else ():
        say(line, asked)
    for line in _steps(session) if asked.verbose or asked.profile else ():
        say(line, asked)
    for notice in filter(None, (*made.notices, session.store.notice, remembered)):
        say(notice, asked)
    say(_outcome(written, made.files, shown, time.perf_counter() - began), asked)
    return _verified(unlike, asked) if asked.verify else DONE


def _verified(unlike: tuple[str, ...], asked: Asked) -> int:
    """The exit status where what was remembered has been compared with what is made anew."""
    for line in unlike:
        emit(f"not as it is when made anew: {line}", err=True)
    if unlike:
        emit("this is a mistake of Dateline's: please report it, and build with --clean", err=True)
        return FAILED
    say("all is as it is when made anew", asked)
    return DONE


def _written(session: Session, settings: Settings) -> tuple[Made, Written | Diagnostic | None]:
    """The site, and what came of writing it; nothing where it has errors."""
    made, where = session.made(settings, complete=True), session.where
    if has_errors(made.found):
        return made, None
    offer = Offer(made.files, made.files.digests)
    return made, write(where.output, offer, where.shown_output, session.output_seals, where.cache)


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


def _details(written: Written, tree: Tree, folder: str) -> Iterator[str]:
    """What `--verbose` adds to the steps: each file that differs, and what the exports could not say."""
    plan = written.plan
    for word, paths in (("new", plan.create), ("changed", plan.replace), ("removed", plan.delete)):
        yield from (f"{word:>9}  {folder}/{path}" for path in paths)
    yield from (f"{'not ours':>9}  {folder}/{path}" for path in written.foreign)
    if not written.at_once:
        yield "files took their places one by one: old and new folder cannot change places here"
    yield from losses(tree)


def _steps(session: Session) -> Iterator[str]:
    """How long each step took, and of how many results it made how many now."""
    if not session.ran:
        yield "nothing has changed since the last build"
    for one in session.ran:
        kept = f" ({one.kept} remembered)" if one.kept else ""
        yield f"{one.seconds:7.3f} s  {one.step}, {_number(len(one.made), 'time')}{kept}"


def losses(tree: Tree) -> Iterator[str]:
    """What the exports could not say, in the words of `data/losses.json`."""
    for loss in json.loads(tree.get("data/losses.json", b"[]")):
        yield f"{loss['export']}: {loss['message']}"
