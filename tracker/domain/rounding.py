"""How computed numbers are printed: the places, and which way they are rounded (contract of ``status --json``)."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal

from tracker.domain.quantity import EXACT

PLACES = Decimal("0.0001")


def truncated(share: Decimal) -> str:
    """A share of 1 to four digits, cut and never rounded up: 79,999 of 80,000 is 0.9999. Zero has no sign."""
    short = share.quantize(PLACES, ROUND_DOWN, EXACT)
    return plain(abs(short) if short == 0 else short)


def rounded(value: Decimal) -> str:
    """A computed value to four decimals, half to even, without trailing zeros."""
    short = value.quantize(PLACES, ROUND_HALF_EVEN, EXACT).normalize(EXACT)
    return "0" if short == 0 else plain(short)


def percent(share: Decimal) -> str:
    """A share of 1 as a percentage with one decimal, cut and never rounded up: 99.9 for 0.99999."""
    short = (share * 100).quantize(Decimal("0.1"), ROUND_DOWN, EXACT)
    return plain(abs(short) if short == 0 else short)


def plain(value: Decimal) -> str:
    """The digits as they are, never with an exponent."""
    return format(value, "f")


def shown(value: Decimal) -> str:
    """A number inside a sentence: published ones as they are, computed ones to four decimals at most."""
    exponent = value.as_tuple().exponent
    return rounded(value) if isinstance(exponent, int) and exponent < -4 else plain(value)
