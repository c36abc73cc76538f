"""A tree of files whose bytes may still have to be made."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial


class Files(Mapping[str, bytes]):
    """Files by their paths. What each holds is told by its digest, and made when it is asked for."""

    def __init__(self) -> None:
        self.digests: dict[str, bytes] = {}
        """By path (`dateline.kernel.codec.digest`)."""
        self._makers: dict[str, Callable[[], bytes]] = {}

    def put(self, path: str, digest: bytes, make: Callable[[], bytes]) -> None:
        """Adds a file; one of the same path gives way."""
        self.digests[path] = digest
        self._makers[path] = make

    def __getitem__(self, path: str) -> bytes:
        return self._makers[path]()

    def __contains__(self, path: object) -> bool:
        return path in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def whole(self) -> "Files":
        """The same files, their bytes made."""
        made = Files()
        for path, one in self.digests.items():
            made.put(path, one, partial(bytes, self[path]))
        return made
