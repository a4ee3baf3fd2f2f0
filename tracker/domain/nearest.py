"""The codes a mistyped one may have meant."""

from collections.abc import Iterable


def nearest(given: str, known: Iterable[str], count: int = 3) -> list[str]:
    """At most `count` of `known` that look like `given`, the likeliest first; case and underscores do not count.

    A code that contains `given`, or is contained in it, is always a candidate.

    >>> nearest("srdi_smes", ["srdi-smes", "little-giants"])
    ['srdi-smes']
    """
    from difflib import SequenceMatcher  # only ever needed for an error

    wanted = _plain(given)
    scored: list[tuple[float, str]] = []
    for code in dict.fromkeys(known):
        ratio = SequenceMatcher(None, wanted, _plain(code)).ratio()
        part = len(wanted) > 2 and (wanted in _plain(code) or _plain(code) in wanted)
        if ratio >= 0.6 or part:
            scored.append((-max(ratio, 0.6 if part else 0), code))
    return [code for _, code in sorted(scored)[:count]]


def _plain(code: str) -> str:
    return code.strip().lower().replace("_", "-")
