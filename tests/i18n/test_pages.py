"""The pages in Chinese say what the English ones say, as far as a program can see, and every link leads somewhere."""

import json
import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
DOCS = TOP / "docs"
PAGES = [TOP / "README.md", TOP / "README.zh.md", TOP / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
CHINESE = [page for page in PAGES if page.name.endswith(".zh.md")]
WRITTEN = [page for page in CHINESE if page.name not in ("cli.zh.md", "settings.zh.md")]
"""By hand; the others come in both languages from one program."""
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")


def english(page: Path) -> Path:
    return page.with_name(page.name.replace(".zh.md", ".md"))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TOP)))
def test_links_lead_somewhere(page: Path) -> None:
    for path, anchor in LINK.findall(page.read_text("utf-8")):
        there = page.parent / path if path else page
        assert there.exists(), path
        assert not anchor or there.suffix != ".md" or anchor in anchors(there), f"{path}#{anchor}"


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_a_page_leads_to_the_other_language(page: Path) -> None:
    assert f"[English]({english(page).name})" in page.read_text("utf-8")
    assert f"[中文]({page.name})" in english(page).read_text("utf-8")


@pytest.mark.parametrize("page", CHINESE, ids=lambda page: page.name)
def test_both_languages_name_the_same_options_and_variables(page: Path) -> None:
    for kind in (r"(?<![\w-])--[a-z][a-z-]+", r"TRACKER_[A-Z]+"):
        named = [
            set(re.findall(kind, one.read_text("utf-8"))) - {"--lang", "TRACKER_LANG"} for one in (page, english(page))
        ]
        assert named[0] == named[1]


def test_the_method_names_the_same_codes_and_settings_in_both_languages() -> None:
    chinese, original = ((DOCS / name).read_text("utf-8") for name in ("method.zh.md", "method.md"))
    for kind in (r"`([a-z_-]+)`", r"(?<!\*)\*([a-z]+-[a-z-]+)\*(?!\*)", r"^#+ (\d)\."):
        assert re.findall(kind, original, re.MULTILINE)
        assert set(re.findall(kind, chinese, re.MULTILINE)) == set(re.findall(kind, original, re.MULTILINE))
    assert chinese.count("**（自定）**") == original.count("**(d)**")


def test_the_settings_the_method_names_are_those_of_a_plan() -> None:
    schema = json.loads((DOCS / "plan.schema.json").read_text("utf-8"))
    known = {*schema["properties"], *schema["properties"]["rules"]["properties"]}
    named = set(re.findall(r"\(\*([a-z-]+)\*\)", (DOCS / "method.md").read_text("utf-8")))
    assert len(named) > 5
    assert named <= known
