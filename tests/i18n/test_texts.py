"""Every text stands in both languages with the same data, and every code of the domain has one."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

import tracker
import tracker.i18n.texts as tables
from tracker.domain.bands import Status
from tracker.i18n import has_text, text
from tracker.i18n.texts import errors, sentences

AREAS = sorted(name for _, name, _ in pkgutil.walk_packages(tables.__path__))
DOMAIN = Path(tracker.__file__).parent / "domain"


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same(area: str) -> None:
    table: dict[str, tuple[str, str]] = import_module(f"tracker.i18n.texts.{area}").TEXTS
    for code, (english, chinese) in table.items():
        assert bool(english) == bool(chinese), code
        if area != "sentences":  # prose is phrased freely in each language; the reports' tests read it
            assert fields(english) == fields(chinese), code


@pytest.mark.parametrize(("constructor", "area"), [("Reason", "reasons"), ("Step", "explain")])
def test_every_code_of_an_assessment_has_a_text(constructor: str, area: str) -> None:
    source = "\n".join(path.read_text("utf-8") for path in DOMAIN.rglob("*.py"))
    codes = set(re.findall(rf'{constructor}\(\s*"([a-z-]+)"', source))
    assert len(codes) > 10
    assert {code for code in codes if not has_text(f"{area}.{code}")} == set()


@pytest.mark.parametrize(("parts", "whole"), [(errors.AREAS, errors.TEXTS), (sentences.PARTS, sentences.TEXTS)])
def test_a_text_stands_in_one_part_of_its_table(
    parts: tuple[ModuleType, ...], whole: dict[str, tuple[str, str]]
) -> None:
    codes = [code for part in parts for code in part.TEXTS]
    assert sorted(codes) == sorted(whole)
    assert len(codes) > 100


def test_a_status_is_put_into_words_even_where_all_else_is_text() -> None:
    said = text("report.measured-by", "zh", name="企业数", status=Status.ACHIEVED)
    assert said == "量化目标“企业数”：已完成"
