"""Periods: the record and its arithmetic, reading what people type, and labels in two languages."""

from tracker.domain.period.naming import label
from tracker.domain.period.reading import parse_date, parse_period, parse_publication
from tracker.domain.period.span import Period, add_months, month_number

__all__ = ["Period", "add_months", "label", "month_number", "parse_date", "parse_period", "parse_publication"]
