"""`clean`: the built site and the cache removed, and nothing else."""

import os
from collections.abc import Iterator

from dateline.commands.opening import folders
from dateline.commands.options import Asked
from dateline.commands.reporting import DONE, FAILED, MISUSED, say, show
from dateline.edge.cachedir import remove_cache
from dateline.edge.disk import read_config
from dateline.edge.output import Removed, remove
from dateline.kernel.diagnostics import Diagnostic


def clean(asked: Asked) -> int:
    """The exit status of cleaning. `config.yaml` must be there, to say where the site is, but may be wrong."""
    where = folders(asked)
    config = read_config(where.site, str(asked.config))
    wrong = config if isinstance(config, Diagnostic) else where.refusal
    if wrong:
        show([wrong], {}, asked)
        return MISUSED if isinstance(config, Diagnostic) or asked.output or asked.cache else FAILED
    site = remove(where.output, where.shown_output)
    had_cache = os.path.lexists(where.cache)
    kept_cache = remove_cache(where.cache, where.site.shown(where.cache))
    told = [] if isinstance(site, Diagnostic) else list(_told(site, where.shown_output, asked))
    if had_cache and not kept_cache:
        what = "removed what builds wrote to" if os.path.lexists(where.cache) else "removed"
        told.append(f"{what} {where.site.shown(where.cache)}/")
    failures = [one for one in (site, kept_cache) if isinstance(one, Diagnostic)]
    for line in told or ([] if failures else ["nothing to remove"]):
        say(line, asked)
    show(failures, {}, asked)
    return FAILED if failures else DONE


def _told(site: Removed, shown: str, asked: Asked) -> Iterator[str]:
    if asked.verbose:
        yield from (f"removed {shown}/{path}" for path in site.files)
    if site.files:
        yield f"removed {shown}/, as far as builds wrote it: {len(site.files)} file{'s' if len(site.files) > 1 else ''}"
    yield from (f"kept {shown}/{path}, which no build wrote" for path in site.left)
