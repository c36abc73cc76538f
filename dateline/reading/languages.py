"""Language tags (BCP 47, RFC 5646) and names of time zones: which there are.

What is known comes with the product's libraries (CLDR in Babel, the time zone database in tzdata), so that it does not
depend on the machine.
"""

import re
from importlib.resources import files

from dateline.kernel.nearest import did_you_mean
from dateline.reading.objection import Objection, shown

TAG = (
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*(-[xX](-[A-Za-z0-9]{1,8})+)?"
)
"""A well-formed tag, without those that are grandfathered (RFC 5646, section 2.1)."""

_TAG = re.compile(TAG)
_SUCH_AS = "write a language tag such as en, lt, pl, be or ar"


def language_objection(tag: str) -> Objection | None:
    """What is wrong with a language tag."""
    from babel import Locale  # noqa: PLC0415 - 20 ms that most runs can do without

    languages = Locale("en").languages
    if _TAG.fullmatch(tag) and (tag.split("-", maxsplit=1)[0].lower() in languages or _is_private(tag)):
        return None
    if _TAG.fullmatch(tag.replace("_", "-")) and "_" in tag:
        return Objection(f"{shown(tag)} is not a language", f'write it with a hyphen: "{tag.replace("_", "-")}"')
    codes = {name.casefold(): code for code, name in sorted(languages.items()) if "_" not in code}
    code = codes.get(tag.casefold())
    hint = f'did you mean "{code}"?' if code else _SUCH_AS
    return Objection(f"{shown(tag)} is not a language", hint)


def _is_private(tag: str) -> bool:
    return "qaa" <= tag[:3].lower() <= "qtz" and len(tag.split("-", maxsplit=1)[0]) == len("qaa")


def site_language_objection(tag: str) -> Objection | None:
    """What is wrong with a site's language: its dates must be known in words, too."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above

    objection = language_objection(tag)
    if objection:
        return objection
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Objection(f"the words for dates in {shown(tag)} are not known", _SUCH_AS)
    return None


def zone_objection(name: str) -> Objection | None:
    """What is wrong with the name of a time zone."""
    zones = zone_names()
    if name in zones:
        return None
    cities = {zone.rpartition("/")[2]: zone for zone in reversed(zones)}
    city = cities.get(name.strip().replace(" ", "_").title())
    hint = f'did you mean "{city}"?' if city else did_you_mean(name, zones)
    return Objection(f"{shown(name)} is not a time zone", hint or "write a name such as Europe/Vilnius")


def zone_names() -> tuple[str, ...]:
    """Every name of the IANA time zone database."""
    return tuple(sorted(files("tzdata").joinpath("zones").read_text(encoding="ascii").split()))
