"""The letters that formats without fonts of their reader's own are set in, and what those letters can draw.

The fonts come with a package, so that a report looks the same on every machine and no box is ever drawn.
"""

import re
import struct
from functools import cache
from pathlib import Path

SANS, SERIF = "Noto Sans SC", "Noto Serif SC"
"""The families of the fonts."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SILENT = ("\u200d", "\ufe0f")
"""What only joins the parts of an emoji, and means nothing without one."""
_SEGMENTED, _UNICODE = 12, {(0, 4), (0, 6), (3, 10)}
"""The form of a font's table of characters that is read here, and the platforms that mean Unicode by it."""


def folder() -> Path:
    """Where the fonts are."""
    import pylopdf_fonts_zh_cn

    return Path(pylopdf_fonts_zh_cn.__file__).parent


def sans_file() -> Path:
    """The font that has no serifs."""
    return folder() / "NotoSansSC-Regular.otf"


def files() -> list[Path]:
    """Both fonts."""
    return [folder() / f"Noto{style}SC-Regular.otf" for style in ("Sans", "Serif")]


def drawable(words: str) -> str:
    """Text in which a character that the fonts cannot draw is named by its number: [U+1F680]."""
    if words.isascii():
        return words
    known = _letters()
    return _BEYOND_ASCII.sub(lambda found: found[0] if ord(found[0]) in known else _named(found[0]), words)


def _named(letter: str) -> str:
    return "" if letter in _SILENT else f"[U+{ord(letter):04X}]"


@cache
def _letters() -> frozenset[int]:
    """The characters that both fonts have."""
    sans, serif = map(_mapped, files())
    return sans & serif


def _mapped(path: Path) -> frozenset[int]:
    """The characters of an OpenType font, from its `cmap` table in segments."""
    content = path.read_bytes()
    count = struct.unpack_from(">H", content, 4)[0]
    tables = {tag: place for tag, _, place, _ in struct.iter_unpack(">4sIII", content[12 : 12 + 16 * count])}
    table = tables[b"cmap"]
    for number in range(struct.unpack_from(">H", content, table + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", content, table + 4 + 8 * number)
        start = table + offset
        if (platform, encoding) in _UNICODE and struct.unpack_from(">H", content, start)[0] == _SEGMENTED:
            groups = struct.unpack_from(">I", content, start + 12)[0]
            segments = struct.iter_unpack(">III", content[start + 16 : start + 16 + 12 * groups])
            return frozenset(code for first, last, _ in segments for code in range(first, last + 1))
    raise LookupError(path.name)
