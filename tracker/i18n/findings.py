"""What findings and errors say: from a code and its data to words. Reports use it for findings kept long ago."""

from collections.abc import Mapping

from tracker.i18n import Lang, has_text, text

AREAS = ("problems", "plan_problems")
"""Where the texts of findings stand: those of figures, those of plan files."""


def finding_text(code: str, data: Mapping[str, object], lang: Lang) -> str:
    """What a finding says; one that a parser's error became says what the error does."""
    for area in AREAS:
        if has_text(f"{area}.{code}"):
            return text(f"{area}.{code}", lang, **data)
    return error_words(code, data, lang)


def error_words(code: str, data: Mapping[str, object], lang: Lang) -> str:
    """What an error says: the text for its `problem`, or for `near` being empty, where there is one; else its code's.

    A text may use all the error's data; `what` (indicator, plan, ...) is put into words first.
    """
    known = dict(data)
    if has_text(f"errors.what.{known.get('what', '')}"):
        known["what"] = text(f"errors.what.{known['what']}", lang)
    variant = "none-near" if known.get("near") in ([], ()) else known.get("problem", "")
    specific = f"errors.{code}.{variant}"
    return text(specific if has_text(specific) else f"errors.{code}", lang, **known)


def place_text(where: tuple[str | int, ...], lang: Lang) -> str:
    """Where a finding is: a column of a figure, a line and a column of a table, or a path in a plan file."""
    *line, column = where
    if not has_text(f"columns.{column}"):
        return ".".join(map(str, where))
    name = text(f"columns.{column}", lang)
    return text("columns.place", lang, line=str(line[0]), column=name) if line else name
