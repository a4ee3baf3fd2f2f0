"""The page is one file, offline, without scripts, well formed for a screen reader, and harmless whatever is in it."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.report.papers import june, may, renamed, review
from tracker.domain.bilingual import Lang
from tracker.report.document import ReportDocument
from tracker.report.writers.html import write_html

VOID = {"meta", "br", "wbr", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """The elements of a page with their attributes and text, checked for balance on the way."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(content.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]

    def text(self, tag: str) -> list[str]:
        return [words for owner, words in self.texts if owner == tag]


def page(document: ReportDocument, lang: Lang) -> Page:
    return Page(write_html(document, lang))


PAPERS = [june, review]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("lang", "code"), [("zh", "zh-CN"), ("en", "en")])
def test_language_headings_tables_and_names(paper: type, lang: Lang, code: str) -> None:
    found = page(paper(), lang)
    assert found.all("html")[0]["lang"] == code
    levels = [int(tag[1]) for tag, _ in found.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(cell.get("scope") in ("row", "col") for cell in found.all("th"))
    assert len(found.all("caption")) == len(found.all("table"))
    assert all(words.strip() for words in found.text("caption"))
    pictures = [svg for svg in found.all("svg") if svg.get("aria-hidden") != "true"]
    assert all(picture["role"] == "img" and len(picture["aria-label"]) > 10 for picture in pictures)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_link_has_its_target_and_every_name_is_one(paper: type) -> None:
    found = page(paper(), "zh")
    names = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(names) == len(set(names))
    links = [link["href"] for link in found.all("a")]
    assert len(links) > 10
    assert all(link.startswith("#") and link[1:] in names for link in links)


def test_it_asks_nothing_of_anyone() -> None:
    text = write_html(june(), "zh").decode()
    found = Page(text.encode())
    assert not found.all("script", "link", "img", "iframe", "object", "form")
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    assert not re.findall(r"(?:url\(|@import|https?://(?!www\.w3\.org/2000/svg))", text)
    assert "default-src 'none'" in text


def test_every_figure_of_a_chart_can_be_reached_and_read() -> None:
    found = page(june(), "zh")
    pins = [attributes for _, attributes in found.elements if attributes.get("class", "").startswith("pin")]
    figures = sum(len(target.chart.points) for target in june().targets)
    figures += sum(len(row.chart.points) for row in june().watched if row.chart)
    assert len(pins) == figures
    assert all(pin["tabindex"] == "0" for pin in pins)
    tips = [words for owner, words in found.texts if "工业和信息化部，2023年6月26日发布" in words]
    assert "2023年6月26日：超过8万家（工业和信息化部，2023年6月26日发布）" in tips


def test_a_status_is_a_word_with_a_mark_that_needs_no_colour() -> None:
    text = write_html(june(), "zh").decode()
    assert '<span class="tag s-achieved">已完成</span>' in text
    marks = dict(re.findall(r"\.s-([a-z-]+)::before \{ content: \"(.)\";", text))
    assert len(set(marks.values())) == len(marks) >= 6


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }}{% raw %}",
        "</style><b>",
        "=cmd()|' /C calc'!A0",
        "\u202egnp.exe\u2066 مرحبا \U0001f469\u200d\U0001f4bb",
        "long" * 300,
        "--><!--",
    ],
)
def test_hostile_text_is_shown_and_does_nothing(words: str) -> None:
    content = write_html(renamed(words), "en")
    found = Page(content)
    assert not found.all("script", "img", "b")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", content.decode())
    shown = re.sub("[\u202a-\u202e\u2066-\u2069]", "", words)
    assert shown in [title.strip() for title in found.text("h3")]


def test_the_footer_makes_it_reproducible() -> None:
    shown = page(may(), "en").text("dd")
    assert "2023-06-26" in shown
    assert "2023-07-01 12:05:06.000789+08:00" in shown
    assert any(re.fullmatch(r"[0-9a-f]{64}", words) for words in shown)


def test_a_page_is_the_same_bytes_every_time() -> None:
    assert write_html(june(), "zh") == write_html(june(), "zh")


def test_it_is_light() -> None:
    assert len(write_html(review(), "zh")) < 120_000
