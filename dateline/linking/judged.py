"""What to tell an author of a quote that no longer stands exactly where it stood."""

from msgspec import structs

from dateline.kernel.diagnostics import Diagnostic, Place, Severity, diagnostic
from dateline.model.anchors import Ambiguous, Anchor, Changed, Moved, Orphan
from dateline.model.documents import Quote
from dateline.model.names import InputPath, Key

LONGEST = 160
"""How much of a passage a message shows, in code points."""


def judge(anchor: Anchor, quote: Quote, path: InputPath, target: Key, *, warn: bool) -> tuple[Diagnostic, ...]:
    """The diagnostic that a quote's state calls for; `warn` says that a changed meaning is no error."""
    place = Place(path, quote.span)
    match anchor:
        case Moved():
            return (_moved(anchor, place, target),)
        case Changed():
            return (_changed(anchor, quote, place, target, warn=warn),)
        case Ambiguous():
            return (_ambiguous(anchor, quote, place, target),)
        case Orphan():
            message = f'the quote "{short(quote.exact)}" is nowhere in {target}'
            hint = "quote words that stand there now, or leave the note: it is shown under its own heading"
            return (diagnostic("orphaned-quote", message, place, hint),)
        case _:
            return ()


def _moved(anchor: Moved, place: Place, target: Key) -> Diagnostic:
    parts = [("prefix", anchor.prefix), ("suffix", anchor.suffix)]
    new = " and ".join(f'{name}: "{words}"' for name, words in parts if words is not None)
    message = f"the quote stands in {target}, but not beside the prefix or suffix given"
    return diagnostic("moved-quote", message, place, f"now it has {new}" if new else "remove prefix and suffix")


def _changed(anchor: Changed, quote: Quote, place: Place, target: Key, *, warn: bool) -> Diagnostic:
    words = f'was "{short(quote.exact)}", is now "{short(anchor.matched)}"'
    if not anchor.meaning:
        message = f"the quoted words in {target} have changed: {words}"
        return diagnostic(
            "changed-quote", message, place, "read the note again; if it still holds, quote the new words"
        )
    pairs = ", ".join(_pair(old, new) for old, new in anchor.meaning)
    message = f"the quoted words in {target} have changed in meaning ({pairs}): {words}"
    hint = "read the note again: it was written about other words; then quote the new ones, or remove the note"
    made = diagnostic("changed-meaning", message, place, hint)
    return structs.replace(made, severity=Severity.WARNING) if warn else made


def _pair(old: str, new: str) -> str:
    if not old:
        return f'"{short(new)}" is new'
    return f'"{short(old)}" to "{short(new)}"' if new else f'"{short(old)}" is gone'


def _ambiguous(anchor: Ambiguous, quote: Quote, place: Place, target: Key) -> Diagnostic:
    message = f'the quote "{short(quote.exact)}" stands {len(anchor.candidates)} times in {target}'
    shown = " or ".join(f'"{one.prefix}"' for one in anchor.candidates[:6])
    return diagnostic("ambiguous-quote", message, place, f"choose one with `prefix:` {shown}")


def short(words: str) -> str:
    """Words for a message: on one line and not too long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST // 2 - 1] + " … " + line[-LONGEST // 2 + 2 :]
