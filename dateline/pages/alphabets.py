"""How titles are put in order and grouped by letter, as readers of the site's language look for them.

Not the whole Unicode Collation Algorithm (UTS #10): letters, digits, and which letters of a language are its own.
"""

import re
import unicodedata
from collections.abc import Mapping

from msgspec import Struct

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_ALPHABETS: Mapping[str, str] = {
    "lt": "aą b c č d eęė f g h iįy j k l m n o p q r s š t uųū v w x z ž",
    "lv": "aā b c č d eē f g ģ h iī y j k ķ l ļ m n ņ o p q r s š t uū v w x z ž",
    "et": "a b c d e f g h i j k l m n o p q r s š z ž t u v w õ ä ö ü x y",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "cs": "aá b c č dď eéě f g h ií j k l m n oó p q r ř s š t uúů v w x yý z ž",
    "da": "a b c d e f g h i j k l m n o p q r s t u v w x y z æ ø å",
    "nb": "a b c d e f g h i j k l m n o p q r s t u v w x y z æ ø å",
    "sv": "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö",
    "fi": "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö",
    "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
    "be": "а б в г ґ д е ё ж з і й к л м н о п р с т у ў ф х ц ч ш ы ь э ю я",
    "ru": "а б в г д её ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "bg": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я",
    "ar": "اأإآٱء ب تة ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه وؤ يىئ",
    "fa": "اآ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
    "he": "א ב ג ד ה ו ז ח ט י כך ל מם נן ס ע פף צץ ק ר ש ת",
}
"""By language: its letters in order. Those written together are one letter to whoever looks a word up (CLDR's primary
differences), and the first of them stands for all."""

DIGITS = "0–9"
"""What stands over titles that begin with a digit, and over those that begin with no letter at all."""
_NUMBERS = re.compile(r"\d{1,18}|.", re.DOTALL)
_DIGIT = re.compile(r"\d").search
_SAME = {"no": "nb", "nn": "nb", "sk": "cs"}
_ARTICLES: Mapping[str, tuple[str, ...]] = {"en": ("the ", "a ", "an "), "ar": ("ال",)}
"""What a title may begin with and is not looked up by."""
_FORMS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
"""Letters that no decomposition leads to plain ones, where a language does not have them as its own."""


class Alphabet(Struct, frozen=True):
    """The letters of a language."""

    ranks: Mapping[str, "_Rank"]
    """Of each letter, its place and its place among those that count as the same."""
    heads: Mapping[str, str]
    """What each letter is listed under."""
    plain: "_Plain"
    articles: tuple[str, ...] = ()

    def rank(self, title: str) -> tuple[object, ...]:
        """What titles are sorted by: letters and numbers first, marks only between equals."""
        letters = self._letters(title)
        pieces = _NUMBERS.findall(letters) if _DIGIT(letters) else letters
        found = [self.ranks.get(piece) or _rank(piece) for piece in pieces]
        return tuple([one[0] for one in found]), tuple([one[1] for one in found]), title

    def letter(self, title: str) -> str:
        """The letter that a title is listed under, in upper case; `0–9` if it begins with none."""
        first = self._letters(title)[:1]
        if not first.isalpha():
            return DIGITS
        return _upper(self.heads.get(first, first))

    def _letters(self, title: str) -> str:
        """A title's letters, digits and spaces from its first word on, those that are not the language's made plain."""
        return self._from_first_word(unicodedata.normalize("NFC", title.lower())).translate(self.plain).lstrip(" ")

    def _from_first_word(self, title: str) -> str:
        start = next((at for at, character in enumerate(title) if character.isalnum()), 0)
        article = next((one for one in self.articles if title.startswith(one, start)), "")
        rest = title[start + len(article) :]
        return rest if not article or sum(map(str.isalnum, rest)) > 1 else title[start:]


_Rank = tuple[tuple[int, int], int]


def _rank(piece: str) -> _Rank:
    """Spaces come first, then numbers, then the alphabet, then letters of other scripts."""
    if piece == " ":
        return (0, 0), 0
    return ((1, int(piece)), 0) if piece.isdecimal() else ((3, ord(piece)), 0)


class _Plain(dict[int, str]):
    """What stands for each character of a title; found out once a character."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if character.isdecimal() else " " if character.isspace() else _made_plain(character)
        return self[code]


def _made_plain(character: str) -> str:
    plain = unicodedata.normalize("NFKD", _FORMS.get(character, character))
    return "".join(one for one in plain.casefold() if one.isalnum())


def alphabet(language: str) -> Alphabet:
    """The alphabet of a language, or, where there is no list, the Latin one."""
    primary = language.partition("-")[0].lower()
    name = _SAME.get(primary, primary)
    groups = list(enumerate(_ALPHABETS.get(name, _LATIN).split()))
    ranks = {letter: ((2, place), among) for place, letters in groups for among, letter in enumerate(letters)}
    heads = {letter: letters[0] for _, letters in groups for letter in letters}
    plain = _Plain({ord(letter): letter for letter in ranks})
    return Alphabet(ranks, heads, plain, _ARTICLES.get(name, ()))


def _upper(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 else letter
