"""From the author's files to documents, and to the files that go with them."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, structs

from dateline.kernel.codec import Content, digest
from dateline.kernel.diagnostics import Diagnostic, Span
from dateline.kernel.memory import Memory
from dateline.model.body import Body
from dateline.model.documents import Document
from dateline.model.names import InputPath
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot
from dateline.reading.documents import DocumentTask, read_document
from dateline.reading.images import MediaTask, prepare_media


class Reading(Struct, frozen=True):
    """A document's file, and what reading it needs of the site's settings."""

    path: InputPath
    content: Content
    zone: str
    html: bool
    types: tuple[str, ...]
    scale: tuple[str, ...]


class Read(Struct, frozen=True):
    """What stands in a document's file."""

    bare: Document | None
    """The document without its words: of its body only what it asks and its headings. None where none could be read."""
    body: Body
    found: tuple[Diagnostic, ...] = ()


class Preparing(Struct, frozen=True):
    """A file that is no document."""

    path: InputPath
    content: Content


class Prepared(Struct, frozen=True):
    """A file as it goes out."""

    data: bytes
    digest: bytes
    size: tuple[int | None, int | None]
    """Width and height in CSS pixels, for an image."""
    found: tuple[Diagnostic, ...]


class Gathered(Struct, frozen=True):
    """All files of the author's, read, by their paths."""

    bare: Mapping[InputPath, Document | None]
    bodies: Mapping[InputPath, Body]
    sizes: Mapping[InputPath, tuple[int | None, int | None]]
    data: Mapping[InputPath, bytes]
    """The files that are no documents, as they go out."""
    digests: Mapping[InputPath, bytes]
    """Of these."""
    problems: tuple[Mapping[InputPath, tuple[Diagnostic, ...]], ...]

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All that is wrong with single files."""
        return tuple(one for table in self.problems for found in table.values() for one in found)


def gather(snapshot: Snapshot, settings: Settings, memory: Memory) -> Gathered:
    """Every document read; every other file below `content/` freed of what it tells of its maker, images measured."""
    paths = sorted(snapshot.content)
    types = tuple(one.id for one in settings.annotation_types)
    given = (settings.timezone, settings.html, types, settings.verdict_scale)
    readings = {path: Reading(path, snapshot.content[path], *given) for path in paths if _is_document(path)}
    others = {path: Preparing(path, snapshot.content[path]) for path in paths if not _is_document(path)}
    documents, media = memory.columns(read, readings), memory.columns(prepare, others, fleeting=("data",))
    problems = (documents["found"], media["found"])
    return Gathered(documents["bare"], documents["body"], media["size"], media["data"], media["digest"], problems)


def read(task: Reading) -> Read:
    """The document in a file, and everything that is wrong with the file."""
    made = read_document(DocumentTask(task.path, task.content.data, task.zone, task.html, task.types, task.scale))
    if made.value is None:
        return Read(None, Body(), made.found)
    whole = made.value
    return Read(structs.replace(whole, body=numbered(whole.body)), whole.body, made.found)


def prepare(task: Preparing) -> Prepared:
    """A file as it goes out."""
    made = prepare_media(MediaTask(task.path, task.content.data))
    return Prepared(made.data, digest(made.data), (made.width, made.height), made.found)


def numbered(body: Body) -> Body:
    """What a body asks, and its headings, without its words.

    Each question stands at its number and not at its place in the file, so that it stays the same wherever it moves.
    """
    links = tuple(
        structs.replace(one, span=Span(number, number), heading_span=None) for number, one in enumerate(body.links)
    )
    files = tuple(structs.replace(one, span=Span(number, number)) for number, one in enumerate(body.files))
    return Body(links=links, files=files, headings=body.headings)


def published_files(
    data: Mapping[InputPath, bytes], shown: Iterable[InputPath], left_out: Iterable[InputPath]
) -> tuple[InputPath, ...]:
    """The files that go out: all that is shown, and what stands in `content/media/` for nothing that is left out.

    So a picture that only a draft uses stays at home with the draft.
    """
    wanted, secret = frozenset(shown), frozenset(left_out)
    return tuple(path for path in data if path in wanted or (path.startswith("content/media/") and path not in secret))


def _is_document(path: InputPath) -> bool:
    return path.endswith(".md") and not path.startswith("content/media/")
