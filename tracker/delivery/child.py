"""The process that sends one message: an order on standard input, one line of JSON with the outcome on standard output.

apprise says yes or no, and why only in its log; the log is read here for what kind of failure it was. It may hold parts
of the address, so nothing of it leaves this process but a word for the kind and the status of the other side.
"""

import json
import logging
import re
import sys
from typing import Any

from apprise import Apprise, AppriseAsset, AppriseAttachment, NotifyFormat

HEADER = "X-Tracker-Delivery"
"""The header of mails and web requests by which a repeat can be told."""
KINDS = (
    ("certificate", r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|Hostname mismatch"),
    ("time-out", r"timed? ?out|Timeout"),
    ("connection", r"Connection|connection|unexpectedly closed|RemoteDisconnected|BrokenPipe|Errno"),
)
HTTP_STATUS = re.compile(r"error[=: ]+([45][0-9]{2})\b")
MAIL_STATUS = re.compile(r"\(([45][0-9]{2}), b?['\"]")
SERVER_TROUBLE = 500


class Ears(logging.Handler):
    """Hears everything apprise says."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def main() -> None:
    """Carry out the order on standard input."""
    problem, detail = _carried_out(json.loads(sys.stdin.read()))
    sys.stdout.write(json.dumps({"problem": problem, "detail": detail}) + "\n")


def _carried_out(order: dict[str, Any]) -> tuple[str, str]:
    ears = _listen()
    asset = AppriseAsset(app_id="tracker", app_desc="tracker", async_mode=False)
    service = Apprise.instantiate(order["url"], asset=asset, suppress_exceptions=True)
    if service is None or not hasattr(service, "notify"):
        return "bad-address", ""
    headers = getattr(service, "headers", None)
    if isinstance(headers, dict):
        headers[HEADER] = order["id"]
    sender = Apprise(asset=asset)
    sender.add(service)
    files = AppriseAttachment(order["files"]) if order["files"] and service.attachment_support else None
    sent = sender.notify(
        body=order["body"],
        title=order["subject"],
        body_format=NotifyFormat.TEXT,
        attach=files,
        interpret_escapes=False,
    )
    return ("", "") if sent else failure(ears.lines)


def failure(lines: list[str]) -> tuple[str, str]:
    """The kind of a failure by what was logged, and the status of the other side where it gave one."""
    log = "\n".join(lines)
    if found := HTTP_STATUS.search(log):
        return ("server" if int(found[1]) >= SERVER_TROUBLE else "refused"), found[1]
    if found := MAIL_STATUS.search(log):
        return "refused", found[1]
    return next((kind for kind, pattern in KINDS if re.search(pattern, log)), "other"), ""


def _listen() -> Ears:
    ears = Ears()
    logger = logging.getLogger("apprise")
    logger.setLevel(logging.DEBUG)
    logger.addHandler(ears)
    logger.propagate = False
    return ears
