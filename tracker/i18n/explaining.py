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
    """What the text is filled with; a flag, the rule that decided and its reasons are texts of their own."""
    if step.data.get("flag"):
        return {**step.data, "flag": text("explain.flag", lang, flag=step.data["flag"])}
    if step.code != "decided":
        return step.data
    why = [text(f"reasons.{reason.code}", lang, **reason.data) for reason in step.data["because"]]
    rule = text(f"explain.rule-{step.data['rule']}", lang)
    return {"number": step.data["number"], "status": step.data["status"], "rule": rule, "why": _JOIN[lang].join(why)}
