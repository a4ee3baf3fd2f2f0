"""Where the program starts: `tracker` and `python -m tracker`.

Only what Python has loaded already is imported here, so that an interrupt finds `main` as soon as there is a program.
"""

import gc
import os
import sys

GARBAGE_THRESHOLD = 50_000
"""New objects between two looks for garbage; Python's 700 costs a twelfth of a short command, which makes none."""


def main() -> None:
    """Run the command line and leave with its exit code; an interrupt while loading or leaving counts too."""
    gc.set_threshold(GARBAGE_THRESHOLD)
    try:
        from tracker.cli.root import root

        root.main()
    except KeyboardInterrupt:
        sys.exit(130)
    except SystemExit as leaving:
        leave(leaving)


def leave(leaving: SystemExit) -> None:
    """End the process at once: everything is closed and flushed, and taking the loaded modules apart one by one costs
    a seventh of a short command. Where anything else is still running or watching, end in the ordinary way.
    """
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    if not alone or sys.gettrace() is not None or sys.getprofile() is not None or not isinstance(leaving.code, int):
        raise leaving
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        raise leaving from None
    os._exit(leaving.code)


if __name__ == "__main__":
    main()
