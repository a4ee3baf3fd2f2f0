"""Hold a year of published figures against the goals of an annual plan."""

__version__ = "0.1.0"
