"""Words, sentences and articles of a language that does not exist, with markup that never changes the words."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random

from msgspec import Struct

SYLLABLES = (*(consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"), "är", "né", "ço")
LITTLE = ("the", "of", "and", "a", "to", "in", "is", "was", "for", "on", "with", "that", "by", "from", "at", "as", "it")
MARKS = ("*{}*", "**{}**", "`{}`")


class Link(Struct, frozen=True):
    text: str
    target: str


class Block(Struct, frozen=True):
    """A paragraph, heading, list, quotation or table: as written, and the words that a reader sees."""

    markdown: str
    text: str

    @property
    def length(self) -> int:
        return len(self.text.split())


class Language:
    """A vocabulary in which few words are frequent and many are rare, as in any language."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        words: dict[str, None] = {}
        while len(words) < 3000:
            words["".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))] = None
        self._words = list(words)
        self._frequencies = list(accumulate(1 / (rank + 20) for rank in range(len(words))))
        plain = [word for word in self._words if word.isascii()]
        self._tags = [f"{plain[rank * 30]}-{rank:02}" for rank in range(50)]
        self._tag_frequencies = list(accumulate(1 / (rank + 1) for rank in range(50)))

    def words(self, count: int) -> list[str]:
        rare = self._chance.choices(self._words, cum_weights=self._frequencies, k=count)
        return [self._chance.choice(LITTLE) if self._chance.random() < 0.3 else word for word in rare]

    def title(self, least: int, most: int) -> str:
        return " ".join(word.capitalize() for word in self.words(self._chance.randint(least, most)))

    def tags(self, count: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._chance.choices(self._tags, cum_weights=self._tag_frequencies, k=count)))

    def paragraph(self, length: int, links: Sequence[Link] = (), marked: int = 2) -> Block:
        """A paragraph of at least so many words, a few of them marked up, with these links."""
        words: list[str] = []
        while len(words) < length:
            words += self._sentence()
        written = list(words)
        for place in self._chance.sample(range(len(words)), marked):
            if words[place].isalpha():
                written[place] = self._chance.choice(MARKS).format(words[place])
        for link in links:
            place = self._chance.randrange(len(words))
            words.insert(place, link.text)
            written.insert(place, f"[{link.text}](ref:{link.target})")
        return Block(" ".join(written), " ".join(words))

    def _sentence(self) -> list[str]:
        words = self.words(self._chance.randint(8, 20))
        if len(words) > 12:
            words[6] += ","
        return [words[0].capitalize(), *words[1:-1], words[-1] + "."]

    def article(self, links: Sequence[Link]) -> Iterator[Block]:
        """The blocks of an article of some 320 words; a heading stands before each part but the first."""
        target, length, waiting = self._chance.randint(205, 315), 0, list(links)
        while length < target or waiting:
            blocks = [self._heading()] if length else []
            blocks += [self._linking(waiting) for _ in range(self._chance.randint(1, 2))]
            blocks += self._aside()
            length += sum(block.length for block in blocks)
            yield from blocks

    def _linking(self, waiting: list[Link]) -> Block:
        """A paragraph with the next of the links that wait for one."""
        return self.paragraph(self._chance.randint(35, 60), [waiting.pop()] if waiting else [])

    def _heading(self) -> Block:
        title = self.title(3, 5)
        return Block(f"{'##' if self._chance.random() < 0.7 else '###'} {title}", title)

    def _aside(self) -> list[Block]:
        """A list, a quotation, a table or, rather often, nothing."""
        kind = self._chance.choices((self._list, self._quotation, self._table, None), weights=(35, 25, 10, 30))[0]
        return [kind()] if kind else []

    def _list(self) -> Block:
        lines = [" ".join(self.words(self._chance.randint(5, 9))) for _ in range(3)]
        bullet = "- " if self._chance.random() < 0.7 else "1. "
        return Block("\n".join(bullet + line for line in lines), "\n".join(lines))

    def _quotation(self) -> Block:
        said = self.paragraph(18, marked=0)
        return Block(f"> {said.markdown}", said.text)

    def _table(self) -> Block:
        rows = [self.words(3) for _ in range(4)]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return Block("\n".join((lines[0], "|---|---|---|", *lines[1:])), "\n".join(" ".join(row) for row in rows))
