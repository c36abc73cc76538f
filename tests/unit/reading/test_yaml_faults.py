import pytest
from yaml import YAMLError

from dateline.reading.yaml_faults import Fault, control_character, explain


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b", "\x7f", "\x80", "\ufffe", "\ud800"])
def test_characters_that_may_not_stand_in_yaml(char: str) -> None:
    fault = control_character(f"a: b{char}")
    assert fault
    assert (fault.start, fault.end) == (4, 5)
    assert fault.message == f"the control character U+{ord(char):04X} stands here"


def test_all_others_may() -> None:
    assert control_character("a: é😀\t\n\x85\u2028\u202e\ufeff") is None


def test_a_complaint_without_a_place_has_words_all_the_same() -> None:
    expected = Fault("the fields are not YAML", 0, 0, "write each field as `name: value`")
    assert explain(YAMLError("?"), "a: b") == explain(ValueError("?"), "a: b") == expected
