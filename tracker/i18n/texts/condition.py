"""Conditions of targets in words."""

TEXTS = {
    "by": ("{goal} by {due}", "{due}前{goal}"),
    "year": ("{goal} in {span}", "{span}{goal}"),
    "within": ("change under {tolerance}", "变动小于{tolerance}"),
    "between": ("{low} to {high}", "{low}至{high}"),
}
