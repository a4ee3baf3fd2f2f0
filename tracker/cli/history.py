"""`tracker history`: every vintage of an indicator's figures."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.base import App, command
from tracker.cli.codes import code_argument
from tracker.cli.options import PERIOD, Moment, area_option, as_of_option, json_option, known_at_option
from tracker.domain.observation import NATION, Observation
from tracker.domain.period import Period

if TYPE_CHECKING:
    from tracker.services.history import IndicatorHistory

SCHEMA = 1


@command(
    "history",
    code_argument(),
    click.argument("period", type=PERIOD, required=False),
    as_of_option,
    known_at_option,
    area_option,
    json_option,
)
def history(
    app: App,
    *,
    code: str,
    period: Period | None,
    as_of: date | None,
    known_at: Moment | None,
    area: str | None,
    json: bool,
) -> None:
    """Print the vintages, or the document of `--json`."""
    from tracker.domain.draft import parse_area
    from tracker.services.history import indicator_history

    with app.database().read() as reader:
        plan_code = app.plan_code(reader)
        zone = reader.plan(plan_code).zone
        moment = known_at.at(zone) if known_at else None
        place = parse_area(area) if area else NATION
        found = indicator_history(reader, plan_code, code, as_of or app.today(zone), moment, period=period, area=place)
    if json:
        app.json(_document(found))
        return
    from tracker.cli.history_page import print_history

    print_history(app, found)


def _document(found: "IndicatorHistory") -> dict[str, Any]:
    from tracker.services.figure_json import figure_document

    return {
        "schema": SCHEMA,
        "plan": found.plan.code,
        "indicator": found.indicator.code,
        "area": found.area,
        "as_of": found.as_of.isoformat(),
        "known_at": None if found.known_at is None else found.known_at.isoformat(),
        "vintages": [
            {
                **figure_document(vintage.row),
                "kind": vintage.kind.value,
                "in_force": vintage.in_force,
                "accepted": [finding.code for finding in vintage.accepted],
                "notices": [finding.code for finding in vintage.notices],
                "ended": None if vintage.ended is None else _ended(vintage.ended),
            }
            for vintage in found.vintages
        ],
    }


def _ended(row: Observation) -> dict[str, Any]:
    """The row that took a figure back."""
    return {
        "id": row.id,
        "kind": row.entry.value,
        "published_on": row.published_on.isoformat(),
        "recorded_at": row.recorded_at.isoformat(),
        "recorded_by": row.recorded_by,
        "reason": row.reason,
    }
