"""Work on many records without searching memory for cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Pause Python's search for cycles: records make none, and going through hundreds of thousands of them again and
    again takes a tenth of an import and an eighth of an assessment. Left as it was found, whatever happens."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
