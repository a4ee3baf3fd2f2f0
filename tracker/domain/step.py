"""One line of an explanation: a code with the numbers its text needs."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """Its text, formula and citation stand in `tracker.i18n.texts.explain`."""

    code: str
    data: dict[str, Any] = field(default_factory=dict)
