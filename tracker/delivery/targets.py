"""Delivery targets: their names in the configuration, and their addresses, which are secrets.

`config.toml` names a target as `[delivery.NAME]` with an apprise address in `url`, or the name of a file that holds
one in `url_file`. The variable `TRACKER_DELIVERY_<NAME>` wins over both. A file that holds an address belongs to
whoever runs the program and can be read by nobody else. An address is never printed, logged or kept in the database.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tracker.errors import BadTarget, MissingExtra

PREFIX = "TRACKER_DELIVERY_"
TEXT_KEYS, SWITCHES = ("url", "url_file", "link"), ("attach",)
OTHERS = stat.S_IRWXG | stat.S_IRWXO
LONGEST = 4096
"""Characters of an address."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to deliver. `url` is the apprise address; `link` is put before a file's place to make a link to it.

    `attach`: files go with the message, where the service can take any.
    """

    name: str
    url: str = field(repr=False)
    attach: bool = True
    link: str = ""

    @property
    def printed(self) -> str:
        """The target without its secrets."""
        return f"{self.name} ({urlsplit(self.url).scheme})"


def find_target(name: str, table: Mapping[str, Any], config: str, environ: Mapping[str, str]) -> Target:
    """The target of a name. `table` is `[delivery]` of the configuration file `config`.

    Raises BadTarget (`unknown`, `bad-key`, `bad-value`, `no-address`, `unsafe-file`, `no-file`, `bad-address`).
    """
    given = table.get(name, {})
    variable = variable_of(name)
    if name not in table and not environ.get(variable):
        raise BadTarget(name=name, problem="unknown", variable=variable, known=list(table))
    if not isinstance(given, Mapping):
        raise BadTarget(name=name, problem="bad-value", key=name)
    _check_keys(name, given)
    url = environ.get(variable) or _written(name, given, config)
    if not url:
        raise BadTarget(name=name, problem="no-address", variable=variable)
    if "://" not in url or len(url) > LONGEST or not url.isprintable():
        raise BadTarget(name=name, problem="bad-address")
    return Target(name, url, bool(given.get("attach", True)), str(given.get("link", "")))


def variable_of(name: str) -> str:
    """The environment variable that may hold a target's address."""
    return PREFIX + name.upper().replace("-", "_")


def require_extra() -> None:
    """Raises MissingExtra where the part that delivers is not installed."""
    if find_spec("apprise") is None:
        raise MissingExtra(extra="delivery", needs="apprise")


def _check_keys(name: str, given: Mapping[str, Any]) -> None:
    for key, value in given.items():
        if key not in (*TEXT_KEYS, *SWITCHES):
            raise BadTarget(name=name, problem="bad-key", key=key, known=[*TEXT_KEYS, *SWITCHES])
        if not isinstance(value, bool if key in SWITCHES else str):
            raise BadTarget(name=name, problem="bad-value", key=key)


def _written(name: str, given: Mapping[str, Any], config: str) -> str:
    """The address as it stands in a file, which nobody else may read."""
    if given.get("url"):
        _check_safe(name, Path(config))
        return str(given["url"]).strip()
    if not given.get("url_file"):
        return ""
    path = Path(config).parent / Path(given["url_file"]).expanduser()
    _check_safe(name, path)
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise BadTarget(name=name, problem="no-file", path=str(path)) from None


def _check_safe(name: str, path: Path) -> None:
    """Whether only its owner, who is us, can read a file. Windows keeps such rights elsewhere and is not asked."""
    try:
        found = path.stat()
    except OSError:
        raise BadTarget(name=name, problem="no-file", path=str(path)) from None
    if os.name == "posix" and (found.st_mode & OTHERS or found.st_uid != os.geteuid()):
        raise BadTarget(name=name, problem="unsafe-file", path=str(path))
