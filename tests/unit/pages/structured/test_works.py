import pytest

from dateline.pages.structured.graph import Node, licence_url
from dateline.pages.structured.works import rating

SCALE = ("true", "mostly true", "mixed", "false", "unproven")


@pytest.mark.parametrize(("written", "value"), [("true", 4), ("mostly true", 3), ("mixed", 2), ("false", 1)])
def test_the_worst_rating_is_1(written: str, value: int) -> None:
    expected: Node = {"@type": "Rating", "ratingValue": value, "bestRating": 4, "worstRating": 1}
    assert rating(written, SCALE) == expected | {"alternateName": written}


def test_what_is_unproven_is_not_the_worst() -> None:
    assert rating("unproven", SCALE) == {"@type": "Rating", "alternateName": "unproven"}


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-nc-sa-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://example.org/terms", "https://example.org/terms"),
        ("CC BY", ""),
        ("All rights reserved", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_only_a_licence_with_an_address_is_linked(written: str, url: str) -> None:
    assert licence_url(written) == url
