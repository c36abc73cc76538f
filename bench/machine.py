"""Where and with what was measured."""

import os
import platform
import re
from pathlib import Path

import dateline


def machine() -> str:
    """The machine in a line: system, processor, cores, memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"{platform.system()} {platform.machine()} ({_processor()}), {os.cpu_count()} cores, {memory:.0f} GB of memory"
    )


def _processor() -> str:
    """The processor's name, where the system tells it."""
    told = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*: (.+)$", told.read_text("utf-8"), re.MULTILINE) if told.is_file() else None
    return re.sub(r"\((?:R|TM)\)", "", found[1]) if found else platform.processor() or "unknown"


def versions() -> tuple[str, ...]:
    return f"Dateline {dateline.__version__}", f"Python {platform.python_version()}"
