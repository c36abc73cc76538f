from dateline.pages.brevity import LONGEST, SHORTEST, brief, opening

LONG = "Four speakers have counted the released, or some of them. " * 2 + "Their numbers are " + "easily confused " * 9


def test_a_summary_of_a_good_length_is_the_description() -> None:
    summary = "Belarus released 52 prisoners after intervention by the United States."
    assert brief([summary, "Something else."]) == summary


def test_a_short_one_is_filled_up_sentence_by_sentence() -> None:
    assert brief(["The president", "He pardoned the 52 in September 2025, says the report.", "More."]) == (
        "The president. He pardoned the 52 in September 2025, says the report."
    )


def test_what_was_said_is_not_said_twice() -> None:
    assert (
        brief(["A day before the release.", "A day before the release.", "Event"]) == "A day before the release. Event"
    )


def test_a_long_one_ends_with_a_sentence_where_one_ends_in_time() -> None:
    assert brief([LONG]) == (
        "Four speakers have counted the released, or some of them. "
        "Four speakers have counted the released, or some of them."
    )


def test_else_it_ends_with_a_whole_word() -> None:
    made = brief(["confusion " * 40])
    assert made.endswith("confusion…")
    assert SHORTEST <= len(made) <= LONGEST


def test_words_without_spaces_are_cut_all_the_same() -> None:
    assert len(brief(["語" * 400])) == LONGEST


def test_nothing_gives_nothing() -> None:
    assert brief(["", "  \n "]) == ""


def test_headings_and_cells_are_no_opening() -> None:
    assert (
        opening("Who counts whom\nFour speakers give five numbers.\nCount\tOf whom")
        == "Four speakers give five numbers."
    )


def test_a_text_without_sentences_is_taken_whole() -> None:
    assert opening("First\nSecond") == "First Second"
