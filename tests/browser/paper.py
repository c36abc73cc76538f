"""A page as it is printed, and its words as another program reads them out of the PDF."""

import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.serving import Place

if TYPE_CHECKING:
    from playwright.sync_api import Page

RUN = re.compile(r"[^\W_]+")
MARGIN = 58
"""Points, 20 mm: the margin of a page of paper."""


@dataclass(frozen=True)
class Paper:
    """A page's PDF."""

    file: Path

    @property
    def pages(self) -> list[str]:
        """The words of each page."""
        return self._read()

    @property
    def margins(self) -> list[str]:
        """The words in the margin below and above the text of each page."""
        wide, high = (float(one) for one in self.properties["Page size"].split()[0:3:2])
        crop = [f"{value:.0f}" for value in (high - MARGIN, wide, MARGIN)]
        below = self._read("-x", "0", "-y", crop[0], "-W", crop[1], "-H", crop[2])
        above = self._read("-x", "0", "-y", "0", "-W", crop[1], "-H", crop[2])
        return [f"{one} {other}" for one, other in zip(below, above, strict=True)]

    def _read(self, *options: str) -> list[str]:
        command = ["pdftotext", "-enc", "UTF-8", *options, str(self.file), "-"]
        done = subprocess.run(command, capture_output=True, check=True)
        return done.stdout.decode().split("\f")[:-1]

    @property
    def properties(self) -> dict[str, str]:
        done = subprocess.run(["pdfinfo", str(self.file)], capture_output=True, check=True)
        lines = done.stdout.decode(errors="replace").splitlines()
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

    @property
    def outlined(self) -> bool:
        return b"/Outlines" in self.file.read_bytes()

    def pictures(self, folder: Path) -> list[Path]:
        """Each page as a small picture."""
        stem = folder / self.file.stem
        subprocess.run(["pdftoppm", "-r", "50", "-jpeg", "-l", "6", str(self.file), str(stem)], check=True)
        return sorted(folder.glob(f"{self.file.stem}-*.jpg"))


def printed(page: "Page", place: Place, folder: Path) -> Paper:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{place}.pdf"
    page.pdf(path=str(file), tagged=True, outline=True, prefer_css_page_size=True)
    return Paper(file)


def runs(words: str) -> list[str]:
    """Runs of letters and digits: hyphens at a line's end, spaces and marks are the typesetter's. Arabic lam and alef
    count as one letter, since programs that read a PDF take their ligature apart in either order.
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(one))
    return RUN.findall(plain.replace("\u0644", "\u0627"))


def letters(words: str) -> str:
    return "".join(runs(words))
