"""Pages of the bundled review as their readers see them: `python docs/images/reports.py`.

Needs the extra [pdf], LibreOffice (writer and calc), pdftoppm and Chromium, which the tests' own helper speaks to; the
demo's figures are replayed in a folder that is thrown away.
"""

import base64
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from tracker.domain.bilingual import Lang
from tracker.domain.period import Period
from tracker.report.document import ReportDocument
from tracker.report.writers import render
from tracker.services.demo import DATABASE, run_demo
from tracker.services.reporting import make, order_review
from tracker.store.database import open_database

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))
from tests.report.browser import browsing  # noqa: E402 - found from the checkout, wherever it is started

WANTED: tuple[tuple[str, Lang, int], ...] = (("pdf", "zh", 1), ("docx", "en", 2), ("xlsx", "zh", 2))
"""Format, language and page of each picture."""
SCREENS: tuple[tuple[str, Lang, int, int], ...] = (("desktop", "en", 1280, 1500), ("phone", "zh", 390, 1500))
"""Where the page is read, language, width and how much of its height."""
WIDTH = 900


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = _review(folder / "demo")
        for form, lang, page in WANTED:
            _picture(folder, render(document, form, lang), form, lang, page)
        for screen, lang, width, height in SCREENS:
            _screen(folder, render(document, "html", lang), f"review-{screen}.{lang}.png", width, height)


def _review(folder: Path) -> ReportDocument:
    run_demo(folder, "demo")
    with open_database(str(folder / DATABASE)) as database, database.read() as reader:
        plan = reader.plans()[0]
        today = date(plan.year + 3, 1, 1)
        return make(reader, order_review(reader, plan.code, Period.year(plan.year), today))


def _picture(folder: Path, content: bytes, form: str, lang: Lang, page: int) -> None:
    """A page of the file as `review-FORM.LANG.png`."""
    file = folder / f"review.{form}"
    file.write_bytes(content)
    if form != "pdf":
        home = f"-env:UserInstallation=file://{folder}/office"
        subprocess.run(["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder, file], check=True)
    made = HERE / f"review-{form}.{lang}"
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-f", str(page), *size, folder / "review.pdf", made], check=True)
    print(f"{made.name}.png")


def _screen(folder: Path, content: bytes, name: str, width: int, height: int) -> None:
    """The top of the page in a browser, on a screen of a width."""
    page = folder / "review.html"
    page.write_bytes(content)
    with browsing(folder / "profile") as tab:
        tab.open(page, width, height)
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        shot = tab.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
    (HERE / name).write_bytes(base64.b64decode(shot["data"]))
    print(name)


if __name__ == "__main__":
    main()
