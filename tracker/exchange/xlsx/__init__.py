"""Reading Excel workbooks with the standard library only, for a process that is allowed to fail.

What is needed of a workbook is what a person sees in its cells: a date as a date, 3.6% where 0.036 is kept. That takes
the number formats, which the common readers do not give, so the few parts of the file that matter are read here: each
part once, as a stream, a row at a time, in whatever place its cells claim to be.
"""

END = "end"
"""What a reading process says last, if all went well."""

FORM_SHEETS = {"zh": "填报表", "en": "Figures"}
"""The sheet of a template that holds the figures, in either language."""
