"""Office files are zip archives: rewritten so that the same content is the same bytes whenever it is packed."""

import io
import zipfile
from datetime import UTC, datetime

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest date a zip archive can hold; it stands on every entry."""


def repacked(package: bytes) -> bytes:
    """The archive with its entries sorted, stored as they are, and dated 1980-01-01."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            new.writestr(entry, old.read(name))
    return stream.getvalue()


def document_date(known_at: datetime | None) -> datetime:
    """The date an office file carries, in UTC without saying so: the last change it could see, never the clock."""
    return (known_at or datetime(*EPOCH, tzinfo=UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
