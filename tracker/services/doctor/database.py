"""The database: whether it can be reached and used, is sound, and has room."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from tracker.domain.nearest import nearest
from tracker.errors import NoPlan, UnknownCode, WhichPlan
from tracker.services.doctor.results import Result, State, attention, broken, failed, ok
from tracker.store.checkup import check
from tracker.store.database import Database, open_database
from tracker.store.place import locate
from tracker.store.premises import Premises, premises
from tracker.store.stats import server_version, stats

LITTLE, TOO_LITTLE = 500_000_000, 20_000_000
"""Free bytes under which to look for more, and under which work may stop at any time."""
LONG_LOG = 200_000_000
"""Bytes of the log that somebody must be keeping from being taken in."""
PATIENCE = timedelta(minutes=1)
"""How far two clocks may differ."""


def examine_database(location: str, plan: str | None, now: datetime) -> Iterator[Result]:
    """The database at `location`, and the plan that is meant in it."""
    found = premises(location)
    if found is not None:
        yield from _premises(found)
    with open_database(location) as database:
        yield ok("database", where=database.location)
        if found is None:
            yield from _server(location)
        yield from _content(location, now)
        yield _plan(database, plan)
    defects = check(location, briefly=True)
    for defect in defects:
        yield broken(f"defect-{defect.code}", count=defect.count, examples=list(defect.examples))
    if not defects:
        yield ok("sound")


def _premises(found: Premises) -> Iterator[Result]:
    need = 2 * (found.size or 0)  # a backup, and the copy before an upgrade
    make, code = (ok, "room")
    if found.free < max(LITTLE, need):
        make, code = (broken, "no-room") if found.free < TOO_LITTLE else (attention, "little-room")
    yield make(code, where=str(found.path), free=found.free)
    if found.drive:
        yield attention("network-drive", where=str(found.path), kind=found.drive)
    if not found.writable:
        yield attention("not-writable", where=str(found.path))
    if found.log > LONG_LOG:
        yield attention("long-log", where=f"{found.path}-wal", log=found.log)


def _server(location: str) -> Iterator[Result]:
    version, encoding = server_version(location)
    fits = encoding == "UTF8"
    yield (ok if fits else broken)("server" if fits else "server-encoding", version=version, encoding=encoding)


def _content(location: str, now: datetime) -> Iterator[Result]:
    found = stats(location)
    data = {"revision": found.revision, "figures": found.rows["observation"], "changes": found.rows["change"]}
    yield ok("content", **data, size=found.size) if found.size is not None else ok("content-on-server", **data)
    if found.last_change is not None and found.last_change > now + PATIENCE:
        yield attention("clock-behind", last=found.last_change)


def _plan(database: Database, chosen: str | None) -> Result:
    with database.read() as reader:
        known = [head.code for head in reader.plans()]
    if not known:
        return failed(NoPlan(where=locate(database.location).printed))
    if chosen is not None and chosen not in known:
        return failed(UnknownCode(what="plan", given=chosen, near=nearest(chosen, known)))
    if chosen is None and len(known) > 1:
        return failed(WhichPlan(known=known), State.ATTENTION)
    return ok("plans", plan=chosen or known[0], known=known)
