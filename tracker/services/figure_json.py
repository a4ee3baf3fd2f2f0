"""A recorded figure in the documents of `record`, `history`, `retract` and `log`. Numbers are decimal strings."""

from typing import Any

from tracker.domain.observation import Observation
from tracker.domain.wording import plain_number


def figure_document(row: Observation) -> dict[str, Any]:
    """A figure with all that is kept of it; without a number or a time where it was not stored."""
    return {
        "id": row.id or None,
        "indicator": row.indicator,
        "area": row.area,
        "period": row.period.by_ends,
        "value": plain_number(row.quantity.value),
        "bound": row.quantity.bound.value,
        "flag": row.flag,
        "publisher": row.publisher,
        "published_on": row.published_on.isoformat(),
        "dated": row.dated,
        "as_published": row.as_published,
        "source": row.source,
        "note": row.note,
        "reason": row.reason,
        "recorded_at": row.recorded_at.isoformat() if row.id else None,
        "recorded_by": row.recorded_by,
    }


def brief_document(row: Observation | None) -> dict[str, Any] | None:
    """The figure another one replaces, in brief."""
    if row is None:
        return None
    full = figure_document(row)
    return {name: full[name] for name in ("id", "value", "bound", "flag", "published_on", "recorded_at", "recorded_by")}
