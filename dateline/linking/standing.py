"""Where given words stand in a text, beside a given prefix and suffix, letter by letter once both are folded.

A side without a prefix or suffix must lie where a passage may begin or end (`wording.parts_word`); where one is given,
it says itself how the word or number goes on. Between a passage and what stands beside it a space may be or not be.
"""

from collections.abc import Container, Iterator

from msgspec import Struct

from dateline.kernel.folding import Folded, fold, folded, inside_cluster
from dateline.linking.wording import between_letters, breaks_of, end_of_word, parts_word


class Selector(Struct, frozen=True):
    """A TextQuoteSelector (W3C Web Annotation Data Model 4.2.4)."""

    exact: str
    prefix: str | None = None
    suffix: str | None = None


class Sought(Struct, frozen=True):
    """A selector folded; what is not given is empty."""

    words: str
    before: str
    after: str


def sought(selector: Selector) -> Sought:
    """What a selector asks for."""
    return Sought(folded(selector.exact), folded(selector.prefix or ""), folded(selector.suffix or ""))


MOST = 100
"""So many places are told apart; more are not shown."""
EXAMINED = 5_000
"""So many places are tried: words that stand more often, each time within a longer number or word, are given up."""


def standing(text: str, wanted: Sought, most: int = MOST, breaks: Container[int] = ()) -> list[int]:
    """Where the words begin that stand beside all that is given, in order, at most so many.

    Places where a word or number goes on across a border count only where there are no others. `breaks` are the spaces
    between two blocks or cells: no number goes on across them.
    """
    whole: set[int] = set()
    parted: set[int] = set()
    for left in (wanted.before, wanted.before + " ") if wanted.before else ("",):
        for right in (wanted.after, " " + wanted.after) if wanted.after else ("",):
            for start in _standing(text, (left, right), wanted, most, breaks):
                end = start + len(wanted.words)
                parts = parts_word(text, start, breaks) or parts_word(text, end, breaks)
                (parted if parts else whole).add(start)
    return sorted(whole or parted)[:most]


def _standing(text: str, beside: tuple[str, str], wanted: Sought, most: int, breaks: Container[int]) -> Iterator[int]:
    left, right = beside
    joined = left + wanted.words + right
    at, found = text.find(joined), 0
    for _ in range(EXAMINED):
        if at < 0 or found == most:
            return
        start = at + len(left)
        end = start + len(wanted.words)
        if not left and start > 0 and between_letters(text, start):
            at = text.find(joined, end_of_word(text, start))
            continue
        begins = inside_cluster(text, start) if left else parts_word(text, start, breaks)
        ends = inside_cluster(text, end) if right else parts_word(text, end, breaks)
        if not begins and not ends:
            found += 1
            yield start
        at = text.find(joined, at + 1)


def stands_before(text: str, start: int, prefix: str) -> bool:
    """Whether a folded prefix stands right before."""
    return text.endswith(prefix, 0, start) or (text.endswith(" ", 0, start) and text.endswith(prefix, 0, start - 1))


def stands_after(text: str, end: int, suffix: str) -> bool:
    """Whether a folded suffix stands right after."""
    return text.startswith(suffix, end) or (text.startswith(" ", end) and text.startswith(suffix, end + 1))


_FARTHEST = 2_000
"""How far a prefix or suffix may reach that makes a passage unique, in code points."""


def selector_for(text: str, start: int, end: int) -> Selector:
    """A selector that finds a passage again, with the shortest prefix or suffix, if one is needed at all.

    White space at the ends is left out. In a text that repeats itself for thousands of characters there may be none:
    then the longest is given.
    """
    whole = fold(text)
    begin, stop = _without_space(whole.text, whole.refold(start), whole.refold(end))
    first, last = whole.unfold(begin, stop)
    beside = surroundings(whole.text, begin, stop, breaks_of(text, whole))
    before, after = as_written(text, whole, begin, stop, beside)
    return Selector(text[first:last], before or None, after or None)


def as_written(text: str, whole: Folded, start: int, end: int, beside: Sought) -> tuple[str, str]:
    """A prefix and a suffix that stand beside a folded stretch, as the text writes them."""
    first, last = start - whole.text.endswith(" ", 0, start), end + whole.text.startswith(" ", end)
    before = written(text, whole, (first - len(beside.before), first)) if beside.before else ""
    return before, written(text, whole, (last, last + len(beside.after))) if beside.after else ""


def written(text: str, whole: Folded, stretch: tuple[int, int]) -> str:
    """A stretch of the folded text as it is written in the text, on one line."""
    start, end = whole.unfold(*stretch) if stretch[0] < stretch[1] else (0, 0)
    return " ".join(text[start:end].split())


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return start, end


def surroundings(text: str, start: int, end: int, breaks: Container[int] = ()) -> Sought:
    """A stretch of a folded text with the least before it, else after it, else on both sides, that makes it unique."""
    words = text[start:end]
    if not words or _is_unique(text, start, Sought(words, "", ""), breaks):
        return Sought(words, "", "")
    befores = _longer_and_longer_before(text, start)
    afters = _longer_and_longer_after(text, end)
    one_sided = [[Sought(words, one, "") for one in befores], [Sought(words, "", one) for one in afters]]
    two_sided = [[Sought(words, one, afters[0]) for one in befores]] if afters else []
    two_sided += [[Sought(words, befores[-1], one) for one in afters]] if befores else []
    for ladders in (one_sided, two_sided):
        found = [
            _shortest(text, start, one, breaks) for one in ladders if one and _is_unique(text, start, one[-1], breaks)
        ]
        if found:
            return min(found, key=lambda one: len(one.before) + len(one.after))
    return Sought(words, befores[-1] if befores else "", afters[-1] if afters else "")


def _is_unique(text: str, start: int, wanted: Sought, breaks: Container[int]) -> bool:
    return standing(text, wanted, 2, breaks) == [start]


def _shortest(text: str, start: int, tried: list[Sought], breaks: Container[int]) -> Sought:
    """The first that is unique: what is longer than a unique one is unique too."""
    low, high = 0, len(tried) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _is_unique(text, start, tried[middle], breaks) else (middle + 1, high)
    return tried[low]


def _longer_and_longer_before(text: str, start: int) -> list[str]:
    """What stands before, from the last word to as far as allowed."""
    end = start - 1 if text.endswith(" ", 0, start) else start
    reach = max(0, end - _FARTHEST)
    borders = [at for at in range(end - 1, reach - 1, -1) if _begins_word(text, at)]
    return [text[at:end] for at in borders]


def _longer_and_longer_after(text: str, end: int) -> list[str]:
    start = end + 1 if text.startswith(" ", end) else end
    reach = min(len(text), start + _FARTHEST)
    borders = [at for at in range(start + 1, reach + 1) if _ends_word(text, at)]
    return [text[start:at] for at in borders]


def _begins_word(text: str, at: int) -> bool:
    if text[at] == " " or not (at == 0 or text[at - 1] == " " or text[at].isalnum()):
        return False
    return not parts_word(text, at)


def _ends_word(text: str, at: int) -> bool:
    if text[at - 1] == " " or not (at == len(text) or text[at] == " " or text[at - 1].isalnum()):
        return False
    return not parts_word(text, at)


def tell_apart(text: str, starts: list[int]) -> list[tuple[int, int]]:
    """For each place the shortest stretch before it, from a word's beginning, that stands before none of the others."""
    backwards = sorted((text[max(0, start - _FARTHEST) : start].rstrip()[::-1], start) for start in starts)
    needed: dict[int, tuple[int, int]] = {}
    for number, (before, start) in enumerate(backwards):
        neighbours = backwards[max(0, number - 1) : number] + backwards[number + 1 : number + 2]
        shared = max((_shared(before, other) for other, _ in neighbours), default=0)
        needed[start] = stretch_before(text, start, shared + 1)
    return [needed[start] for start in starts]


def _shared(one: str, other: str) -> int:
    """How many first characters are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def stretch_before(text: str, start: int, length: int) -> tuple[int, int]:
    """At least so many code points of what stands before, from the beginning of a word."""
    end = start - 1 if text.endswith(" ", 0, start) else start
    at = max(0, end - length)
    while at > 0 and not _begins_word(text, at):
        at -= 1
    return at, end


def stretch_after(text: str, end: int, length: int) -> tuple[int, int]:
    """At least so many code points of what stands after, to the end of a word."""
    start = end + 1 if text.startswith(" ", end) else end
    at = min(len(text), start + length)
    while at < len(text) and not _ends_word(text, at):
        at += 1
    return start, at
