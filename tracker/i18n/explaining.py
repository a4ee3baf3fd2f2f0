"""A step of an explanation in words: what was taken, by which formula of which section of the method page."""

from tracker.domain.bilingual import Bilingual, Lang
from tracker.domain.step import Step
from tracker.i18n import text
from tracker.i18n.texts.explain import CITED, SOURCES

_JOIN: dict[Lang, str] = {"zh": "", "en": " "}


def step_text(step: Step, lang: Lang) -> str:
    """The line of a step, its citation at the end."""
    line = text(f"explain.{step.code}", lang, **_data(step, lang))
    section, source = CITED.get(step.code), SOURCES.get(step.code)
    if section is None:
        return line
    if source is None:
        return text("explain.cited", lang, line=line, section=section)
    return text("explain.cited-source", lang, line=line, section=section, source=source)


def step_words(step: Step) -> Bilingual:
    """The line in both languages."""
    return Bilingual(step_text(step, "zh"), step_text(step, "en"))


def _data(step: Step, lang: Lang) -> dict[str, object]:
    """What the text is filled with; what only some figures have, the rule that decided and its reasons are texts of
    their own."""
    if "entry" in step.data:
        return {**step.data, **{name: _piece(name, step.data[name], lang) for name in ("flag", "entry", "source")}}
    if step.code != "decided":
        return step.data
    why = [text(f"reasons.{reason.code}", lang, **reason.data) for reason in step.data["because"]]
    rule = text(f"explain.rule-{step.data['rule']}", lang)
    return {"number": step.data["number"], "status": step.data["status"], "rule": rule, "why": _JOIN[lang].join(why)}


def _piece(name: str, value: object, lang: Lang) -> str:
    """What a figure's line says of its flag, entry or source; only that there is no entry is said."""
    if value:
        return text(f"explain.{name}", lang, **{name: value})
    return text("explain.entry-none", lang) if name == "entry" else ""
