"""Sending one message, in a process of its own: it takes the memory of the libraries with it when it ends, it can be
stopped when the other side keeps it waiting, and whatever it does to the process's settings harms nobody.

The address goes to it through a pipe, never on its command line, which everyone on the machine can read.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import tracker
from tracker.delivery.targets import Target, require_extra
from tracker.errors import NotDelivered

START = "import sys; sys.path.append(sys.argv[1]); from tracker.delivery.child import main; main()"
SECONDS = 60.0
"""How long one attempt may take in all."""


def send(
    target: Target,
    message_id: str,
    subject: str,
    body: str,
    files: Iterable[Path] = (),
    seconds: float = SECONDS,
) -> None:
    """Hand a message to a target; returns once the other side has taken it.

    Raises MissingExtra, and NotDelivered with what is known of how it ended: `refused` or `server` (with the status as
    `detail`), `certificate`, `time-out`, `connection`, `bad-address`, `other`. No detail holds a part of the address.
    """
    require_extra()
    order = {
        "url": target.url,
        "id": message_id,
        "subject": subject,
        "body": body,
        "files": [str(path) for path in files] if target.attach else [],
        "seconds": seconds,
    }
    folder = Path(tracker.__file__).parent.parent
    try:
        done = subprocess.run(  # noqa: S603  # our own program, and no shell
            [sys.executable, "-I", "-c", START, str(folder)],
            input=json.dumps(order).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotDelivered(name=target.name, problem="time-out", detail="") from None
    problem, detail = _answer(done.stdout)
    if problem:
        raise NotDelivered(name=target.name, problem=problem, detail=detail)


def _answer(output: bytes) -> tuple[str, str]:
    """What the process found: a problem, "" for none, and what the other side said."""
    lines = output.decode("utf-8", "replace").splitlines()
    try:
        told = json.loads(lines[-1])
        return str(told["problem"]), str(told["detail"])
    except (IndexError, KeyError, TypeError, ValueError):
        return "other", ""
