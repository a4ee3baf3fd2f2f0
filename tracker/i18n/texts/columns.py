"""The columns of an import by the fields of a draft, as findings name them; and places in a table."""

TEXTS = {
    "place": ("line {line}, {column}", "第{line}行 {column}"),
    "indicator": ("indicator", "指标"),
    "period": ("period", "期间"),
    "value": ("value", "数值"),
    "unit": ("unit", "单位"),
    "flag": ("flag", "标记"),
    "publisher": ("publisher", "发布机构"),
    "published_on": ("published_on", "发布日期"),
    "source": ("source", "来源"),
    "note": ("note", "备注"),
    "area": ("area", "地区"),
    "reason": ("reason", "修改原因"),
    # --- columns that are there to be read, and passed over by an import
    "name": ("name", "名称"),
    "last_value": ("last value", "上期数值"),
    "problem": ("problem", "问题"),
    "row": ("whole row", "整行"),
}
