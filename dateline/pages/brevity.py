"""Descriptions of pages in one or two lines, as search engines show them: out of what there is, never invented."""

import re
from collections.abc import Iterable

SHORTEST, LONGEST = 50, 160
"""In code points. A shorter one is filled up while there is something to say."""

_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "։")
_CLOSERS = "\"'”’“‘»«)]"
_SENTENCE = re.compile(rf"[{re.escape(''.join(_ENDS))}][{re.escape(_CLOSERS)}]*(?=\s|$)")


def brief(parts: Iterable[str]) -> str:
    """The parts in their order, as sentences, until there is enough; cut at a sentence's end or at a word."""
    said = ""
    for part in parts:
        line = " ".join(part.split())
        if line and line not in said:
            said = f"{_ended(said)} {line}" if said else line
        if len(said) >= SHORTEST:
            break
    return _cut(said)


def opening(text: str) -> str:
    """The sentences of a visible text, without headings and cells; of a text without sentences all of it."""
    lines = [line.strip() for line in text[: 8 * LONGEST].split("\n")]
    whole = [line for line in lines if line.rstrip(_CLOSERS).endswith(_ENDS)]
    return " ".join(whole or lines)


def _ended(text: str) -> str:
    return text if text.rstrip(_CLOSERS).endswith((*_ENDS, ":")) else f"{text}."


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    ends = [found.end() for found in _SENTENCE.finditer(text, 0, LONGEST + 1) if SHORTEST <= found.end() <= LONGEST]
    if ends:
        return text[: ends[-1]]
    head = text[:LONGEST]
    at = head.rfind(" ")
    return (head[:at] if at >= SHORTEST else head[:-1]).rstrip(" ,;:–—-") + "…"
