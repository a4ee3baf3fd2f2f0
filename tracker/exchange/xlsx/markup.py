"""Reading XML as a stream of elements; a document that declares entities is refused before any is used."""

from collections.abc import Callable, Iterator
from typing import IO, NoReturn
from xml.parsers import expat

BLOCK = 1 << 16
Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class MarkupError(Exception):
    """The document is not what a workbook has."""


def parser(start: Start, end: End | None = None, text: Text | None = None) -> expat.XMLParserType:
    """A parser that calls these; names come as they are written, with their prefix."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartElementHandler = start
    made.EndElementHandler = end
    made.CharacterDataHandler = text
    made.StartDoctypeDeclHandler = _refuse
    return made


def feed(made: expat.XMLParserType, stream: IO[bytes]) -> Iterator[None]:
    """Give the parser the stream, block by block; what it called meanwhile can be dealt with after each."""
    while block := stream.read(BLOCK):
        made.Parse(block, False)  # noqa: FBT003  # expat's signature
        yield
    made.Parse(b"", True)  # noqa: FBT003  # expat's signature
    yield


def parse(stream: IO[bytes], start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Read a whole document."""
    for _ in feed(parser(start, end, text), stream):
        pass


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def _refuse(*_declaration: object) -> NoReturn:
    raise MarkupError("a document type")
