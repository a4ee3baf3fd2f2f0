"""The derived table `observation_current`: of every series and span the vintage in force, all publications considered.

Order: publication date, then change, then row. A row taken back does not count, nor does taking back what was itself
retracted, so the next best vintage comes back; not one that a withdrawn row had corrected. The table can be rebuilt
from the observations at any time and gives the same rows as `tracker.domain.observation.as_of_view` for a day after the
last publication. Kept set by set, because a trigger per row doubles the time of an import.
"""

from sqlalchemy import Connection, text

_COUNTS = "NOT EXISTS (SELECT 1 FROM observation AS undoing WHERE undoing.voids_id = taking.id)"
_TAKEN_BACK = f"""o.id IN (
    SELECT taking.voids_id FROM observation AS taking WHERE taking.voids_id IS NOT NULL AND {_COUNTS}
    UNION ALL
    SELECT corrected.id FROM observation AS taking
    JOIN observation AS gone ON gone.id = taking.voids_id
    JOIN observation AS corrected ON corrected.series_id = gone.series_id AND corrected.start = gone.start
        AND corrected.stop = gone.stop AND corrected.published_on = gone.published_on AND corrected.id < gone.id
    WHERE taking.kind = 'withdrawal' AND corrected.kind = 'value' AND {_COUNTS})"""  # noqa: S608 - constants
_TOUCHED = """(o.series_id, o.start, o.stop) IN (
    SELECT v.series_id, v.start, v.stop FROM observation AS v
    WHERE v.id BETWEEN :first AND :last AND v.kind <> 'value')"""


def _best(among: str) -> str:
    """SQL for the first vintage, in the order above, of every series and span among some figures."""
    return f"""
    SELECT series_id, start, stop, id AS observation_id, published_on FROM (
        SELECT o.series_id, o.start, o.stop, o.id, o.published_on, row_number() OVER (
            PARTITION BY o.series_id, o.start, o.stop ORDER BY o.published_on DESC, o.change_id DESC, o.id DESC
        ) AS place
        FROM observation AS o WHERE o.kind = 'value' AND {among}
    ) AS ranked WHERE place = 1"""  # noqa: S608 - made of the constants above


STANDING = _best(f"NOT {_TAKEN_BACK}")
"""The rows the table ought to have."""

_INTO = "INSERT INTO observation_current (series_id, start, stop, observation_id, published_on)"
_WINS = """
    ON CONFLICT (series_id, start, stop) DO UPDATE
    SET observation_id = excluded.observation_id, published_on = excluded.published_on
    WHERE excluded.published_on >= observation_current.published_on"""
_NEW = "o.id BETWEEN :first AND :last"
_ADVANCE = text(f"{_INTO} {_best(_NEW)} {_WINS}")
_ADVANCE_IN_TURN = text(
    f"""{_INTO} SELECT o.series_id, o.start, o.stop, o.id, o.published_on FROM observation AS o
    WHERE o.kind = 'value' AND {_NEW} ORDER BY o.id {_WINS}"""  # noqa: S608 - made of constants
)
"""The same where one statement may touch a row twice: each figure in its turn, which spares the sorting."""
_FORGET = text(f"DELETE FROM observation_current AS o WHERE {_TOUCHED}")  # noqa: S608 - made of constants
_RESTORE = text(_INTO + _best(f"{_TOUCHED} AND NOT {_TAKEN_BACK}"))
_CLEAR = text("DELETE FROM observation_current")
_REBUILD = text(_INTO + STANDING)


def advance(connection: Connection, first: int, last: int) -> None:
    """Take new figures in, rows `first` to `last`: being newest, they win where published last or on the same day."""
    way = _ADVANCE_IN_TURN if connection.dialect.name == "sqlite" else _ADVANCE
    connection.execute(way, {"first": first, "last": last})


def reconsider(connection: Connection, first: int, last: int) -> None:
    """Work out anew every span that the rows `first` to `last` take something back from."""
    connection.execute(_FORGET, {"first": first, "last": last})
    connection.execute(_RESTORE, {"first": first, "last": last})


def rebuild(connection: Connection) -> None:
    """Make the table anew from the observations."""
    connection.execute(_CLEAR)
    connection.execute(_REBUILD)
