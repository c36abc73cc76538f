"""Interface words: one catalogue a language, each with the same keys."""

from collections.abc import Mapping

from msgspec import Struct

from dateline.pages.wording.be import WORDS as BELARUSIAN
from dateline.pages.wording.en import WORDS as ENGLISH
from dateline.pages.wording.lt import WORDS as LITHUANIAN
from dateline.pages.wording.pl import WORDS as POLISH

CATALOGUES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "lt": LITHUANIAN, "pl": POLISH, "be": BELARUSIAN}

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left."""


class Wording(Struct, frozen=True):
    """The interface words of one language."""

    words: Mapping[str, str]

    def __call__(self, name: str, **fields: str) -> str:
        """The words for a name, its `{fields}` filled in; a name without words is shown as it is."""
        text = self.words.get(name)
        if text is None:
            return name.rpartition(".")[2].replace("-", " ").capitalize()
        return text.format(**fields) if fields else text


def wording(language: str) -> Wording:
    """The words of a language, or, where it has none yet, the English ones."""
    return Wording(CATALOGUES.get(language.partition("-")[0].lower(), ENGLISH))


def direction(language: str) -> str:
    """In which direction a language is written: `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
