"""The sentences of reports and reviews.

`{is_figure}` carries the verb Chinese needs (为8,997家, but 超过9.8万家), `{when}` the preposition English needs (on
26 Jun 2023, for Jan–May 2023). A code that ends in `-one` is for a count of one.
"""

from tracker.i18n.texts.sentences import around, headlines, reasons, review, target

PARTS = (headlines, target, reasons, around, review)
TEXTS = {code: pair for part in PARTS for code, pair in part.TEXTS.items()}
