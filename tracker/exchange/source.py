"""Where a table comes from: an ordinary file, or a stream kept in a temporary file so that it can be read twice."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tracker.errors import FileTrouble
from tracker.files import reason

STDIN = "-"
LARGEST = 1 << 30
"""Bytes of the largest table that is read; more than any year of figures, and a bound for an endless stream."""
IN_MEMORY, BLOCK = 8 << 20, 1 << 20


@contextmanager
def opened(where: str, stdin: IO[bytes]) -> Iterator[IO[bytes]]:
    """The bytes at path `where`, or of `stdin` for `-`, at their beginning and seekable.

    Raises `FileTrouble`: missing, permission, is-folder, not-a-file (a device, a socket), too-big, unreadable.
    """
    try:
        if where == STDIN:
            with _spooled(stdin, where) as copy:
                yield copy
            return
        with _open(Path(where)) as stream:
            if stream.seekable():
                yield stream
                return
            with _spooled(stream, where) as copy:
                yield copy
    except OSError as error:
        raise FileTrouble(path=where, problem=reason(error)) from error


def _open(path: Path) -> IO[bytes]:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise FileTrouble(path=str(path), problem="is-folder")
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
        raise FileTrouble(path=str(path), problem="not-a-file")
    if status.st_size > LARGEST:
        raise FileTrouble(path=str(path), problem="too-big")
    return path.open("rb")


@contextmanager
def _spooled(stream: IO[bytes], where: str) -> Iterator[IO[bytes]]:
    """A seekable copy of `stream`, in memory while it is small."""
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as copy:
        while block := stream.read(BLOCK):
            copy.write(block)
            if copy.tell() > LARGEST:
                raise FileTrouble(path=where, problem="too-big")
        copy.seek(os.SEEK_SET)
        yield copy
