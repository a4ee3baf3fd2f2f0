"""Where the program starts: `tracker` and `python -m tracker`."""

import gc
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


if __name__ == "__main__":
    main()
