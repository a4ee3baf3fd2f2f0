"""Finding a code by whatever it is called: the code itself, a name in either language, or an alias."""

import unicodedata
from collections.abc import Iterable, Mapping

from tracker.domain.indicator import Indicator
from tracker.domain.nearest import nearest
from tracker.domain.plan import Plan
from tracker.errors import UnknownCode

_QUOTES = dict.fromkeys(map(ord, "\"'“”‘’「」『』"))


class Names:
    """The codes of one kind of thing (`what`: indicator, publisher, ...) by all their names."""

    def __init__(self, what: str, called: Mapping[str, Iterable[str]]) -> None:
        self.what = what
        self._codes: dict[str, set[str]] = {}
        self._known: dict[str, str] = {}
        for code, names in called.items():
            for name in (code, *names):
                if name:
                    self._codes.setdefault(plain(name), set()).add(code)
                    self._known.setdefault(name, code)

    def find(self, given: str) -> str:
        """The code `given` stands for. Width, case, spaces and quotation marks do not count, everything else does.

        Raises `UnknownCode` for a name that nothing has, with the nearest, and for one that several have, with these.
        """
        codes = self._codes.get(plain(given), set())
        if len(codes) == 1:
            return next(iter(codes))
        near = sorted(codes) or [self._known[name] for name in nearest(given, self._known)]
        raise UnknownCode(what=self.what, given=given, near=list(dict.fromkeys(near)))


def indicator_names(plan: Plan) -> Names:
    """The plan's indicators by their names."""
    return Names("indicator", {code: _called(one) for code, one in plan.indicators.items()})


def publisher_names(plan: Plan) -> Names:
    """The plan's publishers by their names."""
    return Names(
        "publisher",
        {code: (one.name.zh, one.name.en, *one.aliases) for code, one in plan.publishers.items()},
    )


def find_indicator(plan: Plan, given: str) -> Indicator:
    """The indicator called `given`. Raises `UnknownCode`."""
    return plan.indicators[indicator_names(plan).find(given)]


def _called(indicator: Indicator) -> tuple[str, ...]:
    return (indicator.name.zh, indicator.name.en, *indicator.aliases)


def plain(name: str) -> str:
    """The name without what does not count: two names with the same plain form cannot be told apart."""
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_QUOTES)
    return "".join(folded.split())
