"""JSON: the canonical document with its hash, the program's version and the language asked for."""

import json

from tracker import __version__
from tracker.domain.bilingual import Lang
from tracker.report.canonical import content_hash, data
from tracker.report.document import ReportDocument


def write_json(document: ReportDocument, lang: Lang) -> bytes:
    """The report as `docs/report.schema.json` describes it, sorted and indented."""
    body = data(document)
    assert isinstance(body, dict)  # noqa: S101 - a record always becomes an object
    seal = {"content_hash": content_hash(document), "version": __version__, "language": lang}
    return (json.dumps(body | seal, sort_keys=True, ensure_ascii=False, indent=1) + "\n").encode()
