"""Which documents there are, and what a reference means.

Knows every document's key, file, title and names; nothing of what the documents say.
"""

import posixpath
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic
from dateline.kernel.nearest import did_you_mean
from dateline.model.documents import Document, Entity
from dateline.model.names import InputPath, Key, Kind

ANY = tuple(kind for kind in Kind if kind is not Kind.INDEX)


class Catalogue(Struct, frozen=True):
    """All documents by what references call them."""

    documents: Mapping[Key, Document]
    by_id: Mapping[str, tuple[Key, ...]]
    by_name: Mapping[str, tuple[Key, ...]]
    """By title, name and `also_known_as`, letter case and white space folded."""
    by_path: Mapping[InputPath, Key]
    hidden: Mapping[Key, str]
    """Documents that this build leaves out, and why: `draft` or `later`."""
    unread: frozenset[Key]
    """Documents that could not be read: a reference to one of these is not a second mistake."""
    guesses: bool = True
    """Whether the nearest names are looked for: among thousands of mistakes nobody reads them, and they take long."""


class Found(Struct, frozen=True):
    """What a reference means. Without a key it means nothing here, and the author has been told (or need not be)."""

    key: Key | None = None
    by_name: bool = False
    """Found by a title or another name, so the words as written are the ones to show."""
    problem: Diagnostic | None = None
    title: str = ""
    """Of a document that this build leaves out as later: its words stay, so that what quotes them still stands."""


NOTHING = Found()


def name_key(words: str) -> str:
    """What two spellings of one title have in common."""
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def catalogue(documents: Iterable[Document], unread: Mapping[InputPath, Key]) -> Catalogue:
    """The catalogue of these documents; `hidden` is still empty."""
    known = {document.head.key: document for document in documents}
    by_id: dict[str, list[Key]] = {}
    by_name: dict[str, list[Key]] = {}
    for key in sorted([*known, *(key for key in unread.values() if key not in known)]):
        by_id.setdefault(key.id, []).append(key)
        for name in _names(known[key]) if key in known else ():
            keys = by_name.setdefault(name_key(name), [])
            if key not in keys:
                keys.append(key)
    by_path = {document.head.path: key for key, document in known.items()} | dict(unread)
    frozen_ids = {name: tuple(keys) for name, keys in by_id.items()}
    frozen_names = {name: tuple(keys) for name, keys in by_name.items()}
    missing = frozenset(key for key in unread.values() if key not in known)
    return Catalogue(known, frozen_ids, frozen_names, by_path, {}, missing)


def _names(document: Document) -> tuple[str, ...]:
    other = document.also_known_as if isinstance(document, Entity) else ()
    return tuple(name for name in (document.head.title, *other) if name)


def look_up(written: str, kinds: Sequence[Kind], place: Place, names: Catalogue, *, wiki: bool = False) -> Found:
    """The document that a reference means: `events/release`, `release`, or, in a wikilink, a title or another name."""
    allowed = frozenset(kinds)
    keys = _by_id(written, names)
    found = Found()
    if not keys and wiki:
        keys, found = names.by_name.get(name_key(written), ()), Found(by_name=True)
    if not keys:
        keys, found = names.by_id.get(written.casefold(), ()) if wiki else (), Found()
    if len(keys) > 1:
        keys = tuple(key for key in keys if key in names.documents or key in names.unread)
    fitting = tuple(key for key in keys if key.kind in allowed)
    if not fitting:
        if keys:
            return Found(problem=_wrong_kind(keys[0], kinds, place))
        return Found(problem=_unknown(written, kinds, place, names, wiki=wiki))
    shown = tuple(key for key in fitting if key not in names.hidden) or fitting
    if len(shown) > 1:
        return Found(problem=_ambiguous(written, shown, place))
    return _usable(shown[0], written, names, place, by_name=found.by_name)


def only(written: str, kinds: Sequence[Kind], names: Catalogue) -> Key | None:
    """The one document among the kinds that a reference in front matter means, if there is one; tells nothing."""
    keys = [key for key in _by_id(written, names) if key.kind in kinds and key not in names.unread]
    return keys[0] if len(keys) == 1 else None


def look_up_path(written: str, origin: InputPath, place: Place, names: Catalogue) -> Found:
    """The document that a Markdown destination means: a path from the author's file, or a bare file name."""
    path = resolved(origin, written)
    if path is None:
        message = f'"{written}" leads out of the content folder'
        return Found(problem=diagnostic("invalid-address", message, place, "link to a document inside `content/`"))
    key = names.by_path.get(path)
    if key is None and "/" not in written:
        same = names.by_id.get(unicodedata.normalize("NFC", written).removesuffix(".md"), ())
        if len(same) > 1:
            return Found(problem=_ambiguous(written, same, place))
        key = same[0] if same else None
    if key is None:
        bare = "/" not in written
        paths = names.by_path if names.guesses else ()
        choices = [posixpath.basename(one) if bare else path_between(origin, one) for one in paths]
        hint = did_you_mean(written, choices) or "check the path: it starts at this file's own folder"
        return Found(problem=diagnostic("unknown-reference", f'no document "{written}"', place, hint))
    return _usable(key, written, names, place)


def resolved(origin: InputPath, written: str) -> InputPath | None:
    """A path as written in an author's file, from the folder of `config.yaml`; `None` where it leaves `content/`.

    `/media/x` is `content/media/x`; all else starts at the author's file. Percent-encoded forms were decoded when read.
    """
    plain = unicodedata.normalize("NFC", written)
    if "\\" in plain or "\x00" in plain:
        return None
    start = "content" if plain.startswith("/") else posixpath.dirname(origin)
    path = posixpath.normpath(posixpath.join(start, plain.lstrip("/") if plain.startswith("/") else plain))
    return InputPath(path) if path.startswith("content/") else None


def path_between(origin: InputPath, path: InputPath) -> str:
    """How a file is written in a link from another."""
    return posixpath.relpath(path, posixpath.dirname(origin))


def _by_id(written: str, names: Catalogue) -> tuple[Key, ...]:
    folder, _, name = unicodedata.normalize("NFC", written).rpartition("/")
    keys = names.by_id.get(name, ())
    if written == "index":
        return keys
    return tuple(key for key in keys if not folder or key.kind.value == folder)


def _usable(key: Key, written: str, names: Catalogue, place: Place, *, by_name: bool = False) -> Found:
    if key in names.unread:
        return NOTHING
    match names.hidden.get(key):
        case None:
            return Found(key, by_name)
        case "draft":
            hint = f"remove `draft: true` from {names.documents[key].head.path}, or build with --drafts"
            return Found(problem=diagnostic("reference-to-draft", f'"{written}" is a draft', place, hint))
        case _:
            return Found(title=written if by_name else names.documents[key].head.title)


def _unknown(written: str, kinds: Sequence[Kind], place: Place, names: Catalogue, *, wiki: bool) -> Diagnostic:
    message = f'no document "{written}"'
    general = f"the ids of documents are the names of the files in {_folders(kinds)}"
    if not names.guesses:
        return diagnostic("unknown-reference", message, place, general)
    keys = [key for key in names.documents if key.kind in kinds and key not in names.hidden]
    whole = "/" in written
    choices = [str(key) if whole else key.id for key in keys]
    choices += [name for key in keys for name in _names(names.documents[key])] if wiki else []
    return diagnostic("unknown-reference", message, place, did_you_mean(written, choices) or general)


def _folders(kinds: Sequence[Kind]) -> str:
    return "content/" if len(kinds) > 3 else " and ".join(f"content/{kind.value}/" for kind in kinds)  # noqa: PLR2004


def _wrong_kind(key: Key, kinds: Sequence[Kind], place: Place) -> Diagnostic:
    fitting = " or ".join(kind.singular for kind in kinds)
    message = f'"{key}" is of the kind {key.kind.singular}, but {fitting} belongs here'
    hint = "move the reference to the field for its kind, or name another document"
    return diagnostic("wrong-kind", message, place, hint)


def _ambiguous(written: str, keys: Sequence[Key], place: Place) -> Diagnostic:
    choices = " or ".join(f'"{key}"' for key in sorted(keys))
    message = f'"{written}" could be {choices}'
    return diagnostic("ambiguous-reference", message, place, f"write {choices}")


def with_hidden(names: Catalogue, hidden: Mapping[Key, str]) -> Catalogue:
    """The same catalogue, some of its documents left out of the build."""
    return Catalogue(names.documents, names.by_id, names.by_name, names.by_path, hidden, names.unread)
