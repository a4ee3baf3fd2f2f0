"""A toy `status`: click, SQLAlchemy Core, one query, and a table of the same shape with the same library."""

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Column, Date, ForeignKey, Integer, MetaData, String, create_engine, select
from sqlalchemy import Table as DatabaseTable

metadata = MetaData()
series = DatabaseTable("series", metadata, Column("id", Integer, primary_key=True), Column("indicator", String))
observation = DatabaseTable(
    "observation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("series_id", Integer, ForeignKey("series.id")),
    Column("stop", Date),
    Column("value", String),
)
current = DatabaseTable(
    "observation_current", metadata, Column("observation_id", Integer, ForeignKey("observation.id"))
)


@click.command()
@click.option("--db", required=True)
@click.option("--as-of", default="")
def main(db: str, as_of: str) -> None:
    """Print a table."""
    engine = create_engine(f"sqlite:///{db}")
    query = select(series.c.indicator, observation.c.stop, observation.c.value).select_from(
        current.join(observation).join(series)
    )
    with engine.connect() as connection:
        figures = {row.indicator: row for row in connection.execute(query)}
    console = Console(width=100, highlight=False, markup=False)
    console.print(Text(f"as of {as_of}", style="bold"))
    names = ["srdi-smes", "little-giants", "manufacturing-gdp-share"]
    for part in (names[:2], names[2:]):
        console.print(Text("Targets", style="underline"))
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, header_style="bold")
        for heading in ("Target", "Actual", "Progress", "Expected", "Status"):
            table.add_column(heading, overflow="fold")
        for name in part:
            row = figures.get(name)
            actual = Text.assemble(str(row and row.value), "\n", (str(row and row.stop), "dim"))
            table.add_row(name, actual, "100.00%\n48% elapsed", "more than\n80,000", Text("achieved", style="green"))
        console.print(table)
