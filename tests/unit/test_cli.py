import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dateline import cli
from dateline.cli import program, run
from dateline.commands.options import Asked


class Heard:
    """Stands in the place of a command and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Asked]] = []

    def listen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("build", "check", "clean", "schema", "serve"):
            monkeypatch.setattr(f"dateline.commands.{name}.{name}", lambda asked, name=name: self._note(name, asked))

    def _note(self, name: str, asked: Asked) -> int:
        self.asked.append((name, asked))
        return 0


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    listening = Heard()
    listening.listen(monkeypatch)
    return listening


@pytest.mark.parametrize(
    ("line", "command", "asked"),
    [
        ("", "build", Asked()),
        ("build", "build", Asked()),
        ("--strict", "build", Asked(strict=True)),
        ("--drafts --jobs 2 --clean", "build", Asked(drafts=True, jobs=2, clean=True)),
        ("--output check", "build", Asked(output=Path("check"))),
        ("--output=check --quiet", "build", Asked(output=Path("check"), quiet=True)),
        ("--config x/config.yaml check --links", "check", Asked(config=Path("x/config.yaml"), links=True)),
        ("--strict check", "check", Asked(strict=True)),
        ("check --strict", "check", Asked(strict=True)),
        ("--config build check", "check", Asked(config=Path("build"))),
        ("clean --cache c --output o", "clean", Asked(cache=Path("c"), output=Path("o"))),
        ("schema", "schema", Asked()),
        ("schema event --config c", "schema", Asked(kind="event", config=Path("c"))),
        ("serve", "serve", Asked()),
        ("--port 80 serve --host ::1 --open", "serve", Asked(port=80, host="::1", open=True)),
        ("build --as-of 2025-09 --base-url https://a.b/ --format json", "build", None),
        ("check --as-of 2025-09 --base-url https://a.b/ --format github --cache c --clean", "check", None),
    ],
)
def test_a_line_means_a_command_and_its_options(heard: Heard, line: str, command: str, asked: Asked | None) -> None:
    assert run(line.split()) == 0
    ((name, said),) = heard.asked
    assert name == command
    assert asked is None or said == asked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("buld", "No such command 'buld'. Did you mean 'build'?"),
        ("--strict chekc", "No such command 'chekc'. Did you mean 'check'?"),
        ("deploy", "No such command 'deploy'."),
        ("serve --port 65536", "Invalid value for '--port': 65536 is not in the range 0<=x<=65535."),
        ("serve --output x", "No such option '--output'."),
        ("--strct", "No such option '--strct'. Did you mean '--strict'?"),
        ("--stric", "No such option '--stric'. Did you mean '--strict'?"),
        ("build --links", "No such option '--links'."),
        ("build x", "Got unexpected extra argument (x)"),
        ("build -- x", "Got unexpected extra argument (x)"),
        ("--jobs", "Option '--jobs' requires an argument."),
        ("--jobs 0", "Invalid value for '--jobs': 0 is not in the range x>=1."),
        ("--jobs many", "Invalid value for '--jobs': 'many' is not a valid integer range."),
        ("--format xml", "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'github'."),
        ("--quiet --verbose", "--quiet and --verbose cannot both be given."),
        ("check --fix", "No such option '--fix'."),
    ],
)
def test_a_wrong_line_is_told_with_status_2(
    heard: Heard, line: str, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(line.split()) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert f"Error: {words}" in told.err
    assert heard.asked == []


@pytest.mark.parametrize(
    "line", ["--help", "-h", "build --help", "--strict --help", "check -h", "schema -h", "--version"]
)
def test_help_goes_to_standard_output(line: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(line.split()) == 0
    told = capfd.readouterr()
    assert told.err == ""
    assert ("version" if line == "--version" else "Usage:") in told.out


def test_every_option_has_an_explanation() -> None:
    for command in program.commands.values():
        assert command.help
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help


@pytest.mark.parametrize(
    ("thrown", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (OSError(28, "No space left on device", "x"), 1, "Error: x: No space left on device\n"),
    ],
)
def test_what_the_world_does_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    thrown: BaseException,
    status: int,
    words: str,
) -> None:
    def throw(_: Asked) -> int:
        raise thrown

    monkeypatch.setattr("dateline.commands.schema.schema", throw)
    assert run(["schema"]) == status
    assert capfd.readouterr().err.lstrip("\n") == words


def test_the_installed_command_ends_with_the_status(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    assert heard.asked == []
    monkeypatch.setattr(sys, "argv", ["dateline", "nonsense"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2


def test_click_s_own_runner_sees_the_same(heard: Heard) -> None:
    assert CliRunner().invoke(program, ["--strict"]).exit_code == 0
    assert CliRunner().invoke(program, ["--strct"]).exit_code == 2
    assert heard.asked == [("build", Asked(strict=True))]


ROOT = Path(cli.__file__).parents[1]


def test_build_py_runs_the_program_and_help_needs_little() -> None:
    shown = subprocess.run(
        [sys.executable, "-X", "importtime", "build.py", "--help"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert shown.returncode == 0
    assert shown.stdout.startswith("Usage: python build.py [OPTIONS] COMMAND [ARGS]...")
    loaded = {line.rpartition("|")[2].strip() for line in shown.stderr.splitlines()}
    assert loaded & {"click", "dateline.cli"}
    assert not loaded & {
        "jinja2",
        "babel",
        "markdown_it",
        "yaml",
        "rapidfuzz",
        "dateline.pipeline",
        "concurrent.futures",
    }


def test_without_the_dependencies_build_py_says_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "build.py").write_bytes((ROOT / "build.py").read_bytes())
    (tmp_path / "dateline").mkdir()
    (tmp_path / "dateline" / "__init__.py").touch()
    (tmp_path / "dateline" / "cli.py").write_text("import nothing_of_the_kind\n")
    shown = subprocess.run(
        [sys.executable, str(tmp_path / "build.py")], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert shown.returncode == 2
    assert shown.stderr == (
        '"nothing_of_the_kind" is not installed for this Python. Run\n\n    make site\n\nor\n\n'
        "    python3 -m venv .venv\n    .venv/bin/pip install .\n    .venv/bin/python build.py\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="a script stands in for Python")
def test_build_py_takes_the_python_that_has_the_dependencies(tmp_path: Path) -> None:
    (tmp_path / "build.py").write_bytes((ROOT / "build.py").read_bytes())
    (tmp_path / "dateline").mkdir()
    (tmp_path / "dateline" / "__init__.py").touch()
    (tmp_path / "dateline" / "cli.py").write_text("import nothing_of_the_kind\n")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)
    shown = subprocess.run(
        [sys.executable, str(tmp_path / "build.py"), "--strict"], capture_output=True, text=True, check=False
    )
    assert shown.stdout == f"{tmp_path / 'build.py'} --strict\n"
