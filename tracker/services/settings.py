"""The settings a use case may depend on, worked out once by the command line and never changed after."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.domain.bilingual import Lang


@dataclass(frozen=True, slots=True)
class Settings:
    """`db` is a path or a SQLAlchemy URL; `plan` is None where nobody chose one; `user` is who records.

    `color` is auto, always or never; `config` is the path of the configuration file, whether it exists or not.
    `delivery` is its table of that name: delivery targets, with secrets in it.
    """

    db: str
    plan: str | None
    lang: Lang
    user: str
    color: str = "auto"
    config: str = ""
    debug: bool = False
    quiet: bool = False
    delivery: Mapping[str, Any] = field(default_factory=dict, repr=False)
