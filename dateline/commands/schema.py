"""`schema`: the JSON Schemas of front matter and of `config.yaml`, with the words that a site's settings add."""

import json

import click

from dateline.commands.opening import Opened, open_site
from dateline.commands.options import Asked
from dateline.commands.reporting import DONE, MISUSED, show
from dateline.edge.console import emit
from dateline.edge.whereabouts import whereabouts
from dateline.kernel.nearest import did_you_mean
from dateline.model.names import Kind
from dateline.reading.schema import KINDS
from dateline.reading.schema import schema as schema_of


def schema(asked: Asked) -> int:
    """Prints one schema, or all of them by their names; the exit status."""
    name = asked.kind and _name(asked.kind)
    opened = open_site(whereabouts(asked.config), asked)
    if opened.settings is None and asked.config != Asked().config:
        show(opened.found, opened.sources, asked)
        return MISUSED
    told = _one(name, opened) if name else {each: _one(each, opened) for each in KINDS}
    emit(json.dumps(told, ensure_ascii=False, indent=2))
    return DONE


def _one(name: str, opened: Opened) -> object:
    return schema_of(name, opened.settings)


def _name(written: str) -> str:
    """The name of a schema; a folder's name means its kind."""
    folders = {kind.value: kind.singular for kind in Kind if kind.singular in KINDS}
    name = folders.get(written, written)
    if name not in KINDS:
        hint = did_you_mean(written, KINDS) or f"there are {', '.join(sorted(KINDS))}"
        raise click.BadParameter(f'there is no schema of "{written}"; {hint}', param_hint="KIND")
    return name
