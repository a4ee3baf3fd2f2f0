"""From a `ReportDocument` to the blocks of a layout in one language: what stands where, and under which heading."""

from tracker.report.compose.whole import compose

__all__ = ["compose"]
