"""The words around a number: bounds, scales, signs and units, in Chinese and English.

What the bounds mean is rules of assessment 3: 超过 is strictly more, 以上 at least, 近 just less, 左右
about. 以下 and 以内 include the number, as in Chinese law.
"""

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from tracker.domain.indicator import PERCENT, POINTS, Unit
from tracker.domain.quantity import Bound
from tracker.domain.wording.units import SCALES, singular, split_scale

BEFORE: Mapping[Bound, str] = {
    Bound.EXACTLY: "= 已 有 达到 达 为 同比 累计 reached",
    Bound.MORE_THAN: "> 超过 超 突破 逾 大于 多于 高于 more_than over above exceeding greater_than",
    Bound.AT_LEAST: ">= => ≥ ≧ ⩾ 大于等于 不低于 不少于 不小于 至少 at_least "
    "no_less_than not_less_than no_fewer_than not_fewer_than",
    Bound.LESS_THAN: "< 不足 不到 低于 少于 小于 less_than under below fewer_than",
    Bound.AT_MOST: "<= =< ≤ ≦ ⩽ 小于等于 不超过 不超 不高于 不多于 不大于 至多 最多 "
    "at_most up_to no_more_than not_more_than not_exceeding",
    Bound.NEARLY: "近 接近 将近 nearly almost close_to",
    Bound.ABOUT: "~ ≈ ∼ 〜 约 约为 大约 大概 about around approx approx. approximately roughly",
}
"""Bound words in front of a number; `_` stands for a space. Those of `EXACTLY` change nothing."""

AFTER: Mapping[Bound, str] = {
    Bound.MORE_THAN: "多 余 有余",
    Bound.AT_LEAST: "以上 or_more or_above and_above or_over",
    Bound.AT_MOST: "以下 以内 or_less or_fewer or_below or_under",
    Bound.ABOUT: "左右 上下 or_so",
}
"""Bound words behind a number, its scale or its unit."""

DOWN = (
    "下降 降低 减少 回落 下滑 下跌 降幅 降 "
    "down down_by fell fell_by dropped dropped_by declined declined_by decreased decreased_by"
)
UP = "增长 提高 增加 上升 上涨 增幅 增 升 up up_by rose rose_by grew grew_by increased increased_by"

FOREIGN = "% ‰ 个百分点 百分点 percentage_points percentage_point pp 百分之 percent per_cent"
"""Units told apart from those that begin alike (个 and 个百分点), whatever the indicator is counted in."""


class Kind(Enum):
    """What a word does to the number beside it."""

    BOUND = auto()
    SCALE = auto()
    SIGN = auto()
    UNIT = auto()
    FOREIGN = auto()


class Word(NamedTuple):
    """A known word. `power` is of ten: of a scale, or of a unit's name against the base unit.

    For a sign word it is +1 or -1.
    """

    kind: Kind
    bound: Bound = Bound.EXACTLY
    power: int = 0


class Side(NamedTuple):
    """The words known on one side of a number, and the pattern that finds the longest of them."""

    words: Mapping[str, Word]
    pattern: re.Pattern[str]


class Vocabulary(NamedTuple):
    """What is understood around a number in `unit`; `power` is that of the scale in its name."""

    before: Side
    after: Side
    power: int


@lru_cache(maxsize=256)
def vocabulary(unit: Unit) -> Vocabulary:
    """The words understood before and after a number counted in `unit`."""
    power, _ = split_scale(narrow(unit.zh))
    units = {word: Word(Kind.FOREIGN) for word in _spaced(FOREIGN)} | unit_words(unit, power)
    before = {word: Word(Kind.BOUND, bound) for bound, row in BEFORE.items() for word in _spaced(row)}
    before |= {word: Word(Kind.SIGN, power=-1) for word in _spaced(DOWN)}
    before |= {word: Word(Kind.SIGN, power=1) for word in _spaced(UP)}
    after = {word: Word(Kind.BOUND, bound) for bound, row in AFTER.items() for word in _spaced(row)}
    after |= {word: Word(Kind.SCALE, power=ten) for word, ten in SCALES.items()}
    return Vocabulary(_side(before | units), _side(after | units), power)


def unit_words(unit: Unit, power: int) -> dict[str, Word]:
    """The names of a unit, whole and without their scale: 亿元 counts in the unit, 元 in 10^-8 of it."""
    words = {}
    standard = next((each.aliases for each in (PERCENT, POINTS) if each.zh == unit.zh), ())
    for name in filter(None, (*standard, *unit.aliases, unit.en, unit.zh)):
        own, core = split_scale(narrow(name))
        for spelling in (core, singular(core)):
            words[spelling] = Word(Kind.UNIT, power=-power)
        if own and not core.isascii():
            words[narrow(name)] = Word(Kind.UNIT, power=own - power)
    return words


def narrow(text: str) -> str:
    """Full-width characters made narrow, small letters, single spaces, one kind of minus sign."""
    return " ".join(text.translate(_NARROW).casefold().split())


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(map(ord, "−–﹣"), "-")


def _spaced(row: str) -> Iterable[str]:
    return (word.replace("_", " ") for word in row.split())


def _side(words: Mapping[str, Word]) -> Side:
    longest_first = sorted(words, key=len, reverse=True)
    spelled = "|".join(_bounded(word) for word in longest_first)
    return Side(words, re.compile(rf" ?({spelled}) ?"))


def _bounded(word: str) -> str:
    """A pattern for the word that does not find it inside an English one (k in kg)."""
    start = "(?<![a-z])" if word[0].isascii() and word[0].isalpha() else ""
    stop = "(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return f"{start}{re.escape(word)}{stop}"
