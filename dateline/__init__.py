"""Dateline: a static site generator for annotated story timelines.

The order of a build is told in `dateline.pipeline`; which module may import which, in `docs/architecture.md`.
"""

__version__ = "0.1.0"
