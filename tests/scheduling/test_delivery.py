"""Delivery to real servers on loopback: what arrives, what is refused, and what the ledger says after each."""

import json
import os
import ssl
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.scheduling.office import PLAN, Office
from tests.scheduling.other_side import Hook, Mailbox, closed_port, mail_server, web_server
from tracker.delivery.child import HEADER
from tracker.delivery.sending import send
from tracker.delivery.targets import Target
from tracker.domain.schedule import What
from tracker.errors import NotDelivered
from tracker.services import delivering, schedules
from tracker.services.delivering import BACK_OFF, Delivered, Postman
from tracker.store import deliveries
from tracker.store.deliveries import Delivery, Stage

SECRET = "s3cr3t-token"  # noqa: S105 - that is what it plays


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def mail(mailbox: Mailbox) -> Iterator[Target]:
    with mail_server(mailbox) as port:
        yield Target("office", f"mailto://127.0.0.1:{port}/?from=tracker@example.org&to=office@example.org")


@pytest.fixture
def hook() -> Hook:
    return Hook()


@pytest.fixture
def web(hook: Hook) -> Iterator[Target]:
    with web_server(hook) as port:
        yield Target("office", f"json://user:{SECRET}@127.0.0.1:{port}/{SECRET}?rto=1")


def reported(office: Office, to: tuple[str, ...] = ("office",), what: What = What.REPORT) -> None:
    """A report of May that is to be delivered."""
    start = "2023-05" if what is What.REPORT else "2023-06-16"
    made = office.schedule("monthly on day 26", what, start=start, languages=("zh", "en"))
    schedules.edit(office.database, made.name, {"to": to}, "li")
    outcomes = office.tick("2023-06-26T09:00")
    assert [one.error for one in outcomes] == [None]


def deliver(office: Office, *targets: Target, seconds: float = 20) -> list[Delivered]:
    found = {target.name: target for target in targets}
    return list(
        Postman(office.database, "scheduler", found.__getitem__, lambda: office.clock, seconds=seconds).deliver()
    )


def ledger(office: Office) -> list[Delivery]:
    with office.database.read() as reader:
        [schedule] = [found for found, _ in schedules.history(reader, "s")]
        return [one for found in deliveries.of_runs(reader, schedule.id).values() for one in found]


def test_a_mail_brings_the_summary_and_the_files(office: Office, mail: Target, mailbox: Mailbox) -> None:
    reported(office)
    [done] = deliver(office, mail)
    assert done.error is None
    [message] = mailbox.received
    assert message["Subject"] == "小计划：2023年5月报告 / Small plan: report for May 2023"
    assert message["To"] == "office@example.org"
    assert message[HEADER] == done.delivery.message.id
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "As of 26 Jun 2023." in text
    assert "数据截至2023年6月26日。" in text
    assert done.delivery.message.id[:8] in text
    attached = {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}
    folder = office.folder / PLAN / "2023" / "2023-05"
    assert attached == {path.name: path.read_bytes() for path in folder.iterdir()}
    [kept] = ledger(office)
    assert (kept.stage, kept.attempts, kept.not_before, kept.error) == (Stage.DONE, 1, None, {})
    assert deliver(office, mail) == []


def test_links_stand_in_for_files(office: Office, mail: Target, mailbox: Mailbox) -> None:
    reported(office)
    deliver(office, Target("office", mail.url, attach=False, link="https://reports.example.org/"))
    [message] = mailbox.received
    body = message.get_body(("plain",))
    assert body is not None
    assert f"https://reports.example.org/{PLAN}/2023/2023-05/report-2023-05.zh.md" in body.get_content()
    assert not list(message.iter_attachments())


def test_a_web_request_carries_the_identifier(office: Office, web: Target, hook: Hook) -> None:
    reported(office)
    [done] = deliver(office, web)
    [(headers, body)] = hook.received
    assert headers[HEADER] == done.delivery.message.id
    assert json.loads(body)["title"].endswith("Small plan: report for May 2023")
    assert len(json.loads(body)["attachments"]) == 2
    assert ledger(office)[0].stage is Stage.DONE


@pytest.mark.parametrize(
    ("behaviour", "problem", "detail"),
    [
        ("404", "refused", "404"),
        ("429", "refused", "429"),
        ("500", "server", "500"),
        ("wait", "time-out", ""),
        ("lose", "connection", ""),
    ],
)
def test_what_a_web_server_does_not_take_is_tried_again(
    office: Office, web: Target, hook: Hook, behaviour: str, problem: str, detail: str
) -> None:
    hook.behaviour = behaviour
    reported(office)
    _fails_then_arrives(office, web, problem, detail, hook)
    assert len({headers[HEADER] for headers, _ in hook.received}) == 1


@pytest.mark.parametrize(
    ("behaviour", "problem", "detail"),
    [("550 no such user", "refused", "550"), ("451 later", "refused", "451"), ("lose", "connection", "")],
)
def test_what_a_mail_server_does_not_take_is_tried_again(
    office: Office, mail: Target, mailbox: Mailbox, behaviour: str, problem: str, detail: str
) -> None:
    mailbox.behaviour = behaviour
    reported(office)
    _fails_then_arrives(office, mail, problem, detail, mailbox)
    assert len(mailbox.received) == 1


def _fails_then_arrives(office: Office, target: Target, problem: str, detail: str, side: Hook | Mailbox) -> None:
    """The first attempt fails and waits for a minute; the second, with the other side well again, arrives."""
    [done] = deliver(office, target)
    assert isinstance(done.error, NotDelivered)
    assert (done.error.data["problem"], done.error.data["detail"]) == (problem, detail)
    assert done.again == office.clock + BACK_OFF[0]
    [kept] = ledger(office)
    assert (kept.stage, kept.attempts, kept.not_before) == (Stage.WAITING, 1, done.again)
    assert SECRET not in str(kept)
    assert "127.0.0.1" not in str(kept)
    assert deliver(office, target) == []
    side.behaviour = "200" if isinstance(side, Hook) else "take"
    office.pass_time(BACK_OFF[0])
    [second] = deliver(office, target)
    assert second.error is None
    [kept] = ledger(office)
    assert (kept.stage, kept.attempts, kept.error) == (Stage.DONE, 2, {})


def test_one_that_keeps_us_waiting_is_left(office: Office, mail: Target, mailbox: Mailbox) -> None:
    mailbox.behaviour = "wait"
    reported(office)
    started = time.monotonic()
    [done] = deliver(office, mail, seconds=3)
    assert time.monotonic() - started < 10
    assert isinstance(done.error, NotDelivered)
    assert done.error.data["problem"] == "time-out"


def test_a_bad_certificate_is_refused_and_a_good_one_is_not(
    office: Office, hook: Hook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    reported(office)
    with web_server(hook, context) as port:
        target = Target("office", f"jsons://127.0.0.1:{port}/")
        [done] = deliver(office, target)
        assert isinstance(done.error, NotDelivered)
        assert done.error.data["problem"] == "certificate"
        assert hook.received == []
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
        office.pass_time(BACK_OFF[0])
        [again] = deliver(office, target)
        assert again.error is None


def test_nobody_there(office: Office) -> None:
    reported(office)
    [done] = deliver(office, Target("office", f"json://127.0.0.1:{closed_port()}/"))
    assert isinstance(done.error, NotDelivered)
    assert done.error.data["problem"] == "connection"


def test_after_the_last_attempt_it_is_given_up_until_somebody_resumes(office: Office, web: Target, hook: Hook) -> None:
    hook.behaviour = "500"
    reported(office)
    for wait in BACK_OFF:
        deliver(office, web)
        office.pass_time(wait)
    [last] = deliver(office, web)
    assert last.again is None
    assert ledger(office)[0].stage is Stage.FAILED
    office.pass_time(timedelta(days=30))
    assert deliver(office, web) == []
    hook.behaviour = "200"
    schedules.resume(office.database, "s", "li")
    assert [done.error for done in deliver(office, web)] == [None]


def test_targets_are_delivered_one_by_one_and_none_holds_up_another(office: Office, web: Target, hook: Hook) -> None:
    reported(office, ("gone", "office"))
    gone = Target("gone", f"json://127.0.0.1:{closed_port()}/")
    assert [done.error is None for done in deliver(office, gone, web)] == [False, True]
    assert [one.stage for one in ledger(office)] == [Stage.WAITING, Stage.DONE]
    assert len(hook.received) == 1


def test_a_delivery_of_a_dead_process_is_taken_over_under_the_same_identifier(
    office: Office, web: Target, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported(office)

    def die_after_sending(*given: Any) -> None:
        send(*given)
        raise KeyboardInterrupt

    monkeypatch.setattr(delivering, "send", die_after_sending)
    with pytest.raises(KeyboardInterrupt):
        deliver(office, web)
    monkeypatch.undo()
    assert ledger(office)[0].stage is Stage.SENDING
    assert deliver(office, web) == []
    office.pass_time(delivering.LEASE)
    assert [done.error for done in deliver(office, web)] == [None]
    first, second = hook.received
    assert first[0][HEADER] == second[0][HEADER]
    assert ledger(office)[0].stage is Stage.DONE


def test_the_report_stands_whatever_becomes_of_its_delivery(office: Office) -> None:
    reported(office)
    files = office.files()

    def broken(_: str) -> Target:
        raise RuntimeError("no such thing")

    [done] = Postman(office.database, "scheduler", broken, lambda: office.clock).deliver()
    assert done.again is not None
    assert office.files() == files
    assert ledger(office)[0].error == {
        "code": "unexpected",
        "data": {"kind": "RuntimeError", "detail": "no such thing"},
    }


def test_a_reminder_is_delivered_instead_of_printed(office: Office, mail: Target, mailbox: Mailbox) -> None:
    reported(office, what=What.REMINDER)
    deliver(office, mail)
    [message] = mailbox.received
    assert message["Subject"].startswith("小计划：截至2023年6月26日尚未录入的数据 / Small plan: figures missing")
    body = message.get_body(("plain",))
    assert body is not None
    assert "已逾期（最迟2023年6月18日）：增速，2023年5月（上次由li录入）" in body.get_content()


def test_nothing_of_an_address_is_on_the_command_line(office: Office, web: Target, hook: Hook, tmp_path: Path) -> None:
    if not Path("/proc/self/cmdline").exists():
        pytest.skip(reason="no /proc: it tells what a process is called with on Linux only")
    hook.behaviour = "wait"
    reported(office)
    seen: set[str] = set()
    import threading

    def watch() -> None:
        deadline = time.monotonic() + 1.5
        while time.monotonic() < deadline:
            for path in Path("/proc").glob("[0-9]*/cmdline"):
                try:
                    seen.add(path.read_text("utf-8", "replace"))
                except OSError:
                    continue
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    deliver(office, web)
    watcher.join()
    assert any("tracker.delivery.child" in line for line in seen)
    assert not any(SECRET in line for line in seen)
    assert SECRET not in repr(web)
    assert os.environ.get("TRACKER_DELIVERY_OFFICE") is None
