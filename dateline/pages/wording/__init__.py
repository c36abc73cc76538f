"""Interface words: one catalogue a language, each with the same keys; and words for how many there are of something."""

from collections.abc import Mapping

from markupsafe import Markup, escape
from msgspec import Struct

from dateline.pages.wording.ar import COUNTS as ARABIC_COUNTS
from dateline.pages.wording.ar import WORDS as ARABIC
from dateline.pages.wording.be import COUNTS as BELARUSIAN_COUNTS
from dateline.pages.wording.be import WORDS as BELARUSIAN
from dateline.pages.wording.counting import Counts, category, written
from dateline.pages.wording.en import COUNTS as ENGLISH_COUNTS
from dateline.pages.wording.en import WORDS as ENGLISH
from dateline.pages.wording.lt import COUNTS as LITHUANIAN_COUNTS
from dateline.pages.wording.lt import WORDS as LITHUANIAN
from dateline.pages.wording.pl import COUNTS as POLISH_COUNTS
from dateline.pages.wording.pl import WORDS as POLISH

CATALOGUES: Mapping[str, Mapping[str, str]] = {
    "en": ENGLISH,
    "lt": LITHUANIAN,
    "pl": POLISH,
    "be": BELARUSIAN,
    "ar": ARABIC,
}

COUNTS: Mapping[str, Counts] = {
    "en": ENGLISH_COUNTS,
    "lt": LITHUANIAN_COUNTS,
    "pl": POLISH_COUNTS,
    "be": BELARUSIAN_COUNTS,
    "ar": ARABIC_COUNTS,
}
"""For each language the forms of each word that is counted; `{n}` is the number."""

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left."""

_LEFT_TO_RIGHT_SCRIPTS = frozenset({"latn", "cyrl"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "thaa", "syrc", "adlm", "rohg", "nkoo"})


class Wording(Struct, frozen=True):
    """The interface words of one language."""

    words: Mapping[str, str]
    counts: Counts = {}
    language: str = "en"
    """The catalogue's language: English where the site's own has no catalogue."""

    def __call__(self, name: str, **fields: str) -> str:
        """The words for a name, its `{fields}` filled in; a name without words is shown as it is.

        HTML may be filled in too, such as a `<bdi>` with somebody's own words: then the answer is HTML.
        """
        text = self.words.get(name)
        if text is None:
            return name.rpartition(".")[2].replace("-", " ").capitalize()
        if any(isinstance(field, Markup) for field in fields.values()):
            return escape(text).format(**fields)
        return text.format(**fields) if fields else text

    def count(self, name: str, number: int) -> str:
        """So many of something, in the form that the number asks for: `1 event`, `2 events`."""
        forms = self.counts.get(name)
        if forms is None:
            return f"{number} {name}"
        form = forms.get(category(self.language, number), forms["other"])
        return form.format(n=written(self.language, number))


def wording(language: str) -> Wording:
    """The words of a language, or, where it has none yet, the English ones."""
    name = language.partition("-")[0].lower()
    name = name if name in CATALOGUES else "en"
    return Wording(CATALOGUES[name], COUNTS[name], name)


def direction(language: str) -> str:
    """In which direction a language is written: `ltr` or `rtl`. A script that the tag names decides: `az-Arab`."""
    first, *rest = language.lower().split("-")
    scripts = {part for part in rest if part in _LEFT_TO_RIGHT_SCRIPTS | _RIGHT_TO_LEFT_SCRIPTS}
    if scripts:
        return "rtl" if scripts & _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if first in RIGHT_TO_LEFT else "ltr"
