"""Text that a spreadsheet program would take for a formula, kept from being one in CSV; numbers stay as they are."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?(?:\d[\d,]*)?\.?\d+%?", re.ASCII)
_KEPT = re.compile(r"'+[=+\-@\t\r]")


def neutral(text: str) -> str:
    """The text with an apostrophe before it, if it needs one.

    >>> neutral("=cmd()"), neutral("-2.9%"), neutral("-2.9个百分点")
    ("'=cmd()", '-2.9%', "'-2.9个百分点")
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def restored(text: str) -> str:
    """What `neutral` was given."""
    return text[1:] if _KEPT.match(text) else text
