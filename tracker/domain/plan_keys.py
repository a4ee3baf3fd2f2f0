"""What a plan file may contain: every key, its form, its default and what it is for.

The reader (`plan_data`), the JSON Schema and the format's page are all made from these tables.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum

from tracker.domain.areas import AREA_FORM
from tracker.domain.bilingual import Bilingual
from tracker.domain.calendar import Frequency, Span
from tracker.domain.indicator import PERCENT, Direction, Kind, Unit
from tracker.domain.observation import FLAGS, NATION
from tracker.domain.period import parse_date, parse_period
from tracker.domain.plan import DEFAULT_ZONE
from tracker.domain.planned import CatchUp, What
from tracker.domain.quantity import Bound
from tracker.domain.shape import Choice, Either, Fields, Key, Keys, Many, Records, Table, Text
from tracker.domain.target import Basis, Commitment, ElapsedUnit, Op, PathKind

FORMAT = 1
"""The version of this format; a file of a later one is refused."""
PHRASE_LENGTH = 12
"""The longest key phrase, in characters: enough to find the place in the document, too short to copy a sentence."""
LAST_CUTOFF_DAY = 28
"""The last day that every month has."""

PATTERNS = {
    "code": r"[a-z0-9]+(-[a-z0-9]+)*",
    "flag": f"[{FLAGS}]{{1,{len(FLAGS)}}}",
    "zone": r"[A-Za-z]+([_+/-][A-Za-z0-9]+)*",
    "area": AREA_FORM,
    "whole": r"[0-9]{1,6}",
    "number": r"[0-9]{1,12}(\.[0-9]{1,12})?",
    "year": r"[12][0-9]{3}",
    "bool": r"true|false",
    "cycle": "day|week|month|quarter|half-year|year",
    "language": "zh|en",
}
"""Regular expressions of the simple forms, by the name of the form."""


class ClauseKind(StrEnum):
    """What sort of commitment a clause is, and so what would show that it was kept."""

    ONGOING = "ongoing"
    DIRECTION = "direction"
    DOCUMENT = "document"
    PROGRAMME = "programme"
    DELIVERABLE = "deliverable"
    TARGET = "target"


def _form(name: str, convert: Callable[[str], object] = str) -> Text:
    """A text that matches the pattern of its name as a whole."""
    matches = re.compile(PATTERNS[name]).fullmatch

    def parse(text: str) -> object:
        if not matches(text):
            raise ValueError(text)
        return convert(text)

    return Text(name, parse)


def _phrase(text: str) -> str:
    if len(text) > PHRASE_LENGTH:
        raise ValueError(text)
    return text


def _cadence(text: str) -> str:
    from tracker.domain.cadence import parse_cadence  # few plans have schedules
    from tracker.errors import BadCadence

    try:
        return parse_cadence(text).text
    except BadCadence:
        raise ValueError(text) from None


TEXT = Text("text")
QUANTITY = Text("quantity")
CODE, AREA, ZONE = _form("code"), _form("area"), _form("zone")
DATE, PERIOD = Text("date", parse_date), Text("period", parse_period)
WHOLE, NUMBER, YEAR = _form("whole", int), _form("number", Decimal), _form("year", int)
FLAG = _form("flag", lambda text: "".join(sorted(set(text))))
BOOL = _form("bool", "true".__eq__)
PHRASE = Text("phrase", _phrase)
CADENCE, CYCLE, LANGUAGE = Text("cadence", _cadence), _form("cycle"), _form("language")

BILINGUAL = Either(
    TEXT,
    Keys(zh=Key(TEXT, "In Chinese", default=""), en=Key(TEXT, "In English", default="")),
)
NOTHING = Bilingual()

EVIDENCE = Keys(
    paragraph=Key(WHOLE, "Number of the paragraph in the document; its title is 0", required=True),
    phrase=Key(PHRASE, f"Key phrase that stands there, {PHRASE_LENGTH} characters at most", required=True),
)

BASELINE = Keys(
    period=Key(PERIOD, "What the value is of; for a stock a year or month means its last day", required=True),
    value=Key(QUANTITY, "The value as people write it, with its bound: 8997, 7万多家, 3.1%左右", required=True),
    bound=Key(Choice(Bound), "Its bound, where `value` is the bare number"),
    as_published=Key(TEXT, "The words of the publisher, where `value` is the bare number"),
    publisher=Key(CODE, "Who published it; the plan's publisher when left out"),
    published=Key(DATE, "When; the plan's date when left out"),
    flag=Key(FLAG, f"Status flags out of {FLAGS}: e estimated, p provisional, d definition differs", default=""),
)

CALENDAR = Keys(
    frequency=Key(Choice(Frequency), "How often it is published; irregular is never due", required=True),
    usual_lag=Key(WHOLE, "Days from the period's end to the usual release"),
    latest_lag=Key(WHOLE, "Days from the period's end after which it is overdue"),
    with_next=Key(Many(WHOLE), "Months published only with the next one: 1 for January", default=()),
    spans=Key(Many(Choice(Span)), "What growth and flow are published for; both when left out"),
    overrides=Key(Table(PERIOD, DATE), "The release date of single periods"),
)

UNIT = Either(
    TEXT,
    Keys(
        zh=Key(TEXT, "As printed in Chinese", required=True),
        en=Key(TEXT, "As printed in English", required=True),
        aliases=Key(Many(TEXT), "Other words accepted for it", default=()),
        whole=Key(BOOL, "Only whole numbers make sense", default=False),
    ),
)
UNITS = {
    unit.zh: unit
    for unit in (
        PERCENT,
        Unit("家", "enterprises", ("户", "enterprise", "companies"), whole=True),
        Unit("辆", "vehicles", ("台", "vehicle", "units"), whole=True),
        Unit("人", "persons", ("名", "person", "people"), whole=True),
        Unit("元", "yuan", ("人民币", "RMB", "CNY")),
    )
}
"""Units that need no more than their name in Chinese."""

INDICATOR = Keys(
    code=Key(CODE, "Its code", required=True),
    name=Key(BILINGUAL, "Its name", required=True),
    aliases=Key(Many(TEXT), "Other names it goes by in releases and spreadsheets", default=()),
    kind=Key(Choice(Kind), "What its numbers are", required=True),
    unit=Key(UNIT, f"Base unit; {' '.join(UNITS)} need only their name", required=True),
    growth_of=Key(CODE, "For growth: the level it is the growth of, to hold the two against each other", default=""),
    direction=Key(Choice(Direction), "Which way is good", default=Direction.UP),
    publishers=Key(Many(CODE), "In order of precedence; the plan's publisher when left out"),
    definition=Key(BILINGUAL, "What is counted", default=NOTHING),
    calendar=Key(CALENDAR, "When figures come out; irregular when left out"),
    baseline=Key(BASELINE, "Where the plan says it starts"),
)

CONDITION = Either(
    QUANTITY,
    Keys(
        op=Key(Choice(Op), "How the figure has to stand to the value", required=True),
        value=Key(QUANTITY, "The number, in any unit of the indicator; the lower end of `between`"),
        upper=Key(QUANTITY, "The upper end of `between`"),
        tolerance=Key(QUANTITY, "For `within`: how far from the reference value; for `about`: the allowance"),
    ),
)

PATH = Keys(
    kind=Key(Choice(PathKind), "How the expected value runs to the target", default=PathKind.LINEAR),
    points=Key(
        Records(
            Keys(
                date=Key(DATE, "When the value is expected", required=True),
                value=Key(QUANTITY, "The value", required=True),
            )
        ),
        "Steps of a batch path, interim targets of an interim one",
        default=(),
    ),
    reason=Key(BILINGUAL, "Why this path", default=NOTHING),
)

TARGET = Keys(
    code=Key(CODE, "Its code", required=True),
    indicator=Key(CODE, "The indicator's code", required=True),
    name=Key(BILINGUAL, "Its own name; the indicator's when left out", default=NOTHING),
    area=Key(AREA, "Where: an ISO 3166 code", default=NATION),
    condition=Key(CONDITION, "What has to hold: 超过8万家, or op and value", required=True),
    start=Key(DATE, "First day of the span; else the day after a stock's baseline, or 1 January of the due year"),
    due=Key(DATE, "Last day of the span", required=True),
    basis=Key(Choice(Basis), "Stated in the document, or interpreted by an analyst", default=Basis.STATED),
    commitment=Key(
        Choice(Commitment), "How strongly: ensure 确保, strive 力争, directional", default=Commitment.DIRECTIONAL
    ),
    task=Key(WHOLE, "Number of the task it belongs to"),
    evidence=Key(EVIDENCE, "Where in the document"),
    baseline=Key(BASELINE, "Its own baseline; the indicator's when left out"),
    path=Key(PATH, "How the expected value runs; linear when left out"),
    published=Key(DATE, "When it was announced; the plan's date when left out"),
    note=Key(BILINGUAL, "A remark", default=NOTHING),
    withdrawn=Key(BOOL, "true once the target was given up", default=False),
)

TASK = Keys(
    number=Key(WHOLE, "Its number in the document", required=True),
    title=Key(BILINGUAL, "Short title in your own words", required=True),
    evidence=Key(EVIDENCE, "Where in the document"),
    commitments=Key(
        Records(
            Keys(
                number=Key(WHOLE, "Counts within the task: notes refer to 9.12", required=True),
                title=Key(BILINGUAL, "Short title in your own words", required=True),
                evidence=Key(EVIDENCE, "Where in the document"),
                kind=Key(Choice(ClauseKind), "What sort of commitment", default=""),
                targets=Key(Many(CODE), "Targets that measure it", default=()),
            )
        ),
        "Its clauses",
        default=(),
    ),
)

RULES = Keys(
    on_track_below=Key(NUMBER, "Shortfall in points of progress under which a target is on track"),
    behind_up_to=Key(NUMBER, "Largest shortfall that is still behind, not off track"),
    last_quarter=Key(NUMBER, "Part of the span after which any shortfall is behind"),
    closing_wait_days=Key(WHOLE, "Days after the due date until a stock is judged on an earlier reading"),
    closing_window_days=Key(WHOLE, "How many days before the due date that reading may lie"),
    stale_months=Key(WHOLE, "Months after which the last reading of an irregular indicator is stale"),
    history_months=Key(WHOLE, "Months of history that say which growth is possible"),
    elapsed=Key(Choice(ElapsedUnit), "Time in months for flows and days for stocks, or in days for all"),
)

PUBLISHER = Keys(
    code=Key(CODE, "Its code", required=True),
    name=Key(BILINGUAL, "Its name", required=True),
    aliases=Key(Many(TEXT), "Other names", default=()),
)

SCHEDULE = Keys(
    name=Key(TEXT, "Its name, unique in the database", required=True),
    every=Key(CADENCE, "How often: monthly on day 26 at 09:00, 每月26日, or a cron expression", required=True),
    what=Key(Choice(What), "What is made", required=True),
    start=Key(PERIOD, "The first period reported; the one that ends next when left out"),
    catch_up=Key(Choice(CatchUp), "Which of several missed runs are made", default=CatchUp.ALL),
    formats=Key(Many(CODE), "File formats; html when left out", default=()),
    languages=Key(Many(LANGUAGE), "Languages of the files", default=("zh",)),
    folder=Key(TEXT, "Where the files go; ./reports of whoever loads the plan when left out", default=""),
    template=Key(TEXT, "Word document or template whose letterhead docx files get; none when left out", default=""),
    zone=Key(ZONE, "Time zone; the plan's when left out", default=""),
    about=Key(CYCLE, "Length of the periods reported; that of the cadence when left out", default=""),
    to=Key(Many(TEXT), "Delivery targets, by their names in config.toml", default=()),
)

PLAN = Keys(
    format=Key(WHOLE, "Version of this format", default=FORMAT),
    plan=Key(CODE, "Code of the plan", required=True),
    name=Key(BILINGUAL, "Name of the plan", required=True),
    title=Key(BILINGUAL, "Title of the document", default=NOTHING),
    year=Key(YEAR, "The year it is for; the first of several", required=True),
    publisher=Key(CODE, "Whose document; the first of the publishers when left out"),
    published=Key(DATE, "When it was published", required=True),
    timezone=Key(ZONE, "Where today is: an IANA time zone", default=DEFAULT_ZONE),
    cutoff_day=Key(WHOLE, f"Day of the next month on which a report closes, 1 to {LAST_CUTOFF_DAY}", default=26),
    rules=Key(RULES, "Decisions of assessment taken otherwise than by default"),
    publishers=Key(Records(PUBLISHER), "Who publishes figures", required=True),
    indicators=Key(Records(INDICATOR), "What is measured", default=()),
    targets=Key(Records(TARGET), "What has to be reached", default=()),
    tasks=Key(Records(TASK), "The document's numbered tasks with their commitments", default=()),
    schedules=Key(Records(SCHEDULE), "What is to be made by itself", default=()),
)


def attributes(fields: Fields) -> Fields:
    """The keys that were given, under the names of a record's attributes."""
    return {name.replace("-", "_"): value for name, value in fields.items() if value is not None}
