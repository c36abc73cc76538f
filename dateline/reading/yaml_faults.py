"""What the YAML parser complains of, in words for an author who has never heard of YAML.

The two parsers (libyaml's, and PyYAML's own where there is no libyaml) word their complaints differently; what is
common to both is looked for.
"""

import re
from collections.abc import Callable

from msgspec import Struct
from yaml import MarkedYAMLError

_FORBIDDEN_CHARACTER = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_START = re.compile(r"[ \t]*(?:- +)*(?:([^\s:#\[\]{}\"'][^:#\n]*?)[ ]*:[ \t]+)?")
_COMMENT = re.compile(r"[ \t]+#.*")
_WORD = re.compile(r"\S+")
_LONGEST_SHOWN = 40


class Fault(Struct, frozen=True):
    """Why a text is not YAML; offsets count in the block."""

    message: str
    start: int
    end: int
    hint: str


class _Complaint(Struct, frozen=True):
    """What a parser says: offsets of where it began (`context`) and of where it stopped."""

    block: str
    problem: str
    start: int
    context: int


def control_character(block: str) -> Fault | None:
    """The first character that may not stand in YAML."""
    found = _FORBIDDEN_CHARACTER.search(block)
    if not found:
        return None
    message = f"the control character U+{ord(found.group()):04X} stands here"
    return Fault(message, found.start(), found.end(), "remove the character; it cannot be seen in most editors")


def explain(failure: Exception, block: str) -> Fault:
    """A parser's complaint in plain words, at the word or value that it is about."""
    if not isinstance(failure, MarkedYAMLError) or failure.problem_mark is None:
        return Fault("the fields are not YAML", 0, 0, "write each field as `name: value`")
    start = min(failure.problem_mark.index, len(block))
    context = failure.context_mark.index if failure.context_mark else start
    complaint = _Complaint(block, f"{failure.context or ''}: {failure.problem or ''}", start, context)
    for pattern, explanation in _EXPLANATIONS:
        if pattern.search(complaint.problem):
            return explanation(complaint)
    return _in_general(complaint)


def _colon(said: _Complaint) -> Fault:
    """`title: Foo: bar`."""
    start, end, name = _value_around(said.block, said.start)
    value = said.block[start:end]
    if not name or not value or start > said.start:
        return _indentation(said)
    return Fault(f'"{_short(value)}" holds a colon', start, end, _in_quotes(name, value))


def _indentation(said: _Complaint) -> Fault:
    start, end = _line_around(said.block, said.start)
    line = said.block[start:end]
    begin = start + len(line) - len(line.lstrip())
    message = f'"{_short(line.strip())}" stands too far to the right or to the left'
    return Fault(
        message, begin, end, "begin the names of the fields in the first column, and indent only what is below"
    )


def _odd_start(said: _Complaint) -> Fault:
    """`title: @x`, and a tab where spaces belong."""
    if said.block[said.start : said.start + 1] == "\t" or said.block[max(0, said.start - 1) : said.start] == "\t":
        return _tab(said)
    start, end, name = _value_around(said.block, said.start)
    if not start <= said.start < end:
        start, end, name = said.start, _line_around(said.block, said.start)[1], ""
    value = said.block[start:end]
    message = f'a value cannot begin with "{said.block[said.start : said.start + 1]}"'
    return Fault(message, said.start, end, _in_quotes(name, value))


def _tab(said: _Complaint) -> Fault:
    start = said.start if said.block[said.start : said.start + 1] == "\t" else said.start - 1
    return Fault("a tab stands here", start, start + 1, "use spaces instead of the tab")


def _open_quote(said: _Complaint) -> Fault:
    end = _line_around(said.block, said.context)[1]
    mark = said.block[said.context : said.context + 1]
    name = "double quotation mark" if mark == '"' else "single quotation mark"
    hint = f"put a {name} {mark} behind the value"
    return Fault(f"the {name} {mark} that opens here is never closed", said.context, end, hint)


def _open_bracket(said: _Complaint) -> Fault:
    opening = said.block[said.context : said.context + 1]
    closing = "}" if opening == "{" else "]"
    if said.start < len(said.block.rstrip()) and _line_around(said.block, said.start)[0] <= said.context:
        word = _word(said)
        message = f'"{said.block[word[0] : word[1]]}" cannot stand inside {opening}{closing}'
        return Fault(message, *word, 'put each value in quotes, with commas between them: ["a: b", "c"]')
    message = f'the bracket "{opening}" that opens here is never closed'
    return Fault(message, said.context, said.context + 1, f'put "{closing}" behind the last value')


def _after_value(said: _Complaint) -> Fault:
    """`title: "Foo" bar`."""
    start, end, name = _value_around(said.block, said.start)
    value = said.block[start:end]
    if value[:1] in ("'", '"') and start < said.start:
        message = f'"{_short(said.block[said.start : end])}" stands behind the closing quotation mark'
        return Fault(message, said.start, end, _in_quotes(name, value))
    if said.block[said.start : said.start + 1] == ":":
        return Fault("a value without a name", *_word(said), "write each field as `name: value`")
    if value[:1] in ("[", "{", "*", "&", "!") and start <= said.start:
        return Fault(f'"{_short(value)}" is not well formed', start, end, _in_quotes(name, value))
    return _indentation(said)


def _no_colon(said: _Complaint) -> Fault:
    start, end = _line_around(said.block, said.context)
    line = said.block[start:end].strip()
    begin = said.block.index(line, start) if line else start
    hint = "write `name: value`; begin a line that goes on with the value above with two spaces"
    return Fault(f'"{_short(line)}" is not a field', begin, max(begin, end), hint)


def _escape(said: _Complaint) -> Fault:
    start = said.block.rfind("\\", said.context, said.start + 1)
    start = start if start >= 0 else said.start
    end = min(start + 2, len(said.block))
    message = f'"{said.block[start:end]}" means nothing between double quotation marks'
    return Fault(message, start, end, "use single quotation marks, or write \\\\ for a backslash")


def _star(said: _Complaint) -> Fault:
    """`**bold**`: the parser takes the first star for an alias."""
    start, end, name = _value_around(said.block, said.context)
    start = max(start, said.context)
    value = said.block[start:end]
    return Fault(f'a value cannot begin with "{value[:1]}"', start, end, _in_quotes(name, value))


def _dash(said: _Complaint) -> Fault:
    start, end, _ = _value_around(said.block, said.start)
    hint = "begin each item of a list on a line of its own, or write the list in brackets: [a, b]"
    return Fault("a list cannot begin on the line of its name", min(start, said.start), end, hint)


def _no_value(said: _Complaint) -> Fault:
    start, end, name = _value_around(said.block, said.start)
    if said.start >= len(said.block.rstrip()):
        return _open_bracket(said) if said.block[said.context : said.context + 1] in ("[", "{") else _last_bracket(said)
    if start > said.start:
        return _in_general(said)
    value = said.block[start:end]
    word = said.block[said.start : said.start + 1]
    return Fault(f'"{word}" cannot stand here', said.start, said.start + 1, _in_quotes(name, value))


def _last_bracket(said: _Complaint) -> Fault:
    start = max(said.block.rfind("["), said.block.rfind("{"))
    return _open_bracket(_Complaint(said.block, said.problem, said.start, max(start, 0)))


def _block(said: _Complaint) -> Fault:
    """`title: > text`."""
    start, end, name = _value_around(said.block, said.context)
    value = said.block[start:end]
    message = f'a value cannot begin with "{value[:1]}"'
    return Fault(message, start, end, _in_quotes(name, value))


def _document(said: _Complaint) -> Fault:
    return _indentation(said)


def _version(said: _Complaint) -> Fault:
    return Fault("a line beginning with % is not a field", *_line_around(said.block, said.start), "remove the line")


def _in_general(said: _Complaint) -> Fault:
    start, end = _word(said)
    shown = said.block[start:end]
    message = f'"{_short(shown)}" cannot stand here' if shown else "the fields end too early"
    return Fault(message, start, end, "put the value in quotes")


_EXPLANATIONS: tuple[tuple[re.Pattern[str], Callable[[_Complaint], Fault]], ...] = tuple(
    (re.compile(pattern), explanation)
    for pattern, explanation in (
        (r"mapping values are not allowed", _colon),
        (r"sequence entries are not allowed", _dash),
        (r"mapping keys are not allowed", _odd_start),
        (r"cannot start any token", _odd_start),
        (r"tab character", _tab),
        (r"quoted scalar: found unexpected (end|document)", _open_quote),
        (r"escape|hexdecimal|hexadecimal", _escape),
        (r"scanning an (alias|anchor)", _star),
        (r"expected ',' or", _open_bracket),
        (r"node content", _no_value),
        (r"could not find expected ':'", _no_colon),
        (r"block (mapping|collection): ", _after_value),
        (r"block scalar", _block),
        (r"document start", _document),
        (r"YAML document|directive", _version),
    )
)


def _line_around(block: str, offset: int) -> tuple[int, int]:
    """The line in which an offset stands, without its line feed and what is white at its end."""
    start = block.rfind("\n", 0, offset) + 1
    end = block.find("\n", offset)
    line = block[start : end if end >= 0 else len(block)]
    return start, start + len(line.rstrip())


def _value_around(block: str, offset: int) -> tuple[int, int, str]:
    """The value in whose line an offset stands, without a comment, and the name that the line gives it, if any."""
    start, end = _line_around(block, offset)
    found = _LINE_START.match(block, start, end)
    begin, name = (found.end(), found.group(1) or "") if found else (start, "")
    comment = _COMMENT.search(block, max(begin, offset), end)
    return begin, comment.start() if comment else max(begin, end), name


def _word(said: _Complaint) -> tuple[int, int]:
    found = _WORD.match(said.block, said.start)
    return (found.start(), found.end()) if found else (said.start, said.start)


def _in_quotes(name: str, value: str) -> str:
    bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] == "'" else value
    shown = f"'{bare}'" if '"' in bare else f'"{bare}"'
    if not name or not bare or "\\" in bare or ("'" in bare and '"' in bare) or len(bare) > _LONGEST_SHOWN:
        return "put the value in quotes"
    return f"put the value in quotes: `{name}: {shown}`"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
