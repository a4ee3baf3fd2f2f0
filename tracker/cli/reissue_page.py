"""What is said of a report that is brought out again and would be another now."""

from collections.abc import Iterator, Sequence

from tracker.cli.messages import message_line
from tracker.domain.bilingual import Lang
from tracker.i18n import text
from tracker.i18n.findings import shortened
from tracker.services.reissuing import Again, Fate


def reissue_lines(files: Sequence[Again], lang: Lang) -> Iterator[str]:
    """How the files that would be others now differ and why, those with one reason in one line."""
    groups: dict[tuple[Fate, str, str], list[Again]] = {}
    for file in files:
        if file.fate is not Fate.SAME:
            groups.setdefault((file.fate, file.then or "?", file.now), []).append(file)
    for (fate, then, now), own in groups.items():
        path = text("reissue.files", lang, first=str(own[0].path), count=len(own)) if own[1:] else str(own[0].path)
        said = text(f"reissue.{fate}", lang, path=path, then=then, now=now)
        yield message_line("warning", f"reissue-{fate}", said, lang)
    for file in files:
        if file.differs != ("", ""):
            old, new = (shortened(line.strip(" |-#")) for line in file.differs)
            said = text("reissue.differs", lang, path=str(file.path), old=old, new=new)
            yield message_line("notice", "reissue-differs", said, lang)
