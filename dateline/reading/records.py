"""Values with fields of their own: references, sources, quotes, relations, accounts, images and verdicts."""

import re
from urllib.parse import unquote

from dateline.dates.duration import Duration
from dateline.kernel.diagnostics import Span
from dateline.model.body import File
from dateline.model.documents import Account, Alias, Author, Image, Quote, Reference, Relation, Source, Verdict
from dateline.reading.languages import TAG, language_objection
from dateline.reading.locations import alias, media_path, slug, web_address
from dateline.reading.objection import shown
from dateline.reading.tables import Answers, Field, Table, record, required
from dateline.reading.values import (
    LINE,
    PROSE,
    VERBATIM,
    Reader,
    Value,
    always,
    as_flag,
    checked,
    choice,
    clean,
    listed,
    placed,
    scalar,
    whole,
)
from dateline.reading.when import DURATION
from dateline.reading.yaml_nodes import Scalar

STATUSES = ("confirmed", "reported", "disputed", "denied", "planned")

URL: Value[str] = checked(
    "a web address",
    {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"},
    lambda text, _: web_address(text),
    "invalid-address",
)
LANGUAGE: Value[str] = checked(
    "a language tag (BCP 47)", {"type": "string", "pattern": f"^(?:{TAG})$"}, lambda text, _: language_objection(text)
)
SLUG: Value[str] = checked(
    "the last part of an address",
    {"type": "string", "pattern": r"^[^/\\%\s?#:]+$"},
    lambda text, _: slug(text),
    "invalid-address",
)
ALIAS: Value[Alias] = placed(
    checked(
        "an old address", {"type": "string", "pattern": r"^[^\\?#:]+$"}, lambda text, _: alias(text), "invalid-address"
    ),
    Alias,
)
STATUS: Value[str] = choice("a status", lambda _: STATUSES)
RATING: Value[str] = choice("a rating of the site's scale", lambda vocabulary: vocabulary.scale)
AUTHOR: Value[Author] = placed(LINE, Author)

_WIKILINK = re.compile(r"\[\[([^\[\]|#]+)(?:\|[^\[\]]*)?\]\]")


def reference(what: str) -> Value[Reference]:
    """A document's id, with or without its kind; also as a wikilink, as Obsidian writes it."""

    def make(node: Scalar, name: str, reader: Reader) -> Reference:
        text = clean(node, name, reader).strip()
        wikilink = _WIKILINK.fullmatch(text)
        if not wikilink:
            return Reference(text, node.span)
        return Reference(wikilink[1].strip(), node.span)

    return scalar(what, make, always({"type": ["string", "number"]}))


def references(one: str) -> Value[tuple[Reference, ...]]:
    """One or more documents."""
    return listed(reference(f"a reference to {one}"), f"a reference to {one}, or a list of them")


FILE: Value[File] = placed(
    checked(
        "the path of a file",
        {"type": "string", "pattern": r"^[^\\:]+$"},
        lambda text, reader: media_path(text, reader.path),
        "invalid-address",
    ),
    lambda text, span: File(unquote(text), span),
)

# image

SRC: Field[File] = Field(
    "src", FILE, "The picture's file: a path, or the name of a file in `content/media/`.", "border.jpg"
)
ALT: Field[str] = Field("alt", LINE, "What the picture shows, for those who do not see it.", "A bus at the border")
CAPTION: Field[str] = Field("caption", PROSE, "The words below the picture.", "The crossing on the morning after")
CREDIT: Field[str] = Field("credit", LINE, "Who made the picture.", "AP")
IMAGE_FIELDS = Table("an image", (required(SRC), ALT, CAPTION, CREDIT))


def _image(said: Answers, _span: Span, _reader: Reader) -> Image | None:
    src = said.get(SRC)
    return Image(src, said.get(ALT), said.get(CAPTION), said.get(CREDIT)) if src else None


IMAGE: Value[Image] = record(
    "the path of a picture, or a map of `src`, `alt`, `caption` and `credit`",
    IMAGE_FIELDS,
    _image,
    placed(FILE, lambda src, _: Image(src)),
)

# quotes and sources

QUOTE: Field[str] = Field("quote", VERBATIM, "The passage, in its very words.", '"52 prisoners were released"')
PREFIX: Field[str] = Field(
    "prefix", VERBATIM, "Words right before the quote, to choose among several places.", '"On Thursday "'
)
SUFFIX: Field[str] = Field(
    "suffix", VERBATIM, "Words right behind the quote, to choose among several places.", '", AP reports"'
)


def quote_of(said: Answers, reader: Reader) -> Quote | None:
    """The quote among some fields; a prefix or a suffix without a quote is an error."""
    exact = said.get(QUOTE)
    if exact is not None:
        return Quote(exact, said.span(QUOTE), said.get(PREFIX), said.get(SUFFIX))
    for field in () if said.has(QUOTE) else (PREFIX, SUFFIX):
        if said.has(field):
            message = f'"{field.name}" stands without a quote'
            reader.say("invalid-field", message, said.keys[field.name], f"add the `quote`, or remove `{field.name}`")
    return None


CITED: Field[Reference] = Field(
    "article", reference("a reference to an article"), "An article of this site.", "fifty-two"
)
NOTE: Field[str] = Field("note", PROSE, "What is to be said of the source.", "The number is the agency's")
SOURCE_URL: Field[str] = Field("url", URL, "The address of what is not an article here.", "https://example.org/report")
SOURCE_TITLE: Field[str] = Field("title", LINE, "The title of what is not an article here.", "A report elsewhere")
SOURCE_FIELDS = Table(
    "a source",
    (CITED, QUOTE, PREFIX, SUFFIX, NOTE, SOURCE_URL, SOURCE_TITLE),
    also={"anyOf": [{"required": ["article"]}, {"required": ["url"]}, {"required": ["title"]}]},
)


def _source(said: Answers, span: Span, reader: Reader) -> Source | None:
    outside = [field for field in (SOURCE_URL, SOURCE_TITLE) if said.has(field)]
    if said.has(CITED) and outside:
        message = f'a source has either an "article" or a "{outside[0].name}", not both'
        hint = f"remove `{outside[0].name}`, or make two sources of it"
        reader.say("invalid-field", message, said.keys[outside[0].name], hint)
    if said.has(QUOTE) and not said.has(CITED):
        message = "only an article of this site can be quoted"
        reader.say("invalid-field", message, said.keys[QUOTE.name], "name the `article`, or put the words into `note`")
        return None
    if not said.has(CITED) and not outside:
        hint = "add `article: …`, or `url: …` and `title: …` for what is not an article here"
        reader.say("missing-field", "a source needs an article or an address", span, hint)
        return None
    quote = quote_of(said, reader)
    where = said.span(CITED) if said.has(CITED) else span
    article, url, title = said.get(CITED), said.get(SOURCE_URL), said.get(SOURCE_TITLE)
    return Source(where, article, quote, said.get(NOTE), url, title) if article or url or title else None


def _short_source(node: Scalar, name: str, reader: Reader) -> Source | None:
    """A reference, or the bare address of what is not an article here."""
    if "://" in node.text:
        url = URL.read(node, name, reader)
        return Source(node.span, url=url) if url else None
    found = CITED.value.read(node, name, reader)
    return Source(node.span, found) if found else None


SOURCES: Value[tuple[Source, ...]] = listed(
    record(
        "an article, or a map of `article`, `quote` and `note`, or of `url` and `title`",
        SOURCE_FIELDS,
        _source,
        scalar("a reference to an article", _short_source, always({"type": ["string", "number"]})),
    ),
    "sources: articles, or maps of `article`, `quote` and `note`, or of `url` and `title`",
)

# relations

OTHER: Field[Reference] = Field("event", reference("a reference to an event"), "The other event.", "drone-incursion")
BY: Field[tuple[Duration, str]] = Field(
    "by", DURATION, "How long exactly after the other's end, or before its beginning (ISO 8601).", "P1D"
)
TIED_FIELDS = Table("a relation", (required(OTHER), BY))
LOOSE_FIELDS = Table(
    "a relation of `during` or `caused_by`",
    (required(OTHER),),
    explained={"by": "`by` says how long after or before: use it with `after` or `before`, or remove it"},
)


def _relation(said: Answers, _span: Span, _reader: Reader) -> Relation | None:
    event, by = said.get(OTHER), said.get(BY)
    return Relation(event, *by) if event and by else Relation(event) if event else None


def relations(table: Table) -> Value[tuple[Relation, ...]]:
    """One or more relations to other events."""
    keys = " and ".join(f"`{field.name}`" for field in table.fields)
    one = record(
        f"a reference to an event, or a map of {keys}",
        table,
        _relation,
        placed(reference("a reference to an event"), lambda event, _: Relation(event)),
    )
    return listed(one, f"a reference to an event, a map of {keys}, or a list of these")


# accounts

SAYS: Field[str] = Field("says", PROSE, "What this speaker says.", "14 of them are foreign nationals")
ACCOUNT_SOURCES: Field[tuple[Source, ...]] = Field("sources", SOURCES, "Where the speaker says it.", "[fifty-two]")
ACCOUNT_STATUS: Field[str] = Field("status", STATUS, "How firm it is: as the status of an event.", "reported")
ACCOUNT_FIELDS = Table("an account", (required(SAYS), ACCOUNT_SOURCES, ACCOUNT_STATUS))


def _account(said: Answers, span: Span, _reader: Reader) -> Account | None:
    says = said.get(SAYS)
    return Account(says, span, said.all(ACCOUNT_SOURCES), said.get(ACCOUNT_STATUS)) if says else None


ACCOUNTS: Value[tuple[Account, ...]] = listed(
    record("a map of `says`, `sources` and `status`", ACCOUNT_FIELDS, _account),
    "accounts: maps of `says`, `sources` and `status`",
)

# verdict

CLAIM: Field[str] = Field("claim", PROSE, "What is claimed; left out, it is the quote.", "All prisoners were freed")
RATED: Field[str] = Field("rating", RATING, "A rating of the site's scale.", "mixed")
VERDICT_FIELDS = Table("a verdict", (CLAIM, required(RATED)))


def _verdict(said: Answers, _span: Span, _reader: Reader) -> Verdict | None:
    rating = said.get(RATED)
    return Verdict(rating, said.get(CLAIM)) if rating else None


VERDICT: Value[Verdict] = record(
    "a rating, or a map of `claim` and `rating`",
    VERDICT_FIELDS,
    _verdict,
    placed(RATING, lambda rating, _: Verdict(rating)),
)

# a place in the navigation

_NUMBER = whole(1, 999)


def _nav(node: Scalar, name: str, reader: Reader) -> int | None:
    """0 for `true`; `false` is as good as nothing."""
    flag = as_flag(node)
    if flag is not None:
        return 0 if flag else None
    if not node.text.strip().isdigit():
        message = f"{shown(node.text)} is no place in the navigation"
        reader.say("invalid-field", message, node.span, "write true, or a number")
        return None
    return _NUMBER.read(node, name, reader)


NAV: Value[int] = scalar(
    "true, or a whole number from 1 to 999",
    _nav,
    always({"type": ["boolean", "integer"], "minimum": 1, "maximum": 999}),
)
