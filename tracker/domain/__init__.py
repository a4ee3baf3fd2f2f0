"""What the product knows: periods, quantities with bounds, vintages, targets and their assessment.

Everything here is an immutable record or a function over dates and Decimals. Nothing reads the clock, a file, the
database or the environment, and nothing outside the standard library is imported.
"""
