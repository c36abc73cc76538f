"""Laws of anchors: what was cut from a text is found in it, an edit elsewhere changes nothing, meaning is guarded."""

import re
import unicodedata

from hypothesis import assume, example, given
from hypothesis import strategies as st

from dateline.kernel.folding import fold, folded, inside_cluster
from dateline.linking.quotes import Guard, Selector, anchor, selector_for
from dateline.model.anchors import Ambiguous, Anchor, Changed, Exact, Moved, place, state

WORDS = re.findall(
    r"\S+",
    """
    the a of and to in people border buses evening talks families waited crossed opened gate river mountain silence
    lorries parking telephone teacher journalist colony envoy list gesture citizens kerb roof debris explosives foam
    airspace harvest potatoes notebook coffee field rocket freight sensors fence carriers balloons radar asphalt
    Minsk Vilnius Smith Warsaw not never without September Thursday 52 1,100 1.5 km hours двух зняволеных мяжу
    kalinius sieną więźniów granica السجناء الحدود 囚犯 边境 कैदियों “quoted” it’s — naïve
    """,
)
OUTSIDE = "Quite another remark stood there"
TRICKY = "ab AB01 259.,-–—'’\"“„«…!?\n\t\u00a0\u00ad\u200b\u200d\u0301\u0323éėšяй囚犯ส้ำ한\u1100\u1161🎉👩🇱🇹%€°"

sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=14).map(lambda words: " ".join(words) + ".")
blocks = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
prose = st.lists(blocks, min_size=1, max_size=4).map("\n".join)
tricky = st.text(TRICKY, max_size=60)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a stretch of whole words in it."""
    text = draw(prose)
    starts = [0, *(at + 1 for at, char in enumerate(text) if char in " \n")]
    first = draw(st.integers(0, len(starts) - 1))
    last = draw(st.integers(first, min(first + 12, len(starts) - 1)))
    return text, starts[first], ([*starts, len(text) + 1])[last + 1] - 1


def only(text: str, selector: Selector, guard: Guard = Guard()) -> Anchor:  # noqa: B008 - a frozen value
    return anchor(text, [selector], guard)[0]


@given(passages())
def test_a_quote_cut_from_a_text_anchors_exactly(cut: tuple[str, int, int]) -> None:
    text, start, end = cut
    found = only(text, selector_for(text, start, end))
    assert isinstance(found, Exact)
    assert folded(text[found.start : found.end]) == folded(text[start:end])
    assert found.start <= start + 1
    assert abs(found.end - end) <= 1


@given(passages())
def test_words_that_stand_once_need_no_more(cut: tuple[str, int, int]) -> None:
    text, start, end = cut
    selector = selector_for(text, start, end)
    if selector.prefix is None and selector.suffix is None:
        assert folded(text).count(folded(selector.exact)) >= 1
        assert state(only(text, Selector(selector.exact))) == "exact"


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and any stretch of it that is not empty."""
    text = draw(st.text(TRICKY, min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(stretches())
@example(("a\u0301", 0, 1))
@example(("--", 1, 2))
@example(("x…", 0, 2))
def test_so_does_one_cut_anywhere_between_characters(cut: tuple[str, int, int]) -> None:
    text, start, end = cut
    whole = fold(text)
    begin, stop = whole.refold(start), whole.refold(end)
    words = whole.text[begin:stop].strip()
    begin += len(whole.text[begin:stop]) - len(whole.text[begin:stop].lstrip())
    stop = begin + len(words)
    if not words or re.search(r"(^|\s)[\u0301\u0323\u0e49\u0e33\u1161]", whole.text):
        return  # a mark without a letter is nothing that anybody quotes
    if inside_cluster(whole.text, begin) or inside_cluster(whole.text, stop):
        return
    selector = selector_for(text, start, end)
    if folded(selector.exact) == words:  # not so where a border lies in what folding makes one
        assert only(text, selector) == Exact(*whole.unfold(begin, stop))


@given(passages(), sentences, st.sampled_from(["before", "after"]))
def test_an_edit_elsewhere_changes_nothing(cut: tuple[str, int, int], added: str, side: str) -> None:
    text, start, end = cut
    selector = selector_for(text, start, end)
    assume(selector.prefix is None and selector.suffix is None)
    new = f"{OUTSIDE}.\n{added}\n"
    edited, shift = (new + text, len(new)) if side == "before" else (f"{text}\n{new}", 0)
    found = only(edited, selector)
    if selector_for(edited, start + shift, end + shift) == selector:
        first = only(text, selector)
        assert isinstance(first, Exact)
        assert found == Exact(first.start + shift, first.end + shift)


TELLING = (
    ("52", "54"), ("52", "520"), ("52", "152"), ("52", "5.2"), ("52", "52 000"), ("52", "52 thousand"), ("52", "two"),
    ("twelve", "eleven"), ("twelve", ""), ("", "twelve"), ("", "not"), ("never", ""), ("with", "without"), ("", "no"),
    ("Prague", "Berlin"), ("Prague", ""), ("", "Berlin"), ("May", "July"), ("Monday", "Friday"), ("", "Monday"),
    ("km", "miles"), ("hours", "days"), ("%", "‰"), ("can", "can’t"), ("vedė", "nevedė"), ("вынеслі", "не вынеслі"),
    ("trzech", "dwóch"), ("liepą", "spalį"), ("у чацвер", "у пятніцу"), ("was", "wasn't"), ("legal", "illegal"),
)  # fmt: skip


@given(passages(), st.sampled_from(TELLING), st.integers(1, 11), st.sampled_from(["neither", "prefix", "both"]))
def test_nothing_that_touches_meaning_goes_unnoticed(
    cut: tuple[str, int, int], change: tuple[str, str], at: int, given_sides: str
) -> None:
    text, start, end = cut
    words = text[start:end].split(" ")
    assume(len(words) >= 3 and "\n" not in text[start:end])
    inside = 1 + at % (len(words) - 2)
    old, new = (" ".join(filter(None, [*words[:inside], one, *words[inside:]])) for one in change)
    before, after = text[:start], text[end:]
    assume(fold(old).text not in fold(before + "|" + new + "|" + after).text)
    prefix = before[-20:] if given_sides != "neither" else None
    suffix = after[:20] if given_sides == "both" else None
    guard = Guard(("Prague", "Berlin"))  # at the beginning of a sentence a capital says nothing
    found = only(before + new + after, Selector(old, prefix, suffix), guard)
    where = place(found)
    if where and state(found) != "changed!":
        planted = len(before) + len(" ".join(words[:inside]))
        assert where[1] <= planted or where[0] > planted + len(change[1]), "the passage with the change in it"


@given(passages(), st.data())
def test_what_is_proposed_is_found_exactly(cut: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = cut
    at = data.draw(st.integers(0, len(text)))
    cut_to = min(len(text), at + data.draw(st.integers(0, 12)))
    edited = text[:at] + data.draw(st.sampled_from(["", " ", " new ", "52", "x"])) + text[cut_to:]
    prefix, suffix = (one or None for one in (text[max(0, start - 15) : start], text[end : end + 15]))
    selector = Selector(text[start:end], prefix, data.draw(st.sampled_from([suffix, None])))
    match only(edited, selector):
        case Moved() as found:
            assert only(edited, Selector(selector.exact, found.prefix, found.suffix)) == Exact(found.start, found.end)
        case Changed() as found:
            assert found.matched == edited[found.start : found.end]
            assert only(edited, Selector(found.matched, found.prefix, found.suffix)) == Exact(found.start, found.end)
        case _:
            pass


@given(
    st.lists(st.sampled_from("ab cd. ef\n"), min_size=4, max_size=40).map("".join), st.sampled_from(["ab", "d", "a"])
)
@example("a b a b a c", "a")
def test_each_prefix_of_an_ambiguous_quote_chooses_its_place(text: str, quote: str) -> None:
    found = only(text, Selector(quote))
    if isinstance(found, Ambiguous):
        befores = [folded(text[: one.start]) for one in found.candidates]
        for one, before in zip(found.candidates, befores, strict=True):
            if sum(other.endswith(before) for other in befores) == 1:
                assert only(text, Selector(quote, one.prefix)) == Exact(one.start, one.end)


@given(tricky, st.lists(st.tuples(tricky, st.none() | tricky, st.none() | tricky), max_size=4))
def test_nothing_is_refused(text: str, quotes: list[tuple[str, str | None, str | None]]) -> None:
    selectors = [Selector(*quote) for quote in quotes]
    guard = Guard(("Ab", "囚犯", ""), ("km", ""))
    found = anchor(text, selectors, guard)
    assert len(found) == len(selectors)
    assert found == tuple(only(text, one, guard) for one in selectors)
    for one in found:
        where = place(one)
        assert where is None or (
            0 <= where[0] < where[1] <= len(text) and text[slice(*where)].strip() == text[slice(*where)]
        )


@given(tricky)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(tricky)
def test_canonically_equivalent_texts_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)).text == fold(text).text


@given(tricky, st.integers(0, 60))
def test_folding_knows_the_way_back(text: str, offset: int) -> None:
    whole = fold(text)
    at = min(offset, len(text))
    assert 0 <= whole.refold(at) <= len(whole.text)
    spans = [whole.unfold(one, one + 1) for one in range(len(whole.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert whole.refold(len(text)) == len(whole.text)
