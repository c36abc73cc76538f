import pytest

from dateline.kernel.folding import fold
from dateline.linking.wording import breaks_of, opens_sentence, parts_word, wording


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He can't, won't.", "He|can't|won't|."),
        ("52 000 of 1,500 in 2025-09-11 at 19:40", "52 000|of|1,500|in|2025-09-11|at|19:40"),
        ("In 2025 520 men, 5 in 10", "In|2025|520|men|5|in|10"),
        ("-5 °C, 1.5 % and €52", "-5|°C|1.5|%|and|€|52"),
        ("fifty-two 11th 5km", "fifty|two|11th|5km"),
        ("“Stop!” he said.", "Stop|!|he|said|."),
        ("囚犯获释。", "囚|犯|获|释|。"),
        ("นี้ดี", "นี้|ดี"),
        ("कैदियों को", "कैदियों|को"),
        ("🎉👩‍👩‍👧 x", "🎉👩‍👩‍👧|x"),
        ("…", "..."),
        ("— , ;", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    assert "|".join(wording(fold(text).text).words) == words


def test_no_number_goes_on_in_the_next_cell() -> None:
    text = "14\t250\n100"
    whole = fold(text)
    assert wording(whole.text).words == ("14 250 100",)
    assert wording(whole.text, breaks_of(text, whole)).words == ("14", "250", "100")
    assert parts_word(whole.text, 3)
    assert not parts_word(whole.text, 3, breaks_of(text, whole))


PARTED = (
    "1|52 prisoners", "52| 000 men", "52 |000 men", "1|.5", "1,|500", "2025-|09-11", "52|%", "€|52", "-|5 °C",
    "fifty-|two", "fifty |two", "52| thousand", "šimtas |du", "dwadzieścia |dwa", "пяцьдзесят| двух",
    "ne|paleido", "il|legal", "can|'t go", "non-|violent", "e|\u0301", "naïve|té",
)  # fmt: skip
WHOLE = (
    "in 2025 |520 men", "in 2025 |two men", "52| men", "52|, and", "52|. Next", "two-|year-old", "12 March |5 men",
    "Smith|'s house", "the |men", "the| men", "l'|homme", "囚|犯", "ดี|ดี", "anti-|war", "|a", "a|",
)  # fmt: skip


@pytest.mark.parametrize("text", PARTED)
def test_borders_that_part_a_word_or_number(text: str) -> None:
    assert parts_word(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize("text", WHOLE)
def test_borders_that_part_nothing(text: str) -> None:
    assert not parts_word(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("text", "word", "opens"),
    [
        ("Men left.", "Men", True),
        ("Men left. Women stayed.", "Women", True),
        ("They met in Minsk.", "Minsk", False),
        ("A heading\nMen left", "Men", True),
        ("June\tFour", "Four", True),
        ("He said: “They left.”", "They", True),
        ("the “Belavia” company", "Belavia", False),
        ("with Mr. Smith", "Smith", False),
        ("the U.S. Army", "Army", False),
        ("Really? Yes", "Yes", True),
        ("wait… Then", "Then", True),
    ],
)
def test_words_that_owe_their_capital_to_their_place(text: str, word: str, opens: bool) -> None:  # noqa: FBT001
    whole = fold(text)
    words = wording(whole.text, breaks_of(text, whole))
    assert opens_sentence(words, words.words.index(word)) is opens
