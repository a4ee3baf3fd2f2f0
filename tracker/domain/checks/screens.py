"""The quick looks at all series of a table."""

from collections.abc import Callable

from tracker.domain.checks.flow_screen import FlowScreen
from tracker.domain.checks.history import History
from tracker.domain.checks.level_screen import GrowthScreen, ShareScreen
from tracker.domain.checks.screen import Screen, StockScreen
from tracker.domain.figure import Figure, Series
from tracker.domain.indicator import Kind

SCREENS: dict[Kind, type[Screen]] = {
    Kind.FLOW: FlowScreen,
    Kind.STOCK: StockScreen,
    Kind.GROWTH: GrowthScreen,
    Kind.SHARE: ShareScreen,
}
OUTLOOK = "f"
Histories = Callable[[Series], tuple[History, History | None]]
"""What is known of a series, and of its growth or of the level it is the growth of."""


class QuickLook:
    """Settles what no rule would ask about. All figures of a series must be shown to it, or added to the history."""

    def __init__(self, histories: Histories) -> None:
        self._histories = histories
        self._looks: dict[Series, Screen | None] = {}
        self._screens: dict[tuple[str, str, str, bool], Screen] = {}

    def settles(self, figure: Figure) -> bool:
        """Whether no more can be found about a figure than what it says by itself; then it is in the history.

        False says nothing.
        """
        try:
            screen = self._looks[figure.series]
        except KeyError:
            screen = self._looks[figure.series] = self._screen(figure.series)
        return screen is not None and screen.settles(figure)

    def _screen(self, series: Series) -> Screen | None:
        """None for outlooks, about which a rule has something to say. Flags apart, a series is looked at as one."""
        if OUTLOOK in series.flag:
            return None
        screen = self._screens.get(series.key)
        if screen is None:
            history, related = self._histories(series)
            screen = self._screens[series.key] = SCREENS[series.indicator.kind](series, history, related)
        return screen
