"""Every text a person reads, in Chinese and English, by key.

A key is `<area>.<code>`; the texts of an area are the table `TEXTS` in `tracker/i18n/texts/<area>.py`, loaded when
first needed, each entry a pair (English, Chinese) so that neither is forgotten. Placeholders are those of
`str.format`; what stands for them is put into words by `tracker.i18n.words`, which is loaded only where there is data,
so that listing the commands loads nothing of the domain.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@cache
def table(area: str) -> Mapping[str, tuple[str, str]]:
    """The table of an area: code -> (English, Chinese)."""
    found: Mapping[str, tuple[str, str]] = import_module(f"tracker.i18n.texts.{area}").TEXTS
    return found


def text(key: str, lang: Lang, /, **data: object) -> str:
    """The text of `key` with its data filled in. An unknown key is a mistake of ours: KeyError."""
    area, _, code = key.partition(".")
    english, chinese = table(area)[code]
    template = chinese if lang == "zh" else english
    if all(type(value) is str for value in data.values()):  # a status is a str too, and has words of its own
        return template.format_map(data) if data else template
    from tracker.i18n.words import words  # the domain, needed only to print its values

    return template.format_map({name: words(value, lang) for name, value in data.items()})


def has_text(key: str) -> bool:
    """Whether there is a text for `key`."""
    area, _, code = key.partition(".")
    try:
        return code in table(area)
    except ModuleNotFoundError:
        return False
