"""Where the program starts: `tracker` and `python -m tracker`."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code; an interrupt while loading or leaving counts too."""
    try:
        from tracker.cli.root import root

        root.main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
