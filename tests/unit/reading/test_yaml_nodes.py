import pytest
import yaml

from dateline.kernel.diagnostics import Span
from dateline.reading import yaml_nodes
from dateline.reading.yaml_nodes import DEEPEST, Entry, Mapping, Refused, Scalar, Sequence, read_yaml


def test_a_tree_whose_nodes_know_where_they_stand() -> None:
    block = "é: \"a b\"\n😀: [x, 'y']\nz:\n- |\n  words\n\n- {k: ~}\n"
    made = read_yaml(block, "x.md", 4)
    assert made.found == ()
    assert made.value
    words, flow, listed = made.value.entries
    assert words == Entry(Scalar("é", Span(4, 5), plain=True), Scalar("a b", Span(7, 12), plain=False))
    assert flow.value == Sequence(
        (Scalar("x", Span(17, 18), plain=True), Scalar("y", Span(20, 23), plain=False)), Span(16, 24), flow=True
    )
    assert isinstance(listed.value, Sequence)
    assert not listed.value.flow
    prose, mapping = listed.value.items
    assert prose == Scalar("words\n", Span(30, 39), plain=False)
    assert isinstance(mapping, Mapping)
    assert block[mapping.span.start - 4 : mapping.span.end - 4] == "{k: ~}"
    assert isinstance(mapping.entries[0].value, Scalar)
    assert mapping.entries[0].value.null


@pytest.mark.parametrize("block", ["", "\n\n", "# a comment\n", "~\n", "{}\n"])
def test_an_empty_block_is_an_empty_map(block: str) -> None:
    made = read_yaml(block, "x.md")
    assert made.value
    assert (made.value.entries, made.found) == ((), ())


@pytest.mark.parametrize("text", ["=", "no", "2025-02-30", "12:30:15", "0x1F", "-0043", "1_000", ".inf", "1e3", "<"])
def test_a_scalar_stays_as_written(text: str) -> None:
    made = read_yaml(f"a: {text}\n", "x.md")
    assert made.value
    assert made.value.entries[0].value == Scalar(text, Span(3, 3 + len(text)), plain=True)


def test_what_is_refused_loses_only_itself() -> None:
    block = "a: &x [1]\nb: *x\n<<: {c: *x}\nd: !!str e\nf: <<\ng: h\n"
    made = read_yaml(block, "x.md")
    assert made.value
    assert [entry.key.text for entry in made.value.entries] == ["a", "b", "d", "f", "g"]
    assert [isinstance(entry.value, Refused) for entry in made.value.entries] == [True, True, True, False, False]
    said = [(one.code, block[one.place.span.start : one.place.span.end]) for one in made.found]
    assert said == [("forbidden-yaml", word) for word in ("&x", "*x", "<<", "!!str")]


def bomb(levels: int) -> str:
    lines = ["a0: &a0 {k0: v}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join(['*a' + str(n - 1)] * 9)}], k{n}: v}}" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


HOSTILE = {
    "a merge bomb": bomb(8),
    "lists 100,000 deep": "[" * 100_000,
    "maps 30,000 deep": "{a: " * 30_000,
    "block lists 30,000 deep": "- " * 30_000,
    "keys of keys": "? " * 30_000,
    "a block map 300 deep": "".join(f"{' ' * depth}a:\n" for depth in range(300)),
    "aliases without end": f"a: [{'*a,' * 16_000}]",
    "one key 13,000 times": "a: b\n" * 13_000,
    "6,000 keys": "".join(f"k{number}: v\n" for number in range(6_000)),
    "20,000 empty lists": f"a: [{'[],' * 20_000}]",
    "a quotation mark never closed": 'a: "' + "\\n" * 30_000,
    "absurd escapes": '"\\UFFFFFFFF": "\\uD800\\uDFFF"',
    "an absurd version": f"%YAML {'9' * 5000}.1\n---\na: b\n",
    "directives": "%TAG ! tag:example.org,2000:\n---\na: !b c\n",
    "colons": "a: " + "b: " * 20_000,
    "quotation marks": "a: " + "'\"" * 30_000,
    "tabs": "\t" * 60_000,
    "line separators": "a: b\u2028\x85\u2029" * 10_000,
}


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("name", HOSTILE)
def test_no_exception_comes_out(name: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_nodes, "LOADER", getattr(yaml, parser))
    block = HOSTILE[name] if parser == "CSafeLoader" else HOSTILE[name][:6_000]
    made = read_yaml(block, "x.md")
    for one in made.found:
        assert 0 <= one.place.span.start <= one.place.span.end <= len(block)
        assert len(one.message) < 200
        assert one.hint


@pytest.mark.parametrize("depth", [DEEPEST - 1, DEEPEST])
def test_the_limit_of_depth(depth: int) -> None:
    made = read_yaml(f"a: {'[' * depth}{']' * depth}\n", "x.md")
    assert [one.code for one in made.found] == ([] if depth < DEEPEST else ["front-matter-too-large"])


WRONG = [
    "title: Foo: bar\n",
    "title: @x\n",
    "title: `x\n",
    'title: "abc\n',
    'title: "Foo" bar\n',
    "tags: [a, b\nc: d\n",
    "title: a\nfoo\n",
    "title: **bold**\n",
    "tags: - a\n",
    "a: b\n  c: d\n",
    "a: ]\n",
    "a: > b\n",
    ": v\n",
    "a: b\n---\nc: d\n",
    "- a\n",
    "a: [b: c: d]\n",
]


@pytest.mark.parametrize("block", WRONG)
def test_both_parsers_are_understood_alike(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read_yaml(block, "x.md")
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.SafeLoader)
    assert read_yaml(block, "x.md") == fast
    assert fast.found


def test_lines_of_a_key_given_twice_are_those_of_the_file() -> None:
    (found,) = read_yaml("a: b\n\na: c\n", "x.md", 10, line=4).found
    assert found.message == '"a" is given twice, on lines 4 and 6'
    assert (found.place.span, found.related[0].place.span) == (Span(16, 17), Span(10, 11))
