"""`tracker show`: one indicator with its figures, its targets and how they were assessed."""

from datetime import date

import click

from tracker.cli.base import App, command
from tracker.cli.codes import code_argument
from tracker.cli.options import Moment, area_option, as_of_option, json_option, known_at_option
from tracker.domain.observation import NATION


@command(
    "show",
    code_argument(),
    as_of_option,
    known_at_option,
    area_option,
    click.option("--explain", is_flag=True),
    json_option,
)
def show(
    app: App,
    *,
    code: str,
    as_of: date | None,
    known_at: Moment | None,
    area: str | None,
    explain: bool,
    json: bool,
) -> None:
    """Print the page of an indicator, or the document of `--json`."""
    from tracker.domain.draft import parse_area
    from tracker.services.show import indicator_state

    with app.database().read() as reader:
        plan_code = app.plan_code(reader)
        zone = reader.plan(plan_code).zone
        moment = known_at.at(zone) if known_at else None
        place = parse_area(area) if area else NATION
        state = indicator_state(reader, plan_code, code, as_of or app.today(zone), moment, place)
    if json:
        from tracker.services.show_json import indicator_document

        app.json(indicator_document(state, app.lang, with_steps=explain))
        return
    from tracker.cli.show_page import print_indicator

    print_indicator(app, state, with_steps=explain)
