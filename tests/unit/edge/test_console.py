import errno
import io
import json
import os
import subprocess
import sys
from textwrap import dedent

import click
import pytest

from dateline.edge.console import as_github, as_json, as_text, coloured, emit, may_colour, summary
from dateline.kernel.diagnostics import Diagnostic, Place, Related, Severity, Span, diagnostic
from dateline.kernel.text import decoded

RELEASE = "content/events/release.md"


def at(text: str, words: str, path: str = RELEASE) -> Place:
    start = decoded(text.encode()).index(words)
    return Place(path, Span(start, start + len(words)))


def unknown(place: Place, hint: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    return diagnostic("unknown-reference", 'no document "drone-incurson"', place, hint, related=related)


def told(found: Diagnostic, *texts: str, path: str = RELEASE) -> str:
    sources = dict(zip((path, "content/events/other.md"), (text.encode() for text in texts), strict=False))
    return "\n".join(as_text([found], sources))


def block(text: str) -> str:
    return dedent(text).strip("\n")


def test_a_diagnostic_looks_as_the_manual_shows_it() -> None:
    text = "---\ntitle: x\ndate: 2025\nafter: [drone-incurson]\n---\n"
    assert told(unknown(at(text, "drone-incurson"), 'did you mean "drone-incursion"?'), text) == block(
        """
        content/events/release.md:4:9: error[unknown-reference]: no document "drone-incurson"
            4 | after: [drone-incurson]
              |         ^^^^^^^^^^^^^^ did you mean "drone-incursion"?
        """
    )


def test_carets_stand_under_the_words_whatever_their_width() -> None:
    for before, after in (
        ("日本語 ", "       "),
        ("🙂👩‍🚀 ", "     "),
        ("e\u0301 ", "  "),
        ("\t", "    "),
        ("🙂\t日", "      "),
    ):
        text = f"{before}wörd"
        assert told(unknown(at(text, "wörd")), text).splitlines()[2] == f"      | {after}^^^^"


def test_wide_words_have_wide_carets() -> None:
    assert told(unknown(at("a 日本 b", "日本"), "what"), "a 日本 b") == block(
        """
        content/events/release.md:1:3: error[unknown-reference]: no document "drone-incurson"
            1 | a 日本 b
              |   ^^^^ what
        """
    )


def test_columns_count_code_points_without_mark_and_carriage_returns() -> None:
    text = "\ufeffa\r\n🙂 word\r\n"
    assert told(unknown(at(text, "word")), text) == block(
        """
        content/events/release.md:2:3: error[unknown-reference]: no document "drone-incurson"
            2 | 🙂 word
              |    ^^^^
        """
    )


def test_a_gutter_is_as_wide_as_its_number() -> None:
    text = "\n" * 99 + "word"
    assert told(unknown(at(text, "word"), "what"), text) == block(
        """
        content/events/release.md:100:1: error[unknown-reference]: no document "drone-incurson"
            100 | word
                | ^^^^ what
        """
    )


def test_of_several_lines_the_first_is_underlined() -> None:
    text = "key: one two   \nthree\n"
    assert told(unknown(at(text, "one two   \nthree")), text) == block(
        """
        content/events/release.md:1:6: error[unknown-reference]: no document "drone-incurson"
            1 | key: one two
              |      ^^^^^^^
        """
    )


def test_what_is_missing_and_what_is_empty_have_one_caret_at_the_start() -> None:
    assert told(unknown(Place(RELEASE), "add it"), "") == block(
        """
        content/events/release.md:1:1: error[unknown-reference]: no document "drone-incurson"
            1 |
              | ^ add it
        """
    )


def test_a_file_without_lines_shows_its_hint_alone() -> None:
    assert told(unknown(Place("site"), "name another"), "x") == block(
        """
        site:1:1: error[unknown-reference]: no document "drone-incurson"
            name another
        """
    )
    photo = unknown(Place("content/media/a.jpg"), "save it anew")
    assert "ÿØ" not in "\n".join(as_text([photo], {"content/media/a.jpg": b"\xff\xd8\xc3\xbf"}))


def test_other_places_are_shown_with_their_lines() -> None:
    texts = ("after: call\n", "---\nbefore: release\n")
    other = Related(at(texts[1], "release", "content/events/other.md"), "call is before release")
    assert told(unknown(at(texts[0], "call"), "take one out", (other,)), *texts) == block(
        """
        content/events/release.md:1:8: error[unknown-reference]: no document "drone-incurson"
            1 | after: call
              |        ^^^^ take one out
            content/events/other.md:2:9: call is before release
            2 | before: release
              |         ^^^^^^^
        """
    )


def test_messages_and_hints_of_several_lines_stay_indented() -> None:
    found = Diagnostic("cycle", "one\ntwo", at("word", "word"), Severity.WARNING, "do this\nor that")
    assert told(found, "word") == block(
        """
        content/events/release.md:1:1: warning[cycle]: one
            two
            1 | word
              | ^^^^ do this
              |      or that
        """
    )


def test_of_a_long_line_the_part_around_the_words_is_shown() -> None:
    text = "a" * 500 + "word" + "b" * 500
    _, line, carets = told(unknown(at(text, "word")), text).splitlines()
    assert line == f"    1 | …{'a' * 40}word{'b' * 76}…"
    assert carets == f"      | {' ' * 41}^^^^"
    _, line, carets = told(unknown(Place(RELEASE, Span(0, 1000))), text).splitlines()
    assert (line, carets) == (f"    1 | {'a' * 120}…", f"      | {'^' * 120}")


def test_nothing_that_an_author_wrote_acts_on_the_terminal() -> None:
    text = "a\x1b]0;x\x07\u202e word"
    found = diagnostic("cycle", "\x1b[2J\u202e", at(text, "word"), "\x9b31m")
    shown = told(found, text)
    assert shown == block(
        """
        content/events/release.md:1:10: error[cycle]: ␛[2J<U+202E>
            1 | a␛]0;x␇<U+202E> word
              |                 ^^^^ <U+009B>31m
        """
    )
    assert not set("\x1b\x07\u202e\x9b") & set("\n".join(as_json([found], {RELEASE: text.encode()})))
    assert not set("\x1b\x07\u202e\x9b") & set("\n".join(as_github([found], {RELEASE: text.encode()})))


def test_bytes_that_are_not_utf_8_are_shown_as_such() -> None:
    found = unknown(Place(RELEASE, Span(1, 2)), "save as UTF-8")
    (shown,) = as_text([found], {RELEASE: b"a\xffb"})
    assert shown.splitlines()[1:] == [
        "    1 | a\ufffdb",
        "      |  ^ save as UTF-8",
    ]


def test_colours_change_nothing_but_colour() -> None:
    text = "after: x"
    found = unknown(at(text, "x"), "what", (Related(at(text, "after"), "here"),))
    sources = {RELEASE: text.encode()}
    painted = "\n".join(as_text([found], sources, coloured))
    assert "\x1b[31m" in painted
    assert click.unstyle(painted) == "\n".join(as_text([found], sources))


KEYS = ["path", "line", "column", "end_line", "end_column", "severity", "code", "message", "hint", "related"]
MESSAGE = 'no document "drone-incurson"'


def test_json_has_one_object_a_line_with_its_keys_in_order() -> None:
    texts = ("after: 🙂 x\ny", "---\nbefore: release\n")
    other = Related(at(texts[1], "release", "content/events/other.md"), "there")
    found = [unknown(at(texts[0], "x\ny"), "what", (other,)), unknown(Place("config.yaml"))]
    sources = {RELEASE: texts[0].encode(), "content/events/other.md": texts[1].encode()}
    first, second = as_json(found, sources)
    related = {"path": "content/events/other.md", "line": 2, "column": 9, "end_line": 2, "end_column": 16}
    assert list(json.loads(first).items()) == list(
        zip(
            KEYS,
            [RELEASE, 1, 10, 2, 2, "error", "unknown-reference", MESSAGE, "what", [{**related, "message": "there"}]],
            strict=True,
        )
    )
    assert list(json.loads(second).values()) == [
        *("config.yaml", 1, 1, 1, 1, "error", "unknown-reference", MESSAGE, "", [])
    ]
    assert "\n" not in first + second


def test_json_says_what_the_author_wrote() -> None:
    message = '\x1b\x9b\u202e\u2028 – 🙂 日本 \\ "'
    found = diagnostic("cycle", message, Place("a"))
    (line,) = as_json([found], {})
    assert json.loads(line)["message"] == message
    assert "– 🙂 日本" in line


def test_github_gets_workflow_commands() -> None:
    text = "after: x"
    other = Related(at(text, "after"), "here")
    found = Diagnostic("cycle", "100 %: a,b\nc", at(text, "x", "content/a,b:c.md"), Severity.WARNING, "what", (other,))
    (line,) = as_github([found], {"content/a,b:c.md": text.encode(), RELEASE: text.encode()})
    assert line == (
        "::warning file=content/a%2Cb%3Ac.md,line=1,col=8,endLine=1,endColumn=9,title=cycle"
        "::100 %25: a,b%0Ac%0Awhat%0Acontent/events/release.md:1:1: here"
    )


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [(0, 0, ""), (1, 0, "1 error"), (2, 1, "2 errors, 1 warning"), (0, 3, "3 warnings")],
)
def test_the_summary_counts(errors: int, warnings: int, words: str) -> None:
    one = unknown(Place("a"))
    warning = Diagnostic("cycle", "", Place("a"), Severity.WARNING)
    assert summary([one] * errors + [warning] * warnings) == words


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_only_on_a_terminal_whose_owner_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert may_colour(Terminal())
    assert not may_colour(io.StringIO())
    assert not may_colour(None)
    monkeypatch.setenv("TERM", "dumb")
    assert not may_colour(Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not may_colour(Terminal())


def test_words_go_out_as_utf_8(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    emit("日本\udcff")
    emit("🙂", err=True)
    assert capfdbinary.readouterr() == ("日本\\udcff\n".encode(), "🙂\n".encode())


SPEAKING = "from dateline.edge.console import emit\nfor _ in range(9): emit('x' * 99999)\nemit('done', err=True)"


def test_a_broken_pipe_is_quiet_and_the_work_goes_on() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", SPEAKING], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"done\n")


def test_a_closed_output_is_quiet() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -c "{SPEAKING}" >&-', sys.executable], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"done\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")  # noqa: PTH110
def test_a_full_disk_under_the_output_is_told() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run([sys.executable, "-c", SPEAKING], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert os.strerror(errno.ENOSPC).encode() in done.stderr
