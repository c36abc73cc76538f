"""Styles, scripts and icons: copied from the layouts as they are."""

from collections.abc import Mapping

from dateline.model.names import InputPath

FOLDER = "layouts/assets/"


def assets(files: Mapping[InputPath, bytes]) -> dict[str, bytes]:
    """The files of `layouts/assets/` at `assets/`."""
    return {path.removeprefix("layouts/"): data for path, data in files.items() if path.startswith(FOLDER)}
