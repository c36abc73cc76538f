"""A site made in memory, with what is remembered of the last one: what `build`, `check` and `serve` have in common."""

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct, structs

from dateline.commands.opening import Folders, Opened
from dateline.commands.options import Asked
from dateline.commands.reporting import has_errors, judged
from dateline.edge.cards import drawn, lacking
from dateline.edge.collecting import uncollected
from dateline.edge.disk import ReadSite, Seals, read_site
from dateline.edge.fingerprint import fingerprint
from dateline.edge.memo import Memo, Ran
from dateline.edge.progress import watched
from dateline.edge.recollection import Recollection, key_of, recollected, remembered_value
from dateline.edge.seals import Seals as OutputSeals
from dateline.edge.searching import extras, indexed
from dateline.edge.store import Damaged, Store
from dateline.edge.workers import Workers
from dateline.kernel.codec import ChangedMeanwhile, digest, encode
from dateline.kernel.diagnostics import Diagnostic, in_order
from dateline.kernel.files import Files
from dateline.model.names import InputPath
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot
from dateline.pipeline import Built, build

_ATTEMPTS = 3
"""So often a site is read again because a file changed while it was built."""


class Made(Struct, frozen=True):
    """What came of a site's files, before anything is written."""

    files: Files
    found: tuple[Diagnostic, ...]
    sources: Mapping[str, bytes]
    notices: tuple[str, ...] = ()
    """What the author is to be told of it besides."""


class Session:
    """One making of a site: its files read, what is remembered at hand."""

    def __init__(self, where: Folders, settings: Settings, asked: Asked, *, complete: bool = False) -> None:
        """`complete` with the index for searching and the social cards."""
        lacked = lacking() if complete and settings.social_cards else ""
        self._complete = complete
        self._lacked = lacked
        settings = structs.replace(settings, social_cards=settings.social_cards and not lacked)
        self._extras = (lacked, complete, *(extras(settings.search) if complete else ()))
        self.where = where
        self.settings = settings
        self.asked = asked
        self.call = Workers(asked.jobs, watched(quiet=asked.quiet))
        self.store = Store(where.cache, fingerprint(settings.timezone).hex(), afresh=asked.clean)
        self.read: ReadSite = ReadSite(Snapshot({}, {}), (), Seals())
        self.key = b""
        self.memo = Memo(self.call, self.store)
        self._found: tuple[Diagnostic, ...] = ()

    @property
    def ran(self) -> tuple[Ran, ...]:
        """What each step came to."""
        return tuple(self.memo.log)

    def made(self, opened: Opened) -> Made:
        """The site, from what is remembered as far as nothing changed."""
        for attempt in range(_ATTEMPTS):
            try:
                return self._made(opened)
            except Damaged:
                self.store.forget("what was remembered of the last build is damaged")
            except ChangedMeanwhile:
                if attempt + 1 == _ATTEMPTS:
                    raise
                self.store.forget()
        return self._made(opened)

    def _made(self, opened: Opened) -> Made:
        with uncollected():
            self.read = read_site(self.where.site, remembered_value(self.store, "inputs", Seals) or Seals())
            beside = (*self._extras, *opened.sources.items(), self.read.found)
            self.key = key_of(self.read.snapshot, self.settings, beside)
            known = recollected(self.store, self.key)
            return self._whole(known, opened) if known else self.anew(opened)

    def anew(self, opened: Opened) -> Made:
        """The site, every step asked."""
        self.memo = Memo(self.call, self.store)
        built = build(self.read.snapshot, self.settings, self.memo)
        self._found = in_order((*opened.found, *self.read.found, *built.found))
        found = judged(self._found, self.asked)
        notices = self._completed(built) if self._complete and not has_errors(found) else ()
        return Made(built.tree, found, Sources(self.read.snapshot, opened.sources), notices)

    def _completed(self, built: Built) -> tuple[str, ...]:
        """Adds what other programs make of the site; what the author is to be told."""
        index = indexed(built.search, self.settings.language, watched(quiet=self.asked.quiet))
        cards = drawn(built.cards, self.where.cache, self.call, afresh=self.asked.clean)
        for path, data in (*index.files.items(), *cards.files.items()):
            built.tree.put(path, digest(data), partial(bytes, data))
        return tuple(filter(None, (index.notice, self._lacked, cards.notice)))

    def _whole(self, known: Recollection, opened: Opened) -> Made:
        """The last site; where a file of it has been lost all are made again, as far as they are not remembered."""
        again: list[Files] = []

        def bytes_of(path: str) -> bytes:
            if not again:
                again.append(self.anew(opened).files)
            return again[0][path]

        files = Files()
        for path, one in known.files.items():
            files.put(path, one, partial(bytes_of, path))
        self._found = known.found
        sources = Sources(self.read.snapshot, opened.sources)
        return Made(files, judged(known.found, self.asked), sources, known.notices)

    @property
    def output_seals(self) -> OutputSeals | None:
        """The files of the output folder as the last build left them."""
        found: OutputSeals | None = remembered_value(self.store, _of_output(self.where), OutputSeals)
        return found

    def remember(self, made: Made, seals: OutputSeals) -> str:
        """Puts what was made now beside what is remembered. Why that could not be done, if so."""
        site = Recollection(self.key, dict(made.files.digests), self._found, made.notices)
        changes = self.memo.finish()
        changes.values |= {
            "site": encode(site),
            "inputs": encode(self.read.seals),
            _of_output(self.where): encode(seals),
        }
        return self.store.commit(changes)


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
