"""The page as its reader has it: in a real browser, on a desk and on a phone."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.report.ahead import august
from tests.report.browser import Tab, browsing, installed
from tests.report.papers import june, renamed, review
from tracker.report.writers.html import write_html, write_index
from tracker.services.reporting import write_report

pytestmark = pytest.mark.skipif(installed() is None, reason="no Chromium is installed here")


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with browsing(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_bytes(write_html(june(), "zh"))
    return path


def test_focusing_a_point_shows_its_figure(tab: Tab, page: Path) -> None:
    tab.open(page, 1200, 900)
    tab.ask("window.pin = [...document.querySelectorAll('#target-smes-2023 .pin')].at(-1)")
    tip = "getComputedStyle(pin.querySelector('.tip')).opacity"
    assert tab.ask(tip) == "0"
    tab.ask("pin.focus()")
    assert tab.ask("document.activeElement === pin")
    assert tab.ask(tip) == "1"
    assert tab.ask("pin.innerText") == "2023年6月26日：超过8万家（工业和信息化部，2023年6月26日发布）"


def test_points_lie_on_their_marks(tab: Tab, page: Path) -> None:
    tab.open(page, 1200, 900)
    distances = tab.ask(
        """[...document.querySelectorAll('#target-smes-2023 .pin')].map(pin => {
            const at = box => [box.x + box.width / 2, box.y + box.height / 2];
            const [x, y] = at(pin.getBoundingClientRect());
            const marks = [...pin.parentElement.querySelectorAll('svg circle, svg rect')];
            return Math.min(...marks.map(mark => {
                const [a, b] = at(mark.getBoundingClientRect()); return Math.hypot(a - x, b - y) }));
        })"""
    )
    assert len(distances) == 3
    assert max(distances) < 2


@pytest.mark.parametrize("width", [360, 390, 768, 1200])
def test_no_page_is_wider_than_its_screen(tab: Tab, tmp_path: Path, width: int) -> None:
    long = write_html(renamed("long" * 60), "en")
    for number, content in enumerate((write_html(june(), "zh"), write_html(review(), "en"), long, write_index([]))):
        path = tmp_path / f"{number}.html"
        path.write_bytes(content)
        tab.open(path, width, 800)
        assert tab.ask("document.scrollingElement.scrollWidth") <= width


def test_a_chinese_heading_breaks_behind_the_plan_s_name(tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(write_html(renamed("2023年工业和信息化工作"), "zh"))
    tab.open(path, 390, 800)
    tops = "[...document.querySelector('h1').childNodes].filter(one => one.data).map(one => { const range = "
    tops += "document.createRange(); range.selectNode(one); return range.getClientRects().length })"
    assert tab.ask(tops) == [1, 1], "each part on one line"
    assert tab.ask("document.querySelector('h1').offsetHeight") > 50, "two lines in all"


def test_every_tooltip_stays_on_the_screen(tab: Tab, page: Path) -> None:
    for width in (390, 1200):
        tab.open(page, width, 800)
        outside = tab.ask(
            """[...document.querySelectorAll('.tip')].filter(tip => {
                const box = tip.getBoundingClientRect();
                return box.left < 0 || box.right > innerWidth;
            }).length"""
        )
        assert outside == 0


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Pages of every sort: a report in Chinese, a review in English, one with a forecast, and the archive of them."""
    folder = tmp_path_factory.mktemp("shelf")
    for document in (june(), august()):
        write_report(folder, document, ["html"], ["zh"])
    write_report(folder, review(), ["html"], ["en"])
    return sorted(folder.rglob("*.html"))


def test_nothing_is_asked_of_the_network_and_nothing_complained_about(tab: Tab, shelf: list[Path]) -> None:
    assert len(shelf) == 4
    for page in shelf:
        tab.requests.clear()
        tab.complaints.clear()
        tab.open(page, 1200, 900)
        tab.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
        tab.ask("document.querySelectorAll('.pin').forEach(one => one.focus())")
        tab.call("Page.printToPDF")
        assert tab.complaints == []
        assert tab.requests == [page.as_uri()]
        assert tab.ask("document.scripts.length + document.querySelectorAll('[onclick], [src], link').length") == 0


def test_contrast_is_enough_for_small_text(tab: Tab, shelf: list[Path]) -> None:
    for page in shelf:
        tab.open(page, 1200, 900)
        tab.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
        ratios = tab.ask(CONTRASTS)
        assert len(ratios) > 30
        assert min(ratios, key=lambda one: one[0])[0] >= 4.5, min(ratios, key=lambda one: one[0])


def test_letters_in_charts_are_dark_enough(tab: Tab, page: Path) -> None:
    tab.open(page, 1200, 900)
    fills = tab.ask("[...new Set([...document.querySelectorAll('svg text')].map(one => getComputedStyle(one).fill))]")
    assert fills
    for fill in fills:
        light = sum(
            weight * (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4)
            for weight, v in zip(
                (0.2126, 0.7152, 0.0722), (int(n) / 255 for n in re.findall(r"\d+", fill)), strict=True
            )
        )
        assert 1.05 / (light + 0.05) >= 4.5, fill


def test_headings_tables_and_languages_are_in_order(tab: Tab, shelf: list[Path]) -> None:
    for page in shelf:
        tab.open(page, 1200, 900)
        levels = tab.ask("[...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        assert tab.ask("document.querySelectorAll('th:not([scope])').length") == 0
        assert tab.ask("document.documentElement.lang") in ("zh-CN", "en")
        assert tab.ask("[...document.querySelectorAll('.plot svg')].every(one => one.getAttribute('role') === 'img')")
        assert tab.ask("[...document.querySelectorAll('.plot svg')].every(one => one.ariaLabel || one.textContent)")


def test_every_point_is_reached_with_the_keyboard_alone(tab: Tab, page: Path) -> None:
    tab.open(page, 1200, 900)
    reached = []
    for _ in range(tab.ask("document.querySelectorAll('a, summary, .pin').length") + 1):
        for kind in ("rawKeyDown", "keyUp"):
            tab.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        tip = tab.ask(
            """(() => { const tip = document.activeElement.querySelector(':scope > .tip');
                        return tip && getComputedStyle(tip).opacity === '1' ? tip.textContent : null })()"""
        )
        reached += [tip] if tip else []
    assert reached == tab.ask("[...document.querySelectorAll('.tip')].map(one => one.textContent)")
    assert "2023年6月26日：超过8万家（工业和信息化部，2023年6月26日发布）" in reached


def test_pointing_at_a_point_shows_its_figure(tab: Tab, page: Path) -> None:
    tab.open(page, 1200, 900)
    tab.ask("window.pin = [...document.querySelectorAll('#target-smes-2023 .pin')].at(-1)")
    tab.ask("pin.scrollIntoView({block: 'center'})")
    x, y = tab.ask("(() => { const box = pin.getBoundingClientRect(); return [box.x + 13, box.y + 13] })()")
    tab.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    assert tab.ask("getComputedStyle(pin.querySelector('.tip')).opacity") == "1"


def test_on_paper_nothing_is_folded_away_or_clipped(tab: Tab, page: Path) -> None:
    tab.open(page, 720, 900)
    tab.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert tab.ask("[...document.querySelectorAll('details ul')].every(one => one.checkVisibility())")
        assert tab.ask("getComputedStyle(document.querySelector('nav')).display") == "none"
        assert tab.ask("document.scrollingElement.scrollWidth") <= 720
    finally:
        tab.call("Emulation.setEmulatedMedia", media="")


WEIGHTS = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue in how light a colour is."""
WORDS = ".tag, .sub, .note, .aside, th, td, a, p, li, dt, dd, h1, h2, h3, .tip, span[lang]"
CONTRASTS = (
    f"[...document.querySelectorAll('{WORDS}')]"
    + """
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())).map(one => {
        const rgb = text => text.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, place) => sum + v * [.2126, .7152, .0722][place], 0);
        let ground = one;
        while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
        const pair = [light(rgb(getComputedStyle(one).color)),
                      ground ? light(rgb(getComputedStyle(ground).backgroundColor)) : 1].sort((a, b) => b - a);
        return [(pair[0] + .05) / (pair[1] + .05), one.textContent.slice(0, 40)];
    })"""
)
