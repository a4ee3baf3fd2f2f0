"""A toy `record`: click, SQLAlchemy Core, one insert of the change and one of the figure."""

from datetime import UTC, datetime

import click
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, create_engine, insert

metadata = MetaData()
change = Table("toy_change", metadata, Column("id", Integer, primary_key=True), Column("at", String))
figure = Table(
    "toy_figure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", Integer, ForeignKey("toy_change.id")),
    Column("code", String),
    Column("period", String),
    Column("value", String),
)


@click.command()
@click.argument("code")
@click.argument("period")
@click.argument("value")
@click.option("--db", required=True)
def main(code: str, period: str, value: str, db: str) -> None:
    """Store one figure."""
    engine = create_engine(f"sqlite:///{db}")
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA synchronous = FULL")
        made = connection.execute(insert(change).values(at=datetime.now(UTC).isoformat()).returning(change.c.id))
        row = {"change_id": made.scalar_one(), "code": code, "period": period, "value": value}
        connection.execute(insert(figure).values(row))
    click.echo(f"stored {code} {period} {value}")
