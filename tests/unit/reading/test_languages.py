import pytest
from jsonschema import Draft202012Validator

from dateline.reading.languages import TAG, language_objection, site_language_objection, zone_names, zone_objection


@pytest.mark.parametrize(
    "tag", ["en", "lt", "pl", "be", "be-tarask", "EN-gb", "zh-Hant-TW", "es-419", "sr-Latn", "qaa"]
)
def test_languages(tag: str) -> None:
    assert language_objection(tag) is None
    assert Draft202012Validator({"pattern": f"^(?:{TAG})$"}).is_valid(tag)


@pytest.mark.parametrize("tag", ["", "english", "xx", "en_GB", "e", "en-", "en--GB", "12", '"><script>', "en gb"])
def test_what_is_no_language(tag: str) -> None:
    assert language_objection(tag)
    assert site_language_objection(tag)


def test_a_site_needs_words_for_dates() -> None:
    assert language_objection("tlh") is None
    assert site_language_objection("tlh")
    assert site_language_objection("lt-LT") is None


def test_zones() -> None:
    assert zone_objection("Europe/Vilnius") is None
    assert zone_objection("UTC") is None
    assert list(zone_names()) == sorted(zone_names())
    for wrong in ("", "localtime", "Vilnius", "+03:00", "/etc/passwd", "Europe/../Vilnius"):
        assert zone_objection(wrong)
