"""`check`: all diagnostics, and nothing written."""

from contextlib import closing
from functools import partial

from dateline.checking import check_links
from dateline.commands.making import Session, persistently
from dateline.commands.opening import Folders, Opened, blames_config, folders
from dateline.commands.options import Asked
from dateline.commands.reporting import DONE, FAILED, MISUSED, has_errors, judged, say, show, show_summary
from dateline.edge.console import Sources
from dateline.edge.failures import failed
from dateline.edge.folder import built_site, survey
from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic
from dateline.kernel.plan import Tree


def check(asked: Asked) -> int:
    """The exit status of a check."""
    where = folders(asked)
    with closing(Session(where, asked)) as session:
        opened = session.opened
        if opened.settings is None:
            show(opened.found, opened.sources, asked)
            show_summary(opened.found, "", asked)
            return MISUSED
        made = persistently(session, partial(session.made, opened.settings))
        found, sources = made.found, made.sources
        if asked.links:
            site, missing = _site(where)
            prefix = f"{where.shown_output}/"
            links = check_links(site, opened.settings.base_url, prefix, session.call)
            found += judged((*missing, *links), asked)
            sources = session.sources({prefix + path: data for path, data in site.items()})
        return _told(found, sources, opened, asked)


def _told(found: tuple[Diagnostic, ...], sources: Sources, opened: Opened, asked: Asked) -> int:
    show(found, sources, asked)
    show_summary(found, "", asked)
    if not found:
        say("no mistakes found", asked)
    if blames_config(found, opened):
        return MISUSED
    return FAILED if has_errors(found) else DONE


def _site(where: Folders) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """The built site as it stands on the disk."""
    shown = where.shown_output
    try:
        if survey(where.output).marked and not where.output.is_symlink():
            return built_site(where.output), ()
    except OSError as error:
        return {}, (failed(error, where.output, shown),)
    message = f'no build has written to "{shown}", so it has no links to check'
    return {}, (
        diagnostic("missing-site", message, Place(shown), "build the site first, or name its folder with --output"),
    )
