"""What is known about one run of the program before any command has begun."""

import os
from typing import Any

from tracker.i18n import Lang


class Session:
    """The shared options as given so far, and how to speak to the user meanwhile.

    `flags` holds checked values by setting name. The rest is known even when the command line turns out to be wrong:
    `spoken` is the language asked for, `json` whether errors go out as JSON, `debug` whether to show tracebacks.
    """

    def __init__(self) -> None:
        self.flags: dict[str, Any] = {}
        self.spoken: str | None = None
        self.json = False
        self.debug = False

    @property
    def lang(self) -> Lang:
        """The interface language; never fails, whatever the settings say."""
        from tracker.config import language

        chosen = {"lang": self.spoken} if self.spoken else self.flags
        return language({**self.flags, **chosen}, os.environ)
