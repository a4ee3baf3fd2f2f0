"""Shapes of plain data: which keys a mapping may have and what its texts must look like.

Plain data are dicts, lists and texts, nothing else, as a plan file or the store holds them. A shape reads such data and
collects every mistake with its path, instead of stopping at the first one. What the values mean together is checked by
whoever asked for them. The published JSON Schema is made from the same shapes.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, TypeGuard

from tracker.domain.nearest import nearest
from tracker.domain.problems import Problem, Severity
from tracker.errors import TrackerError

Path = tuple[str | int, ...]
Fields = dict[str, Any]
"""What was read from a mapping: every key of its shape, with the default where the data have none."""

BROKEN: Final[Any] = object()
"""Stands for a part that could not be read; its problems are with the findings."""


LONGEST, SHOWN = 1000, 60
"""Characters of the longest text a plan may hold, and of what is shown of a text in a message."""
MOST = 100
"""Problems told of one plan; whoever has more has another kind of file."""


class Findings:
    """The problems found so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    @property
    def is_full(self) -> bool:
        return len(self.problems) >= MOST

    def error(self, path: Path, code: str, /, **data: object) -> None:
        if not self.is_full:
            self.problems.append(Problem(Severity.ERROR, code, data, path))


class Text:
    """One text, read by `parse`, which raises ValueError (problem `bad-<name>`) or an error of its own.

    Runs of white space, line ends included, count as one space.
    """

    def __init__(self, name: str, parse: Callable[[str], Any] = str) -> None:
        self.name = name
        self.parse = parse

    def read(self, data: object, path: Path, findings: Findings) -> Any:
        if not isinstance(data, str):
            findings.error(path, "expected-text")
            return BROKEN
        text = " ".join(data.split())
        if not text:
            findings.error(path, "empty")
            return BROKEN
        if not text.isprintable():
            findings.error(path, "unprintable", text=_beginning(text))
            return BROKEN
        if len(text) > LONGEST:
            findings.error(path, "too-long", text=_beginning(text), most=LONGEST)
            return BROKEN
        try:
            return self.parse(text)
        except ValueError:
            findings.error(path, f"bad-{self.name}", text=_beginning(text))
        except TrackerError as trouble:
            findings.error(path, trouble.code, **trouble.data)
        return BROKEN


class Choice:
    """One of the words of `kinds`."""

    def __init__(self, kinds: type[StrEnum]) -> None:
        self.words = {str(kind): kind for kind in kinds}

    def read(self, data: object, path: Path, findings: Findings) -> Any:
        if not isinstance(data, str):
            findings.error(path, "expected-text")
            return BROKEN
        word = data.strip()
        if word not in self.words:
            findings.error(path, "bad-choice", text=_beginning(word), choices=list(self.words))
            return BROKEN
        return self.words[word]


class Many:
    """A list of texts; broken as a whole when one of them is."""

    def __init__(self, item: Text | Choice) -> None:
        self.item = item

    def read(self, data: object, path: Path, findings: Findings) -> Any:
        if not _is_list(data):
            findings.error(path, "expected-list")
            return BROKEN
        values = tuple(self.item.read(item, (*path, place), findings) for place, item in enumerate(data))
        return BROKEN if BROKEN in values else values


class Records:
    """A list of mappings; a broken one keeps its place, so that the others are still looked at."""

    def __init__(self, item: "Keys") -> None:
        self.item = item

    def read(self, data: object, path: Path, findings: Findings) -> Any:
        if not _is_list(data):
            findings.error(path, "expected-list")
            return BROKEN
        return [self.item.read(item, (*path, place), findings) for place, item in enumerate(data)]


class Key:
    """A key of a mapping: its shape, what stands in when it is left out or empty, and what it is for (in English)."""

    def __init__(self, shape: "Shape", about: str, *, required: bool = False, default: Any = None) -> None:
        self.shape = shape
        self.about = about
        self.required = required
        self.default = default


class Keys:
    """A mapping with known keys; any other key is a mistake."""

    def __init__(self, **keys: Key) -> None:
        self.keys = {name.replace("_", "-"): key for name, key in keys.items()}

    def read(self, data: object, path: Path, findings: Findings) -> Any:
        fields = self.parts(data, path, findings)
        return BROKEN if fields is None or BROKEN in fields.values() else fields

    def parts(self, data: object, path: Path, findings: Findings) -> Fields | None:
        """All keys with their values, BROKEN among them; None for what is no mapping at all."""
        if not isinstance(data, Mapping):
            findings.error(path, "expected-mapping", keys=list(self.keys))
            return None
        for name in data:
            if name not in self.keys and not findings.is_full:
                key = _beginning(str(name))
                findings.error(
                    (*path, name), "unknown-key", key=key, near=nearest(key, self.keys, 1), keys=list(self.keys)
                )
        return {name: self._value(name, key, data, path, findings) for name, key in self.keys.items()}

    def _value(self, name: str, key: Key, data: Mapping[str, object], path: Path, findings: Findings) -> Any:
        value = data.get(name)
        if value is None or value == "":
            if not key.required:
                return key.default
            findings.error(path, "missing-key", key=name)
            return BROKEN
        return key.shape.read(value, (*path, name), findings)


class Either:
    """A text, the short form, or the mapping it is short for."""

    def __init__(self, short: Text, full: Keys) -> None:
        self.short = short
        self.full = full

    def read(self, data: object, path: Path, findings: Findings) -> Any:
        return (self.short if isinstance(data, str) else self.full).read(data, path, findings)


class Table:
    """A mapping whose keys are data themselves."""

    def __init__(self, key: Text, value: Text) -> None:
        self.key = key
        self.value = value

    def read(self, data: object, path: Path, findings: Findings) -> Any:
        if not isinstance(data, Mapping):
            findings.error(path, "expected-mapping", keys=[])
            return BROKEN
        pairs = {
            self.key.read(name, (*path, name), findings): self.value.read(value, (*path, name), findings)
            for name, value in data.items()
        }
        return BROKEN if BROKEN in pairs or BROKEN in pairs.values() else pairs


Shape = Text | Choice | Many | Records | Keys | Either | Table
"""Each reads the data found at a path: the value, or BROKEN after telling the findings why."""


def _beginning(text: str) -> str:
    """Enough of a text to recognise it by."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _is_list(data: object) -> TypeGuard[Sequence[object]]:
    return isinstance(data, Sequence) and not isinstance(data, str)
