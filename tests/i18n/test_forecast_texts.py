"""Codes that are put together in the code, not written out: each still has its text."""

import re
from pathlib import Path

import pytest

import tracker
from tracker.domain.assessment import SELF_EVIDENT
from tracker.domain.models import FIRST_YEAR, MODELS
from tracker.domain.panel import METHODS
from tracker.i18n import has_text

DOMAIN = Path(tracker.__file__).parent / "domain"


def codes(file: str, pattern: str) -> set[str]:
    found = set(re.findall(pattern, (DOMAIN / file).read_text("utf-8")))
    assert found
    return found


def test_every_reason_for_no_forecast_has_its_texts() -> None:
    reasons = codes("forecast.py", r'NoForecast\(\s*"([a-z-]+)"') | codes(
        "forecast_basis.py", r'NoForecast\(\s*"([a-z-]+)"'
    )
    reasons |= {"too-far", "complete", "irregular", "too-few-points"}
    for reason in reasons - {"final"}:
        assert has_text(f"explain.forecast-none-{reason}"), reason
        assert has_text(f"reasons.forecast-{reason}") or reason in SELF_EVIDENT, reason
    assert has_text("reasons.forecast-open-bound")


def test_every_model_is_named() -> None:
    models = {model for found in (*MODELS.values(), FIRST_YEAR) for model in found}
    names = {model.__name__.replace("_", "-") for model in models}
    assert {name for name in names if not has_text(f"explain.forecast-by-{name}")} == set()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_named(method: str) -> None:
    assert has_text(f"methods.{method}")


def test_every_class_and_refusal_of_a_method_has_words() -> None:
    quoted = codes("panel.py", r'"([a-z]+(?:-[a-z]+)*)"')
    refusals = codes("panel.py", r'refusal="([a-z-]+)"') | codes("panel.py", r'return "([a-z-]+)"(?! if)')
    for code in refusals & quoted:
        assert has_text(f"methods.no-{code}") or has_text(f"methods.{code}"), code
    for verdict in ("on-track", "behind", "off-track", "on-target", "ahead-of-target", "short-of-target", "target-met",
                    "acceleration-needed", "limited", "deterioration", "accelerate", "stagnation", "as-fast-as-needed",
                    "too-slow", "regression"):  # fmt: skip
        assert verdict in quoted
        assert has_text(f"methods.{verdict}")
