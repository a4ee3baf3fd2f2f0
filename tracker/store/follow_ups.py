"""Questions about figures and their answers: rows that are only ever added."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection

from tracker.domain.follow_up import FollowUp, Said
from tracker.domain.observation import Observation
from tracker.store.codec import codec
from tracker.store.rows import added, run

_ROWS = """
SELECT f.id, f.observation_id, f.answers_id, f.text, c."by", c.at
FROM follow_up AS f JOIN change AS c ON c.id = f.change_id
JOIN observation AS o ON o.id = f.observation_id JOIN series AS s ON s.id = o.series_id
WHERE s.indicator IN :indicators AND f.change_id <= :upto ORDER BY f.id"""


def rows(connection: Connection, indicators: Collection[str], upto: int) -> list[Any]:
    """What was asked and answered about figures of these indicators by the change `upto`, in order."""
    return list(run(connection, _ROWS, "indicators", indicators=sorted(indicators), upto=upto))


def assembled(connection: Connection, found: list[Any], figures: Mapping[int, Observation]) -> list[FollowUp]:
    """The questions of `rows`, each with its first answer."""
    to_instant = codec(connection).to_instant
    answers: dict[int, Said] = {}
    for row in found:
        if row.answers_id is not None:
            answers.setdefault(row.answers_id, Said(row.text, row.by, to_instant(row.at)))
    return [
        FollowUp(row.id, figures[row.observation_id], Said(row.text, row.by, to_instant(row.at)), answers.get(row.id))
        for row in found
        if row.answers_id is None
    ]


def add(connection: Connection, observation_id: int, text: str, answers_id: int | None, change_id: int) -> int:
    """Keep a question about a figure, or the answer to the question `answers_id`; its id."""
    values = {"observation_id": observation_id, "answers_id": answers_id, "text": text, "change_id": change_id}
    return added(connection, "follow_up", values)
