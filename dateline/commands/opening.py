"""What every command on a site does first: find the site, read its settings, and let the command line have its way."""

from collections.abc import Sequence
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from dateline.commands.options import Asked
from dateline.edge.disk import read_config
from dateline.edge.refusal import refuse_cache, refuse_output, resolved
from dateline.edge.whereabouts import Whereabouts, whereabouts
from dateline.kernel.diagnostics import Diagnostic, Severity
from dateline.model.settings import Settings


class Folders(Struct, frozen=True):
    """Where a command reads and writes."""

    site: Whereabouts
    output: Path
    cache: Path

    @property
    def shown_output(self) -> str:
        """The output folder as it is told to the author."""
        return self.site.shown(self.output)

    @property
    def refusal(self) -> Diagnostic | None:
        """Why the output or the cache must not stand where it was told to, if so."""
        return refuse_output(self.output, self.site, self.cache) or refuse_cache(self.cache, self.site, self.output)


def folders(asked: Asked) -> Folders:
    """The folders that were asked for, or the usual ones beside `config.yaml`."""
    site = whereabouts(asked.config)
    return Folders(site, resolved(asked.output or site.root / "site"), resolved(asked.cache or site.root / ".dateline"))


class Opened(Struct, frozen=True):
    """A site's settings, if any could be made, and what is wrong with `config.yaml`."""

    settings: Settings | None
    found: tuple[Diagnostic, ...]
    sources: dict[str, bytes]
    """`config.yaml` itself, to show where it is wrong."""


def open_site(site: Whereabouts, asked: Asked) -> Opened:
    """The site's settings, as the command line changes them."""
    data = read_config(site, str(asked.config))
    return Opened(None, (data,), {}) if isinstance(data, Diagnostic) else opened_site(data, site, asked)


def opened_site(data: bytes, site: Whereabouts, asked: Asked) -> Opened:
    """The settings that stand in a config, as the command line changes them."""
    from dateline.reading.configuration import read_settings  # noqa: PLC0415 - not where they are remembered

    path = site.config.name
    checked = read_settings(data, path)
    settings = checked.value and _as_asked(checked.value, asked)
    return Opened(settings, checked.found, {path: data})


def _as_asked(settings: Settings, asked: Asked) -> Settings:
    changed = replace(settings, drafts=asked.drafts)
    if asked.base_url is not None:
        changed = replace(changed, base_url=_base_url(asked.base_url))
    if asked.as_of is not None:
        changed = replace(changed, as_of=_as_of(asked.as_of, settings.timezone), as_of_written=asked.as_of)
    return changed


def _base_url(written: str) -> str:
    """The address, ended with a slash as that of `config.yaml` is."""
    from dateline.reading.locations import web_address  # noqa: PLC0415 - see above

    objection = web_address(written)
    if objection:
        raise _bad("--base-url", objection.message, objection.hint)
    if "?" in written or "#" in written:
        raise _bad("--base-url", f'"{written}" is not the address of a folder', "leave out what follows the ? or #")
    return written.rstrip("/") + "/"


def _bad(option: str, message: str, hint: str) -> click.BadParameter:
    return click.BadParameter("; ".join(filter(None, (message, hint))), param_hint=option)


def _as_of(written: str, zone: str) -> int:
    """The last instant of the date."""
    from dateline.dates.edtf import parse  # noqa: PLC0415 - see above
    from dateline.dates.malformed import Malformed  # noqa: PLC0415

    date = parse(written, zone)
    if isinstance(date, Malformed):
        raise _bad("--as-of", date.message, date.hint)
    if date.stated.latest is None:
        raise _bad("--as-of", f'"{written}" has no end', "name a day, a month or a year")
    return date.stated.latest


def blames_config(found: Sequence[Diagnostic], opened: Opened) -> bool:
    """Whether `config.yaml` cannot be used, or an error among these stands in it."""
    if opened.settings is None:
        return True
    return any(one.severity is Severity.ERROR and one.place.path in opened.sources for one in found)
