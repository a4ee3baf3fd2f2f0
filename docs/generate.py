"""Write the reference pages from the program itself: `python docs/generate.py`, and `--check` to fail if one is stale.

`cli.md` and `cli.zh.md` are every command's help page; `settings.md` and `settings.zh.md` come from the settings' own
table in `tracker.config`; `checks.md` describes the checks of figures by their own docstrings.
"""

import json
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from tracker.cli.frame import Table
from tracker.cli.root import root
from tracker.cli.session import Session
from tracker.config import FOLDER, SETTINGS, Setting
from tracker.domain.checks import RULES
from tracker.exchange.plan_schema import plan_schema
from tracker.i18n import Lang, helps, table
from tracker.report.schema import report_schema

CHECKS_ABOUT = (
    "Every figure is held against all of these before it is kept. *Errors* stop it; *warnings* ask, or have to be "
    "accepted with `--accept`; *notices* are told. Accepted warnings and notices are kept with the figure. (Method, 1) "
    "is section 1 of the method page."
)
HERE = Path(__file__).parent
HEAD = {
    "en": "<!-- Written by docs/generate.py; change the help texts in tracker/i18n/texts/help instead. -->",
    "zh": "<!-- 由 docs/generate.py 生成；如需修改，请改 tracker/i18n/texts/help 中的帮助文本。 -->",
}
CLI_TITLE = {"en": "# Commands", "zh": "# 命令参考"}
SETTINGS_TITLE = {"en": "# Settings", "zh": "# 设置参考"}
SETTINGS_ABOUT = {
    "en": "A setting is taken from the command line, else from its environment variable, else from `config.toml`, else "
    "its default holds. An unknown key in the file is an error. Tables `[delivery.NAME]` name "
    "[delivery targets](delivery.md).",
    "zh": "设置项依次取自命令行、环境变量、`config.toml`，都没有时取默认值。文件中出现未知的键即报错。"
    "`[delivery.名称]` 各表设置[发送对象](delivery.zh.md)。",
}
SETTINGS_COLUMNS = {
    "en": "| Option | Variable | Key in `config.toml` | Meaning |",
    "zh": "| 选项 | 环境变量 | `config.toml` 的键 | 含义 |",
}
FOLDERS = {
    "en": ("## Folders", "| System | `config.toml` | `tracker.db` |"),
    "zh": ("## 文件夹", "| 系统 | `config.toml` | `tracker.db` |"),
}
PLACES = (
    ("Linux", "$XDG_CONFIG_HOME ~/.config", "$XDG_DATA_HOME ~/.local/share"),
    ("macOS", "~/Library/Application Support", "~/Library/Application Support"),
    ("Windows", "%APPDATA%", "%LOCALAPPDATA%"),
)


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    return {
        "cli.md": cli_page("en"),
        "cli.zh.md": cli_page("zh"),
        "settings.md": settings_page("en"),
        "settings.zh.md": settings_page("zh"),
        "checks.md": checks_page(),
        "plan.schema.json": json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n",
        "report.schema.json": json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n",
    }


def checks_page() -> str:
    """The checks of figures: code, strength, what each looks for and what it says."""
    parts = ["<!-- Written by docs/generate.py from tracker/domain/checks. -->", "# Checks of figures", CHECKS_ABOUT]
    for rule in RULES:
        english, chinese = table("problems")[rule.code]
        parts += [f"## `{rule.code}`: {rule.severity}", cleandoc(rule.doc), f"> {english}\n>\n> {chinese}"]
    return "\n\n".join(parts) + "\n"


def cli_page(lang: Lang) -> str:
    """The help page of the program and of every command."""
    parts = [HEAD[lang], CLI_TITLE[lang]]
    for path in ["", *paths(root.table)]:
        parts += [f"## tracker {path}".rstrip(), f"```text\n{help_page(path, lang)}\n```"]
    return "\n\n".join(parts) + "\n"


def paths(table: Table, above: str = "") -> Iterator[str]:
    """The paths of all commands and groups, in the order of the table of contents."""
    for name, place in table.items():
        path = f"{above} {name}".strip()
        yield path
        if isinstance(place, dict):
            yield from paths(place, path)


def help_page(path: str, lang: Lang) -> str:
    """What `tracker PATH --help` prints."""
    session = Session()
    session.spoken = lang
    context = click.Context(root, info_name="tracker", obj=session)
    for name in path.split():
        context = click.Context(below(context, name), info_name=name, parent=context)
    return context.get_help()


def below(context: click.Context, name: str) -> click.Command:
    """The command `name` of the group at hand."""
    found = context.command.get_command(context, name) if isinstance(context.command, click.Group) else None
    if found is None:
        raise LookupError(name)
    return found


def settings_page(lang: Lang) -> str:
    """The settings in a table, and where the files are."""
    heading, columns = FOLDERS[lang]
    rows = [SETTINGS_COLUMNS[lang], "|---|---|---|---|", *(setting_row(item, lang) for item in SETTINGS)]
    folders = [columns, "|---|---|---|"]
    folders += [f"| {system} | {place(config)} | {place(data)} |" for system, config, data in PLACES]
    parts = [HEAD[lang], SETTINGS_TITLE[lang], SETTINGS_ABOUT[lang], "\n".join(rows), heading, "\n".join(folders)]
    return "\n\n".join(parts) + "\n"


def place(folders: str) -> str:
    """A folder, and after it the one that stands in where its variable is not set."""
    names = folders.split(" ") if folders.startswith("$") else [folders]
    return ", ".join(f"`{name}/{FOLDER}`" for name in names)


def setting_row(item: Setting, lang: Lang) -> str:
    """One setting as a row of the table."""
    option = f"--{item.name}"
    meaning = helps.parameter("", option, lang)
    shown = f"{option} {helps.metavar(item.metavar, lang)}" if item.metavar else option
    if item.choices:
        meaning += f" ({', '.join(item.choices)})" if lang == "en" else f"（{'、'.join(item.choices)}）"
    key = f"`{item.name}`" if item.in_file else ""
    return f"| `{shown}` | `{item.variable}` | {key} | {meaning} |"


def main() -> None:
    """Write the pages, or with `--check` name those that differ from what would be written."""
    stale = [name for name, page in pages().items() if not is_current(HERE / name, page)]
    if "--check" not in sys.argv[1:]:
        for name in stale:
            (HERE / name).write_text(pages()[name], encoding="utf-8", newline="\n")
            print(f"wrote docs/{name}")
    elif stale:
        sys.exit(f"stale: {', '.join(stale)}; run `python docs/generate.py`")


def is_current(path: Path, page: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == page


if __name__ == "__main__":
    main()
