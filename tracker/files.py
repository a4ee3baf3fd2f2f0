"""How anything is published to disk: written beside its place, forced to the disk, then moved there in one step."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import FileTrouble


def publish(path: Path, content: bytes) -> None:
    """Replace `path` by `content` so that a reader sees the old bytes or the new ones, never a part.

    Raises `FileTrouble` when the folder cannot be made or written; a temporary file never stays behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(path=str(path), problem=reason(error)) from error
    with appearing(path) as temporary, temporary.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def appearing(path: Path, like: Path | None = None) -> Iterator[Path]:
    """A file to fill that takes the place of `path` at the end, or is gone if anything is raised, an interrupt too.

    Who may read it: as with the file `like`, else as with any new file. Raises `FileTrouble`.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        temporary.chmod(0o666 & ~_umask() if like is None else like.stat().st_mode & 0o777)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise FileTrouble(path=str(path), problem=reason(error)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def read_bytes(path: Path) -> bytes:
    """All of a file. Raises `FileTrouble`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileTrouble(path=str(path), problem=reason(error)) from error


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to the disk, where the platform can open a folder."""
    flags = getattr(os, "O_DIRECTORY", None)
    if flags is None:
        return
    handle = os.open(folder, os.O_RDONLY | flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def reason(error: OSError) -> str:
    """The stable word for an operating-system error; texts for these words are in `tracker.i18n`."""
    words = {
        FileNotFoundError: "missing",
        PermissionError: "permission",
        IsADirectoryError: "is-folder",
        NotADirectoryError: "not-a-folder",
        FileExistsError: "exists",
    }
    for kind, word in words.items():
        if isinstance(error, kind):
            return word
    import errno  # rarely needed: only a disk that is full or read-only comes this far

    return {errno.ENOSPC: "disk-full", errno.EROFS: "read-only"}.get(error.errno or 0, "unreadable")


def bundled(name: str) -> Path:
    """The folder `migrations` or `seeds`: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / f"_{name}"
    return installed if installed.is_dir() else package.parent / name


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
