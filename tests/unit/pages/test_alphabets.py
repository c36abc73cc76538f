import pytest

from dateline.pages.alphabets import DIGITS, alphabet


@pytest.mark.parametrize(
    ("language", "title", "letter"),
    [
        ("en", "release", "R"),
        ("en", "The release", "R"),
        ("en", "A call", "C"),
        ("en", "A", "A"),
        ("en", "“Quoted”", "Q"),
        ("en", "Élan", "E"),
        ("en", "Łódź", "L"),
        ("en", "52 prisoners", DIGITS),
        ("en", "٥٢", DIGITS),
        ("en", "…", DIGITS),
        ("en", "", DIGITS),
        ("en", "Мінск", "М"),
        ("lt", "Ąžuolas", "A"),
        ("lt", "Čekija", "Č"),
        ("lt", "Yla", "I"),
        ("pl", "Łódź", "Ł"),
        ("pl", "Čechy", "C"),
        ("be", "ўлада", "Ў"),
        ("be-tarask", "Ёлка", "Ё"),
        ("ru", "Ёлка", "Е"),
        ("ar", "الإفراج", "ا"),
        ("ar", "البحث", "ب"),
        ("ar", "أب", "ا"),
        ("de", "Übersicht", "U"),
        ("sv", "Överblick", "Ö"),
        ("nn", "Ål", "Å"),
    ],
)
def test_a_title_is_listed_under_a_letter(language: str, title: str, letter: str) -> None:
    assert alphabet(language).letter(title) == letter


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["2 men", "The 10th", "a b", "Ab.", "ab", "Abc", "b 2", "b 10", "zoo", "Мінск"]),
        ("lt", ["Cukrus", "Čekas", "Dalia", "Yla", "Įlanka", "Ilgas", "Sala", "Šuo", "Zala", "Žala"]),
        ("pl", ["Ala", "Ąbc", "Lublin", "Łódź", "Mława", "Zamek", "Źle", "Żaba"]),
        ("be", ["Ёлка", "Іван", "Йод", "улада", "ўлада", "Цэнтр"]),
        ("de", ["Apfel", "Äpfel", "Azur"]),
        ("sv", ["Azur", "Zoo", "Ål", "Ärende", "Öl"]),
    ],
)
def test_titles_are_in_the_languages_order(language: str, titles: list[str]) -> None:
    letters = alphabet(language)
    mixed = titles[::-1]
    assert sorted(mixed, key=letters.rank) == titles
