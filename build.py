"""Builds the site: `python build.py`; `python build.py --help` tells all that it can do."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    try:
        from dateline.cli import main

        main()
    except ModuleNotFoundError as missing:
        own = Path(__file__).resolve().parent / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if str(missing.name).startswith("dateline") or Path(sys.prefix).resolve() == own.parents[1]:
            raise
        if own.exists():
            os.execv(own, [str(own), *sys.argv])  # noqa: S606 - this program, with the Python that has what it needs
        sys.stderr.write(f'"{missing.name}" is not installed for this Python. Run\n\n    make site\n\nor\n\n')
        sys.stderr.write("    python3 -m venv .venv\n    .venv/bin/pip install .\n    .venv/bin/python build.py\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
