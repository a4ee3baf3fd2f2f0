"""What a shell is told when it asks for completions."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


def offered(words: str, *, position: int) -> list[str]:
    """What bash is offered at `position` of a line."""
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(position), "_TRACKER_COMPLETE": "bash_complete"}
    result = subprocess.run(
        [sys.executable, "-m", "tracker"],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=True,
        cwd=TOP,
    )
    assert result.stderr == ""
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "position", "expected"),
    [
        ("tracker compl", 1, "completion"),
        ("tracker completion f", 2, "fish"),
        ("tracker --color al", 2, "always"),
        ("tracker --qui", 1, "--quiet"),
        ("tracker completion --de", 2, "--debug"),
        ("tracker report --format do", 3, "docx"),
        ("tracker report --format docx,pd", 3, "docx,pdf"),
    ],
)
def test_names_are_completed(words: str, position: int, expected: str) -> None:
    assert offered(words, position=position) == [expected]


def test_nothing_is_offered_after_a_mistake() -> None:
    assert offered("tracker bogus x", position=2) == []
