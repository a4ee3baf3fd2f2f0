"""Published numbers in words, both ways: 超过9.8万家 and more than 98,000 enterprises."""

from tracker.domain.wording.reading import names_unit, parse_quantity, plain_digits
from tracker.domain.wording.writing import grouped, number_text, plain_number, quantity_text

__all__ = ["grouped", "names_unit", "number_text", "parse_quantity", "plain_digits", "plain_number", "quantity_text"]
