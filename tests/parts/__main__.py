"""`python -m tests.parts FOLDER`: the gallery of all parts, as files."""

import sys
from pathlib import Path

from tests.parts.gallery import gallery


def main() -> None:
    """Writes the gallery into the folder that is named."""
    folder = Path(sys.argv[1])
    for path, data in gallery().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    sys.stdout.write(f"All parts, in every state of their examples: {folder}/index.html\n")


if __name__ == "__main__":
    main()
