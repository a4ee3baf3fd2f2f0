"""Errors in words: `<code>`, or `<code>.<problem>` where the error names a problem. What was wrong, then what to do.

One table an area; a code stands in one of them.
"""

from tracker.i18n.texts.errors import codes, database, delivery, entry, figures, files, plans, schedules, settings

AREAS = (codes, figures, files, database, settings, entry, plans, schedules, delivery)
TEXTS = {code: pair for area in AREAS for code, pair in area.TEXTS.items()}
