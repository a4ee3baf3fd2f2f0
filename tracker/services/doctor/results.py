"""What was found out about one thing: well, worth a look, or broken."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.errors import FileTrouble, TrackerError
from tracker.files import reason


class State(StrEnum):
    """How a thing is."""

    OK = "ok"
    ATTENTION = "attention"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing: a stable code, how it is, and the data of its text. `error` is the condition it is in, if it is one;
    then code and data are the error's.
    """

    code: str
    state: State
    data: Mapping[str, object] = field(default_factory=dict)
    error: TrackerError | None = None


def ok(code: str, **data: object) -> Result:
    """A thing that is as it should be."""
    return Result(code, State.OK, data)


def attention(code: str, **data: object) -> Result:
    """A thing somebody should look at."""
    return Result(code, State.ATTENTION, data)


def broken(code: str, **data: object) -> Result:
    """A thing that keeps something from working."""
    return Result(code, State.BROKEN, data)


def failed(error: TrackerError, state: State = State.BROKEN) -> Result:
    """A thing in a condition that has a text already."""
    return Result(error.code, state, error.data, error)


def guarded(look: Callable[[], Iterator[Result]]) -> Iterator[Result]:
    """What is found, up to what stops the looking, which is a finding too."""
    try:
        yield from look()
    except TrackerError as error:
        yield failed(error)
    except OSError as error:
        yield failed(FileTrouble(path=str(error.filename or "."), problem=reason(error)))
    except Exception as error:  # whatever it is, the other areas are still to be looked at
        yield broken("unexpected", kind=type(error).__name__, detail=" ".join(str(error).split())[:300])
