"""The page of `tracker backtest`: a line for each indicator, one for all, and what the columns mean."""

from decimal import Decimal

from rich.table import Table
from rich.text import Text

from tracker.cli.app import App
from tracker.cli.cells import NOTHING, compact, table_of, target_name
from tracker.domain.bilingual import Lang
from tracker.domain.quantity import EXACT, Quantity
from tracker.domain.replay import Naive
from tracker.domain.rounding import percent, rounded
from tracker.i18n import text
from tracker.services.backtest import Backtest, Fared, Tested

TWO = Decimal("0.01")


def print_backtest(app: App, found: Backtest) -> None:
    """Print the scores; where there are none, why."""
    console, lang = app.console(), app.lang
    if found.tested:
        console.print(_table(found, lang))
        console.print()
        for line in ("about-coverage", "about-brier", "about-against"):
            console.print(Text(text(f"backtest.{line}", lang), style="dim"))
    else:
        console.print(text("backtest.nothing", lang))
    for one in found.fared:
        console.print(Text(_fared(one, lang)))
    if found.untested and found.tested:
        names = [indicator.name for indicator in found.untested]
        console.print(Text(text("backtest.untested", lang, names=names), style="dim"))


def _fared(one: Fared, lang: Lang) -> str:
    """What report runs really forecast of a target, in a sentence."""
    name = f"{target_name(one.target, lang)} ({one.target.code})"
    if one.record is None:
        return text("backtest.kept-open", lang, name=name, made=one.made)
    return text(
        "backtest.kept", lang, name=name, made=one.made, within=one.record.within, brier=_brier(one.record.brier)
    )


def _table(found: Backtest, lang: Lang) -> Table:
    columns = ("indicator", "origins", "coverage", "brier", "mae", *(naive.value for naive in Naive))
    sides = [(name, "left" if name == "indicator" else "right") for name in columns]
    table = table_of(lang, *sides, area="backtest")
    for one in found.tested:
        table.add_row(*_row(one, lang))
    table.add_section()
    ratios = (_ratio(found.overall.ratios.get(naive)) for naive in Naive)
    everything = text("backtest.overall", lang)
    total = found.overall
    table.add_row(everything, str(total.origins), _part(total.coverage), _brier(total.brier), NOTHING, *ratios)
    return table


def _row(one: Tested, lang: Lang) -> list[str]:
    score, name = one.score, one.indicator.name.get(lang)
    return [
        name if one.area == "CN" else f"{name} ({one.area})",
        str(score.origins),
        _part(score.coverage),
        _brier(score.brier),
        _error(one, lang),
        *(_ratio(score.against[naive].ratio if naive in score.against else None) for naive in Naive),
    ]


def _error(one: Tested, lang: Lang) -> str:
    """The mean error in the unit: whole things whole."""
    if one.score.error is None:
        return NOTHING
    unit = one.indicator.unit
    return compact(Quantity(one.score.error.quantize(Decimal(1) if unit.whole else TWO, context=EXACT)), unit, lang)


def _part(share: Decimal | None) -> str:
    return NOTHING if share is None else f"{percent(share)}%"


def _brier(value: Decimal | None) -> str:
    return NOTHING if value is None else rounded(value.quantize(Decimal("0.001"), context=EXACT))


def _ratio(value: Decimal | None) -> str:
    return NOTHING if value is None else f"{value.quantize(TWO, context=EXACT):f}"
