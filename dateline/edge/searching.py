"""The index for searching, made by Pagefind if it is installed.

Pagefind's program is spoken to over its pipes, in the protocol of its own Python package: messages of JSON in Base64,
each ended by a comma. That package waits a tenth of a second for each answer; here all messages are sent at once. The
program writes nothing to the disk and hears of no setting but these, so nothing is left behind however a build ends.
"""

import base64
import contextlib
import importlib
import json
import os
import subprocess
import threading
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from msgspec import Struct

from dateline.edge.index_files import UnknownFormError, in_one_form
from dateline.edge.progress import Advance, Watch, unseen

if TYPE_CHECKING:
    from dateline.pages.records import Record

FOLDER = "pagefind/"
"""Where the index stands in the site."""
LONGEST = 600.0
"""Seconds after which the program is taken to hang."""
_PROGRAMS = ("pagefind_bin_extended", "pagefind_bin")
"""Packages with Pagefind's program; the first also parts the words of Chinese and Japanese."""


_INDEX = 0
"""The number of the first index that is asked for."""


class Indexed(Struct, frozen=True):
    """The files of an index by their paths in the site, or why there are none."""

    files: dict[str, bytes]
    notice: str = ""


class _FailedError(Exception):
    """Pagefind's program did not do what it should."""


def indexed(records: "Sequence[Record]", language: str, watch: Watch = unseen) -> Indexed:
    """The index of these records, whose words are read as those of one language."""
    if not records:
        return Indexed({})
    try:
        program = _program()
        if program is None:
            return Indexed({}, _without("Pagefind is not installed", "install Dateline with its extra `search`"))
        with watch("index", len(records)) as advance:
            files = in_one_form(_made(program, records, language.partition("-")[0].lower(), advance))
    except UnknownFormError:
        return Indexed({}, _without("this version of Pagefind is not known", "install Dateline's extra `search` again"))
    except (_FailedError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Indexed({}, _without(f"Pagefind failed ({reason})", "install Dateline's extra `search` again"))
    return Indexed({FOLDER + name: data for name, data in files.items()})


def programs() -> tuple[str, ...]:
    """What an index depends on besides its records: the program that makes it, if one is there."""
    program = _program()
    return (str(program), str(program.stat().st_size)) if program else ()


def _without(reason: str, advice: str) -> str:
    return f"no index for searching: {reason}; {advice}, or write `search: false` in the config"


def _program() -> Path | None:
    """Pagefind's program, where one of its packages is installed."""
    for name in _PROGRAMS:
        with contextlib.suppress(ImportError):
            return Path(importlib.import_module(name).get_executable())
    return None


def _made(program: Path, records: "Sequence[Record]", language: str, advance: Advance) -> dict[str, bytes]:
    """All files that Pagefind makes."""
    added = [_request(record, language) for record in records]
    requests = [{"type": "NewIndex", "config": {}}, *added, {"type": "GetFiles", "index_id": _INDEX}]
    answer: dict[str, Any] = {}
    try:
        with contextlib.closing(_answers(program, requests)) as answers:
            for answer in answers:
                if answer["type"] == "Error":
                    raise _FailedError(str(answer["message"]))
                advance(1 if answer["type"] == "IndexedFile" else 0)
        return {one["path"]: base64.b64decode(one["content"]) for one in answer["files"]}
    except (LookupError, TypeError, ValueError) as error:
        raise _FailedError("it answered in no way that is known") from error


def _request(record: "Record", language: str) -> dict[str, Any]:
    """A record as Pagefind takes it.

    It looks for words in everything that is `meta`, so what only describes a result is given as a filter.
    """
    meta = {"title": record.title, "context": record.context, "date": record.date}
    filters = {"kind": [record.group], "label": [record.kind], "thread": [*record.threads], "year": [*record.years]}
    filters |= {"language": [record.language], "title-language": [record.title_language]}
    return {
        "type": "AddRecord",
        "index_id": _INDEX,
        "url": record.address,
        "content": record.text or record.title,  # what has no words is not found by its title either
        "language": language,
        "meta": {name: value for name, value in meta.items() if value},
        "filters": {name: values for name, values in filters.items() if any(values)},
        "sort": {"time": str(record.rank)},
    }


def _answers(program: Path, requests: Sequence[dict[str, Any]]) -> Generator[dict[str, Any]]:
    """Pagefind's answer to each request, in their order. The program has ended when this has."""
    process = subprocess.Popen(  # noqa: S603 - a program of a package that was installed on purpose
        [program, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=program.parent,  # where no settings of Pagefind's own lie about
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
    )
    limit = threading.Timer(LONGEST, process.kill)
    writer = threading.Thread(target=_send, args=(process.stdin, requests), daemon=True)
    answered = 0
    try:
        limit.start()
        writer.start()
        for text in _messages(process.stdout):
            yield json.loads(base64.b64decode(text))["payload"]
            answered += 1
            if answered == len(requests):
                return
        raise _FailedError("it ended early" if answered else "it did not answer")
    finally:
        limit.cancel()
        process.kill()  # it has nothing of its own to tidy up
        _end(process, writer)


def _end(process: subprocess.Popen[bytes], writer: threading.Thread) -> None:
    """Waits until a killed program and the thread that writes to it are gone."""
    process.wait()
    if writer.ident is not None:
        writer.join()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # what was not yet written has no reader any more
            if pipe:
                pipe.close()


def _send(pipe: IO[bytes] | None, requests: Sequence[dict[str, Any]]) -> None:
    """Writes all requests; where the program has ended, the reader tells of it."""
    with contextlib.suppress(OSError, ValueError):
        for number, request in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": request}).encode()
            if pipe:
                pipe.write(base64.b64encode(message) + b",")
        if pipe:
            pipe.flush()


def _messages(pipe: IO[bytes] | None) -> Iterator[bytes]:
    """What stands between the commas of a stream."""
    rest: list[bytes] = []
    while pipe and (read := os.read(pipe.fileno(), 1 << 20)):
        *whole, last = read.split(b",")
        for part in whole:
            yield b"".join((*rest, part))
            rest = []
        rest.append(last)
