"""`python -m tests.parts FOLDER`: the gallery of all parts; and the tables of `docs/layouts.md`, made anew."""

import sys
from pathlib import Path

from tests.parts.gallery import gallery
from tests.parts.tables import PAPER, up_to_date


def main() -> None:
    """Writes the tables, then the gallery into the folder that is named."""
    PAPER.write_text(up_to_date(PAPER.read_text("utf-8")), "utf-8")
    folder = Path(sys.argv[1])
    for path, data in gallery().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    sys.stdout.write(f"All parts, in every state of their examples: {folder}/index.html\n")


if __name__ == "__main__":
    main()
