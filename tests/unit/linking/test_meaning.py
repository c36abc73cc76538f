import pytest

from dateline.kernel.folding import fold
from dateline.linking.aligning import align
from dateline.linking.meaning import Guard, judge_of, touched
from dateline.linking.wording import wording


def differences(old: str, new: str, guard: Guard = Guard()) -> tuple[tuple[str, str], ...]:  # noqa: B008 - frozen
    before, after = wording(fold(old).text), wording(fold(new).text)
    return touched(before, after, align(before.keys, after.keys, fixed=True), judge_of(guard, after))


TOUCHED = (
    ("they freed 52 men", "they freed 54 men"),
    ("they freed 52 men", "they freed fifty-two men"),
    ("they freed two men", "they freed three men"),
    ("they freed men", "they freed a dozen men"),
    ("it came second", "it came third"),
    ("chapter XIV of it", "chapter XVI of it"),
    ("they did go home", "they didn't go home"),
    ("they did go home", "they did go nowhere"),
    ("with a permit", "without a permit"),
    ("it was happy news", "it was unhappy news"),
    ("they met in august", "they met in july"),
    ("they met on Mon at six", "they met on Wed at six"),
    ("it may end soon", "it May end soon"),
    ("it cost 5 dollars", "it cost 5 euros"),
    ("it cost 5 %", "it cost 5 €"),
    ("five metres of wire", "five miles of wire"),
    ("they met Smith there", "they met Jones there"),
    ("they met Smith's men", "they met Smith men"),
    ("the us position", "the US position"),
    ("أُفرج عن ثلاثة سجناء", "أُفرج عن أربعة سجناء"),
    ("عاد السجناء إلى بيوتهم", "لم يعد السجناء إلى بيوتهم"),
    ("التقيا في أغسطس هناك", "التقيا في يوليو هناك"),
    ("انتظروا بالساعات هناك", "انتظروا بالأيام هناك"),
    ("jis paleido kalinius", "jis nepaleido kalinius"),
    ("jis paleis kalinius šįryt", "jis nepaleido kalinių šįryt"),
    ("po trijų valandų derybų", "po trijų dienų derybų"),
    ("liko aštuoniolika žmonių", "liko devyniolika žmonių"),
    ("tai buvo balandžio pabaiga", "tai buvo lapkričio pabaiga"),
    ("visi atvyko į Vilnių", "visi atvyko į Kauną"),
    ("jie vėl išvyko su leidimu", "jie vėl išvyko be leidimo"),
    ("było dwunastu ludzi", "było trzynastu ludzi"),
    ("to był winny człowiek", "to był niewinny człowiek"),
    ("spotkali się w grudniu", "spotkali się w styczniu"),
    ("przyszli w sobotę rano", "przyszli w niedzielę rano"),
    ("za pięć kilometrów", "za pięć metrów"),
    ("было сем чалавек", "было восем чалавек"),
    ("яны прыйшлі разам", "яны не прыйшлі разам"),
    ("яны прыйшлі ў снежні", "яны прыйшлі ў студзені"),
    ("праз тры гадзіны", "праз тры хвіліны"),
    ("ён быў вінаваты", "ён быў невінаваты"),
)
UNTOUCHED = (
    ("they opened the gate", "they closed the gate"),
    ("they freed 52 000 men", "they freed 52000 men"),
    ("it may end soon", "it might end soon"),
    ("they march home", "they walk home"),
    ("Officials say so", "Authorities say so"),
    ("they left. Then it rained", "they left. Later it rained"),
    ("The gate was open", "the gate was open"),
    ("it was to be done", "it was to get done"),
    ("the next day", "the following day"),
    ("jie kirto sieną", "jie perėjo sieną"),
    ("otworzyli bramę", "zamknęli bramę"),
    ("яны адчынілі браму", "яны зачынілі браму"),
)


@pytest.mark.parametrize(("old", "new"), TOUCHED)
def test_meaning_is_touched_either_way(old: str, new: str) -> None:
    assert differences(old, new)
    assert differences(new, old)


@pytest.mark.parametrize(("old", "new"), UNTOUCHED)
def test_meaning_is_not_touched(old: str, new: str) -> None:
    assert differences(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("on 11 September they met", "on 12 October they met", [("11", "12"), ("September", "October")]),
        ("they freed men", "they never freed 52 men", [("", "never"), ("", "52")]),
        ("they never freed men", "they freed men", [("never", "")]),
        ("fifty two men left", "54 men left", [("fifty two", "54")]),
        ("a quiet man met Smith", "a loud man met Jones", [("Smith", "Jones")]),
    ],
)
def test_the_words_are_set_side_by_side(old: str, new: str, pairs: list[tuple[str, str]]) -> None:
    assert differences(old, new) == tuple(pairs)


@pytest.mark.parametrize(
    ("guard", "old", "new", "is_touched"),
    [
        (Guard(names=("Warsaw",)), "Warsaw asked for it", "Government asked for it", True),
        (Guard(names=("Warsaw",)), "Krakow asked for it", "Government asked for it", False),
        (Guard(names=("Lukašenka",)), "Lukašenkos kalba", "Prezidento kalba", True),
        (Guard(names=("Ciechanouska-Smith",)), "Ciechanouska asked", "Somebody asked", True),
        (Guard(names=("北京",)), "政府在北京说", "政府在南京说", True),
        (Guard(names=("北京",)), "政府在家里说", "政府在外面说", False),
        (Guard(words=("Hostage",)), "the hostage left", "the prisoner left", True),
        (Guard(words=("hostage",)), "the guard left", "the prisoner left", False),
    ],
)
def test_a_site_adds_names_and_words(guard: Guard, old: str, new: str, is_touched: bool) -> None:  # noqa: FBT001
    assert bool(differences(old, new, guard)) is is_touched


def test_a_text_shows_its_own_names() -> None:
    assert differences("Riga agreed", "Oslo agreed. They had met in Oslo")
    assert differences("Riga agreed. They met", "Oslo agreed. They met") == ()
