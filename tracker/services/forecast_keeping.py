"""What a report says of the future, as it is kept."""

from collections.abc import Iterator

from tracker.report.document import ReportDocument
from tracker.store.forecasts import Kept


def forecasts_of(document: ReportDocument) -> Iterator[Kept]:
    """The forecast of each target that has one."""
    for page in document.targets:
        made = page.forecast
        if made is not None:
            low, high = made.low.value, made.high.value
            yield Kept(page.code, document.as_of, page.due, made.value.value, low, high, made.probability)
