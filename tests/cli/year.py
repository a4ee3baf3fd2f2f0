"""A database with the bundled plan, and the figures published about its year."""

from datetime import UTC, datetime
from pathlib import Path

from tracker.services.databases import Wish, init


def make_year(path: Path, *, figures: bool = True) -> None:
    """Make it; the figures are recorded by li after the last of them came out."""
    init(str(path), Wish("li", datetime(2024, 8, 1, tzinfo=UTC), figures=figures))
