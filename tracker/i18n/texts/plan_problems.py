"""What is wrong with a plan file, by the codes of `tracker.domain.plan_check`, `shape` and `tracker.exchange`."""

TEXTS = {
    # --- the file
    "empty-file": ("there is nothing in this file", "文件内没有内容"),
    "file-too-large": (
        "the file is larger than {most} KiB; this is no plan file",
        "文件超过 {most} KiB，不像是计划文件",
    ),
    "not-utf-8": (
        "the text is not in UTF-8; save the file as UTF-8",
        "文字编码不是 UTF-8；请将文件另存为 UTF-8 编码",
    ),
    "yaml-character": (
        "a character that no text may contain ({text}); delete it",
        "含有文本中不允许出现的字符（{text}）；请删除",
    ),
    "yaml-syntax": (
        "this cannot be read as YAML (near column {column}); check indentation, quotation marks and brackets",
        "无法按 YAML 格式读取（第{column}列附近）；请检查缩进、引号和括号",
    ),
    "yaml-tab": (
        "a tab at column {column}; indent with spaces",
        "第{column}列有制表符；请用空格缩进",
    ),
    "yaml-colon": (
        "a colon that does not belong here (column {column}); put texts with a colon in quotation marks",
        "第{column}列的冒号位置不对；含冒号的文字请加引号",
    ),
    "yaml-no-colon": (
        "no colon after the key; write “key: value” with a space behind the colon",
        "键名后缺少冒号；请写作“键: 值”，冒号后留一个空格",
    ),
    "yaml-unclosed": (
        "a quotation mark or bracket opened before is never closed",
        "前面的引号或括号没有闭合",
    ),
    "yaml-indent": (
        "this does not fit what stands above it; check the indentation",
        "与上文的层级不符；请检查缩进",
    ),
    "yaml-anchor": (
        "anchors and aliases (“{name}”) are not allowed; write the value where it belongs",
        "不允许使用锚点和引用（“{name}”）；请直接写出内容",
    ),
    "yaml-tag": ("YAML tags (“{name}”) are not allowed", "不允许使用 YAML 标签（“{name}”）"),
    "yaml-key": ("a key has to be a text", "键名必须是文字"),
    "yaml-documents": (
        "a second document begins here; one file holds one plan",
        "此处开始了第二个文档；一个文件只放一个计划",
    ),
    "yaml-depth": ("nested more than {most} levels deep", "嵌套超过{most}层"),
    "duplicate-key": (
        "“{key}” stands here for the second time (first in line {first})",
        "“{key}”重复（已见于第{first}行）",
    ),
    "newer-format": (
        "the file is of format {version}, this program knows up to {known}; update the program",
        "文件格式为第{version}版，本程序只支持到第{known}版；请升级程序",
    ),
    # --- its form
    "expected-text": ("a text is expected here", "此处应为文字"),
    "expected-list": (
        "a list is expected here, even of one: [a, b] or lines that begin with “- ”",
        "此处应为列表（只有一项也要写成列表）：写作 [甲, 乙]，或各行以“- ”开头",
    ),
    "expected-mapping": (
        "“key: value” pairs are expected here; the keys are {keys}",
        "此处应为“键: 值”；可用的键有：{keys}",
    ),
    "unknown-key": ("there is no key “{key}”; did you mean {near}?", "没有“{key}”这个键；是否应为 {near}？"),
    "unknown-key.none-near": ("there is no key “{key}”; the keys are {keys}", "没有“{key}”这个键；可用的键有：{keys}"),
    "missing-key": ("“{key}” is missing", "缺少“{key}”"),
    "empty": ("there is nothing here", "此处为空"),
    "unprintable": ("“{text}” has an invisible character in it; write it anew", "“{text}”含有不可见字符；请重新输入"),
    "too-long": ("“{text}” is longer than {most} characters", "“{text}”超过{most}个字符"),
    "bad-choice": ("“{text}” is not one of: {choices}", "“{text}”无效，只能取：{choices}"),
    "bad-code": (
        "“{text}” is no code; use small letters a–z, digits and single hyphens",
        "“{text}”不是代码；代码只用小写字母、数字和单个连字符",
    ),
    "bad-year": ("“{text}” is not a year; write 2023", "“{text}”不是年份；请写作 2023"),
    "bad-whole": ("“{text}” is not a whole number of at most six digits", "“{text}”不是整数（最多六位）"),
    "bad-number": ("“{text}” is not a number; write 10 or 0.75", "“{text}”不是数；请写作 10 或 0.75"),
    "bad-bool": ("“{text}” has to be true or false", "“{text}”无效，只能取 true 或 false"),
    "bad-cadence": (
        "“{text}” does not say how often; write monthly on day 26 at 09:00",
        "“{text}”不是周期；请写作 每月26日09:00",
    ),
    "bad-cycle": (
        "“{text}” is no length of time: day, week, month, quarter, half-year or year",
        "“{text}”不是期间长度，只能取 day、week、month、quarter、half-year、year",
    ),
    "bad-language": ("“{text}” is no language: zh or en", "“{text}”不是语言，只能取 zh、en"),
    "bad-zone": ("“{text}” is not a time zone; write Asia/Shanghai", "“{text}”不是时区；请写作 Asia/Shanghai"),
    "unknown-zone": ("there is no time zone “{text}”; write Asia/Shanghai", "没有时区“{text}”；请写作 Asia/Shanghai"),
    "bad-flag": ("“{text}”: the flags are letters out of bdefinpu", "“{text}”：标记只能用 bdefinpu 中的字母"),
    "bad-phrase": (
        "“{text}” is longer than 12 characters; give only the key words",
        "“{text}”超过12个字符；只需摘录关键词",
    ),
    "bad-day": ("{text} is not a day that every month has (1 to {last})", "{text}不是每月都有的日子（1至{last}）"),
    "bad-part": ("{text} is more than 1; write 0.75 for three quarters", "{text}大于1；四分之三写作 0.75"),
    # --- what refers to what
    "unknown-reference": (
        "there is no {what} “{text}” in this plan; did you mean {near}?",
        "计划中没有{what}“{text}”；是否应为 {near}？",
    ),
    "unknown-reference.none-near": (
        "there is no {what} “{text}” in this plan; there are: {known}",
        "计划中没有{what}“{text}”；现有：{known}",
    ),
    "duplicate": ("“{text}” is there already", "“{text}”重复"),
    "ambiguous-name": ("the name “{text}” belongs to {other} already", "名称“{text}”已属于 {other}"),
    # --- indicators
    "not-percent": ("an indicator of kind {kind} is in %, not in {unit}", "{kind} 类指标的单位应为 %，不是{unit}"),
    "growth-alone": (
        "only an indicator of kind growth is the growth of another, not one of kind {kind}",
        "只有 growth 类指标可以写 growth-of，{kind} 类指标不可以",
    ),
    "irregular-alone": (
        "an irregular calendar makes nothing due; “{key}” has no place in it",
        "不定期（irregular）发布的指标没有应发布日期；请去掉“{key}”",
    ),
    "lags-crossed": (
        "the latest release ({latest} days) cannot come before the usual one ({usual} days)",
        "最迟发布（{latest}天）不能早于通常发布（{usual}天）",
    ),
    "bad-with-next": (
        "{text}: months from 1 to 12, and only for an indicator published monthly",
        "{text}：只能取1至12月，且仅用于按月发布的指标",
    ),
    "spans-for-kind": (
        "an indicator of kind {kind} has no choice of spans",
        "{kind} 类指标不分当月和累计，请去掉 spans",
    ),
    "two-bounds": (
        "“{text}” has a bound of its own; give the bare number beside “bound”",
        "“{text}”自带限定词；另写 bound 时请只写数字",
    ),
    "early-baseline": (
        "published on {published}, before its period ({period}) was over; such a baseline carries flag f",
        "发布日期{published}早于期末（{period}）；此类基数应加标记 f",
    ),
    "late-outlook": (
        "flag f is for values published before the end of their period ({period}), this one was on {published}",
        "标记 f 只用于期末（{period}）之前发布的预测数，而发布日期为{published}",
    ),
    # --- targets
    "no-comparator": (
        "“{text}” does not say more than, at least, ...; write 超过{text} or 不低于{text}, or op and value",
        "“{text}”没有说明是超过还是不低于；请写作“超过{text}”或“不低于{text}”，或分别写 op 和 value",
    ),
    "unwanted-bound": (
        "“{text}”: a plain number is wanted here; the bound stands in “op”",
        "“{text}”：此处只写数；限定由 op 表示",
    ),
    "op-for-kind": (
        "“{op}” is for shares, not for an indicator of kind {kind}",
        "“{op}”只用于比重（share）类指标，不用于 {kind} 类",
    ),
    "key-for-op": ("“{key}” does not go with “{op}”", "“{op}”不能带“{key}”"),
    "within-nothing": ("“{op}” needs a baseline to stay close to", "“{op}”需要有基数作参照"),
    "ends-crossed": ("the upper end ({high}) is not above the lower one ({low})", "上限（{high}）不大于下限（{low}）"),
    "not-positive": ("{text} is not above zero", "{text}不大于零"),
    "bands-crossed": ("{high} is below {low}, where on track ends", "{high}小于进度正常的界限{low}"),
    "start-after-due": (
        "the start ({start}) is after the due date ({due})",
        "起始日期（{start}）晚于截止日期（{due}）",
    ),
    "published-after-due": (
        "announced on {published}, after it was due ({due}); say when it was announced (--published)",
        "公布日期（{published}）晚于截止日期（{due}）；请填写目标公布的日期（--published）",
    ),
    "due-before-baseline": (
        "due on {due}, but the baseline is of {period}",
        "截止日期为{due}，而基数所属期间为{period}",
    ),
    "path-for-kind": ("an indicator of kind {kind} has no “{path}” path", "{kind} 类指标不适用“{path}”路径"),
    "unwanted-points": ("a “{path}” path has no points", "“{path}”路径不带节点（points）"),
    "point-outside": (
        "{day} is out of order or outside the span: from {first} to {last}",
        "{day}次序不对或超出范围：应在{first}至{last}之间",
    ),
    # --- what is recorded
    "figures-orphaned": (
        "{text} has {count} figures; its kind and unit cannot change, nor can it be left out",
        "{text} 已录入{count}条数据，不能改变其类型或单位，也不能删除",
    ),
    "publisher-orphaned": (
        "figures of the publisher {text} are recorded; it cannot be left out",
        "已录入发布机构 {text} 的数据，不能删除",
    ),
    "defined-elsewhere": (
        "{text} is defined with another kind or unit in the plan {plan}; give it another code",
        "计划 {plan} 中的 {text} 类型或单位不同；请另用代码",
    ),
    "target-broken": (
        "the target {text} as announced on {day} would no longer hold together:",
        "{day}公布的目标 {text} 将不再成立：",
    ),
    "other-indicator": (
        "the target {text} is about {indicator}; for another indicator set a target of its own",
        "目标 {text} 对应指标 {indicator}；其他指标请另设目标",
    ),
    "notes-orphaned": (
        "{text} has notes; it cannot be left out",
        "{text} 已有情况记录，不能删除",
    ),
    # --- the document
    "no-paragraph": (
        "the document ends with paragraph {last}; there is none numbered {paragraph}",
        "文件只到第{last}段，没有第{paragraph}段",
    ),
    "phrase-elsewhere": (
        "“{phrase}” is not in paragraph {paragraph}; it is in {found}",
        "“{phrase}”不在第{paragraph}段，而在第{found}段",
    ),
    "phrase-nowhere": (
        "“{phrase}” is not in paragraph {paragraph}, nor anywhere in the document",
        "“{phrase}”不在第{paragraph}段，全文也没有",
    ),
}
