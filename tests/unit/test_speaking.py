import pytest

from dateline.linking.backlinks import TOLD, Backlink
from dateline.linking.prose import Mention
from dateline.linking.references import Links
from dateline.model.names import Id, Key, Kind
from dateline.speaking import LONGEST_TITLE, Placed, backlinks, cited_anchors, opening_of, own_anchor

ANN = Key(Kind.PERSON, Id("ann"))
BEN = Key(Kind.PERSON, Id("ben"))


def event(number: int) -> Key:
    return Key(Kind.EVENT, Id(f"e{number:03}"))


def test_after_very_many_of_a_kind_referrers_are_named_without_sentences() -> None:
    origins = (*map(event, range(TOLD + 2)), BEN)
    mentions = {key: (Mention(ANN, f"Ann in {key}.", 0, 3),) for key in origins}
    found = backlinks(Placed({}, {}, mentions, {ANN: origins}), ANN)
    assert [one.origin for one in found] == list(origins)
    assert [bool(one.mentions) for one in found] == [*[True] * TOLD, False, False, True]
    assert found[0] == Backlink(event(0), (Mention(ANN, "Ann in events/e000.", 0, 3),))


def test_what_has_no_quote_has_no_row() -> None:
    placed = Placed({ANN: Links()}, {}, {}, {})
    for make in (own_anchor, cited_anchors, backlinks):
        with pytest.raises(KeyError):
            make(placed, ANN)


def test_the_opening_of_a_text_is_no_longer_than_a_title() -> None:
    assert opening_of("It  began\nthen.") == "It began then."
    assert opening_of("word " * 40) == "word word word word word word word word word word word word…"
    assert len(opening_of("x" * 90)) == LONGEST_TITLE
