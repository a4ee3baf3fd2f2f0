"""The JSON file is the canonical document, sealed, as its published schema says."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.report.ahead import august
from tests.report.papers import june, may, renamed, review
from tracker.domain.bilingual import Lang
from tracker.report.document import ReportDocument
from tracker.report.schema import report_schema
from tracker.report.writers.json import write_json

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"


def test_the_published_schema_is_the_records() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == report_schema()
    Draft202012Validator.check_schema(report_schema())


@pytest.mark.parametrize(
    "document", [may(), june(), review(), august(), renamed("\u202e<x>\x00\ud83d")], ids=str.__class__
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_report_keeps_to_the_schema(document: ReportDocument, lang: Lang) -> None:
    Draft202012Validator(report_schema()).validate(json.loads(write_json(document, lang)))


def test_the_schema_refuses_what_is_no_report() -> None:
    data = json.loads(write_json(june(), "zh"))
    validator = Draft202012Validator(report_schema())
    for spoil in (
        {"schema": 2},
        {"targets": [{**data["targets"][0], "surplus": 1}]},
        {"as_of": "26 July"},
        {"content_hash": "x"},
    ):
        assert list(validator.iter_errors(data | spoil))


def test_the_seal_can_be_checked_by_anyone() -> None:
    data = json.loads(write_json(june(), "zh"))
    claimed = data.pop("content_hash")
    data.pop("version")
    assert data.pop("language") == "zh"
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == claimed


def test_the_language_changes_nothing_else() -> None:
    zh, en = (json.loads(write_json(june(), lang)) for lang in ("zh", "en"))
    assert zh | {"language": "en"} == en


def test_numbers_are_decimal_strings_as_published() -> None:
    page = json.loads(write_json(june(), "en"))["targets"][1]
    assert page["actual"]["value"] == "2940000"
    assert page["progress"] == {"value": "0.3266", "text": {"zh": "32.6%", "en": "32.6%"}}
    text = json.dumps(json.loads(write_json(june(), "en")))
    assert not re.search(r'"-?\d+(\.\d+)?[eE][+-]?\d+"', text)


def test_nothing_of_who_made_it_is_in_it() -> None:
    text = write_json(june(), "en").decode()
    assert "recorded" not in text
    assert "by" not in json.loads(text)
