from dateline.linking.backlinks import TOLD, Backlink, backlinks
from dateline.linking.prose import Mention
from dateline.linking.references import Links
from dateline.model.names import Id, Key, Kind

ANN = Key(Kind.PERSON, Id("ann"))
BEN = Key(Kind.PERSON, Id("ben"))


def said(target: Key, sentence: str) -> Mention:
    return Mention(target, sentence, 0, 3)


def event(number: int) -> Key:
    return Key(Kind.EVENT, Id(f"e{number:03}"))


def test_front_matter_and_bodies_refer_and_who_refers_comes_in_the_order_of_keys() -> None:
    links = {event(2): Links(people=(ANN,)), event(1): Links(), ANN: Links(), BEN: Links()}
    mentions = {event(1): (said(ANN, "Ann came."),), BEN: (said(ANN, "Ann and Ben."),)}
    assert backlinks(links, mentions) == {
        ANN: (
            Backlink(event(1), (said(ANN, "Ann came."),)),
            Backlink(event(2)),
            Backlink(BEN, (said(ANN, "Ann and Ben."),)),
        )
    }


def test_nothing_refers_to_itself() -> None:
    assert backlinks({ANN: Links(related=(ANN,))}, {ANN: (said(ANN, "Ann is Ann."),)}) == {}


def test_a_sentence_that_refers_twice_is_told_once() -> None:
    twice = said(ANN, "Ann saw Ann.")
    found = backlinks({BEN: Links()}, {BEN: (twice, said(ANN, "Ann saw Ann."), said(ANN, "Then Ann left."))})
    assert found[ANN] == (Backlink(BEN, (twice, said(ANN, "Then Ann left."))),)


def test_after_very_many_of_a_kind_referrers_are_named_without_sentences() -> None:
    origins = [*map(event, range(TOLD + 2)), BEN]
    found = backlinks({key: Links() for key in origins}, {key: (said(ANN, f"Ann in {key}."),) for key in origins})[ANN]
    assert [one.origin for one in found] == origins
    assert [bool(one.mentions) for one in found] == [*[True] * TOLD, False, False, True]
