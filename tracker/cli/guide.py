"""The dialogue of `tracker entry`, on stderr: one figure at a time, made for 80 columns."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from tracker.cli import terminal
from tracker.cli.app import App
from tracker.cli.due_table import state_words
from tracker.cli.entering import effect_lines, figure_line
from tracker.cli.guide_page import head_lines, shift_lines
from tracker.cli.messages import error_problems, error_text, message_line, problem_line
from tracker.domain.draft import Draft
from tracker.domain.due import DueFigure
from tracker.domain.names import publisher_names
from tracker.domain.period import parse_date
from tracker.domain.problems import Severity
from tracker.domain.wording import parse_quantity
from tracker.errors import TrackerError
from tracker.i18n import text
from tracker.i18n.wrap import wrap
from tracker.services.entry import Entered, Entry, record, try_out
from tracker.services.guiding import Known, Work, known, shifts

COMMANDS = {"s": "s", "跳过": "s", "b": "b", "返回": "b", "c": "c", "备注": "c", "q": "q", "退出": "q"}
YES = {"", "y", "yes", "是", "好"}
INDENT = "  "


class Turn(Enum):
    """Where to go after a figure."""

    NEXT = 1
    BACK = -1


class QuitError(Exception):
    """The person has had enough."""


@dataclass
class Memory:
    """What is carried from one figure to the next: who published the last one and when."""

    publisher: str = ""
    published: str = ""


class Guide:
    """Guided entry of a list of figures. Every figure that is accepted is kept in a transaction of its own, at once."""

    def __init__(self, app: App, work: Work) -> None:
        self._app, self._work, self._lang = app, work, app.lang
        self._today = app.today(work.plan.zone)
        self._memory = Memory()
        self._kept: set[int] = set()

    def run(self) -> None:
        """Go through the figures until the last one, or until the person quits (q, Ctrl-D)."""
        place = 0
        self._say("guide.title", plan=self._work.plan.name, period=self._work.span, count=len(self._work.figures))
        self._say("guide.keys")
        try:
            while place < len(self._work.figures):
                place = max(0, place + self._figure(place).value)
        except QuitError:
            pass

    def close(self) -> None:
        """Say what has been kept and what is left."""
        left = len(self._work.figures) - len(self._kept)
        terminal.say("")
        self._app.out(text("guide.done", self._lang, kept=len(self._kept), left=left))

    def _figure(self, place: int) -> Turn:
        """One figure: show what is known, then take values until one is kept, or a command."""
        wanted, note = self._work.figures[place], ""
        with self._app.database().read() as reader:
            found = known(reader, self._work.plan, wanted, self._today)
        self._head(place, found)
        while True:
            given = self._ask("guide.value")
            match COMMANDS.get(given.lower(), given):
                case "s" | "":
                    return Turn.NEXT
                case "b":
                    return Turn.BACK
                case "q":
                    raise QuitError
                case "c":
                    note = self._ask("guide.comment")
                case _:
                    if self._value(place, given, note):
                        return Turn.NEXT

    def _head(self, place: int, found: Known) -> None:
        wanted = self._work.figures[place]
        state = state_words(wanted, self._today, self._lang)
        terminal.say("")
        for line in head_lines(self._app, self._work, place, found, state):
            terminal.say(line)

    def _value(self, place: int, value: str, note: str) -> bool:
        """Take a value: whether it was kept."""
        wanted = self._work.figures[place]
        try:
            parse_quantity(value, wanted.indicator.unit)
            draft = self._draft(wanted, value, note)
            entered = self._tried(draft)
        except TrackerError as error:
            self._tell(error)
            return False
        if entered is None:
            return False
        self._remember(entered)
        return self._agreed(entered) and self._keep(place, entered, draft)

    def _draft(self, wanted: DueFigure, value: str, note: str) -> Draft:
        """The figure in words, with publisher and date as given or as remembered."""
        publishers, names = wanted.indicator.publishers, publisher_names(self._work.plan)
        usual = self._memory.publisher if self._memory.publisher in publishers else publishers[0]
        publisher = self._asked(names.find, "guide.publisher", usual=self._work.plan.publishers[usual].name) or usual
        remembered = self._memory.published
        key = "guide.published" if remembered else "guide.published-first"
        published = self._asked(lambda given: parse_date(given).isoformat(), key, usual=remembered) or remembered
        return Draft(
            wanted.indicator.code, str(wanted.period), value, publisher=publisher, published_on=published, note=note,
            area=wanted.area,
        )  # fmt: skip

    def _asked(self, read: Callable[[str], str], key: str, **data: object) -> str:
        """An answer as `read` reads it, asked for until it can be; empty where Enter takes what is offered."""
        while given := self._ask(key, **data):
            if given.lower() == "q":
                raise QuitError
            try:
                return read(given)
            except TrackerError as error:
                self._tell(error)
        return ""

    def _tried(self, draft: Draft) -> Entered | None:
        """What recording would do; a correction is asked for its reason. None where none is given."""
        with self._app.database().read() as reader:
            try:
                return try_out(reader, self._work.plan.code, self._entry(draft))
            except TrackerError as error:
                if not _lacks_reason(error):
                    raise
                self._tell(error)
        reason = self._ask("guide.reason")
        if not reason:
            return None
        with self._app.database().read() as reader:
            return try_out(reader, self._work.plan.code, self._entry(draft._replace(reason=reason)))

    def _entry(self, draft: Draft, accepted: tuple[str, ...] = ()) -> Entry:
        return Entry(draft, self._app.settings.user, self._app.now(), accepted)

    def _agreed(self, entered: Entered) -> bool:
        """Show what was found and what would change, and ask: no by default where there are warnings."""
        examined, plan = entered.examined, self._work.plan
        for problem in examined.problems:
            self._lines(problem_line(problem, self._lang), "")
        self._lines(figure_line(self._app, plan, examined.figure))
        for line in effect_lines(self._app, plan, examined.figure, examined.effect):
            self._lines(line)
        with self._app.database().read() as reader:
            moved = shifts(reader, plan.code, examined.figure, self._today)
        for line in shift_lines(self._lang, moved):
            self._lines(line)
        if examined.warnings:
            return self._ask("guide.keep-warned").lower() in YES - {""}
        return self._ask("guide.keep").lower() in YES

    def _remember(self, entered: Entered) -> None:
        figure = entered.examined.figure
        published = figure.published_on.isoformat() if figure.dated else ""
        self._memory = Memory(figure.publisher, published)

    def _keep(self, place: int, entered: Entered, draft: Draft) -> bool:
        """Record it, with the warnings that were shown accepted; others that have come up since are told instead."""
        codes = tuple(problem.code for problem in entered.examined.warnings)
        reason = entered.examined.figure.reason
        try:
            done = record(self._app.database(), self._work.plan.code, self._entry(draft._replace(reason=reason), codes))
        except TrackerError as error:
            self._tell(error)
            return False
        key = "guide.kept" if done.stored else "guide.there"
        other = done.examined.effect.other
        self._say(key, number=done.examined.figure.id or (other.id if other else 0))
        self._kept.add(place)
        return True

    def _tell(self, error: TrackerError) -> None:
        for problem in error_problems(error):
            self._lines(problem_line(problem, self._lang), "")
        if not error_problems(error):
            self._lines(message_line(Severity.ERROR.value, error.code, error_text(error, self._lang), self._lang), "")

    def _ask(self, key: str, **data: object) -> str:
        answer = terminal.ask(text(key, self._lang, **data))
        if answer is None:
            raise QuitError
        return answer

    def _say(self, key: str, **data: object) -> None:
        self._lines(text(key, self._lang, **data), "")

    def _lines(self, line: str, indent: str = INDENT) -> None:
        for part in wrap(line, max(20, self._app.width - len(indent))):
            terminal.say(indent + part)


def _lacks_reason(error: TrackerError) -> bool:
    return [problem.code for problem in error_problems(error)] == ["correction-needs-reason"]
