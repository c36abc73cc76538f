"""JSON Schemas (2020-12) of front matter, one a kind, and of `config.yaml`: what editors complete and check with."""

from dateline.model.names import Kind
from dateline.model.settings import Settings
from dateline.reading.configuration import BUILT_IN_TYPES, CONFIG, DEFAULT_SCALE
from dateline.reading.fields import TABLES
from dateline.reading.tables import Table, table_schema
from dateline.reading.values import Json, Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"

CONFIG_KIND = "config"
KINDS: dict[str, Table] = {
    **{kind.singular: table for kind, table in TABLES.items() if kind is not Kind.INDEX},
    "index": TABLES[Kind.INDEX],
    CONFIG_KIND: CONFIG,
}
"""What there are schemas of, by the names that `schema` takes."""


def schema(kind: str, settings: Settings | None = None) -> Json:
    """The JSON Schema of a kind's front matter, with the words that a site's settings add."""
    types = tuple(one.id for one in settings.annotation_types) if settings else tuple(BUILT_IN_TYPES)
    vocabulary = Vocabulary(types, settings.verdict_scale if settings else DEFAULT_SCALE)
    table = KINDS[kind]
    what = "config.yaml" if kind == CONFIG_KIND else f"Front matter of {table.what}"
    return {"$schema": DIALECT, "title": what, **table_schema(table, vocabulary)}
