"""YAML as plain data: dicts, lists and texts, with the line of every part; and plain data as YAML.

Every scalar is a text, whatever other YAML readers would make of `2023-01-11`, `5.0` or `no`. Anchors, aliases, tags
and keys that are no texts are mistakes here: a plan says everything where it stands, and no file can grow by being
read. Only YAML's events are used, so depth and size are ours to limit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from tracker.domain.shape import Findings, Path

MOST_BYTES = 2 * 1024 * 1024
"""Fifty times the largest plan we know."""
DEEPEST = 20
INLINE = 96
"""A list or mapping of texts stays on one line up to this width."""

Lines = dict[Path, int]


@dataclass(slots=True)
class _Level:
    """A list or mapping being read: what it is, where it stands, and the key that waits for its value."""

    data: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None

    def place(self) -> Path:
        """Where the next value belongs."""
        return (*self.path, len(self.data) if isinstance(self.data, list) else self.key or "")

    def take(self, value: Any) -> None:
        if isinstance(self.data, list):
            self.data.append(value)
        else:
            self.data[self.key or ""] = value
            self.key = None


@dataclass(slots=True)
class _Builder:
    """Puts the events of one document together."""

    findings: Findings
    lines: Lines = field(default_factory=dict)
    levels: list[_Level] = field(default_factory=list)
    root: Any = None

    def add(self, event: yaml.Event) -> None:
        line = _line(event)
        match event:
            case yaml.AliasEvent():
                self._error(line, "yaml-anchor", name=event.anchor)
                self._put("", line)
            case yaml.ScalarEvent():
                self._refuse(event, line)
                self._put(event.value, line)
            case yaml.MappingStartEvent():
                self._refuse(event, line)
                self._open({}, line)
            case yaml.SequenceStartEvent():
                self._refuse(event, line)
                self._open([], line)
            case yaml.CollectionEndEvent():
                self.levels.pop()

    def _refuse(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None:
            self._error(line, "yaml-anchor", name=event.anchor)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            self._error(line, "yaml-tag", name=tag)

    def _put(self, value: Any, line: int) -> None:
        """A text or a fresh collection goes where it belongs; a text may be a key."""
        if not self.levels:
            self.root = value
            self.lines[()] = line
            return
        level = self.levels[-1]
        if isinstance(level.data, dict) and level.key is None:
            self._key(level, value, line)
            return
        self.lines.setdefault(level.place(), line)
        level.take(value)

    def _key(self, level: _Level, value: Any, line: int) -> None:
        if not isinstance(value, str):
            self._error(line, "yaml-key")
            value = ""
        path = (*level.path, value)
        if value in level.data:
            self._error(line, "duplicate-key", key=value, first=self.lines[path])
        level.key = value
        self.lines[path] = line

    def _open(self, data: dict[str, Any] | list[Any], line: int) -> None:
        if len(self.levels) >= DEEPEST:
            raise _TooDeepError(line)
        path = self.levels[-1].place() if self.levels else ()
        self._put(data, line)
        self.levels.append(_Level(data, path))

    def _error(self, line: int, code: str, **data: object) -> None:
        self.findings.error((), code, line=line, **data)


class _TooDeepError(Exception):
    """Nested deeper than any plan."""


def load(content: bytes, findings: Findings) -> tuple[Any, Lines]:
    """The data of a YAML file and the line of each part; None for the data where the file cannot be read at all."""
    builder = _Builder(findings)
    try:
        for event in _events(content, findings):
            builder.add(event)
    except _TooDeepError as trouble:
        findings.error((), "yaml-depth", line=trouble.args[0], most=DEEPEST)
        return None, {}
    except yaml.MarkedYAMLError as trouble:
        _syntax(trouble, findings)
        return None, {}
    except yaml.reader.ReaderError as trouble:
        line = content.decode("utf-8", "replace")[: trouble.position].count("\n") + 1
        findings.error((), "yaml-character", line=line, text=f"U+{_number(trouble.character):04X}")
        return None, {}
    if builder.root is None and not findings.problems:
        findings.error((), "empty-file", line=1)
    return builder.root, builder.lines


def _events(content: bytes, findings: Findings) -> Iterator[yaml.Event]:
    """The events of the one document in the file."""
    if len(content) > MOST_BYTES:
        findings.error((), "file-too-large", line=1, most=MOST_BYTES // 1024)
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = content[: trouble.start].count(b"\n") + 1
        findings.error((), "not-utf-8", line=line)
        return
    documents = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            findings.error((), "yaml-documents", line=_line(event))
            return
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            yield event


def _line(event: yaml.Event) -> int:
    return 1 if event.start_mark is None else event.start_mark.line + 1


_SYNTAX = (
    ("\\t", "yaml-tab"),
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("unexpected end of stream", "yaml-unclosed"),
    ("<stream end>", "yaml-unclosed"),
    ("but found '<", "yaml-indent"),
)
"""What PyYAML says, in part, and the code of our words for it."""


def _syntax(trouble: yaml.MarkedYAMLError, findings: Findings) -> None:
    said = f"{trouble.context} {trouble.problem}"
    code = next((code for part, code in _SYNTAX if part in said), "yaml-syntax")
    marks = (trouble.problem_mark, trouble.context_mark)  # what was never closed is told where it was opened
    mark = next(filter(None, reversed(marks) if code == "yaml-unclosed" else marks), None)
    findings.error((), code, line=mark.line + 1 if mark else 1, column=mark.column + 1 if mark else 1)


def _number(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[:1] or "\0")


def dump(data: dict[str, Any]) -> str:
    """The data as YAML text, always the same for the same data; short lists and mappings of texts stay on one line."""
    return yaml.serialize(_node(data), Dumper=_Dumper, allow_unicode=True, width=1_000_000)


class _Dumper(yaml.emitter.Emitter, yaml.serializer.Serializer, yaml.resolver.BaseResolver):
    """Writes texts plain wherever YAML allows it, dates and numbers too; indents lists below their key."""

    def __init__(self, stream: Any, **options: Any) -> None:
        wanted = {key: options.get(key) for key in ("canonical", "indent", "width", "allow_unicode", "line_break")}
        yaml.emitter.Emitter.__init__(self, stream, **wanted)
        yaml.serializer.Serializer.__init__(self)
        yaml.resolver.BaseResolver.__init__(self)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002  # the emitter's signature
        super().increase_indent(flow, False)  # noqa: FBT003  # never indentless


def _node(data: Any) -> yaml.Node:
    match data:
        case dict():
            pairs = [(_node(key), _node(value)) for key, value in data.items()]
            return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=_is_short(data.items()))
        case list():
            items = [_node(item) for item in data]
            return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=_is_short((item,) for item in data))
        case _:
            return yaml.ScalarNode("tag:yaml.org,2002:str", str(data))


def _is_short(rows: Any) -> bool:
    """Whether all parts are texts, and together fit on a line; a Chinese character takes two places."""
    parts = [part for row in rows for part in row]
    if not all(isinstance(part, str) for part in parts):
        return False
    width: int = sum(2 + len(part) + sum(char > "\u2e80" for char in part) for part in parts)
    return width <= INLINE
