"""Words, sentences, dates and pictures, out of which documents are made by chance."""

import struct
import zlib
from random import Random

PEOPLE = ("Ona Petraitė", "Hugo Kołłątaj", "Ada Byron", "Jonas Vilkas", "Maria Nowak", "Францыск Скарына", "Lee Wong")
PLACES = ("Vilnius", "Warsaw", "Мінск", "Port Royal", "Šiauliai", "Denver", "Old Quay")
BODIES = ("Sąjūdis", "the Red Cross", "Harbour Board", "AP", "the Sejm")
NAMES = {"people": PEOPLE, "places": PLACES, "organisations": BODIES}
NOUNS = ("bridge", "letter", "harbour", "ship", "treaty", "crowd", "signal", "fire", "parade", "ballot", "wall")
VERBS = ("left", "reached", "signed", "burned", "opened", "denied", "counted", "crossed", "sold", "never saw")
MONTHS = ("January", "March", "May", "August", "September", "November")
TAGS = ("prisoners", "power", "laisvė", "night", "ports", "голас", "two words", "<tag>")
STEMS = ("release", "call", "ballot", "fire", "treaty", "visit", "žinia", "друк", "storm", "march", "letter")
ROLES = ("witness", "president of Lithuania", "a clerk", "founder & owner", "<unknown>")
STATUSES = ("confirmed", "reported", "disputed", "denied", "planned")
TYPES = ("context", "correction", "fact-check", "source", "question", "related")


def seeded(seed: object) -> Random:
    """The same chance for the same seed, on every machine."""
    return Random(f"{seed}")  # noqa: S311 - it is to be foreseeable


def sentence(chance: Random) -> str:
    """A plain sentence; numbers, negations, names and months stand in it, which a changed quote is judged by."""
    noun, other, verb = chance.choice(NOUNS), chance.choice(NOUNS), chance.choice(VERBS)
    match chance.randrange(5):
        case 0:
            return f"The {noun} {verb} the {other} in {chance.choice(MONTHS)}."
        case 1:
            return f"At least {chance.randrange(2, 99)} people {verb} the {noun} near {chance.choice(PLACES)}."
        case 2:
            return f"Later {chance.choice(PEOPLE)} {verb} every {noun}, and the {other} was not there."
        case 3:
            return f"Nobody {verb} the {noun} before the {other} was {chance.randrange(2, 60)} years old."
        case _:
            return f"What the {noun} {verb} is told by {chance.choice(BODIES)} in words of its own."


def title(chance: Random) -> str:
    """A title, sometimes one that HTML, XML or a spreadsheet could stumble over."""
    plain = f"The {chance.choice(NOUNS)} and the {chance.choice(NOUNS)}"
    odd = (f"=1+1 {plain}", f"„{plain}” & <b>", f"{plain}: a \\ story", "Тая ноч", f"{plain}, again", f"“{plain}”")
    return chance.choice(odd) if chance.random() < 0.2 else plain


def stem(chance: Random) -> str:
    """A new id: short enough a list that the same one is met again, in this kind or another."""
    return f"{chance.choice(STEMS)}-{number}" if (number := chance.randrange(12)) else chance.choice(STEMS)


def day(chance: Random) -> str:
    """A day near the others, so that many fall together."""
    return f"{chance.choice((2023, 2024, 2025))}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def published(chance: Random) -> str:
    """When words appeared: to the day or to the minute."""
    late = f"T{chance.randrange(24):02}:{chance.randrange(60):02}"
    return day(chance) + chance.choice(("", "", "", f"{late}+05:30", late, f"{late}Z"))


def date(chance: Random) -> str:
    """An EDTF date of any sort; mostly of the usual ones."""
    exact = day(chance)
    if chance.random() < 0.5:
        return chance.choice((exact, exact, f"{exact}T{chance.randrange(24):02}:40"))
    return chance.choice((
        *(exact[:7], exact[:4], f"{exact[:7]}~", f"{exact[:7]}?", f"{exact}%", f"2024-{chance.randrange(21, 42)}"),
        *("202X", "19XX", f"{exact[:7]}-XX", f"{exact}/..", f"../{exact}", f"2021-02-24/{exact}", f"2022/{exact[:7]}~"),
        *(f"[{exact},{exact[:8]}28]", f"[{exact[:8]}01..{exact}]", "{1989-08-23,1991-03-11}", "-0043-03-15", "0000"),
        *("Y17000", "Y-17000~", "XXXX", f"{exact}T19:40+03:00", "2025-10-26T03:30"),
    ))  # fmt: skip


def picture(chance: Random) -> bytes:
    """A PNG of some size."""
    width, height = chance.randrange(1, 40), chance.randrange(1, 40)
    rows = zlib.compress((b"\0" + bytes([chance.randrange(256)]) * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def drawing(chance: Random) -> bytes:
    """An SVG of some size, now and then with a script, which a warning tells."""
    script = "<script>1</script>" if chance.random() < 0.5 else ""
    size = chance.randrange(1, 99)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="9">{script}</svg>\n'.encode()
