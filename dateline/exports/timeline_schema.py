"""`data/timeline.schema.json`: what `data/timeline.json` holds, as JSON Schema 2020-12."""

from typing import Any

import msgspec

from dateline.dates.date import Precision
from dateline.exports.timeline_json import VERSION

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NULLABLE: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": ["number", "null"]}
OFFSET: Schema = {"type": ["integer", "null"], "minimum": 0, "description": "in code points of the target's text"}
STATES = ["exact", "moved", "changed", "changed!", "ambiguous", "orphan", "whole"]
INSTANT: Schema = {
    "type": ["string", "null"],
    "pattern": r"^[+-]?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2})?$",
    "description": "local time of the site, inclusive, to the second; null where open",
}


def _list(of: Schema, what: str = "") -> Schema:
    return {"type": "array", "items": of} | ({"description": what} if what else {})


def _record(fields: Schema) -> Schema:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


IDS = _list(TEXT, "ids")
REFERENCES = _list({"type": "string", "pattern": "^(index|[a-z]+/.+)$"}, "references, `kind/id`")
COMMON: Schema = {"annotations": IDS, "mentioned_by": REFERENCES, "text": TEXT}
QUOTED: Schema = {
    "quote": NULLABLE,
    "prefix": NULLABLE,
    "suffix": NULLABLE,
    "anchor": {"enum": STATES},
    "start": OFFSET,
    "end": OFFSET,
    "matched": NULLABLE,
}
SOURCE: Schema = {
    "oneOf": [_record({"article": TEXT, **QUOTED, "note": NULLABLE}), _record({"url": NULLABLE, "title": NULLABLE})]
}
AUTHOR = _record({"name": TEXT, "person": NULLABLE})
IMAGE: Schema = {
    "oneOf": [{"type": "null"}, _record({"src": TEXT, "alt": NULLABLE, "caption": NULLABLE, "credit": NULLABLE})]
}
EVENT = _record(
    {
        "id": TEXT,
        "title": TEXT,
        "address": TEXT,
        "date": {"type": ["string", "null"], "description": "EDTF as written; null where a relation gave it"},
        "as_said": NULLABLE,
        "date_text": {"type": "string", "description": "the date in words, in the site's language"},
        "earliest": INSTANT,
        "latest": INSTANT,
        "start_latest": INSTANT,
        "end_earliest": INSTANT,
        "precision": {"enum": [one.value for one in Precision]},
        "approximate": FLAG,
        "uncertain": FLAG,
        "order_known_after_previous": {"type": ["boolean", "null"]},
        "known": NULLABLE,
        "status": {"enum": ["confirmed", "reported", "disputed", "denied", "planned"]},
        "importance": {"type": "integer", "minimum": 1, "maximum": 3},
        "summary": NULLABLE,
        "image": IMAGE,
        **dict.fromkeys(("people", "organisations", "places", "threads"), IDS),
        "tags": _list(TEXT),
        **dict.fromkeys(("after", "before", "during", "caused_by", "led_to", "related"), IDS),
        "sources": _list(SOURCE),
        "accounts": _list(_record({"says": TEXT, "status": NULLABLE, "sources": _list(SOURCE)})),
        "revisions": _list({"type": "object", "required": ["known", "fields"]}),
        **COMMON,
    }
)
ARTICLE = _record(
    {
        "id": TEXT,
        "title": TEXT,
        "address": TEXT,
        "published": TEXT,
        "updated": NULLABLE,
        "authors": _list(AUTHOR),
        **dict.fromkeys(("publisher", "url", "archive_url", "language", "summary"), NULLABLE),
        "image": IMAGE,
        "licence": NULLABLE,
        "tags": _list(TEXT),
        "threads": IDS,
        "events": IDS,
        **COMMON,
    }
)
ANNOTATION = _record(
    {
        "id": TEXT,
        "title": NULLABLE,
        "address": NULLABLE,
        "type": TEXT,
        "target": NULLABLE,
        **QUOTED,
        "verdict": {"oneOf": [{"type": "null"}, _record({"claim": NULLABLE, "rating": TEXT})]},
        "authors": _list(AUTHOR),
        "date": NULLABLE,
        "events": IDS,
        "sources": _list(SOURCE),
        "tags": _list(TEXT),
        **COMMON,
    }
)
ENTITY = _record(
    {
        "id": TEXT,
        "name": TEXT,
        "also_known_as": _list(TEXT),
        "role": NULLABLE,
        "address": TEXT,
        "summary": NULLABLE,
        "image": IMAGE,
        "wikidata": NULLABLE,
        "same_as": _list(TEXT),
        "latitude": NUMBER,
        "longitude": NUMBER,
        "events": IDS,
        "articles": IDS,
        **COMMON,
    }
)
SITE = _record({"title": TEXT, "base_url": TEXT, "language": TEXT, "timezone": TEXT, "as_of": NULLABLE})
THREAD = _record({"id": TEXT, "title": TEXT, "address": TEXT, "events": IDS})
PAGE = _record({"id": TEXT, "title": TEXT, "address": TEXT})


def timeline_schema() -> bytes:
    """The file's bytes."""
    fields = {
        "version": {"const": VERSION},
        "site": SITE,
        "events": _list(EVENT, "in the timeline's order"),
        "articles": _list(ARTICLE),
        "annotations": _list(ANNOTATION),
        "people": _list(ENTITY),
        "organisations": _list(ENTITY),
        "places": _list(ENTITY),
        "threads": _list(THREAD),
        "pages": _list(PAGE),
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A story as data",
        "description": "data/timeline.json of a Dateline site, version 1",
        **_record(fields),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"
