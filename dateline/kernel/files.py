"""A tree of files whose bytes may still have to be made."""

from collections.abc import Callable, Iterator, Mapping


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

    def __or__(self, other: Mapping[str, bytes]) -> "Files":
        """Both, the other's where both have a path."""
        return self
