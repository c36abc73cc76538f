"""Annotations and their anchors: the state of each, where it stands, and what the page shows of it."""

import re
import unicodedata
from typing import Any

import pytest

from tests.manual.markup import every, folded, only, parse, pieces, source_pieces, unblocked, words
from tests.manual.run import CONFIG, Result, build

WARN = CONFIG + "anchors:\n  changed_meaning: warn\n"
TEXT = (
    "Earlier in the spring the office had counted its visitors twice. On Thursday the old ferry carried"
    " 52 passengers quietly across the lake. Nobody was hurt, and the captain, Marta Kowal, thanked them in September."
)


def quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def note(target: str = "articles/a", body: str = "A remark.", **fields: str) -> str:
    lines = "".join(f"{key}: {quoted(value)}\n" for key, value in fields.items())
    return f"---\ntarget: {target}\n{lines}---\n{body}\n"


def article(body: str = TEXT, more: str = "") -> str:
    return f"---\ntitle: An article\npublished: 2025-09-12\n{more}---\n{body}\n"


def on(body: str, config: str = WARN, **fields: str) -> Result:
    """One article and one note on it, `n`."""
    made = build({"articles/a.md": article(body), "annotations/n.md": note(**fields)}, config=config)
    assert made.status == 0, made.diagnostics
    return made


def anchored(made: Result, name: str = "n", home: str = "articles/a") -> dict[str, Any]:
    """What is told of a note, after a look at whether text, offsets and page agree with it."""
    one = made.one("annotations", name)
    if one["start"] is not None:
        kind, _, target = home.partition("/")
        text = made.one(kind, target)["text"]
        assert text[one["start"] : one["end"]] == one["matched"]
        page = parse(made.page(f"{home}/"))
        assert folded(pieces(page, name)) == unblocked(one["matched"])
        assert every(page, "a", role="doc-noteref", href=f"#note-{name}")
    shown = only(parse(made.page(f"{home}/")), id=f"note-{name}")
    assert (shown.get("role"), shown.get("data-anchor")) == ("note", one["anchor"])
    assert shown.get("data-type") == one["type"]
    return one


EVERYTHING = """\
## A head with *stress*

Words with **bold**, `code   here`, a [link](https://example.com "tip"), [[other|a cross-link]] and a break\\
in the   line.[^1]
Second line.

- one
- two

  more of two

> Quotation.

| A | B |
|---|---|
| c1 | c2 |

    code()
      indented

> [!note] The title
> In the callout.

> [!warning]
> Without a title.

![No alternative text](/media/dot.svg "The caption")

::: post author="Somebody" handle="@some" platform="X" date="2025-09-11" url="https://example.com/1"
The post.
:::

Term
: Definition

~~Struck~~

[^1]: A footnote.
"""
VISIBLE = [
    "A head with stress",
    "Words with bold, code here, a link, a cross-link and a break in the line. Second line.",
    "one",
    "two",
    "more of two",
    "Quotation.",
    "A\tB",
    "c1\tc2",
    "code() indented",
    "The title",
    "In the callout.",
    "Without a title.",
    "The caption",
    "The post.",
    "Term",
    "Definition",
    "Struck",
]
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"><circle r="1"/></svg>'


def test_the_visible_text() -> None:
    files = {"articles/a.md": article(EVERYTHING), "articles/other.md": article("Other."), "media/dot.svg": DOT}
    assert build(files).one("articles", "a")["text"] == "\n".join(VISIBLE)


def test_the_text_of_an_empty_body_is_empty() -> None:
    assert build({"articles/a.md": article("")}).one("articles", "a")["text"] == ""


def test_exact() -> None:
    made = on(TEXT, quote="carried 52 passengers", prefix="old ferry ", suffix=" quietly")
    one = anchored(made)
    assert (one["anchor"], one["matched"]) == ("exact", "carried 52 passengers")
    assert (one["start"], one["end"]) == (TEXT.index("carried"), TEXT.index(" quietly"))
    assert (one["quote"], one["prefix"], one["suffix"]) == ("carried 52 passengers", "old ferry ", " quietly")
    assert made.diagnostics == ()


def test_one_of_prefix_and_suffix_chooses_among_several() -> None:
    text = "A cat sat. A dog sat. A cow sat still."
    for context, start in (({"prefix": "A dog "}, 17), ({"suffix": " still."}, 28), ({"prefix": "cat"}, 6)):
        one = anchored(on(text, quote="sat", **context))
        assert (one["anchor"], one["start"], one["end"]) == ("exact", start, start + 3)


def test_moved() -> None:
    made = on(TEXT, quote="carried 52 passengers", prefix="On Friday the new bus ", suffix=" quietly")
    one = anchored(made)
    assert (one["anchor"], one["matched"]) == ("moved", "carried 52 passengers")
    [warning] = made.diagnostics
    assert (warning["severity"], warning["path"]) == ("warning", "content/annotations/n.md")
    assert "the old ferry" in warning["message"] + str(warning["hint"])  # the new prefix


def test_changed_between_the_same_words() -> None:
    body = TEXT.replace("quietly across", "slowly over")
    made = on(body, quote="quietly across", prefix="carried 52 passengers ", suffix=" the lake. Nobody")
    one = anchored(made)
    assert (one["anchor"], one["matched"]) == ("changed", "slowly over")
    [warning] = made.diagnostics
    told = warning["message"] + str(warning["hint"]) + str(warning["related"])
    assert warning["severity"] == "warning"
    assert "quietly across" in told
    assert "slowly over" in told


def test_changed_without_context_where_one_passage_is_clearly_closest() -> None:
    made = on(TEXT, quote="the old ferry carried 52 passengers calmly across the lake")
    one = anchored(made)
    assert (one["anchor"], one["matched"]) == ("changed", "the old ferry carried 52 passengers quietly across the lake")


# what the author quoted, and what stands there now
MEANING = [
    ("en", "the ferry carried 52 passengers over the lake", "the ferry carried 54 passengers over the lake"),
    ("en", "the ferry carried six passengers over the lake", "the ferry carried seven passengers over the lake"),
    ("en", "the passengers were counted on the shore", "the passengers were not counted on the shore"),
    ("en", "they spoke about it for an hour in August", "they spoke about it for an hour in September"),
    ("en", "they met at the office on Thursday evening", "they met at the office on Tuesday evening"),
    ("en", "the road to the lake is some 30 km long", "the road to the lake is some 30 miles long"),
    ("en", "they thanked captain Marta for the trip", "they thanked captain Berta for the trip"),
    ("lt", "keltas perkėlė šešis keleivius per ežerą", "keltas perkėlė septynis keleivius per ežerą"),
    ("lt", "keleiviai buvo suskaičiuoti ant kranto", "keleiviai nebuvo suskaičiuoti ant kranto"),
    ("lt", "apie tai jie kalbėjosi ilgai rugpjūčio pradžioje", "apie tai jie kalbėjosi ilgai rugsėjo pradžioje"),
    ("pl", "prom przewiózł sześciu pasażerów przez jezioro", "prom przewiózł siedmiu pasażerów przez jezioro"),
    ("pl", "pasażerowie byli wtedy policzeni na brzegu", "pasażerowie nie byli wtedy policzeni na brzegu"),
    ("pl", "rozmawiali o tym godzinę w środę wieczorem", "rozmawiali o tym godzinę w piątek wieczorem"),
    ("be", "паром перавёз шэсць пасажыраў праз возера", "паром перавёз сем пасажыраў праз возера"),
    ("be", "пасажыры былі тады палічаны на беразе", "пасажыры не былі тады палічаны на беразе"),
    ("be", "яны размаўлялі пра гэта гадзіну ў жніўні", "яны размаўлялі пра гэта гадзіну ў верасні"),
]


@pytest.mark.parametrize(("language", "then", "now"), MEANING)
def test_a_change_that_touches_meaning(language: str, then: str, now: str) -> None:
    config = WARN.replace("language: en", f"language: {language}")
    made = on(f"Aaa, bbb: {now}, ccc ddd.", config, quote=then, prefix="Aaa, bbb: ", suffix=", ccc ddd.")
    one = anchored(made)
    assert (one["anchor"], one["matched"], one["quote"]) == ("changed!", now, then)
    assert [found["severity"] for found in made.diagnostics] == ["warning"]
    assert then in words(only(parse(made.page("articles/a/")), id="note-n"))


def test_the_page_says_that_the_text_has_changed() -> None:
    made = on(TEXT.replace("52", "54"), quote="carried 52 passengers quietly")
    shown = words(only(parse(made.page("articles/a/")), id="note-n"))
    assert "the text has changed since this note" in shown.lower()
    assert "52" in shown


def test_a_change_of_meaning_is_an_error_unless_the_site_says_otherwise() -> None:
    files = {
        "articles/a.md": article(TEXT.replace("52", "54")),
        "annotations/n.md": note(quote="carried 52 passengers"),
    }
    made = build(files)
    assert (made.status, made.tree) == (1, {})
    assert [found["severity"] for found in made.diagnostics] == ["error"]


def test_a_name_of_the_sites_people_touches_meaning() -> None:
    person = "---\nname: Will Day\n---\n"
    body = "Yesterday evening we all saw how our friend Will came to the harbour."
    then = "we all saw how our friend Bill came to the harbour"
    made = build(
        {"articles/a.md": article(body), "annotations/n.md": note(quote=then), "people/w.md": person}, config=WARN
    )
    assert anchored(made)["anchor"] == "changed!"


def test_a_capital_at_the_head_of_a_sentence_is_no_name() -> None:
    body = "It rained. Crowds gathered slowly near the old stone bridge before noon. It stopped."
    made = on(body, quote="People gathered slowly near the old stone bridge before noon.")
    assert anchored(made)["anchor"] == "changed"


def test_orphan() -> None:
    made = on(TEXT, quote="the embassy published a statement about visas for students")
    one = anchored(made)
    assert one["anchor"] == "orphan"
    assert [one[key] for key in ("start", "end", "matched")] == [None] * 3
    assert [found["severity"] for found in made.diagnostics] == ["warning"]
    page = made.page("articles/a/")
    assert "Notes on passages no longer in the text" in words(parse(page))
    assert page.index("Notes on passages no longer in the text") < page.index('id="note-n"')


def test_whole() -> None:
    one = anchored(on(TEXT))
    assert one["anchor"] == "whole"
    assert [one[key] for key in ("start", "end", "matched", "quote", "prefix", "suffix")] == [None] * 6


def test_an_exact_hit_elsewhere_does_not_hide_the_edited_right_place() -> None:
    body = (
        "In the old report, 52 prisoners had been counted by the guards. Years went by without news."
        " On Thursday the gate opened and 54 prisoners crossed the border into Lithuania by bus."
    )
    made = on(body, quote="52 prisoners", prefix="Thursday the gate opened and ", suffix=" crossed the border into")
    one = anchored(made)
    assert (one["anchor"], one["matched"]) == ("changed!", "54 prisoners")


def test_a_deleted_sentence_leaves_an_orphan_and_no_jump_to_a_look_alike() -> None:
    body = "The ministry said that eight journalists had been at the border. The weather was fine that day."
    one = anchored(on(body, quote="The embassy said that sanctions on the airline will be eased"))
    assert one["anchor"] == "orphan"


FOLDED = [
    ("Jis tarė: „Grįžtame namo – visi…“ ir nutilo.", '"Grįžtame namo - visi..."', "„Grįžtame namo – visi…“"),
    ("Яна сказала: «Жыве», і пайшла.", "“Жыве”", "«Жыве»"),
    ("It’s theirs — he said so.", "It's theirs -- he said", "It’s theirs — he said"),
    ("It was ‘so’ and 'not so'.", "'so' and ‘not so’", "‘so’ and 'not so'"),
    ("Pages 3–5 of it.", "3-5", "3–5"),
    ("Many   spaces\nand a break.", "Many spaces and   a\tbreak", "Many spaces and a break"),
    ("Wait... what?", "Wait… what", "Wait... what"),
    ("Zażółć gęślą jaźń.", unicodedata.normalize("NFD", "gęślą jaźń"), "gęślą jaźń"),
    ("A *stressed **and** bold* [link](https://example.com) end.", "stressed and bold link", "stressed and bold link"),
    ("First end.\n\nSecond start.", "end. Second", "end.\nSecond"),
    ("| up | down |\n|---|---|\n| left | right |", "down left right", "down\nleft\tright"),
    ("| one | two |\n|---|---|\n| three | four |", "two three four", "two\nthree\tfour"),  # four numbers, not one
    ("- five\n- six people\n", "six people", "six people"),
    ("- item\n- other\n\n## Head\n\nText", "other Head Text", "other\nHead\nText"),
    ("Count.[^1] Next.\n\n[^1]: Foot.", "Count. Next.", "Count. Next."),
]


@pytest.mark.parametrize(("body", "quote", "matched"), FOLDED)
def test_matching_folds_what_typography_and_markup_change(body: str, quote: str, matched: str) -> None:
    one = anchored(on(body, CONFIG, quote=quote))
    assert (one["anchor"], one["matched"], one["quote"]) == ("exact", matched, quote)


def test_a_decomposed_text_is_found_by_a_composed_quote() -> None:
    body = unicodedata.normalize("NFD", "Ąžuolas augo prie ežero.")
    one = anchored(on(body, CONFIG, quote="Ąžuolas augo"))
    assert (one["anchor"], unicodedata.normalize("NFC", one["matched"])) == ("exact", "Ąžuolas augo")


def test_letter_case_counts() -> None:
    assert anchored(on(TEXT, quote="On thursday the Old ferry carried 52 passengers"))["anchor"] in {
        "changed",
        "changed!",
    }


def test_highlights_overlap_and_nest() -> None:
    quotes = {"a": "old ferry carried 52", "b": "52 passengers quietly", "c": "passengers", "d": "old ferry carried 52"}
    notes = {f"annotations/{name}.md": note(quote=quote) for name, quote in quotes.items()}
    made = build({"articles/a.md": article(), **notes})
    for name, quote in quotes.items():
        assert anchored(made, name)["matched"] == quote
    page = parse(made.page("articles/a/"))
    both = [one for one in every(page, "mark", data_annotation=True) if words(one).strip() == "52"]
    assert sorted(str(both[0].get("data-annotation")).split()) == ["a", "b", "d"]


def test_a_replys_quote_counts_in_the_note_that_it_answers() -> None:
    files = {
        "articles/a.md": article(),
        "annotations/first.md": note(quote="52 passengers", body="Because *she* said so."),
        "annotations/reply.md": note("annotations/first", quote="she said"),
        "annotations/again.md": note("reply"),
    }
    made = build(files)
    reply, again = made.one("annotations", "reply"), made.one("annotations", "again")
    assert (reply["target"], reply["anchor"]) == ("annotations/first", "exact")
    assert (reply["start"], reply["end"], reply["matched"]) == (8, 16, "she said")
    assert (again["target"], again["anchor"]) == ("annotations/reply", "whole")
    page = parse(made.page("articles/a/"))
    assert {str(one.get("id")) for one in every(page, role="note")} == {"note-first", "note-reply", "note-again"}
    assert pieces(page, "reply") == "she said"
    assert "annotations/reply" in made.one("annotations", "first").get("mentioned_by", ["annotations/reply"])


def test_a_note_on_an_event_lives_on_its_page() -> None:
    event = "---\ntitle: The release\ndate: 2025\n---\nThey went free at *noon*.\n"
    made = build({"events/release.md": event, "annotations/n.md": note("release", quote="free at noon")})
    assert anchored(made, home="events/release")["matched"] == "free at noon"
    assert made.one("events", "release")["annotations"] == ["n"]


def test_quotes_of_sources_are_anchored_by_the_same_rules() -> None:
    sources = (
        "sources:\n  - {article: a, quote: carried 52 passengers, note: The number.}\n  - b\n"
        "  - {url: 'https://example.com/x', title: Elsewhere}\n  - {article: a, quote: no such words at all in there}\n"
    )
    event = f"---\ntitle: The crossing\ndate: 2025\n{sources}---\n"
    made = build({"articles/a.md": article(), "articles/b.md": article("B."), "events/crossing.md": event})
    exact, whole, outside, orphan = made.one("events", "crossing")["sources"]
    start = TEXT.index("carried")
    assert {key: exact[key] for key in ("article", "quote", "anchor", "start", "end")} == {
        "article": "a",
        "quote": "carried 52 passengers",
        "anchor": "exact",
        "start": start,
        "end": start + 21,
    }
    assert (whole["article"], whole["anchor"], whole["quote"], whole["start"]) == ("b", "whole", None, None)
    assert outside == {"url": "https://example.com/x", "title": "Elsewhere"}
    assert (orphan["anchor"], orphan["start"], orphan["end"]) == ("orphan", None, None)
    page = parse(made.page("articles/a/"))
    assert source_pieces(page, "events/crossing") == "carried 52 passengers"


def test_a_notes_own_source_is_highlighted_in_its_article() -> None:
    files = {
        "articles/a.md": article(),
        "annotations/n.md": "---\ntarget: b\nsources: {article: a, quote: 52 passengers}\n---\nSo.\n",
        "articles/b.md": article("B."),
    }
    assert source_pieces(parse(build(files).page("articles/a/")), "annotations/n") == "52 passengers"


def test_any_words_that_stand_once_with_their_context_are_exact() -> None:
    """Every passage of three words of a text with few words is quoted, with enough context to stand once."""
    body = "The lamp, the *lamp* and the **river**.\n\nThe river and the lamp,\n[the lamp](https://example.com) again."
    text = "The lamp, the lamp and the river.\nThe river and the lamp, the lamp again."
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    notes, wanted = {}, {}
    for first, last in zip(spans, spans[2:], strict=False):
        start, end = first[0], last[1]
        before, quote, after = text[:start].replace("\n", " "), text[start:end].replace("\n", " "), text[end:]
        name = f"n{start}"
        notes[f"annotations/{name}.md"] = note(quote=quote, prefix=before, suffix=after.replace("\n", " "))
        wanted[name] = (start, end)
    notes = {path: words.replace("prefix: ''\n", "").replace("suffix: ''\n", "") for path, words in notes.items()}
    made = build({"articles/a.md": article(body), **notes})
    assert made.one("articles", "a")["text"] == text
    told = {one["id"]: (one["start"], one["end"]) for one in made.timeline["annotations"] if one["anchor"] == "exact"}
    assert told == wanted
    for name, (start, end) in wanted.items():
        assert folded(pieces(parse(made.page("articles/a/")), name)) == unblocked(text[start:end])
