"""The page as its reader has it: in a real browser, on a desk and on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report.browser import Tab, browsing, installed
from tests.report.papers import june, renamed, review
from tracker.report.writers.html import write_html, write_index

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


def test_nothing_is_asked_of_the_network_and_nothing_complained_about(tab: Tab, page: Path) -> None:
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(page, 1200, 900)
    tab.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert tab.complaints == []
    assert [url for url in tab.requests if not url.startswith("file:")] == []
    assert tab.requests == [page.as_uri()]


def test_contrast_is_enough_for_small_text(tab: Tab, page: Path) -> None:
    tab.open(page, 1200, 900)
    ratios = tab.ask(
        """[...document.querySelectorAll('.tag, .sub, .note, .aside, th, td, a, .tip')].map(one => {
            const rgb = text => text.match(/[\\d.]+/g).map(Number);
            const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
                .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
                .reduce((sum, v, place) => sum + v * [.2126, .7152, .0722][place], 0);
            let ground = one;
            while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
            const pair = [light(rgb(getComputedStyle(one).color)),
                          ground ? light(rgb(getComputedStyle(ground).backgroundColor)) : 1].sort((a, b) => b - a);
            return (pair[0] + .05) / (pair[1] + .05);
        })"""
    )
    assert len(ratios) > 100
    assert min(ratios) >= 4.5
