from dateline.linking.answers import Answer
from dateline.linking.backlinks import referring, spoken_of
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
    answers = {event(1): (Answer("Ann", target=ANN),), BEN: (Answer("Ann", target=ANN), Answer("there"))}
    assert referring(links, answers) == {ANN: (event(1), event(2), BEN)}


def test_nothing_refers_to_itself() -> None:
    assert referring({ANN: Links(related=(ANN,))}, {ANN: (Answer("Ann", target=ANN),)}) == {}


def test_a_sentence_that_refers_twice_is_told_once_and_those_on_others_not() -> None:
    twice = said(ANN, "Ann saw Ann.")
    found = spoken_of((twice, said(ANN, "Ann saw Ann."), said(BEN, "Ben saw."), said(ANN, "Then Ann left.")), ANN)
    assert found == (twice, said(ANN, "Then Ann left."))
