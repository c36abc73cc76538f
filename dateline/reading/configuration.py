"""`config.yaml` to settings: read as strictly as front matter is, by a table of the same sort."""

from collections.abc import Callable
from typing import TypeVar

from dateline.kernel.diagnostics import Checked, Place, Span, diagnostic
from dateline.model.names import Id
from dateline.model.settings import AnchorSettings, AnnotationType, NavLink, Settings, Thread
from dateline.reading.decoding import decode
from dateline.reading.frontmatter import size_objection
from dateline.reading.identity import id_objection
from dateline.reading.languages import TAG, site_language_objection, zone_objection
from dateline.reading.locations import alias, web_address
from dateline.reading.objection import Objection, shown
from dateline.reading.tables import Answers, Field, Table, read_table, record, required
from dateline.reading.values import (
    FLAG,
    LINE,
    PROSE,
    Json,
    Reader,
    Value,
    Vocabulary,
    always,
    as_flag,
    checked,
    choice,
    is_absent,
    listed,
    scalar,
)
from dateline.reading.yaml_nodes import Mapping, Node, Scalar, read_yaml

T = TypeVar("T")
U = TypeVar("U")

BUILT_IN_TYPES = {
    "context": "describing",
    "correction": "editing",
    "fact-check": "assessing",
    "source": "linking",
    "question": "questioning",
    "related": "linking",
}
"""The types of annotations that every site has, each with its motivation (W3C Web Annotation Vocabulary)."""

MOTIVATIONS = (
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
)  # fmt: skip
"""All motivations of the vocabulary (section 3.2.2)."""

DEFAULT_SCALE = ("true", "mostly true", "mixed", "false", "unproven")


def _base_url(text: str, _reader: Reader) -> Objection | None:
    if "?" in text or "#" in text:
        return Objection(f"{shown(text)} is not the address of a folder", "remove what stands from the ? or # on")
    return web_address(text)


def _nav_target(text: str, _reader: Reader) -> Objection | None:
    if text.startswith("/") and not text.startswith("//"):
        plain = text.partition("#")[0]
        return alias(plain) if plain.strip("/") else None
    return web_address(text) if ":" in text or text.startswith("//") else None


BASE_URL: Value[str] = checked(
    "a web address", {"type": "string", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s?#]+$"}, _base_url, "invalid-address"
)
SITE_LANGUAGE: Value[str] = checked(
    "a language tag (BCP 47)",
    {"type": "string", "pattern": f"^(?:{TAG})$"},
    lambda text, _: site_language_objection(text),
)
ZONE: Value[str] = checked("the name of a time zone", {"type": "string"}, lambda text, _: zone_objection(text))
LINK: Value[str] = checked("a reference or an address", {"type": "string"}, _nav_target, "invalid-address")


def keyed(
    words: str, value: Value[T], make: Callable[[str, T], U], objection: Callable[[str], Objection | None]
) -> Value[tuple[U, ...]]:
    """A map from ids to values, in the author's order."""

    def read(node: Node, name: str, reader: Reader) -> tuple[U, ...] | None:
        if not isinstance(node, Mapping):
            reader.wrong_shape(node, name, words)
            return None
        made = []
        for entry in node.entries:
            found = objection(entry.key.text)
            if found:
                reader.object_to(found, entry.key.span, "invalid-id")
                continue
            nothing = Mapping((), entry.key.span, flow=False)
            one = value.read(nothing if is_absent(entry.value) else entry.value, name, reader)
            made += [make(entry.key.text, one)] if one is not None else []
        return tuple(made)

    def schema(vocabulary: Vocabulary) -> Json:
        return {"type": "object", "additionalProperties": value.schema(vocabulary)}

    return Value(words, read, schema)


def _map_for_later(node: Node, name: str, reader: Reader) -> bool | None:
    """A map whose keys are checked where it is used."""
    if isinstance(node, Mapping):
        return True
    reader.wrong_shape(node, name, "a map")
    return None


def _flag_or_map(node: Node, name: str, reader: Reader) -> bool | None:
    if isinstance(node, Mapping) or (isinstance(node, Scalar) and as_flag(node) is not None):
        return True
    reader.wrong_shape(node, name, "true, false or a map")
    return None


_MAP: Value[bool] = Value("a map", _map_for_later, always({"type": "object"}))
_FLAG_OR_MAP: Value[bool] = Value("true, false or a map", _flag_or_map, always({"type": ["boolean", "object"]}))

# threads

THREAD_TITLE: Field[str] = Field("title", LINE, "The lane's title.", "Diplomacy")
THREAD_SUMMARY: Field[str] = Field("summary", PROSE, "What the lane holds.", "Talks and calls")
THREAD_FIELDS = Table("a thread", (required(THREAD_TITLE), THREAD_SUMMARY))
_Titled = tuple[str, str]


def _short_title(node: Scalar, name: str, reader: Reader) -> _Titled | None:
    title = LINE.read(node, name, reader)
    return (title, "") if title else None


_SHORT_TITLE: Value[_Titled] = scalar("text", _short_title, LINE.schema)
_THREAD: Value[_Titled] = record(
    "a title, or a map of `title` and `summary`",
    THREAD_FIELDS,
    lambda said, _span, _reader: (said.get(THREAD_TITLE) or "", said.get(THREAD_SUMMARY) or ""),
    _SHORT_TITLE,
)
THREADS: Value[tuple[Thread, ...]] = keyed(
    "a map from ids to `title` and `summary`", _THREAD, lambda id_, one: Thread(Id(id_), *one), id_objection
)

# types of annotations

TYPE_LABEL: Field[str] = Field("label", LINE, "What readers see.", "Translation")
TYPE_MOTIVATION: Field[str] = Field(
    "motivation",
    choice("a motivation of the Web Annotation Vocabulary", lambda _: MOTIVATIONS),
    "The W3C motivation that data files name; left out, it is `commenting`.",
    "describing",
)
TYPE_FIELDS = Table("a type of annotation", (required(TYPE_LABEL), TYPE_MOTIVATION))


def _type(said: Answers, _span: Span, _reader: Reader) -> _Titled:
    return said.get(TYPE_LABEL) or "", said.get(TYPE_MOTIVATION) or "commenting"


def _short_type(node: Scalar, name: str, reader: Reader) -> _Titled | None:
    label = LINE.read(node, name, reader)
    return (label, "commenting") if label else None


TYPES: Value[tuple[AnnotationType, ...]] = keyed(
    "a map from ids to `label` and `motivation`",
    record(
        "a label, or a map of `label` and `motivation`", TYPE_FIELDS, _type, scalar("text", _short_type, LINE.schema)
    ),
    lambda id_, one: AnnotationType(id_, one[1], one[0]),
    id_objection,
)

# navigation

NAV_TITLE: Field[str] = Field("title", LINE, "What readers see.", "About")
NAV_LINK: Field[str] = Field("link", LINK, "A reference, an address in the site, or one elsewhere.", "/timeline/")
NAV_FIELDS = Table("an entry of the navigation", (required(NAV_TITLE), required(NAV_LINK)))


def _nav(said: Answers, _span: Span, _reader: Reader) -> NavLink | None:
    title, link = said.get(NAV_TITLE), said.get(NAV_LINK)
    return NavLink(title, link, said.span(NAV_LINK)) if title and link else None


def _short_nav(node: Scalar, name: str, reader: Reader) -> NavLink | None:
    target = LINK.read(node, name, reader)
    if target and (":" in target or target.startswith("/")):
        message = f"{shown(target)} has no title"
        reader.say("invalid-field", message, node.span, f"write `{{title: …, link: {target}}}`")
        return None
    return NavLink("", target, node.span) if target else None


NAV: Value[tuple[NavLink, ...]] = listed(
    record(
        "a reference, or a map of `title` and `link`", NAV_FIELDS, _nav, scalar("a reference", _short_nav, LINK.schema)
    ),
    "references, or maps of `title` and `link`",
)

# anchors and Markdown

CHANGED_MEANING: Field[str] = Field(
    "changed_meaning",
    choice("a way to take a changed meaning", lambda _: ("error", "warn")),
    "Whether a quote whose meaning has changed stops the build: `error` (the rule) or `warn`.",
    "warn",
)
MEANING_WORDS: Field[tuple[str, ...]] = Field(
    "words",
    listed(LINE, "a word, or a list of them"),
    "Words that touch the meaning, beside the built-in ones.",
    "[pardoned, released]",
)
ANCHOR_FIELDS = Table("`anchors`", (CHANGED_MEANING, MEANING_WORDS))
ANCHORS: Value[AnchorSettings] = record(
    "a map of `changed_meaning` and `words`",
    ANCHOR_FIELDS,
    lambda said, _span, _reader: AnchorSettings(said.get(CHANGED_MEANING) or "error", said.all(MEANING_WORDS)),
)
HTML: Field[bool] = Field(
    "html", FLAG, "Whether raw HTML in bodies is kept, sanitised, instead of shown as text.", "true"
)
MARKDOWN_FIELDS = Table("`markdown`", (HTML,))
MARKDOWN: Value[bool] = record("a map of `html`", MARKDOWN_FIELDS, lambda said, _span, _reader: said.get(HTML) or False)

# the whole

TITLE: Field[str] = Field("title", LINE, "The site's title.", "Fifty-two")
BASE_URL_FIELD: Field[str] = Field(
    "base_url", BASE_URL, "Where the site will stand, for what must be absolute.", "https://example.org/fifty-two/"
)
LANGUAGE: Field[str] = Field("language", SITE_LANGUAGE, "The site's language (BCP 47).", "en")
TIMEZONE: Field[str] = Field("timezone", ZONE, "The zone of dates without one (IANA name).", "Europe/Vilnius")
TAGLINE: Field[str] = Field("tagline", PROSE, "A line below the title.", "A release, told by its sources")
AUTHOR: Field[str] = Field("author", LINE, "Who makes the site.", "Ona Petraitė")
LICENCE: Field[str] = Field("licence", LINE, "On what terms the site may be used.", "CC BY 4.0")
THREADS_FIELD: Field[tuple[Thread, ...]] = Field(
    "threads",
    THREADS,
    "The lanes of the timeline, in their order.",
    "{diplomacy: {title: Diplomacy, summary: Talks and calls}}",
)
TYPES_FIELD: Field[tuple[AnnotationType, ...]] = Field(
    "annotation_types",
    TYPES,
    "Types of annotations beside the built-in ones; a built-in id gives that type another label.",
    "{translation: {label: Translation, motivation: describing}}",
)
SCALE: Field[tuple[str, ...]] = Field(
    "verdict_scale",
    listed(LINE, "a rating, or a list of them"),
    "The ratings that a verdict can have, best first.",
    '["true", mostly true, mixed, "false", unproven]',
)
NAV_FIELD: Field[tuple[NavLink, ...]] = Field(
    "nav", NAV, "The navigation's own entries.", "[pages/about, {title: Timeline, link: /timeline/}]"
)
FEED: Field[bool] = Field("feed", _FLAG_OR_MAP, "Settings of the feeds, or whether there are any.", "true")
ANCHORS_FIELD: Field[AnchorSettings] = Field(
    "anchors", ANCHORS, "How strictly changed quotes are judged.", "{changed_meaning: warn, words: [pardoned]}"
)
MARKDOWN_FIELD: Field[bool] = Field("markdown", MARKDOWN, "How bodies are read.", "{html: true}")
SEARCH: Field[bool] = Field(
    "search", FLAG, "Whether a build makes an index for searching; `true` if left out.", "false"
)
SOCIAL_CARDS: Field[bool] = Field(
    "social_cards", FLAG, "Whether a build draws a picture for each page to be shared with.", "true"
)
LINT: Field[bool] = Field("lint", _MAP, "What `check` looks for beyond errors.", "{}")
PUBLISH: Field[bool] = Field("publish", _MAP, "Where `publish` sends the site: a map of targets.", "{}")

CONFIG = Table(
    "config.yaml",
    (
        required(TITLE), required(BASE_URL_FIELD), required(LANGUAGE), required(TIMEZONE), TAGLINE, AUTHOR, LICENCE,
        THREADS_FIELD, TYPES_FIELD, SCALE, NAV_FIELD, FEED, ANCHORS_FIELD, MARKDOWN_FIELD, SEARCH,
        SOCIAL_CARDS, LINT, PUBLISH,
    ),
)  # fmt: skip


def read_settings(data: bytes | str, path: str = "config.yaml") -> Checked[Settings]:
    """The settings in a `config.yaml`, if it can be read at all, and everything that is wrong with it."""
    text = decode(data.encode() if isinstance(data, str) else data, path)
    if text.value is None:
        return Checked(None, text.found)
    too_large = size_objection(text.value)
    if too_large:
        return Checked(None, (diagnostic("front-matter-too-large", too_large.message, Place(path), too_large.hint),))
    read = read_yaml(text.value, path)
    if read.value is None:
        return Checked(None, read.found)
    reader = Reader(path, text.value, "", Vocabulary((), ()))
    said = read_table(read.value, CONFIG, reader)
    return Checked(_settings(said, path), (*read.found, *reader.found))


def _settings(said: Answers, path: str) -> Settings:
    """The settings; what is required and cannot be read has a stand-in, so that the content is checked all the same."""
    return Settings(
        said.get(TITLE) or "?",
        (said.get(BASE_URL_FIELD) or "https://example.org").rstrip("/") + "/",
        said.get(LANGUAGE) or "en",
        said.get(TIMEZONE) or "UTC",
        path=path,
        tagline=said.get(TAGLINE) or "",
        author=said.get(AUTHOR) or "",
        licence=said.get(LICENCE) or "",
        threads=said.all(THREADS_FIELD),
        annotation_types=_all_types(said.all(TYPES_FIELD)),
        verdict_scale=said.all(SCALE) or DEFAULT_SCALE,
        nav=said.all(NAV_FIELD),
        anchors=said.get(ANCHORS_FIELD) or AnchorSettings(),
        html=said.get(MARKDOWN_FIELD) or False,
        search=said.get(SEARCH) is not False,
        social_cards=said.get(SOCIAL_CARDS) or False,
    )


def _all_types(own: tuple[AnnotationType, ...]) -> tuple[AnnotationType, ...]:
    """The built-in types first; one of the site's own with the same id takes its place."""
    types = {id_: AnnotationType(id_, motivation) for id_, motivation in BUILT_IN_TYPES.items()}
    return tuple((types | {one.id: one for one in own}).values())
