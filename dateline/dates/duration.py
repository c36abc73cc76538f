"""ISO 8601-1 durations: how long after, or before."""

from msgspec import Struct


class Duration(Struct, frozen=True):
    """An ISO 8601-1 duration: calendar units in the site's zone, then clock units. None is negative."""

    years: int = 0
    months: int = 0
    days: int = 0
    """Weeks are counted as seven days."""
    hours: int = 0
    minutes: int = 0
    seconds: int = 0
