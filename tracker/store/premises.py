"""Where the file of a database lies: how large it and its log are, what room is left, who may write."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from tracker.store.place import locate

MOUNTS = Path("/proc/self/mounts")
NETWORK = ("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "9p", "afs", "davfs", "fuse.sshfs", "fuse.rclone", "vboxsf")
"""Kinds of drives that another computer may write to at the same time, where locks cannot be relied on."""


@dataclass(frozen=True, slots=True)
class Premises:
    """Bytes of the file (None where there is none yet) and of its log, and free ones; who may write it.

    `drive` is the kind of network drive it lies on, "" for a local one or where that cannot be known.
    """

    path: Path
    size: int | None
    log: int
    free: int
    writable: bool
    drive: str


def premises(location: str) -> Premises | None:
    """Where a database lies; None for a server. Raises DatabaseTrouble for what is no address, OSError."""
    path = locate(location).path
    if path is None:
        return None
    folder, size = next(folder for folder in path.absolute().parents if os.path.exists(folder)), _size(path)  # noqa: PTH110  # Path's raises where it may not look
    return Premises(
        path,
        size,
        _size(path.with_name(f"{path.name}-wal")) or 0,
        shutil.disk_usage(folder).free,
        os.access(folder, os.W_OK | os.X_OK) and (size is None or os.access(path, os.W_OK)),
        _drive(folder.resolve()),
    )


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _drive(folder: Path) -> str:
    """The kind of the mounted drive that is nearest above a folder, if it is one of a network."""
    try:
        lines = [line.split() for line in MOUNTS.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return ""
    above = [(len(where), kind) for _, where, kind, *_ in lines if folder.is_relative_to(where.replace("\\040", " "))]
    kind = max(above, default=(0, ""))[1]
    return kind if kind in NETWORK else ""
