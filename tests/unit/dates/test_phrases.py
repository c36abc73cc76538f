import pytest

from dateline.dates.phrases import phrases_for

LANGUAGES = ["en", "lt", "pl", "be", "ar"]
WITHOUT_CASES = ("en", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_case_that_is_asked_for_has_its_forms(language: str) -> None:
    phrases = phrases_for(language)
    asked = (
        {"nominative", "genitive", phrases.about_case, phrases.between_case}
        if language not in WITHOUT_CASES
        else {"nominative"}
    )
    for forms in (phrases.seasons, phrases.quarter, phrases.third, phrases.half):
        assert asked <= set(forms)
    assert asked - {"nominative", "genitive"} <= set(phrases.months)
    assert all(len(names) == 12 for names in phrases.months.values())
    assert all(len(names) == 4 for names in phrases.seasons.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_phrase_has_a_place_for_what_it_is_about(language: str) -> None:
    phrases = phrases_for(language)
    for name in ("about", "possibly", "between", "or_earlier", "or_later", "since", "until", "end_unknown", "before_0"):
        assert getattr(phrases, name).count("{}") == 1, name
    for form in (phrases.years, phrases.of_year, phrases.part_of_year, *phrases.span.values()):
        assert "{0}" in form
        assert "{1}" in form


def test_a_language_without_phrases_has_english_ones() -> None:
    assert phrases_for("de") == phrases_for("en")
