"""What findings and errors say: from a code and its data to words. Reports use it for findings kept long ago."""

from collections.abc import Mapping

from tracker.i18n import Lang, has_text, text

GIVEN = ("text", "given", "unit", "value")
"""What an error quotes of what somebody wrote, however long that was."""
QUOTED = 80
FILES = ("path", "file")
"""What an error calls a file, which is - for what is read from a pipe."""
AREAS = ("problems", "plan_problems")
"""Where the texts of findings stand: those of figures, those of plan files."""


def finding_text(code: str, data: Mapping[str, object], lang: Lang) -> str:
    """What a finding says; one that a parser's error became says what the error does."""
    area = next((area for area in AREAS if has_text(f"{area}.{code}")), "errors")
    return _filled(area, code, data, lang)


def error_words(code: str, data: Mapping[str, object], lang: Lang) -> str:
    """What an error says."""
    return _filled("errors", code, data, lang)


def shortened(value: object) -> object:
    """What somebody gave, quoted so far as it takes to recognise it; what is no text stays as it is."""
    return f"{value[: QUOTED - 1]}…" if isinstance(value, str) and len(value) > QUOTED else value


def _filled(area: str, code: str, data: Mapping[str, object], lang: Lang) -> str:
    """The text for the data's `problem`, or for `near` being empty, where there is one; else the code's own.

    A text may use all the data; `what` (indicator, plan, ...) is put into words first, and `listing` is the command
    that lists such things.
    """
    known = {key: shortened(value) if key in GIVEN else value for key, value in data.items()}
    known |= {key: text("errors.standard-input", lang) for key in FILES if known.get(key) == "-"}
    if has_text(f"errors.what.{known.get('what', '')}"):
        known["listing"] = text(f"errors.listing.{known['what']}", lang)
        known["what"] = text(f"errors.what.{known['what']}", lang)
    variant = "none-near" if known.get("near") in ([], ()) else known.get("problem", "")
    specific = f"{area}.{code}.{variant}"
    return text(specific if has_text(specific) else f"{area}.{code}", lang, **known)


def place_text(where: tuple[str | int, ...], lang: Lang) -> str:
    """Where a finding is: a column of a figure, a line and a column of a table, or a path in a plan file."""
    *line, column = where
    in_table = not line or (len(line) == 1 and isinstance(line[0], int))
    if not in_table or not has_text(f"columns.{column}"):
        return ".".join(map(str, where))
    name = text(f"columns.{column}", lang)
    return text("columns.place", lang, line=str(line[0]), column=name) if line else name
