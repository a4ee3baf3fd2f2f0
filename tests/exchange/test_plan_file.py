"""Plan files: read with lines, written the same every time, and refused without harm whatever is in them."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.plan_cases import plans
from tracker.domain.plan import Plan
from tracker.domain.shape import Findings
from tracker.errors import BAD_FILE, BAD_PLAN, FileTrouble, PlanRefused
from tracker.exchange.plan_file import parse_plan, plan_text, read_plan_file
from tracker.exchange.yaml_text import MOST_BYTES, dump, load

SMALL = """\
plan: harbour-2024
name: 港口2024年工作
year: 2024
published: 2024-01-10
publishers: [{code: port, name: 港务局}]
indicators: [{code: cargo, name: 吞吐量, kind: flow, unit: 万吨}]
targets: [{code: cargo-2024, indicator: cargo, condition: 超过1200万吨, due: 2024-12-31}]
"""


def found(text: str | bytes) -> list[tuple[int, str]]:
    """Line and code of everything wrong with a file."""
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(PlanRefused) as refused:
        parse_plan(content, "plan.yaml")
    error: Any = refused.value
    assert error.exit_code == BAD_PLAN
    assert error.data["file"] == "plan.yaml"
    return [(line, problem.code) for line, problem in zip(error.data["lines"], error.data["problems"], strict=True)]


def test_the_smallest_plan() -> None:
    plan = parse_plan(SMALL.encode(), "plan.yaml").plan
    assert plan.code == "harbour-2024"
    assert [target.code for target in plan.targets] == ["cargo-2024"]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + SMALL.encode(), SMALL.replace("\n", "\r\n").encode()])
def test_a_mark_at_the_beginning_or_windows_line_ends_change_nothing(content: bytes) -> None:
    assert parse_plan(content, "x").plan == parse_plan(SMALL.encode(), "x").plan


def test_every_scalar_is_text() -> None:
    text = SMALL.replace("港口2024年工作", "no").replace("吞吐量", "1e3")
    plan = parse_plan(text.encode(), "x").plan
    assert plan.name.en == "no"
    assert plan.indicators["cargo"].name.en == "1e3"


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_an_exported_plan_is_the_same_plan_and_exported_again_the_same_text(plan: Plan) -> None:
    text = plan_text(plan)
    again = parse_plan(text.encode(), "x").plan
    assert again == plan
    assert plan_text(again) == text


scalars = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(str.isprintable).filter(bool)


@given(
    st.recursive(
        scalars,
        lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(scalars, inner, min_size=1, max_size=4),
        max_leaves=20,
    )
)
def test_any_plain_data_survive_as_yaml(value: Any) -> None:
    findings = Findings()
    assert load(dump({"key": value}).encode(), findings)[0] == {"key": value}
    assert not findings.problems


def test_mistakes_are_told_in_the_order_of_their_lines() -> None:
    text = SMALL.replace("year: 2024", "yaer: 2024").replace("kind: flow", "kind: flaw").replace("1200万吨", "1200家")
    assert found(text) == [(1, "missing-key"), (3, "unknown-key"), (6, "bad-choice")]
    text = SMALL.replace("1200万吨", "1200家").replace("2024-01-10", "10 January")
    assert found(text) == [(4, "bad-date")]


def test_nested_parts_have_their_own_lines() -> None:
    text = SMALL + "tasks:\n  - number: 1\n    title: 一\n    commitments:\n      - number: 1\n        titel: 二\n"
    assert found(text) == [(12, "missing-key"), (13, "unknown-key")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", [(1, "empty-file")]),
        (b"# nothing\n\n", [(1, "empty-file")]),
        (b"- a\n- b\n", [(1, "expected-mapping")]),
        (b"just words", [(1, "expected-mapping")]),
        (b"plan: x\n\tname: y\n", [(2, "yaml-tab")]),
        (b"plan: x: y\n", [(1, "yaml-colon")]),
        (b'plan: "x\nname: y\n', [(1, "yaml-unclosed")]),
        (b"plan: x\nname: [y\n", [(2, "yaml-unclosed")]),
        (b"plan: x\nname:\n  - a\n b: c\n", [(4, "yaml-indent")]),
        ("plan: x\nname: 港口".encode("gbk"), [(2, "not-utf-8")]),
        (SMALL.encode("utf-16"), [(1, "not-utf-8")]),
        (b"plan: x\nname: a\0b\n", [(2, "yaml-character")]),
        (b"plan: &p x\nname: *p\n", [(1, "yaml-anchor"), (2, "yaml-anchor")]),
        (b"plan: !!python/object:os.system x\n", [(1, "yaml-tag")]),
        (b"? [a]\n: b\n", [(1, "yaml-key")]),
        (b"plan: a\n---\nplan: b\n", [(2, "yaml-documents")]),
        (b"[" * 1000, [(1, "yaml-depth")]),
        (b"plan: a\nname: b\nplan: c\n", [(3, "duplicate-key")]),
        (b"x" * (MOST_BYTES + 1), [(1, "file-too-large")]),
    ],
)
def test_what_is_no_plan_file(content: bytes, expected: list[tuple[int, str]]) -> None:
    assert found(content) == expected


def test_a_file_that_would_grow_when_read_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert {code for _, code in found("\n".join(lines))} == {"yaml-anchor"}


def test_an_unknown_time_zone() -> None:
    assert found(SMALL + "timezone: Asia/Peking\n") == [(8, "unknown-zone")]


@given(st.binary(max_size=300))
def test_no_bytes_make_anything_but_a_refusal(content: bytes) -> None:
    assert found(content)


@given(st.integers(0, len(SMALL) - 1), st.sampled_from([" ", ":", "\n", '"', "[", "}", "-", "&", "\t", "#", "超"]))
def test_a_slip_of_one_character_makes_a_plan_or_a_refusal(place: int, slip: str) -> None:
    try:
        parse_plan((SMALL[:place] + slip + SMALL[place + 1 :]).encode(), "x")
    except PlanRefused as refused:
        assert refused.data["problems"]  # noqa: PT017  # either outcome is right


def test_a_file_on_disk_and_on_stdin(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(SMALL, encoding="utf-8")
    plan = read_plan_file(str(tmp_path / "plan.yaml"), io.BytesIO()).plan
    assert read_plan_file("-", io.BytesIO(SMALL.encode())).plan == plan


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileTrouble) as trouble:
        read_plan_file(str(tmp_path / name), io.BytesIO())
    assert trouble.value.exit_code == BAD_FILE
