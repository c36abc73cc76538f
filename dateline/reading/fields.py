"""Every field of front matter by kind: the one description that reading, schemas and the reference come from."""

import re

from msgspec import Struct

from dateline.kernel.diagnostics import Span
from dateline.model.documents import Account, Alias, Author, Dated, Image, Reference, Relation, Source, Verdict
from dateline.model.names import Kind
from dateline.reading.records import (
    ACCOUNTS,
    ALIAS,
    AUTHOR,
    IMAGE,
    LANGUAGE,
    LOOSE_FIELDS,
    NAV,
    PREFIX,
    QUOTE,
    SLUG,
    SOURCES,
    STATUS,
    SUFFIX,
    TIED_FIELDS,
    URL,
    VERDICT,
    reference,
    references,
    relations,
)
from dateline.reading.tables import Answers, Field, Table, record, required
from dateline.reading.values import FLAG, LINE, PROSE, choice, decimal, listed, matching, whole
from dateline.reading.when import DATE

# every kind

TITLE: Field[str] = Field("title", LINE, "The title.", "Belarus frees 52 prisoners")
SUMMARY: Field[str] = Field(
    "summary", PROSE, "A sentence or two for lists, feeds and search engines.", "52 people cross into Lithuania."
)
SLUG_FIELD: Field[str] = Field("slug", SLUG, "The last part of the address, where it is not the id.", "fifty-two-freed")
ALIASES: Field[tuple[Alias, ...]] = Field(
    "aliases",
    listed(ALIAS, "an old address, or a list of them"),
    "Old addresses, from the site's root, that must go on working.",
    "[2025/release, /old/release.html]",
)
DRAFT: Field[bool] = Field("draft", FLAG, "Whether it is left out unless `--drafts` is given.", "true")
ANY = (SLUG_FIELD, ALIASES, DRAFT)

_TAGS = listed(LINE, "a tag, or a list of them")
TAGS: Field[tuple[str, ...]] = Field("tags", _TAGS, "Words to find it by; each has a page.", "[prisoners, sanctions]")
THREADS: Field[tuple[Reference, ...]] = Field(
    "threads",
    references("a thread"),
    "The lanes of the timeline it belongs to, as named in `config.yaml`.",
    "[diplomacy]",
)
AUTHORS: Field[tuple[Author, ...]] = Field(
    "authors",
    listed(AUTHOR, "a name or a reference to a person, or a list of them"),
    "Who wrote it.",
    "[Ona Petraitė, people/gitanas-nauseda]",
)
EVENTS: Field[tuple[Reference, ...]] = Field(
    "events", references("an event"), "The events that it is about.", "[release, call]"
)
PICTURE: Field[Image] = Field(
    "image", IMAGE, "The picture that stands for it.", "{src: border.jpg, alt: A bus at the border, credit: AP}"
)
SOURCES_FIELD: Field[tuple[Source, ...]] = Field(
    "sources",
    SOURCES,
    "What it rests on; a quote is anchored in its article.",
    '[{article: fifty-two, quote: "52 prisoners"}]',
)

# article

PUBLISHED: Field[Dated] = Field("published", DATE, "When it was published.", "2025-09-12T00:07+05:30")
UPDATED: Field[Dated] = Field("updated", DATE, "When it was last changed.", "2025-09-13")
PUBLISHER: Field[str] = Field("publisher", LINE, "Who published it.", "The Daily Example")
URL_FIELD: Field[str] = Field("url", URL, "Where it stands elsewhere.", "https://example.org/fifty-two")
ARCHIVE_URL: Field[str] = Field("archive_url", URL, "Where a copy is kept.", "https://archive.example.org/fifty-two")
LANGUAGE_FIELD: Field[str] = Field(
    "language", LANGUAGE, "The language it is written in, where it is not the site's.", "lt"
)
LICENCE: Field[str] = Field("licence", LINE, "On what terms it may be used.", "CC BY 4.0")

# annotation

TARGET: Field[Reference] = Field(
    "target",
    reference("a reference to an article, an event or an annotation"),
    "What it is about: an article, an event, or, as a reply, another annotation.",
    "articles/fifty-two",
)
TYPE: Field[str] = Field(
    "type",
    choice("a type of annotation", lambda vocabulary: vocabulary.types),
    "What sort of note it is.",
    "correction",
)
DATE_WRITTEN: Field[Dated] = Field("date", DATE, "When the note was written.", "2025-09-12")
VERDICT_FIELD: Field[Verdict] = Field(
    "verdict", VERDICT, "The result of a fact-check.", "{claim: All prisoners were freed, rating: mixed}"
)

# event

DATE_OF: Field[Dated] = Field(
    "date", DATE, "When it happened; may be left out where `after` or `before` has a `by`.", "2025-09-11"
)
AS_SAID: Field[str] = Field("as_said", PROSE, "The date in the source's own words.", "last month")
KNOWN: Field[Dated] = Field(
    "known",
    DATE,
    "When the public could first know it; left out, the earliest `published` among its sources.",
    "2025-09-12",
)
STATUS_FIELD: Field[str] = Field("status", STATUS, "How firm it is.", "reported")
AFTER: Field[tuple[Relation, ...]] = Field(
    "after", relations(TIED_FIELDS), "It begins not before these end.", "{event: drone-incursion, by: P1D}"
)
BEFORE: Field[tuple[Relation, ...]] = Field(
    "before", relations(TIED_FIELDS), "It ends not after these begin.", "[sanctions-eased]"
)
DURING: Field[tuple[Relation, ...]] = Field("during", relations(LOOSE_FIELDS), "It lies within these.", "visit")
CAUSED_BY: Field[tuple[Relation, ...]] = Field(
    "caused_by", relations(LOOSE_FIELDS), "It begins not before these begin, which caused it.", "[call]"
)
RELATED: Field[tuple[Reference, ...]] = Field(
    "related", references("an event"), "Events that a reader may want to see beside it.", "[invasion]"
)
PEOPLE: Field[tuple[Reference, ...]] = Field("people", references("a person"), "Who took part.", "[donald-trump]")
ORGANISATIONS: Field[tuple[Reference, ...]] = Field(
    "organisations", references("an organisation"), "Which organisations took part.", "[belavia]"
)
PLACES: Field[tuple[Reference, ...]] = Field("places", references("a place"), "Where it happened.", "[lithuania]")
ACCOUNTS_FIELD: Field[tuple[Account, ...]] = Field(
    "accounts",
    ACCOUNTS,
    "Where speakers differ: what each says.",
    "[{says: 14 of them are foreign nationals, sources: fifty-two}]",
)
IMPORTANCE: Field[int] = Field("importance", whole(1, 3), "1 for background, 2 as a rule, 3 for a turning point.", "3")

# person, organisation, place


def _wikidata_hint(text: str) -> str:
    digits = re.search(r"[Qq]([1-9][0-9]*)(?:\D|$)", text)
    return f"write Q{digits[1]}" if digits else "write the Q and the number alone: Q37"


NAME: Field[str] = Field("name", LINE, "The name.", "Gitanas Nausėda")
ALSO_KNOWN_AS: Field[tuple[str, ...]] = Field(
    "also_known_as", listed(LINE, "a name, or a list of them"), "Other names to find it by.", "[Gitanas Nauseda]"
)
ROLE: Field[str] = Field("role", LINE, "What it is known for.", "president of Lithuania")
WIKIDATA: Field[str] = Field(
    "wikidata",
    matching("an identifier of Wikidata", r"Q[1-9][0-9]*", _wikidata_hint),
    "Its identifier in Wikidata.",
    "Q37",
)
SAME_AS: Field[tuple[str, ...]] = Field(
    "same_as",
    listed(URL, "a web address, or a list of them"),
    "Pages elsewhere about the same.",
    "[https://example.org/nauseda]",
)
LATITUDE: Field[float] = Field(
    "latitude", decimal(-90, 90, "degrees"), "Degrees north, south negative (WGS 84).", "54.6872"
)
LONGITUDE: Field[float] = Field(
    "longitude", decimal(-180, 180, "degrees"), "Degrees east, west negative (WGS 84).", "25.2797"
)

# page

NAV_FIELD: Field[int] = Field("nav", NAV, "Its place in the navigation: true, or a number.", "2")


ARTICLE = Table(
    "an article",
    (
        required(TITLE), required(PUBLISHED), UPDATED, AUTHORS, PUBLISHER, URL_FIELD, ARCHIVE_URL, LANGUAGE_FIELD,
        SUMMARY, TAGS, THREADS, EVENTS, PICTURE, LICENCE, *ANY,
    ),
    own=True,
    explained={"date": 'did you mean "published"?'},
)  # fmt: skip
ANNOTATION = Table(
    "an annotation",
    (
        required(TARGET),
        QUOTE,
        PREFIX,
        SUFFIX,
        TYPE,
        AUTHORS,
        DATE_WRITTEN,
        EVENTS,
        SOURCES_FIELD,
        TAGS,
        VERDICT_FIELD,
        TITLE,
        *ANY,
    ),
    own=True,
)
HAPPENING = (
    DATE_OF, AS_SAID, KNOWN, STATUS_FIELD, SUMMARY, AFTER, BEFORE, DURING, CAUSED_BY, RELATED, PEOPLE, ORGANISATIONS,
    PLACES, THREADS, TAGS, SOURCES_FIELD, ACCOUNTS_FIELD, IMPORTANCE, PICTURE,
)  # fmt: skip
"""What is believed of an event, and may have been believed otherwise."""

_ONLY_NOW = "what a revision holds is how the event stood then; this belongs to the event itself"
REVISION = Table(
    "a revision",
    (required(KNOWN), TITLE, *(field for field in HAPPENING if field is not KNOWN)),
    own=True,
    explained=dict.fromkeys(("slug", "aliases", "draft", "revisions"), _ONLY_NOW),
)


class Past(Struct, frozen=True):
    """A revision as read, not yet made into an event."""

    said: Answers
    span: Span


REVISIONS: Field[tuple[Past, ...]] = Field(
    "revisions",
    listed(
        record("a map of `known` and the fields as they then stood", REVISION, lambda said, span, _: Past(said, span)),
        "revisions: maps of `known` and the fields as they then stood",
    ),
    "What was believed before, newest last: each with the date it became `known`.",
    '[{known: 2025-09-11, date: "2025-09-10", status: reported}]',
)
EVENT = Table(
    "an event",
    (required(TITLE), *HAPPENING, REVISIONS, *ANY),
    own=True,
    also={"anyOf": [{"required": ["date"]}, {"required": ["after"]}, {"required": ["before"]}]},
)
_ENTITY = (required(NAME), ALSO_KNOWN_AS, ROLE, SUMMARY, WIKIDATA, SAME_AS, PICTURE)
PERSON = Table("a person", (*_ENTITY, *ANY), own=True)
ORGANISATION = Table("an organisation", (*_ENTITY, *ANY), own=True)
PLACE = Table(
    "a place",
    (*_ENTITY, LATITUDE, LONGITUDE, *ANY),
    own=True,
    also={"dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]}},
)
PAGE = Table("a page", (required(TITLE), NAV_FIELD, SUMMARY, *ANY), own=True)
INDEX = Table("the home page", (TITLE, SUMMARY, *ANY), own=True)

TABLES = {
    Kind.ARTICLE: ARTICLE,
    Kind.ANNOTATION: ANNOTATION,
    Kind.EVENT: EVENT,
    Kind.PERSON: PERSON,
    Kind.ORGANISATION: ORGANISATION,
    Kind.PLACE: PLACE,
    Kind.PAGE: PAGE,
    Kind.INDEX: INDEX,
}
