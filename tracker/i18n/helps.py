"""The help texts of the commands, which live apart from the commands so that listing them loads none.

`texts/help/__init__.py` has one line for each command under its path (`schedule add`), and what several commands
share: options (`option.--json`), arguments (`argument.CODE`), placeholders (`metavar.DATE`). The rest of a command
stands in `texts/help/<first word>.py`: `help`, `example`, options and arguments by name; below a group each key
begins with the rest of the path (`add.help`, `add.--every`).
"""

from importlib.util import find_spec

from tracker.i18n import Lang, table

SHARED = "help"


def short(path: str, lang: Lang) -> str:
    """One line about the command at `path`, "" if there is none."""
    return _pick(SHARED, path, lang)


def metavar(name: str, lang: Lang) -> str:
    """A placeholder such as DATE as a reader of `lang` expects it."""
    return _pick(SHARED, f"metavar.{name}", lang) or name


def command_text(path: str, item: str, lang: Lang) -> str:
    """`help` or `example` of a command, "" if there is none."""
    area, key = _own(path, item)
    return _pick(area, key, lang)


def parameter(path: str, name: str, lang: Lang) -> str:
    """What an option (`--as-of`) or an argument (`CODE`) is for: the command's own words, else the shared ones."""
    area, key = _own(path, name)
    kind = "option" if name.startswith("-") else "argument"
    return _pick(area, key, lang) or _pick(SHARED, f"{kind}.{name}", lang)


def _own(path: str, item: str) -> tuple[str, str]:
    first, _, rest = path.partition(" ")
    module = "import_" if first == "import" else first.replace("-", "_")
    return f"{SHARED}.{module}", ".".join([*rest.split(), item])


def _pick(area: str, key: str, lang: Lang) -> str:
    if area != SHARED and find_spec(f"tracker.i18n.texts.{area}") is None:
        return ""
    english, chinese = table(area).get(key, ("", ""))
    return chinese if lang == "zh" else english
