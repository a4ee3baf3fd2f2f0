"""`tracker status`: where every target of the plan stands."""

from datetime import date
from typing import TYPE_CHECKING

import click

from tracker.cli.base import App, command
from tracker.cli.options import Moment, as_of_option, json_option, known_at_option, list_option
from tracker.domain.target import Basis

if TYPE_CHECKING:
    from tracker.services.panels import Panel
    from tracker.services.status import PlanState
    from tracker.store.reader import Reader


@command(
    "status",
    as_of_option,
    known_at_option,
    list_option("--area", metavar="AREA"),
    list_option("--basis", choices=[basis.value for basis in Basis]),
    click.option("--all", "everything", is_flag=True),
    click.option("--methods", is_flag=True),
    click.option("--no-forecast", is_flag=True),
    json_option,
)
def status(
    app: App,
    *,
    as_of: date | None,
    known_at: Moment | None,
    area: tuple[str, ...],
    basis: tuple[str, ...],
    everything: bool,
    methods: bool,
    no_forecast: bool,
    json: bool,
) -> None:
    """Print the table, or the document of `--json`."""
    from tracker.domain.draft import parse_area
    from tracker.services.status import plan_state

    with app.database().read() as reader:
        code = app.plan_code(reader)
        zone = reader.plan(code).zone
        state = plan_state(
            reader,
            code,
            as_of or app.today(zone),
            known_at.at(zone) if known_at else None,
            areas=[parse_area(place) for place in area],
            bases=[Basis(name) for name in basis],
            with_notes=everything,
            with_forecasts=not no_forecast,
            with_indicators=everything,
        )
        found = _panels(reader, state) if methods else None
    if json:
        from tracker.services.status_json import status_document

        app.json(status_document(state, with_indicators=everything, methods=found))
    elif found is not None:
        from tracker.cli.methods_table import print_panels

        print_panels(app, state, found)
    else:
        from tracker.cli.status_table import print_state

        print_state(app, state, with_indicators=everything)
        if everything and state.plan.tasks:
            from tracker.cli.rollup_table import print_rollup

            print_rollup(app, state)


def _panels(reader: "Reader", state: "PlanState") -> list["Panel"]:
    from tracker.services.panels import panels  # decimals to the power: only where asked for

    return panels(reader, state)
