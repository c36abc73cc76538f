import pytest

from dateline.reading.values import FLAG, LINE, PROSE, VERBATIM, Reader, Value, Vocabulary, decimal, whole
from dateline.reading.yaml_nodes import read_yaml


def value_of(sort: Value[object], yaml: str) -> object:
    made = read_yaml(f"a: {yaml}\n", "x.md").value
    assert made
    reader = Reader("x.md", f"a: {yaml}\n", "UTC", Vocabulary((), ()))
    value = sort.read(made.entries[0].value, "a", reader)
    assert (value is None) == bool(reader.found)
    return value


@pytest.mark.parametrize("word", ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"])
def test_true(word: str) -> None:
    assert value_of(FLAG, word) is True


@pytest.mark.parametrize("word", ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"])
def test_false(word: str) -> None:
    assert value_of(FLAG, word) is False


@pytest.mark.parametrize("word", ["y", "n", "1", "0", "tRUE", "'true'", "ja", "[true]"])
def test_neither(word: str) -> None:
    assert value_of(FLAG, word) is None


@pytest.mark.parametrize(("yaml", "number"), [("1", 1), ("+3", 3), ("-2", -2), ("'2'", 2), ("03", 3)])
def test_whole_numbers(yaml: str, number: int) -> None:
    assert value_of(whole(-3, 3), yaml) == number


@pytest.mark.parametrize("yaml", ["4", "-4", "1.0", "1e0", "0x1", "1_0", "one", "٣", "1:30", "9" * 5000, "{a: b}"])
def test_what_is_no_whole_number(yaml: str) -> None:
    assert value_of(whole(-3, 3), yaml) is None


@pytest.mark.parametrize(("yaml", "number"), [("54.6872", 54.6872), ("-0", 0.0), ("90", 90.0), ("-90.000", -90.0)])
def test_decimal_numbers(yaml: str, number: float) -> None:
    assert value_of(decimal(-90, 90, "degrees"), yaml) == number


@pytest.mark.parametrize("yaml", ["90.1", ".nan", ".inf", "nan", "1e1", "54,5", "12:30", ".5", "5.", "1" * 400])
def test_what_is_no_decimal_number(yaml: str) -> None:
    assert value_of(decimal(-90, 90, "degrees"), yaml) is None


@pytest.mark.parametrize("yaml", ["no", "2025-02-30", "12:30", "0x1F", "1984", "=", "NaN"])
def test_text_is_text(yaml: str) -> None:
    assert value_of(LINE, yaml) == yaml


def test_lines_and_white_space() -> None:
    block = "|\n  One\n    two\n\n  three\n"
    assert value_of(LINE, block) == "One two three"
    assert value_of(PROSE, block) == "One\n  two\n\nthree"
    assert value_of(VERBATIM, '" a "') == " a "


def test_what_no_page_could_carry_is_dropped_with_a_warning() -> None:
    text = 'a: "b\\x07\\0\\uFFFFc"\n'
    made = read_yaml(text, "x.md").value
    assert made
    reader = Reader("x.md", text, "UTC", Vocabulary((), ()))
    assert LINE.read(made.entries[0].value, "a", reader) == "bc"
    assert [(one.code, one.message) for one in reader.found] == [
        ("control-characters", '"a" holds 3 control characters')
    ]
