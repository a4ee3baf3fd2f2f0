"""What the name of a unit tells: the scale it contains, its singular, whether it counts a rate."""

import re

from tracker.domain.indicator import PERCENT, POINTS, Unit

SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
SCALES |= {"k": 3, "thousand": 3, "mn": 6, "million": 6, "bn": 9, "billion": 9}
SCALES |= {"tn": 12, "trillion": 12}
"""Scale words and their powers of ten."""

_SCALED_ZH = re.compile(r"((?:[十百千]?[万亿])+)(.+)")
_SCALED_EN = re.compile(r"1([0, ]*)((?:thousand|million|billion|trillion)?) ?([a-z].*)", re.IGNORECASE)


def split_scale(name: str) -> tuple[int, str]:
    """The power of ten in a unit's name, and the rest: 亿元 is (8, 元), 100 million yuan (8, yuan).

    千 and 百 alone belong to the name: 千瓦时 is a unit of its own.
    """
    if found := _SCALED_ZH.fullmatch(name):
        return sum(SCALES[sign] for sign in found[1]), found[2]
    if found := _SCALED_EN.fullmatch(name):
        return found[1].count("0") + SCALES.get(found[2].casefold(), 0), found[3]
    return 0, name


def singular(name: str) -> str:
    """An English name for one of them; a name that is no English plural stays."""
    return name[:-1] if name.isascii() and len(name) > 2 and name[-1] == "s" != name[-2] else name


def is_rate(unit: Unit) -> bool:
    """Whether numbers are in per cent or percentage points: with a sign, and never in 万 or 亿."""
    return unit.zh in (PERCENT.zh, POINTS.zh)
