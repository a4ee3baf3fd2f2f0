"""The settings, each described once beside its default, and where their values come from.

A flag wins over the environment (`TRACKER_<NAME>`), that over `config.toml`, that over the default. Only the command
line reads this module; everything below it is given a frozen `Settings`. `docs/settings.md` is generated from here.

Every help page passes here, so what only a command needs is imported where it is used, pathlib too.
"""

import os.path
import re
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.errors import BadSetting, FileTrouble
from tracker.i18n import LANGS, Lang

if TYPE_CHECKING:
    from tracker.services.settings import Settings

FOLDER = "plan-tracker"
"""The program's folder below the user's; `tracker` alone is taken by a desktop search service."""
DELIVERY = "delivery"
"""The table of `config.toml` that names delivery targets."""
COLORS = ("auto", "always", "never")
Environment = Mapping[str, str]


class Setting(NamedTuple):
    """One setting. `read` turns text into its value (ValueError with a problem word if it cannot).

    `default` works it out from the environment; its help is `option.--<name>` of the help texts.
    """

    name: str
    read: Callable[[str], object]
    default: Callable[[Environment], object]
    metavar: str = ""
    choices: tuple[str, ...] = ()
    in_file: bool = True

    @property
    def variable(self) -> str:
        return f"TRACKER_{self.name.upper()}"


def load(flags: Mapping[str, Any], environ: Environment) -> "Settings":
    """The settings in force. `flags` holds what the command line gave, by name.

    Raises `BadSetting` (with the place: a variable, or file and key) and `FileTrouble`.
    """
    from tracker.services.settings import Settings

    if "db" in flags:
        refuse_password(str(flags["db"]), "--db")
    path, written = config_path(flags, environ), config_file(flags, environ)
    values = {item.name: origin(item, flags, environ, path, written)[0] for item in SETTINGS}
    return Settings(**{**values, "config": path, DELIVERY: _targets(written, path)})


def language(flags: Mapping[str, Any], environ: Environment) -> Lang:
    """The interface language for messages that must not fail: a wrong setting is passed over, not reported."""
    for candidate in (flags.get("lang"), environ.get("TRACKER_LANG")):
        if candidate in LANGS:
            return candidate
    try:
        written = _read_file(config_path(flags, environ), required=False).get("lang")
    except (BadSetting, FileTrouble):
        written = None
    return written if written in LANGS else locale_language(environ)


def locale_language(environ: Environment) -> Lang:
    """Chinese if the first of LC_ALL, LC_MESSAGES and LANG that is set begins with zh, English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"


def config_path(flags: Mapping[str, Any], environ: Environment) -> str:
    """`--config`, `TRACKER_CONFIG`, or `config.toml` in the user's configuration folder."""
    if "config" in flags:
        return str(flags["config"])
    return environ.get("TRACKER_CONFIG") or os.path.join(user_folder("config", environ), "config.toml")


def config_file(flags: Mapping[str, Any], environ: Environment) -> Mapping[str, Any]:
    """What the configuration file says; one that was asked for has to be there. `BadSetting`, `FileTrouble`."""
    path = config_path(flags, environ)
    if not path.strip():
        raise BadSetting(problem="empty", name="config", where="--config", value="", choices=())
    return _read_file(path, required="config" in flags or bool(environ.get("TRACKER_CONFIG")))


def user_folder(kind: str, environ: Environment, platform: str = sys.platform) -> str:
    """The user's folder for `config` or `data`, as the platform has it (XDG, Library, APPDATA)."""
    home = environ.get("HOME") or os.path.expanduser("~")
    if platform == "win32":
        named = environ.get("APPDATA" if kind == "config" else "LOCALAPPDATA")
        return os.path.join(named or home, FOLDER)
    if platform == "darwin":
        return os.path.join(home, "Library", "Application Support", FOLDER)
    named = environ.get(f"XDG_{kind.upper()}_HOME", "")
    fallback = os.path.join(home, ".config" if kind == "config" else ".local/share")
    return os.path.join(named if os.path.isabs(named) else fallback, FOLDER)


def _default_db(environ: Environment) -> str:
    return os.path.join(user_folder("data", environ), "tracker.db")


def _login(environ: Environment) -> str:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):  # where getpass looks first
        if environ.get(name):
            return _printable(environ[name])
    import getpass

    try:
        return _printable(getpass.getuser())
    except (KeyError, OSError):  # a container's user may have no name
        return "unknown"


def _printable(name: str) -> str:
    """A login as it can be kept: bytes that are no text become escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("empty")
    return value


def _name(value: str) -> str:
    if any("\ud800" <= sign <= "\udfff" for sign in value):  # bytes of the environment that are no text
        raise ValueError("not-text")
    return _text(value)


def _choice(*choices: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in choices:
            raise ValueError("choice")
        return value

    return read


def _switch(value: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if value.lower() not in known:
        raise ValueError("switch")
    return known[value.lower()]


SETTINGS = (
    Setting("db", _text, _default_db, "DATABASE"),
    Setting("plan", _name, lambda _: None, "PLAN"),
    Setting("lang", _choice(*LANGS), locale_language, "LANG", LANGS),
    Setting("config", _text, lambda _: "", "FILE", in_file=False),
    Setting("user", _name, _login, "NAME"),
    Setting("color", _choice(*COLORS), lambda _: "auto", "WHEN", COLORS),
    Setting("debug", _switch, lambda _: False),
    Setting("quiet", _switch, lambda _: False),
)


def _targets(written: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """The delivery targets, read by whoever delivers."""
    table = written.get(DELIVERY, {})
    if not isinstance(table, dict):
        raise BadSetting(problem="text", name=DELIVERY, where=path, value=str(table), choices=())
    return table


def origin(
    item: Setting, flags: Mapping[str, Any], environ: Environment, path: str, written: Mapping[str, Any]
) -> tuple[Any, str]:
    """The value of a setting and where it comes from: `--db`, `TRACKER_DB`, the path of the file, "" for its default.

    `written` is what the file at `path` says. Raises `BadSetting`.
    """
    if item.name in flags:
        return _checked(item, flags[item.name], f"--{item.name}"), f"--{item.name}"
    if environ.get(item.variable):
        return _checked(item, environ[item.variable], item.variable), item.variable
    if item.name in written:
        return _checked(item, written[item.name], path), path
    return item.default(environ), ""


def _checked(item: Setting, value: object, where: str) -> object:
    """`value` as the setting's own type; a TOML boolean is taken for a switch, other TOML types are refused."""
    if isinstance(value, bool) and item.read is _switch:
        return value
    problem = "text"
    if isinstance(value, str):
        try:
            return item.read(value)
        except ValueError as error:
            problem = str(error)
    raise BadSetting(problem=problem, name=item.name, where=where, value=str(value), choices=item.choices)


def _read_file(path: str, *, required: bool) -> Mapping[str, Any]:
    """The table of `config.toml`, with known keys only; empty where there is no file and none was asked for."""
    if not required and not os.path.exists(path):
        return {}
    import tomllib
    from pathlib import Path

    from tracker.files import reason

    try:
        if not Path(path).is_dir() and not Path(path).is_file() and os.path.exists(path):
            raise FileTrouble(path=path, problem="not-a-file")  # a device may have no end
        content = Path(path).read_bytes()
    except OSError as error:
        raise FileTrouble(path=path, problem=reason(error)) from error

    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSetting(problem="syntax", name="", where=path, value=str(error), choices=()) from error
    names = tuple(item.name for item in SETTINGS if item.in_file)
    for name in table:
        if name not in (*names, DELIVERY):
            raise BadSetting(problem="unknown", name=name, where=path, value="", choices=names)
    return table


def refuse_password(location: str, where: str) -> None:
    """Raise BadSetting for a database URL with a password, given at `where` (`--db`, or an argument's name).

    A command line shows it to everyone on the machine.
    """
    head, mark, rest = location.partition("://")
    if head and mark and (re.match(r"[^:/]*:[^@]+@", rest) or re.search(r"[?&](ssl)?password=", rest)):
        problem = "password" if where == "--db" else "password-elsewhere"
        raise BadSetting(problem=problem, name="db", where=where, value="", choices=())
