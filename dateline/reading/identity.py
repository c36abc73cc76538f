"""What a file's path says: the document's kind (its folder below `content/`) and its id (its name without `.md`)."""

import re
import unicodedata

from dateline.kernel.diagnostics import Diagnostic, Place, Span, diagnostic
from dateline.kernel.nearest import did_you_mean
from dateline.model.names import Id, InputPath, Key, Kind
from dateline.reading.locations import is_letter_or_digit, named
from dateline.reading.objection import Objection, shown

LONGEST = 255
"""The longest name of a file that every usual disk takes, in bytes of UTF-8."""

_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_JOINERS = "\u200c\u200d"
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDING = frozenset("\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")
_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "COPTIC", "CHEROKEE")
"""Scripts whose letters pass for each other's."""

_FOLDERS = tuple(kind.value for kind in Kind if kind is not Kind.INDEX)


def document_key(path: InputPath) -> Key | Diagnostic:
    """The key of the document at a path, or why there can be none."""
    folder, _, file = path.removeprefix("content/").rpartition("/")
    if not folder:
        return Key(Kind.INDEX, Id("index")) if file == "index.md" else _unknown_folder(path, "", file)
    top = folder.split("/")[0]
    if top not in _FOLDERS:
        return _unknown_folder(path, top, file)
    name = unicodedata.normalize("NFC", file.removesuffix(".md"))
    objection = id_objection(name)
    if objection:
        return diagnostic("invalid-id", objection.message, Place(path), objection.hint)
    return Key(Kind(top), Id(name))


def _unknown_folder(path: InputPath, top: str, file: str) -> Diagnostic:
    hint = did_you_mean(top, _FOLDERS) if top else did_you_mean(file, ("index.md",))
    where = f"{shown(top)} is not the folder of a kind" if top else f"{shown(file)} stands in no folder of a kind"
    return diagnostic("unknown-folder", where, Place(path), hint or f"move it to one of: {', '.join(_FOLDERS)}")


def id_objection(name: str) -> Objection | None:
    """What is wrong with an id, in NFC: lower-case `a-z0-9-` or letters of any script.

    Characters that hide or turn text around are not objected to here, but warned of (`look_alikes`).
    """
    said = shown(name.encode("utf-8", "backslashreplace").decode())
    if not name:
        return Objection("a file without a name cannot be a document", "give the file a name before `.md`")
    if _WINDOWS.fullmatch(name):
        return Objection(f"{said} is a reserved name on Windows", "choose another name")
    if len(name.encode("utf-8", "replace")) > LONGEST - len(".md"):
        return Objection(f"{said} is longer than {LONGEST} bytes", "choose a shorter name")
    odd = next((char for char in name if not _may_stand(char)), None)
    if odd is not None:
        what = "holds letters that are not UTF-8" if "\ud800" <= odd <= "\udfff" else f"holds {named(odd)}"
        return Objection(f"{said} {what}", _rename(name))
    if name != name.lower():
        return Objection(f"{said} holds upper-case letters", _rename(name))
    return None


def _may_stand(char: str) -> bool:
    return char == "-" or is_letter_or_digit(char) or char in _JOINERS or char in _TURNING or char in _HIDING


def _rename(name: str) -> str:
    allowed = "".join(char if _may_stand(char) else "-" for char in name.lower())
    better = re.sub("-{2,}", "-", allowed).strip("-")
    return f'rename it to "{better}"' if better else "use lower-case letters, digits and hyphens"


def look_alikes(key: Key, path: InputPath) -> tuple[Diagnostic, ...]:
    """Warnings of an id that may be taken for another one."""
    objections = (hiding(key.id, joiners=True), _mixed(key.id))
    return tuple(diagnostic("mixed-scripts", one.message, Place(path), one.hint) for one in objections if one)


def hiding(text: str, *, joiners: bool = False) -> Objection | None:
    """An objection to characters that turn text around or cannot be seen; joiners matter only in ids."""
    for char in text:
        if char in _TURNING or char in _HIDING or (joiners and char in _JOINERS):
            what = "turns text around" if char in _TURNING else "cannot be seen"
            return Objection(f"the character U+{ord(char):04X} in {shown(text)} {what}", "remove the character")
    return None


def _mixed(name: str) -> Objection | None:
    scripts = {script for char in name if (script := unicodedata.name(char, "").split(" ")[0]) in _ALIKE}
    if len(scripts) < 2:  # noqa: PLR2004
        return None
    mixed = " and ".join(script.capitalize() for script in _ALIKE if script in scripts)
    return Objection(f"{shown(name)} mixes {mixed} letters", "write it with the letters of one script")


def titles_turned(text: str, path: str, span: Span) -> tuple[Diagnostic, ...]:
    """A warning of a title that hides something or turns text around."""
    objection = hiding(text)
    return (diagnostic("mixed-scripts", objection.message, Place(path, span), objection.hint),) if objection else ()
