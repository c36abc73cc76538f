"""Which form of a counted word a number asks for, by CLDR's plural rules (Unicode Technical Standard 35, part 3)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, cast

Category = Literal["zero", "one", "two", "few", "many", "other"]
"""The sorts of numbers that a language tells apart by the form of the word that follows."""

Counts = Mapping[str, Mapping[Category, str]]
"""For each word that is counted its forms; `{n}` is the number. `other` is always among them."""

_GROUPED = 1000


@lru_cache(maxsize=1024)  # a pure function over the few numbers that a site counts to; Babel is slow at each
def category(language: str, number: int) -> Category:
    """The sort of a whole number in a language."""
    from babel import Locale  # noqa: PLC0415 - Babel is slow to load, and few runs make pages

    return cast(Category, Locale(language).plural_form(number))


def written(language: str, number: int) -> str:
    """A number as the language writes it: `1,234`."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - as above

    return str(number) if number < _GROUPED else format_decimal(number, locale=language)
