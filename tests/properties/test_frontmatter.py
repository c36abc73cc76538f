"""Laws of reading front matter and `config.yaml`, whatever an author writes."""

import string
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.kernel.diagnostics import Checked
from dateline.kernel.text import decoded
from dateline.model.documents import Event, Reference
from dateline.model.names import Kind
from dateline.reading import yaml_nodes
from dateline.reading.configuration import CONFIG, read_settings
from dateline.reading.fields import TABLES
from dateline.reading.yaml_nodes import Mapping, Node, Scalar, Sequence, read_yaml
from tests.told import read

bounded = settings(max_examples=60, deadline=None)

PATHS = [f"content/{kind.value}/some.md" for kind in Kind if kind is not Kind.INDEX] + [
    "content/index.md",
    "content/event/A b.md",
    "content/a.md",
]
NAMES = sorted(
    {field.name for table in (*TABLES.values(), CONFIG) for field in table.fields} | {"event", "by", "src", "x-a"}
)
EXAMPLES = sorted({field.example for table in (*TABLES.values(), CONFIG) for field in table.fields})
ODD = [
    "~",
    "''",
    "[]",
    "{}",
    "*a",
    "&a b",
    "!!x y",
    "<<",
    "|\n  a",
    ">-\n  b",
    "@x",
    "a: b",
    '"',
    "\t",
    "é😀",
    "2025-02-30",
    "- a",
]

words = st.text(st.characters(codec="utf-8"), max_size=12)
values = st.recursive(
    st.one_of(words, st.sampled_from(EXAMPLES), st.sampled_from(ODD)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(st.tuples(st.sampled_from(NAMES), inner), max_size=3).map(
            lambda pairs: f"{{{', '.join(f'{name}: {value}' for name, value in pairs)}}}"
        ),
    ),
    max_leaves=6,
)
fields = st.lists(st.tuples(st.sampled_from(NAMES) | words, values), max_size=6).map(
    lambda pairs: "".join(f"{name}: {value}\n" for name, value in pairs)
)
files = st.one_of(
    st.binary(max_size=80),
    st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
    fields.map(lambda block: f"---\n{block}---\nWords\n".encode()),
    st.tuples(fields, st.binary(max_size=4)).map(lambda pair: f"---\n{pair[0]}".encode() + pair[1]),
)


def holds(data: bytes, made: Checked[Any]) -> None:
    """What is said points into the file, in one line, and says what to do."""
    text = decoded(data)
    for one in made.found:
        assert 0 <= one.place.span.start <= one.place.span.end <= len(text)
        for other in one.related:
            assert 0 <= other.place.span.start <= other.place.span.end <= len(text)
        assert one.message
        assert "\n" not in one.message
        assert one.hint
        one.message.encode()
        one.hint.encode()


@bounded
@given(st.sampled_from(PATHS), files)
def test_no_file_is_an_exception(path: str, data: bytes) -> None:
    made = read(path, data)
    holds(data, made)
    assert made.value or made.found


@bounded
@given(files)
def test_no_config_is_an_exception(data: bytes) -> None:
    made = read_settings(data)
    holds(data, made)
    assert made.value or made.found


@bounded
@given(fields, st.sampled_from(PATHS))
def test_marks_and_line_ends_make_no_difference(block: str, path: str) -> None:
    text = f"---\n{block}---\nWords\n".replace("\r", "")
    plain = read(path, text)
    assert read(path, f"\ufeff{text}") == plain
    assert read(path, text.replace("\n", "\r\n")) == plain
    assert read(path, text.replace("\n", "\r")) == plain


@bounded
@given(fields)
def test_both_parsers_read_the_same(block: str) -> None:
    fast = read_yaml(block, "x.md")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_nodes, "LOADER", yaml.SafeLoader)
        slow = read_yaml(block, "x.md")
    if fast.value and slow.value and "\t" not in block:
        assert texts(slow.value) == texts(fast.value)


def texts(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [texts(one) for one in node.items]
        case Mapping():
            return [(entry.key.text, texts(entry.value)) for entry in node.entries]
        case _:
            return None


ids = st.text(string.ascii_lowercase + "éąш-", min_size=1, max_size=8).filter(
    lambda text: text.strip("-") not in ("", "null")
)


@bounded
@given(st.lists(ids, min_size=1, max_size=5), st.sampled_from(["[{}]", "\n- {}", "['{}']"]))
def test_references_stand_where_they_say(written: list[str], shape: str) -> None:
    before, between, after = {"[{}]": ("[", ", ", "]"), "\n- {}": ("\n- ", "\n- ", ""), "['{}']": ("['", "', '", "']")}[
        shape
    ]
    text = f"---\ntitle: é😀\ndate: 2025\npeople: {before}{between.join(written)}{after}\n---\n"
    made = read("content/events/some.md", text)
    assert isinstance(made.value, Event)
    people: tuple[Reference, ...] = made.value.people
    assert [one.written for one in people] == written
    assert [text[one.span.start : one.span.end].strip("'") for one in people] == written


@bounded
@given(st.permutations(sorted(set(NAMES) - {field.name for field in TABLES[Kind.EVENT].fields} - {"x-a"})[:6]))
def test_every_unknown_field_is_told_where_it_stands(names: list[str]) -> None:
    text = "---\ntitle: T\ndate: 2025\n" + "".join(f"{name}: a\n" for name in names) + "---\n"
    made = read("content/events/some.md", text)
    said = [(one.code, text[one.place.span.start : one.place.span.end]) for one in made.found]
    assert said == [("unknown-field", name) for name in names]
