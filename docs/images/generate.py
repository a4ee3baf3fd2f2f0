"""Draw the pictures of the README from what a terminal really shows: `python docs/images/generate.py`.

A database with the bundled figures is made, `tracker status` runs as on a terminal of 80 columns, and rich draws its
output. Fonts are the reader's own: nothing is fetched when a picture is shown.
"""

import html
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

HERE = Path(__file__).parent
WIDTH = 80
AS_OF = "2023-07-01"
CELL = 12.2
"""Width of a column in rich's drawings."""
RUN = re.compile(r"[!-~]+|[^\n -~]+")
FONTS = "'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace"


def tracker(*args: str) -> str:
    """What the program prints."""
    result = subprocess.run(
        [sys.executable, "-m", "tracker", *args],
        env={**os.environ, "COLUMNS": str(WIDTH)},
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE.parents[1],
    )
    return result.stdout


def draw(lines: str, command: str) -> str:
    """A terminal window with `command` and what it printed, as SVG without outside fonts."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(width=WIDTH, record=True, file=nowhere, highlight=False)
        console.print(Text(f"$ {command}", style="bold"))
        console.print(Text.from_ansi(lines))
        drawing = console.export_svg(title="tracker", unique_id="tracker")
    drawing = re.sub(r"@font-face\s*\{.*?\}\s*", "", drawing, flags=re.DOTALL)
    drawing = re.sub(
        r'<text class="([^"]*)" x="([\d.]+)" (y="[^"]*") textLength="[^"]*"([^>]*)>([^<]*)</text>', placed, drawing
    )
    return drawing.replace("Fira Code, monospace", FONTS)


def placed(match: re.Match[str]) -> str:
    """A line of text, each run of one script at its own column: rich counts a Chinese character as one."""
    name, start, line, more, shown = match.groups()
    text = html.unescape(shown).replace("\N{NO-BREAK SPACE}", " ")
    runs = []
    for run in RUN.finditer(text):
        x = float(start) + CELL * cell_len(text[: run.start()])
        size = f'x="{x:g}" {line} textLength="{CELL * cell_len(run[0]):g}" lengthAdjust="spacingAndGlyphs"'
        runs.append(f'<text class="{name}" {size}{more}>{html.escape(run[0])}</text>')
    return "".join(runs)


def main() -> None:
    """Write both pictures."""
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder) / "tracker.db")
        tracker("init", "--with-figures", "--db", database, "--quiet")
        for lang, name in (("en", "status.svg"), ("zh", "status.zh.svg")):
            shown = tracker("status", "--db", database, "--as-of", AS_OF, "--lang", lang, "--color", "always")
            drawing = draw(shown.rstrip("\n"), f"tracker --lang {lang} status --as-of {AS_OF}")
            (HERE / name).write_text(drawing, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
