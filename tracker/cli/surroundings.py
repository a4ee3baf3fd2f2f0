"""What a run finds around it, for `tracker doctor`: settings and where each comes from, terminal, locale."""

import locale
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from tracker import config
from tracker.cli import terminal
from tracker.domain.nearest import nearest
from tracker.errors import BadSetting, FileTrouble, TrackerError
from tracker.i18n import Lang
from tracker.services.doctor import Result
from tracker.services.doctor.results import attention, failed, ok

NARROW = 80
"""Columns below which tables are folded."""
PREFIX = "TRACKER_"
OTHERS = ("TRACKER_DELIVERY_", "TRACKER_TEST_", "TRACKER_NO_SKIPS")
"""Variables that are no settings: addresses, and what the program's own tests look at."""
LOCALES = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG")


class Survey:
    """The settings, one by one, as far as each can be read; `values` has those that can, `results` says it all."""

    def __init__(self, flags: Mapping[str, Any], environ: Mapping[str, str]) -> None:
        self._flags, self._environ = flags, environ
        self.path = config.config_path(flags, environ)
        self.values: dict[str, Any] = {}
        self.delivery: Mapping[str, Any] = {}
        self.results = [*self._file(), *self._settings(), *self._unknown()]

    def _file(self) -> Iterator[Result]:
        self._written: Mapping[str, Any] = {}
        try:
            self._written = config.config_file(self._flags, self._environ)
        except (BadSetting, FileTrouble) as error:
            yield failed(error)
            return
        yield ok("config" if os.path.exists(self.path) else "config-absent", path=self.path)  # noqa: PTH110  # as config.py
        table = self._written.get(config.DELIVERY, {})
        self.delivery = table if isinstance(table, Mapping) else {}

    def _settings(self) -> Iterator[Result]:
        for item in config.SETTINGS:
            if item.name == "config":
                continue
            try:
                value, origin = config.origin(item, self._flags, self._environ, self.path, self._written)
                shown = _without_secrets(item.name, value)
            except TrackerError as error:
                yield failed(error)
                continue
            self.values[item.name] = value
            code = "setting" if value is not None else "setting-open"
            yield ok(code if origin else f"{code}-default", name=item.name, value=shown, origin=origin)

    def _unknown(self) -> Iterator[Result]:
        known = {item.variable.removeprefix(PREFIX): item.variable for item in config.SETTINGS}
        for name in sorted(self._environ):
            if name.startswith(PREFIX) and name not in known.values() and not name.startswith(OTHERS):
                near = [known[word] for word in nearest(name.removeprefix(PREFIX), list(known))[:1]]
                yield attention("variable-unknown" if near else "variable-unknown-far", name=name, near=near)


def _without_secrets(name: str, value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if name != "db":
        return value
    from tracker.store.place import locate

    return locate(str(value)).printed


def examine_terminal(color: str, lang: Lang) -> Iterator[Result]:
    """The streams, their width and encoding, colour and language."""
    shown = terminal.is_terminal(sys.stdout)
    origin = "COLUMNS" if os.environ.get("COLUMNS", "").isdecimal() else ""
    width = terminal.output_width()
    yield ok("screen" if shown else "piped", width=width, origin=origin, term=os.environ.get("TERM", ""))
    if shown and width < NARROW:
        yield attention("narrow", width=width, least=NARROW)
    encodings = {stream.encoding for stream in (sys.stdout, sys.stderr, sys.stdin) if stream.encoding}
    poor = [stream.encoding for stream in (sys.stdout, sys.stderr) if not terminal.is_unicode(stream)]
    yield attention("encoding-poor", encoding=poor[0]) if poor else ok("encoding", encodings=sorted(encodings))
    coloured = terminal.in_colour(color, sys.stdout)
    reasons = [name for name in ("NO_COLOR", "TERM") if os.environ.get(name)]
    yield ok("coloured" if coloured else "uncoloured", setting=color, reasons=reasons)
    yield from _locale(lang)


def _locale(lang: Lang) -> Iterator[Result]:
    given = [f"{name}={os.environ[name]}" for name in LOCALES if os.environ.get(name)]
    yield ok("locale" if given else "locale-none", given=given, lang=lang)
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        yield attention("locale-absent", given=given)
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
