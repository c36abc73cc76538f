"""A site made in memory, with what is remembered of the last one: what `build`, `check` and `serve` have in common.

Where nothing has changed, a site is known without reading a document: so what only a change needs is imported then.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, structs

from dateline.commands.opening import Folders, Opened, opened_site
from dateline.commands.options import Asked
from dateline.commands.reporting import has_errors, judged
from dateline.edge.collecting import uncollected
from dateline.edge.disk import ReadSite, Seals, read_config, read_site
from dateline.edge.fingerprint import fingerprint, rules_of
from dateline.edge.memo import Memo, Ran
from dateline.edge.progress import watched
from dateline.edge.recollection import Recollection, Remembered, key_of, recollected, remembered_value
from dateline.edge.seals import Seals as OutputSeals
from dateline.edge.store import Damaged, Store
from dateline.edge.workers import Workers
from dateline.kernel.codec import ChangedMeanwhile, digest, encode
from dateline.kernel.diagnostics import Diagnostic, in_order
from dateline.kernel.files import Files
from dateline.model.names import InputPath
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot

if TYPE_CHECKING:
    from dateline.pipeline import Built

A = TypeVar("A")

_BESIDE = ("pagefind/", "assets/cards/")
"""Files that other programs make of a site."""
DAMAGED = "what was remembered of the last build is damaged"


class Made(Struct, frozen=True):
    """What came of a site's files, before anything is written."""

    files: Files
    found: tuple[Diagnostic, ...]
    sources: Mapping[str, bytes]
    notices: tuple[str, ...] = ()
    """What the author is to be told of it besides."""


class Session:
    """One making of a site: its settings and files read, what is remembered at hand."""

    def __init__(self, where: Folders, asked: Asked) -> None:
        self.where = where
        self.asked = asked
        self.call = Workers(asked.jobs, watched(quiet=asked.quiet))
        self.store = Store(where.cache, fingerprint().hex(), afresh=asked.clean)
        self.memo = Memo(self.call, self.store)
        self.read = ReadSite(Snapshot({}, {}), (), Seals())
        self._remembered: dict[str, bytes] = {}
        self._found: tuple[Diagnostic, ...] = ()
        self._key = b""
        self._settings: Settings | None = None
        self.opened = self._opened()

    # Settings

    def _opened(self) -> Opened:
        """The site's settings: as they are remembered where neither the config nor an option has changed."""
        site, asked = self.where.site, self.asked
        data = read_config(site, str(asked.config))
        if isinstance(data, Diagnostic):
            return Opened(None, (data,), {})
        key = digest(encode((data, site.config.name, asked.drafts, asked.base_url, asked.as_of)))
        known = self._known_settings()
        if known and known.key == key:
            opened = Opened(known.settings, known.found, {site.config.name: data})
        else:
            opened = opened_site(data, site, asked)
        if opened.settings:
            rules = rules_of(opened.settings.timezone)
            if known and known.rules != rules:
                self.store.forget()  # by other rules of time everything may be otherwise
            self._remembered["settings"] = encode(Remembered(key, rules, opened.settings, opened.found))
        return opened

    def _known_settings(self) -> Remembered | None:
        try:
            found: Remembered | None = remembered_value(self.store, "settings", Remembered)
        except Damaged:
            self.store.forget(DAMAGED)
            return None
        return found

    # The site

    def made(self, settings: Settings, *, complete: bool = False) -> Made:
        """The site, from what is remembered as far as nothing changed.

        `complete` with the index for searching and the social cards. `ChangedMeanwhile` where a file is not what it was
        when the build began, `Damaged` where what is remembered is not: also when the bytes of a file are asked for.
        """
        lacked, extras = _beside(settings) if complete else ("", ())
        settings = structs.replace(settings, social_cards=settings.social_cards and complete and not lacked)
        self._settings = settings
        with uncollected():
            self.read = read_site(self.where.site, remembered_value(self.store, "inputs", Seals) or Seals())
            beside = (complete, lacked, extras, [*self.opened.sources.items()], self.read.found)
            self._key = key_of(self.read.snapshot, settings, beside)
            known = recollected(self.store, self._key)
            making = partial(self._anew, settings, lacked, complete=complete)
            return self._whole(known, making) if known else making()

    def _anew(self, settings: Settings, lacked: str, *, complete: bool) -> Made:
        """The site, every step asked."""
        from dateline.pipeline import build  # noqa: PLC0415 - see above

        self.memo.close()
        self.memo = Memo(self.call, self.store)
        built = build(self.read.snapshot, settings, self.memo)
        self._found = in_order((*self.opened.found, *self.read.found, *built.found))
        found = judged(self._found, self.asked)
        notices = (*self._completed(built, settings), lacked) if complete and not has_errors(found) else ()
        return Made(built.tree, found, self.sources(), tuple(filter(None, notices)))

    def _completed(self, built: "Built", settings: Settings) -> tuple[str, ...]:
        """Adds what other programs make of the site; what the author is to be told."""
        from dateline.edge.cards import drawn  # noqa: PLC0415 - see above
        from dateline.edge.searching import indexed  # noqa: PLC0415

        index = indexed(built.search, settings.language, watched(quiet=self.asked.quiet))
        cards = drawn(built.cards, self.where.cache, self.call, afresh=self.asked.clean)
        for path, data in (*index.files.items(), *cards.files.items()):
            built.tree.put(path, digest(data), partial(bytes, data))
        return index.notice, cards.notice

    def _whole(self, known: Recollection, making: partial[Made]) -> Made:
        """The last site; where a file of it has been lost all are made again, as far as they are not remembered."""
        again: list[Files] = []

        def bytes_of(path: str) -> bytes:
            if not again:
                again.append(making().files)
            return again[0][path]

        files = Files()
        for path, one in known.files.items():
            files.put(path, one, partial(bytes_of, path))
        self._found = known.found
        return Made(files, judged(known.found, self.asked), self.sources(), known.notices)

    def sources(self, beside: Mapping[str, bytes] | None = None) -> "Sources":
        """The author's files, to show where they are wrong; and others that are given."""
        return Sources(self.read.snapshot, {**self.opened.sources, **(beside or {})})

    @property
    def ran(self) -> tuple[Ran, ...]:
        """What each step came to; nothing where nothing had changed."""
        return tuple(self.memo.log)

    def unlike(self, made: Made) -> tuple[str, ...]:
        """What is otherwise in a site that is made anew, every step run: the paths of files, or that of a mistake."""
        from dateline.kernel.memory import Forgetful  # noqa: PLC0415 - see above
        from dateline.pipeline import build  # noqa: PLC0415

        if self._settings is None:
            return ()
        anew = build(read_site(self.where.site).snapshot, self._settings, Forgetful(self.call))
        ours, theirs = made.files.digests, anew.tree.digests
        beside = {path for path in ours if path.startswith(_BESIDE)}
        files = [path for path in sorted({*ours, *theirs} - beside) if ours.get(path) != theirs.get(path)]
        found = in_order((*self.opened.found, *self.read.found, *anew.found))
        return (*files, *(("what is wrong with the site",) if found != self._found else ()))

    # What is remembered

    def close(self) -> None:
        """Lets go of what is remembered, and of what was put aside."""
        self.memo.close()
        self.store.close()

    @property
    def output_seals(self) -> OutputSeals | None:
        """The files of the output folder as the last build left them."""
        found: OutputSeals | None = remembered_value(self.store, _of_output(self.where), OutputSeals)
        return found

    def remember(self, made: Made, seals: OutputSeals) -> str:
        """Puts what was made now beside what is remembered. Why that could not be done, if so."""
        changes = self.memo.finish()
        site = Recollection(self._key, dict(made.files.digests), self._found, made.notices)
        told = {"site": encode(site), "inputs": encode(self.read.seals), _of_output(self.where): encode(seals)}
        given = {**self._remembered, **told}
        changes.values |= {name: data for name, data in given.items() if self.store.value(name) != data}
        return self.store.commit(changes)


ATTEMPTS = 3
"""So often a build begins again because a file changed meanwhile, or because what was remembered is damaged."""


def persistently(session: Session, make: Callable[[], A]) -> A:
    """What comes of a making, begun again where what it rests on turned out not to hold."""
    for _ in range(ATTEMPTS):
        try:
            return make()
        except Damaged:
            session.store.forget(DAMAGED)
        except ChangedMeanwhile:
            session.store.forget()
    return make()


def _beside(settings: Settings) -> tuple[str, tuple[str, ...]]:
    """What is missing for social cards, if they are wanted; and what an index for searching is made by."""
    lacked = ""
    extras: tuple[str, ...] = ()
    if settings.social_cards:
        from dateline.edge.cards import lacking  # noqa: PLC0415 - see above

        lacked = lacking()
    if settings.search:
        from dateline.edge.searching import programs  # noqa: PLC0415

        extras = programs()
    return lacked, extras


def _of_output(where: Folders) -> str:
    return f"output {where.output}"


class Sources(Mapping[str, bytes]):
    """The author's files, to show where they are wrong."""

    def __init__(self, snapshot: Snapshot, config: Mapping[str, bytes]) -> None:
        self._snapshot = snapshot
        self._config = config

    def __getitem__(self, path: str) -> bytes:
        name = InputPath(path)
        if path in self._config:
            return self._config[path]
        if name in self._snapshot.layouts:
            return self._snapshot.layouts[name]
        try:
            return self._snapshot.content[name].data
        except ChangedMeanwhile:
            return b""

    def __iter__(self) -> Iterator[str]:
        yield from self._config
        yield from map(str, self._snapshot.content)
        yield from map(str, self._snapshot.layouts)

    def __len__(self) -> int:
        return sum(1 for _ in self)
