"""No box is ever drawn: what the fonts lack is named instead."""

from tests.report.papers import june
from tracker.report.charts import LARGE
from tracker.report.writers.fonts import drawable
from tracker.report.writers.pictures import figure_png, figure_svg


def test_chinese_and_common_signs_are_drawn_as_they_are() -> None:
    words = "专精特新“小巨人”企业数（万家）：超过9.8%、±0.1～5G — naïve ≥ ①Ⅱ℃《》…"
    assert drawable(words) == words


def test_what_the_fonts_lack_is_named() -> None:
    assert drawable("a🚀b\u200d\ufe0fش") == "a[U+1F680]b[U+0634]"


def test_a_picture_has_the_legend_below_the_chart() -> None:
    chart = june().targets[0].chart
    drawn, height = figure_svg(chart, "zh", LARGE)
    bare, low = figure_svg(chart, "zh", LARGE, legend=False)
    assert height > low == LARGE.height
    assert "公布值为下限" in drawn
    assert "公布值为下限" not in bare


def test_chinese_letters_are_really_drawn() -> None:
    chart = june().targets[0].chart
    with_letters, _ = figure_png(chart, "zh", LARGE)
    assert with_letters == figure_png(chart, "zh", LARGE)[0]
    assert len(with_letters) > len(figure_png(chart, "zh", LARGE, legend=False)[0])
