import pytest

from dateline.kernel.nearest import did_you_mean, nearest

FIELDS = ("title", "date", "as_said", "known", "status", "summary", "after", "before", "during", "organisations")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tilte", "title"),  # neighbours exchanged
        ("sumary", "summary"),
        ("Title", "title"),
        ("organizations", "organisations"),
        ("staus", "status"),
        ("as-said", "as_said"),
        ("befor", "before"),
    ],
)
def test_the_nearest_is_what_was_meant(word: str, meant: str) -> None:
    assert nearest(word, FIELDS)[0] == meant
    assert did_you_mean(word, FIELDS) == f'did you mean "{meant}"?'


def test_nothing_is_near_a_foreign_word() -> None:
    assert nearest("weather", ("title", "date")) == ()
    assert did_you_mean("weather", ("title", "date")) == ""


def test_a_part_of_a_name_is_near() -> None:
    assert nearest("incursion", ["release", "drone-incursion"]) == ("drone-incursion",)
    assert nearest("on", ["drone-on"]) == ()


def test_equally_near_ones_stand_in_order_whatever_the_order_given() -> None:
    choices = ["call-3", "call-1", "call-2"]
    assert nearest("call-4", choices) == nearest("call-4", reversed(choices)) == ("call-1", "call-2", "call-3")
    assert nearest("call-4", choices, limit=1) == ("call-1",)
    assert nearest("call-4", ["call-1", "call-1"]) == ("call-1",)


def test_letter_case_of_the_choice_is_kept() -> None:
    assert nearest("europe/vilnius", ["Europe/Vilnius", "Europe/Warsaw"])[0] == "Europe/Vilnius"


def test_an_endless_word_is_not_compared() -> None:
    assert nearest("a" * 100_000, ["a" * 99_999]) == ()
