"""Reports: which formats can be written here, and in which letters."""

from collections.abc import Collection, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError

from tracker.errors import MissingExtra
from tracker.report.writers import FORMATS, LIBRARIES, TERMINAL, made_with
from tracker.report.writers.fonts import SANS, SERIF, files
from tracker.services.doctor.results import Result, broken, failed, ok

EXTRA = {"typst": "pdf"}
"""Libraries that come with a part of the program one need not have."""


def examine_papers(wanted: Collection[str]) -> Iterator[Result]:
    """Every format, of which schedules use those `wanted`, and the fonts."""
    for form in FORMATS:
        if form != TERMINAL:
            yield _format(form, is_wanted=form in wanted)
    missing = [str(file) for file in files() if not file.is_file()]
    yield broken("fonts-missing", files=missing) if missing else ok("fonts", families=[SANS, SERIF])


def _format(form: str, *, is_wanted: bool) -> Result:
    for library, module in LIBRARIES[form].items():
        try:
            import_module(module)
        except ImportError as error:
            extra = EXTRA.get(library) if isinstance(error, ModuleNotFoundError) else None
            if extra is None:
                return broken("format-broken", format=form, library=library, detail=str(error))
            if is_wanted:
                return failed(MissingExtra(extra=extra, needs=library))
            return ok("format-absent", format=form, extra=extra)
    try:
        return ok("format", format=form, libraries=made_with(form))
    except PackageNotFoundError:  # importable, yet not installed as a package
        return ok("format", format=form, libraries="")
