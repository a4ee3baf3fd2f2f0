"""Files on their way out: written beside their places, and moved there only once the ledger says so.

A staged file is named after the claim it belongs to, so that what a killed process left behind can be told from what
another is just writing.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.schedule import Issued
from tracker.errors import FileTrouble
from tracker.files import reason, sync_folder

SUFFIX = ".run.tmp"
PATTERN = f".*{SUFFIX}*"
"""Staged files, and what is made beside one while it is written."""
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Product:
    """A file to be made at `path`: `write` writes all of it to the path it is given. `kept`: in the ledger too.

    `made_with`: the versions its bytes depend on; `template`: the letterhead it is written in.
    """

    path: Path
    write: Callable[[Path], object]
    kept: bool = True
    made_with: str = ""
    template: bytes | None = None


@dataclass(frozen=True, slots=True)
class Staged:
    """A product written and forced to the disk at `temporary`. `content` is there where a copy is kept."""

    product: Product
    temporary: Path
    issued: Issued
    content: bytes | None


@contextmanager
def staged(products: Iterable[Product], owner: str) -> Iterator[list[Staged]]:
    """Write products beside their places; what has not been moved at the end is taken away. Raises FileTrouble."""
    ready: list[Staged] = []
    try:
        for product in products:
            ready.append(_stage(product, owner))  # noqa: PERF401 -- those made before a failure must be taken away
        yield ready
    finally:
        for item in ready:
            with suppress(OSError):
                item.temporary.unlink(missing_ok=True)


def move(ready: Iterable[Staged]) -> None:
    """Put every file in its place, each in one step, and force the folders to the disk. Raises FileTrouble."""
    moved = list(ready)
    for item in moved:
        with _told(item.product.path):
            item.temporary.replace(item.product.path)
    for folder in dict.fromkeys(item.product.path.parent for item in moved):
        with _told(folder):
            sync_folder(folder)


def sweep(found: list[Path], owners: Callable[[], set[str]]) -> None:
    """Take away those of the staged files `found` that belong to none of the `owners` of claims.

    The owners are asked for after the files were listed: a file is made under a claim, so one without has lost it.
    """
    alive = owners() if found else set()
    for path in found:
        if path.name.partition(SUFFIX)[0].rpartition(".")[2] not in alive:
            with suppress(OSError):
                path.unlink()


def _stage(product: Product, owner: str) -> Staged:
    path = product.path
    temporary = path.with_name(f".{path.name}.{owner}{SUFFIX}")
    try:
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            product.write(temporary)
            sha256, size = _settled(temporary)
            content = temporary.read_bytes() if product.kept else None
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    letterhead = "" if product.template is None else hashlib.sha256(product.template).hexdigest()
    return Staged(product, temporary, Issued(str(path), sha256, size, product.made_with, letterhead), content)


def _settled(path: Path) -> tuple[str, int]:
    """Force a file to the disk; its sha256 and size."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
        while block := stream.read(BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever the file system refuses, as FileTrouble about `path`."""
    try:
        yield
    except OSError as error:
        raise FileTrouble(path=str(path), problem=reason(error)) from error
