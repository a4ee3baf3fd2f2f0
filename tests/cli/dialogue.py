"""A real pseudo-terminal with the program in it: type, and read what appears, as a person would."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Self

PATIENCE = 30.0
COLUMNS, LINES = 80, 24


class Dialogue:
    """`tracker ARGS` at a terminal of 80 columns. What has appeared is kept in `seen`."""

    def __init__(self, args: list[str], env: Mapping[str, str]) -> None:
        self.seen = ""
        self._read = 0
        self._bytes = b""
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.execve(sys.executable, [sys.executable, "-m", "tracker", *args], {**env})  # noqa: S606 -- it is the program
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._fd)

    def expect(self, words: str) -> str:
        """Wait until `words` appear after what was read so far; everything up to and with them."""
        end = time.monotonic() + PATIENCE
        while words not in self.seen[self._read :]:
            if not self._more(end):
                raise AssertionError(f"{words!r} did not appear in:\n{self.seen[self._read :]}")
        start = self._read
        self._read = self.seen.index(words, start) + len(words)
        return self.seen[start : self._read]

    def type(self, words: str) -> None:
        """Type a line."""
        os.write(self._fd, f"{words}\n".encode())

    def press(self, key: bytes) -> None:
        """Press a key, such as Ctrl-C."""
        os.write(self._fd, key)

    def close(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while self._more(end):
            pass
        _, status = os.waitpid(self._pid, 0)
        return os.waitstatus_to_exitcode(status)

    def kill(self) -> None:
        """Kill the program where it stands."""
        os.kill(self._pid, signal.SIGKILL)

    def _more(self, end: float) -> bool:
        """Read on; False once the program has ended or patience has."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, end - time.monotonic()))
        try:
            block = os.read(self._fd, 1 << 16) if ready else b""
        except OSError:  # the other end is closed
            block = b""
        self._bytes += block
        self.seen = self._bytes.decode(errors="ignore").replace("\r", "")
        return bool(block)
