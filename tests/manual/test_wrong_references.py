"""References that lead nowhere, to several documents, to the wrong kind, to a draft or to no heading."""

import pytest

from tests.manual.mistakes import Case, Files, assert_told, assert_well_formed, case, error, fenced
from tests.manual.run import build

RELEASE = {"events/release": "title: The release\ndate: 2025-09-11\n\n## Names and numbers\n\nWords.\n"}
PERSON = {"people/nausėda": "name: Gitanas Nausėda\nalso_known_as: the president"}


def written(body: str) -> dict[str, str | bytes]:
    """A page with a body, beside an event and a person."""
    return {**RELEASE, **PERSON, "pages/p": f"title: P\n\n{body}\n"}


IN_BODIES = [
    case("a slip of the finger", written("[[①relase]]"), error("①", "unknown-reference", "relase", hint="release")),
    case("with a text", written("See [[①relase|it]]."), error("①", "unknown-reference", "relase", hint="release")),
    case("a kind and no such id", written("[[①events/none]]"), error("①", "unknown-reference", "events/none")),
    case(
        "no such kind",
        written("[[①evnts/release]]"),
        error("①", "unknown-reference", "evnts/release", hint="events/release"),
    ),
    case("no such title", written("[[①The relaese]]"), error("①", "unknown-reference", "The relaese", hint="release")),
    case("in a list", written("- one\n- [[①none]]"), error("①", "unknown-reference", "none")),
    case("in a quotation", written("> one\n> [[①none]]"), error("①", "unknown-reference", "none")),
    case("in a table", written("| a |\n|---|\n| [[①none\\|x]] |"), error("①", "unknown-reference", "none")),
    case("in a footnote", written("a[^1]\n\n[^1]: [[①none]]"), error("①", "unknown-reference", "none")),
    case("in a callout", written("> [!note] Title\n> [[①none]]"), error("①", "unknown-reference", "none")),
    case("in a heading", written("## A [[①none]]"), error("①", "unknown-reference", "none")),
    case(
        "twice",
        written("[[①none]] and [[②none]]"),
        error("①", "unknown-reference", "none"),
        error("②", "unknown-reference", "none"),
    ),
    case("behind letters of two bytes and four", written("ėėė 🚌 [[①none]]"), error("①", "unknown-reference", "none")),
    case("a Markdown link", written("[x](①relase.md)"), error("①", "unknown-reference", "relase.md", hint="release")),
    case(
        "a Markdown link to a folder",
        written("[x](①../events/relase.md)"),
        error("①", "unknown-reference", "relase.md", hint="release"),
    ),
    case(
        "a heading that is not there",
        written("[[①release#Nmes and numbers]]"),
        error("①", "unknown-heading", "Nmes and numbers", hint="Names and numbers|names-and-numbers"),
    ),
    case(
        "a fragment that is not there",
        written("[x](①../events/release.md#nothing)"),
        error("①", "unknown-heading", "nothing"),
    ),
    case(
        "a heading of one's own",
        written("## Here\n\n[x](①#there)"),
        error("①", "unknown-heading", "there", hint="here"),
    ),
    case("an image", written("![[①none.jpg]]"), error("①", "unknown-media", "none.jpg")),
    case("a Markdown image", written("![x](①none.jpg)"), error("①", "unknown-media", "none.jpg")),
    case("a file", written("[x](①/media/none.pdf)"), error("①", "unknown-media", "none.pdf")),
    case(
        "an image nearly of that name",
        {**written("![x](①brder.jpg)"), "media/border.jpg": b"x"},
        error("①", "unknown-media", "brder.jpg", hint="border.jpg"),
    ),
]

A_DRAFT = {"events/secret": "title: A secret\ndate: 2025\ndraft: true"}
TWINS = {"people/minsk": "name: Minsk the singer", "places/minsk": "name: Minsk"}
ARTICLE = {"articles/a": "title: A\npublished: 2025"}
IN_FRONT = [
    case(
        "an event",
        {**ARTICLE, "articles/b": "title: B\npublished: 2025\nevents: [①none]"},
        error("①", "unknown-reference", "none"),
    ),
    case(
        "a target",
        {**ARTICLE, "annotations/n": "target: ①articles/b"},
        error("①", "unknown-reference", "articles/b", hint="articles/a"),
    ),
    case(
        "a person",
        {**RELEASE, "events/e": "title: T\ndate: 2025\npeople: [①none]"},
        error("①", "unknown-reference", "none"),
    ),
    case(
        "a source",
        {**ARTICLE, "events/e": "title: T\ndate: 2025\nsources: [①none]"},
        error("①", "unknown-reference", "none"),
    ),
    case(
        "a source's article",
        {**ARTICLE, "events/e": "title: T\ndate: 2025\nsources: [{article: ①none}]"},
        error("①", "unknown-reference", "none"),
    ),
    case(
        "an account's source",
        {**ARTICLE, "events/e": "title: T\ndate: 2025\naccounts: [{says: S, sources: ①none}]"},
        error("①", "unknown-reference", "none"),
    ),
    case(
        "an author",
        {**ARTICLE, "articles/b": "title: B\npublished: 2025\nauthors: ①people/none"},
        error("①", "unknown-reference", "people/none"),
    ),
    case(
        "a title is never an id",
        {**RELEASE, "events/e": "title: T\ndate: 2025\nrelated: ①The release"},
        error("①", "unknown-reference", "The release", hint='"release"'),
    ),
    case(
        "wrong kind in people",
        {**RELEASE, "events/e": "title: T\ndate: 2025\npeople: [①release]"},
        error("①", "wrong-kind", "release"),
    ),
    case(
        "wrong kind in events",
        {**PERSON, "articles/b": "title: B\npublished: 2025\nevents: ①people/nausėda"},
        error("①", "wrong-kind", "people/nausėda"),
    ),
    case(
        "a note on a person",
        {**PERSON, "annotations/n": "target: ①nausėda"},
        error("①", "wrong-kind", "nausėda", hint="article"),
    ),
    case(
        "a source that is an event",
        {**RELEASE, "events/e": "title: T\ndate: 2025\nsources: ①release"},
        error("①", "wrong-kind", "release"),
    ),
    case(
        "several kinds have the target",
        {**ARTICLE, "events/a": "title: T\ndate: 2025", "annotations/n": "target: ①a"},
        error("①", "ambiguous-reference", "a", hint="articles/a.*events/a|events/a.*articles/a"),
    ),
]

AMBIGUOUS = [
    case(
        "two kinds",
        {**TWINS, "pages/p": "title: P\n\n[[①minsk]]"},
        error(
            "①", "ambiguous-reference", "minsk", hint="people/minsk(.|\n)*places/minsk|places/minsk(.|\n)*people/minsk"
        ),
    ),
    case(
        "one title of two",
        {
            "events/a": "title: The Vote\ndate: 2025",
            "events/b": "title: The vote\ndate: 2025",
            "pages/p": "title: P\n\n[[①the vote]]",
        },
        error("①", "ambiguous-reference", "the vote", hint="events/a(.|\n)*events/b"),
    ),
    case(
        "a Markdown link is not ambiguous",
        {**TWINS, "pages/p": "title: P\n\n[x](../places/minsk.md) [[①none]]"},
        error("①", "unknown-reference", "none"),
    ),
]

DRAFTS = [
    case(
        "a link to a draft",
        {**A_DRAFT, "pages/p": "title: P\n\n[[①secret]]"},
        error("①", "reference-to-draft", "secret", hint="draft"),
    ),
    case(
        "by its title",
        {**A_DRAFT, "pages/p": "title: P\n\n[[①A secret|x]]"},
        error("①", "reference-to-draft", "A secret", hint="draft"),
    ),
    case(
        "in front matter",
        {**A_DRAFT, "events/e": "title: T\ndate: 2025\nafter: [①secret]"},
        error("①", "reference-to-draft", "secret", hint="draft"),
    ),
    case(
        "a Markdown link",
        {**A_DRAFT, "pages/p": "title: P\n\n[x](①../events/secret.md)"},
        error("①", "reference-to-draft", "secret", hint="draft"),
    ),
]

CIRCLES = [
    case("a note on itself", {"annotations/n": "target: ①annotations/n"}, error("①", "self-reference", "n", hint=".")),
    case(
        "a document related to itself",
        {"events/e": "title: T\ndate: 2025\nrelated: ①e"},
        error("①", "self-reference", "e", hint="."),
    ),
]


@pytest.mark.parametrize("wrong", [*IN_BODIES, *IN_FRONT, *AMBIGUOUS, *DRAFTS, *CIRCLES], ids=lambda one: one.name)
def test_what_is_wrong_is_told_at_its_place(wrong: Case) -> None:
    assert_told(wrong)


@pytest.mark.parametrize("wrong", DRAFTS, ids=lambda one: one.name)
def test_with_drafts_a_link_to_one_is_right(wrong: Case) -> None:
    files: Files = {
        name: text.replace("①", "") if isinstance(text, str) else text for name, text in wrong.files.items()
    }
    assert build(fenced(files), "--drafts").diagnostics == ()


def note(target: str) -> str:
    return f"---\ntarget: annotations/{target}\n---\nA reply.\n"


def test_notes_that_answer_one_another_in_a_circle() -> None:
    result = build({"annotations/a.md": note("b"), "annotations/b.md": note("c"), "annotations/c.md": note("a")})
    assert_well_formed(result)
    assert set(result.codes) == {"reply-cycle"}
    named = {one["path"] for one in result.diagnostics} | {
        other["path"] for one in result.diagnostics for other in one["related"]
    }
    assert named == {"content/annotations/a.md", "content/annotations/b.md", "content/annotations/c.md"}
    assert {one["line"] for one in result.diagnostics} == {2}
    assert result.status == 1


@pytest.mark.parametrize("sort", ["context", "correction", "fact-check", "source", "question", "related"])
def test_a_note_of_any_type_on_nothing_and_an_answer_to_it(sort: str) -> None:
    note = "---\ntarget: {}\ntype: {}\ndate: 2025\n---\nx\n"
    notes: Files = {f"annotations/{name}.md": note.format(on, sort) for name, on in (("a", "gone"), ("b", "a"))}
    assert build(notes).codes == ["unknown-reference"]


def test_a_note_on_a_draft_is_left_out_with_it() -> None:
    files = {
        "articles/d.md": "---\ntitle: D\npublished: 2025\ndraft: true\n---\nWords.\n",
        "annotations/n.md": "---\ntarget: d\nquote: Words\n---\nA note.\n",
    }
    result = build(files)
    assert (result.status, result.diagnostics) == (0, ())
    assert result.ids("annotations") == []
    assert build(files, "--drafts").ids("annotations") == ["n"]


def test_what_leads_to_a_note_on_a_draft_leads_to_a_draft() -> None:
    files = {
        "articles/d.md": "---\ntitle: D\npublished: 2025\ndraft: true\n---\nWords.\n",
        "annotations/n.md": "---\ntarget: d\n---\nA note.\n",
        "pages/p.md": "---\ntitle: P\n---\n[[annotations/n]]\n",
    }
    assert build(files).codes == ["reference-to-draft"]


def test_a_mistake_in_a_draft_is_no_mistake_of_the_site() -> None:
    """What nobody sees cannot be broken; with `--drafts` it is told."""
    files = {"pages/p.md": "---\ntitle: P\ndraft: true\n---\n[[none]]\n"}
    assert build(files, "--drafts").codes == ["unknown-reference"]


def test_code_holds_no_references() -> None:
    result = build({"pages/p.md": "---\ntitle: P\n---\n`[[none]]` and\n\n    [[none]]\n\n```\n[[none]]\n```\n"})
    assert result.diagnostics == ()
