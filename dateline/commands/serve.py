"""`serve`: the site in a browser on the author's machine, built in memory and anew after each burst of saves."""

import asyncio
import contextlib
import errno
import re
import socket
import time
import webbrowser
from contextlib import closing
from functools import partial

import click
from msgspec.structs import replace

from dateline.commands.making import Made, Session, persistently
from dateline.commands.opening import Folders, folders, open_site
from dateline.commands.options import Asked
from dateline.commands.reporting import INTERRUPTED, MISUSED, has_errors, judged, say, show, show_summary
from dateline.edge.console import as_text
from dateline.edge.server import Server, bind
from dateline.edge.watching import bursts
from dateline.kernel.files import Files
from dateline.kernel.plan import Plan
from dateline.model.settings import Settings

USUAL_PORT = 8000


def serve(asked: Asked) -> int:
    """The exit status of serving, which Ctrl-C ends."""
    where = folders(asked)
    opened = open_site(where.site, asked)
    if not opened.sources:
        show(opened.found, {}, asked)
        show_summary(opened.found, "", asked)
        return MISUSED
    listener = _bound(asked)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(listener, where, asked))
    say("\nno longer serving", asked)
    return INTERRUPTED


def _bound(asked: Asked) -> socket.socket:
    """The socket that was asked for; where the usual port is taken, one at any that is free."""
    if not re.fullmatch(r"[0-9A-Za-z.:-]+", asked.host):
        raise click.BadParameter(f'"{asked.host}" is not the name or number of a machine', param_hint="--host")
    try:
        return bind(asked.host, USUAL_PORT if asked.port is None else asked.port)
    except UnicodeError:
        raise _unknown_host(asked) from None
    except ValueError:
        message = f'"{asked.host}" stands for every address of this machine; name the one to be reached at'
        raise click.BadParameter(message, param_hint="--host") from None
    except OSError as error:
        if asked.port is None and error.errno == errno.EADDRINUSE:
            return _bound(replace(asked, port=0))
        raise _not_bound(error, asked) from None


def _not_bound(error: OSError, asked: Asked) -> click.BadParameter:
    match error.errno:
        case errno.EADDRINUSE:
            message = f"another program serves at port {asked.port}; name another, or leave it out"
            return click.BadParameter(message, param_hint="--port")
        case errno.EACCES:
            message = f"port {asked.port} is not for every user; name one from 1024 on, or leave it out"
            return click.BadParameter(message, param_hint="--port")
        case _:
            return _unknown_host(asked)


def _unknown_host(asked: Asked) -> click.BadParameter:
    return click.BadParameter(f'"{asked.host}" is no address of this machine', param_hint="--host")


async def _serve(listener: socket.socket, where: Folders, asked: Asked) -> None:
    server = Server(asked.host, listener)
    try:
        await keep_showing(server, where, asked)
    finally:
        await server.stop()


async def keep_showing(server: Server, where: Folders, asked: Asked) -> None:
    """Builds now and after each burst of saves, and shows what came of it; without end."""
    async for burst in bursts(where.site):
        for path in sorted(burst) if asked.verbose else ():
            say(f"    saved  {where.site.shown(path)}", asked)
        began = time.perf_counter()
        made = await asyncio.to_thread(_made, server.address, where, asked)
        _show(made, server, asked, time.perf_counter() - began)
        if not server.started:
            server.start()
            say(f"serving {server.address} (Ctrl-C ends it)", asked)
            if asked.open:
                await asyncio.to_thread(webbrowser.open, server.address)


def _made(address: str, where: Folders, asked: Asked) -> Made:
    """The site as it stands now, under the server's own address. `config.yaml` may have been saved too."""
    with closing(Session(where, replace(asked, jobs=1))) as session:  # other processes must not be forked off a thread
        opened = session.opened
        if opened.settings is None:
            return Made(Files(), judged(opened.found, asked), opened.sources)
        return persistently(session, partial(_whole, session, replace(opened.settings, base_url=address)))


def _whole(session: Session, settings: Settings) -> Made:
    made = session.made(settings)
    return replace(made, files=made.files.whole())


def _show(made: Made, server: Server, asked: Asked, seconds: float) -> None:
    """Shows a site that was made, or else keeps the last one; tells the author which."""
    show(made.found, made.sources, asked)
    if has_errors(made.found):
        stays = server.show_mistakes("\n".join(as_text(made.found, made.sources)))
        still = "the site is still shown as it was" if stays else "the browser shows this until it is mended"
        show_summary(made.found, f"; {still}", asked)
        return
    show_summary(made.found, "", asked)
    plan = server.show(made.files)
    for path in (*plan.create, *plan.replace, *plan.delete) if asked.verbose and server.started else ():
        say(f"  differs  {path}", asked)
    pages = sum(path.endswith(".html") for path in made.files)
    say(f"built {pages} page{'' if pages == 1 else 's'} in {seconds:.1f} s{_differing(plan, server)}", asked)


def _differing(plan: Plan, server: Server) -> str:
    if not server.started:
        return ""
    return f": {plan.changes} file{'' if plan.changes == 1 else 's'} changed" if plan.changes else ": nothing changed"
