"""From the author's files to the catalogue of documents and the files that go with them."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dateline.kernel.call import Call
from dateline.kernel.diagnostics import Diagnostic, Place, Related, diagnostic
from dateline.linking.catalogue import Catalogue, catalogue
from dateline.model.documents import Document
from dateline.model.names import Address, InputPath, Key
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot
from dateline.placing import media_address
from dateline.reading.documents import DocumentTask, document_key, read_document
from dateline.reading.images import MediaTask, prepare_media
from dateline.story import Medium


class Gathered(Struct, frozen=True):
    """All documents that could be read."""

    names: Catalogue
    found: tuple[Diagnostic, ...]


class Files(Struct, frozen=True):
    """The author's files that are no documents, made ready."""

    media: Mapping[InputPath, Medium]
    data: Mapping[InputPath, bytes]
    found: tuple[Diagnostic, ...]

    @property
    def addresses(self) -> Mapping[InputPath, Address]:
        """Where each is served."""
        return {path: one.address for path, one in self.media.items()}


def gather(snapshot: Snapshot, settings: Settings, call: Call) -> Gathered:
    """Every document read, and catalogued."""
    paths = sorted(path for path in snapshot.content if _is_document(path))
    results = call(read_document, [_task(path, snapshot.content[path], settings) for path in paths])
    documents: dict[Key, Document] = {}
    unread: dict[InputPath, Key] = {}
    found = [problem for result in results for problem in result.found]
    for path, result in zip(paths, results, strict=True):
        if result.value is None:
            key = document_key(path)
            unread |= {path: key} if isinstance(key, Key) else {}
        elif result.value.head.key in documents:
            found.append(_duplicate(result.value, documents[result.value.head.key]))
        else:
            documents[result.value.head.key] = result.value
    return Gathered(catalogue(documents.values(), unread), tuple(found))


def gather_files(snapshot: Snapshot, call: Call) -> Files:
    """Every other file below `content/`, images measured and freed of what they tell of their maker."""
    paths = sorted(path for path in snapshot.content if not _is_document(path))
    results = call(prepare_media, [MediaTask(path, snapshot.content[path]) for path in paths])
    media = {
        path: Medium(media_address(path), made.width, made.height) for path, made in zip(paths, results, strict=True)
    }
    data = {path: made.data for path, made in zip(paths, results, strict=True)}
    return Files(media, data, tuple(problem for made in results for problem in made.found))


def published_files(files: Files, shown: Iterable[InputPath], left_out: Iterable[InputPath]) -> Mapping[str, bytes]:
    """The files that go out: all that is shown, and what stands in `content/media/` for nothing that is left out.

    So a picture that only a draft uses stays at home with the draft.
    """
    wanted, secret = frozenset(shown), frozenset(left_out)
    return {
        files.media[path].address: data
        for path, data in files.data.items()
        if path in wanted or (path.startswith("content/media/") and path not in secret)
    }


def _is_document(path: InputPath) -> bool:
    return path.endswith(".md") and not path.startswith("content/media/")


def _task(path: InputPath, data: bytes, settings: Settings) -> DocumentTask:
    types = tuple(one.id for one in settings.annotation_types)
    return DocumentTask(path, data, settings.timezone, settings.html, types, settings.verdict_scale)


def _duplicate(document: Document, other: Document) -> Diagnostic:
    message = f'a second {document.head.key.kind.singular} with the id "{document.head.key.id}"'
    related = (Related(Place(other.head.path), "the first one stands here"),)
    return diagnostic(
        "duplicate-id", message, Place(document.head.path), "rename one of the two files", related=related
    )
