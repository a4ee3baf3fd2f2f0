"""Why a text is no value: the `problem` of BadValue."""

TEXTS = {
    "empty": ("the value is empty", "数值为空"),
    "no-number": (
        "“{text}” has no number in it; write it like 98000, 9.8万 or 3.6%",
        "“{text}”中没有数字；可写作 98000、9.8万 或 3.6%",
    ),
    "chinese-numeral": (
        "“{text}”: write the number in digits, like 7万多家",
        "“{text}”：请使用阿拉伯数字，如 7万多家",
    ),
    "two-numbers": (
        "“{text}” has more than one number; give one, with a bound if need be (超过8万)",
        "“{text}”中不止一个数；请只填一个，必要时加限定词（如 超过8万）",
    ),
    "exponent": (
        "“{text}”: an exponent hides how many digits were published; write 80000 or 8万",
        "“{text}”：科学计数法看不出公布了几位数字；请写作 80000 或 8万",
    ),
    "underscore": ("“{text}”: leave the underscores out", "“{text}”：请去掉下划线"),
    "separators": (
        "“{text}”: thousands are separated in groups of three, like 98,000",
        "“{text}”：千位分隔有误；应三位一组，如 98,000",
    ),
    "too-long": ("“{text}” is too long; a value has at most 30 digits", "“{text}”过长；数值最多30位"),
    "word": (
        "“{text}”: “{part}” is not understood; keep the number, its unit and a bound (超过, 近, 左右, at least)",
        "“{text}”：无法识别“{part}”；请只保留数字、单位和限定词（超过、近、左右等）",
    ),
    "contradiction": (
        "“{text}” says two different things about the number; keep one of the words",
        "“{text}”中的限定词相互矛盾；请只保留一个",
    ),
    "change": (
        "“{text}” is a change, but the indicator is a level; give the level",
        "“{text}”是增减量，而该指标填报总量；请填写总量",
    ),
    "double-negative": (
        "“{text}” is a fall by a negative number; drop the word or the minus sign",
        "“{text}”既有“下降”又有负号；请去掉其中一个",
    ),
    "near-zero": ("“{text}”: nothing is nearly zero; give the number", "“{text}”：“近0”没有意义；请填写具体数字"),
    "fraction": (
        "“{text}” is not a whole number, but the indicator counts whole things; was 万, thousand or million left out?",
        "“{text}”不是整数，而该指标只能取整数；是否漏写“万”等单位？",
    ),
    "scale": (
        "“{text}”: 万, million and the like cannot stand there",
        "“{text}”：万、亿等数量级不能用在此处",
    ),
    "small-scale": (
        "“{text}”: write the unit too; the indicator's own unit already holds a larger scale",
        "“{text}”：请写明单位；该指标的计量单位本身已含更大的数量级",
    ),
    "two-units": ("“{text}” names two units; keep one", "“{text}”中有两个单位；请只保留一个"),
    "unit": (
        "“{text}”: “{part}” beside it is no unit; write it like 家, 万辆 or %",
        "“{text}”：所填单位“{part}”无法识别；可写作 家、万辆 或 %",
    ),
}
