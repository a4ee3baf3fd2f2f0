"""Pages of the bundled review as their readers see them: `python docs/images/reports.py`.

Needs the extra [pdf], LibreOffice (writer and calc) and pdftoppm; the demo's figures are replayed in a folder that is
thrown away.
"""

import subprocess
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
WANTED: tuple[tuple[str, Lang, int], ...] = (("pdf", "zh", 1), ("docx", "en", 2), ("xlsx", "zh", 2))
"""Format, language and page of each picture."""
WIDTH = 900


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = _review(folder / "demo")
        for form, lang, page in WANTED:
            _picture(folder, render(document, form, lang), form, lang, page)


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


if __name__ == "__main__":
    main()
