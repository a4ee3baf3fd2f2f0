"""The published schema and the format's pages agree with the reader."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.domain.plan_cases import SMALL, small
from tracker.domain.plan_data import plan_data, read_plan
from tracker.domain.plan_keys import PLAN
from tracker.domain.shape import Either, Findings, Keys, Records, Shape
from tracker.errors import PlanRefused
from tracker.exchange.bundle import bundle
from tracker.exchange.plan_file import parse_plan
from tracker.exchange.plan_schema import plan_schema
from tracker.exchange.yaml_text import load

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("plan-file.md", "plan-file.zh.md")
BUNDLED = bundle().folder / "plan.yaml"


@pytest.fixture(scope="module")
def schema() -> Any:
    published = json.loads((DOCS / "plan.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    return jsonschema.Draft202012Validator(published)


def test_the_published_schema_is_the_one_made() -> None:
    assert json.loads((DOCS / "plan.schema.json").read_text(encoding="utf-8")) == plan_schema()


def test_the_bundled_plan_fits_however_it_is_read(schema: Any) -> None:
    content = BUNDLED.read_bytes()
    schema.validate(load(content, Findings())[0])
    schema.validate(json.loads(json.dumps(yaml.safe_load(content), default=str)))
    schema.validate(plan_data(parse_plan(content, "plan.yaml").plan))


def mappings(shape: Shape, *path: str | int) -> Iterator[tuple[str | int, ...]]:
    """The path of every mapping of the small plan, filled up so that each kind of mapping is there."""
    match shape:
        case Keys():
            yield path
            for name, key in shape.keys.items():
                yield from mappings(key.shape, *path, name)
        case Records():
            yield from mappings(shape.item, *path, 0)
        case Either():
            yield from mappings(shape.full, *path)


FULL = parse_plan(
    re.findall(r"```yaml\n(.*?)```", (DOCS / PAGES[0]).read_text(encoding="utf-8"), re.DOTALL)[1].encode(), "five years"
).plan


@pytest.mark.parametrize("path", list(mappings(PLAN)), ids=str)
def test_an_unknown_key_is_refused_by_both(schema: Any, path: tuple[str | int, ...]) -> None:
    data: Any = plan_data(FULL)
    data["indicators"][0]["unit"] = {"zh": "个", "en": "points"}
    data["targets"][0] |= {"name": {"zh": "一"}, "note": {"zh": "二"}, "baseline": {"period": "2020", "value": "5万"}}
    data["tasks"][0]["commitments"][0]["evidence"] = {"paragraph": "1", "phrase": "一"}
    schema.validate(data)
    place = data
    for key in path:
        place = place[key]
    assert isinstance(place, dict)
    place["surprise"] = "x"
    assert not schema.is_valid(data)
    with pytest.raises(PlanRefused) as refused:
        read_plan(data)
    found: Any = refused.value.data["problems"]
    assert [(problem.code, problem.where) for problem in found] == [("unknown-key", (*path, "surprise"))]


@pytest.mark.parametrize(
    "data",
    [
        small("plan", value="Hafen"),
        small("indicators", 0, "kind", value="stok"),
        small("targets", 0, "evidence", value={"paragraph": "1", "phrase": "一二三四五六七八九十一二三"}),
        small("cutoff-day", value="soon"),
        small("publishers", value={"code": "port"}),
        {key: value for key, value in SMALL.items() if key != "year"},
    ],
)
def test_what_the_schema_refuses_the_reader_refuses(schema: Any, data: dict[str, Any]) -> None:
    assert not schema.is_valid(data)
    with pytest.raises(PlanRefused):
        read_plan(data)


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_the_page_load(schema: Any, page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert examples
    for example in examples:
        assert parse_plan(example.encode(), page).plan.targets
        schema.validate(load(example.encode(), Findings())[0])


@pytest.mark.parametrize("page", PAGES)
def test_the_page_explains_every_key(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for path in mappings(PLAN):
        shape: Any = PLAN
        for key in path:
            shape = shape.item if isinstance(key, int) else shape.keys[key].shape
            shape = shape.full if isinstance(shape, Either) else shape
        for name in shape.keys:
            assert re.search(rf"[`{{ ]{name}[`,:}}]", text), name
