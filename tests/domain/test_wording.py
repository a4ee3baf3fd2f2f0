"""Published numbers in words, read and written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.bilingual import LANGS, Bilingual, Lang
from tracker.domain.indicator import PERCENT, POINTS, Unit
from tracker.domain.quantity import Bound, Quantity
from tracker.domain.wording import number_text, parse_quantity, plain_number, quantity_text
from tracker.errors import BadUnit, BadValue
from tracker.i18n import text

FIRMS = Unit("家", "enterprises", ("户", "万户"), whole=True)
STATIONS = Unit("个", "base stations", ("座",), whole=True)
CARS = Unit("辆", "vehicles", ("台",), whole=True)
MONEY = Unit("亿元", "100 million yuan", ("CNY 100 million",))
CARS_BY_TEN_THOUSAND = Unit("万辆", "10,000 vehicles")
POWER = Unit("千瓦时", "kWh")
BARE_PERCENT = Unit("%", "%")
NAMELESS = Unit("", "", whole=True)
UNITS = (FIRMS, STATIONS, CARS, MONEY, CARS_BY_TEN_THOUSAND, POWER, PERCENT, POINTS)

SIGNS = {
    "=": Bound.EXACTLY,
    "~": Bound.ABOUT,
    ">": Bound.MORE_THAN,
    ">=": Bound.AT_LEAST,
    "<": Bound.LESS_THAN,
    "<=": Bound.AT_MOST,
    "^": Bound.NEARLY,
}

READ = [
    # plain numbers, with the zeros they were published with
    (FIRMS, "= 98000", "98000 98,000 98，000 98|000 ９８０００ 9.8万 9.80万 9.8万家 98000家 98千家 0.98十万 "
     "98|thousand 98k 98,000|enterprises 9.8|万|家 +98000 98000.0 =98000 达到9.8万家 达9.8万家 为98000家 9.8万户"),
    (FIRMS, "= 8997", "8997 8,997 ８，９９７家 8997家 8,997|enterprises 8997户"),
    (FIRMS, "= 1", "1 1家 1|enterprise 01"),
    (FIRMS, "= 0", "0 0家 -0"),
    (FIRMS, "= -5", "-5 -5家 −5"),
    (FIRMS, "= 100000000", "1亿 1亿家 100|million 10千万家"),
    (STATIONS, "= 2312000", "231.2万个 2312000 2.312|million 2.312|mn|base|stations 231.2万座"),
    (CARS, "= 1000000000000", "1万亿 1|trillion 1tn 1000bn 1,000|billion|vehicles"),
    (PERCENT, "= 3.6", "3.6 3.6% 3.6％ ３．６％ 百分之3.6 3.6|per|cent 3.6percent +3.6% 增长3.6% 同比增长3.6% up|3.6%"),
    (PERCENT, "= 3.0", "3.0 3.0%"),
    (PERCENT, "= 28", "28 28%"),
    (PERCENT, "= 0.5", ".5 0.5%"),
    (PERCENT, "= 0.0", "0.0 -0.0% 下降0.0%"),
    (PERCENT, "= -6.9", "-6.9 -6.9% −6.9% –6.9％ －6.9％ 下降6.9% 同比下降6.9% 降低6.9% 增长-6.9% "
     "down|6.9% fell|by|6.9%"),
    (POINTS, "= 0.5", "0.5 0.5个百分点 0.5百分点 0.5pp 0.5|percentage|points 提高0.5个百分点"),
    (POINTS, "= -1.5", "-1.5个百分点 下降1.5个百分点"),
    # bounds
    (FIRMS, "> 98000", "超过9.8万家 >98000 ＞9.8万 突破9.8万 逾98000家 9.8万多家 已超过9.8万家 超9.8万 "
     "more|than|98,000|enterprises over|98,000 above|98k >9.8万多家"),
    (FIRMS, "> 70000", "7万多家 7万余家 7万家多 超过7万家"),
    (FIRMS, "> 100000", "10余万 10多万家"),
    (STATIONS, "> 2300000", "230多万个 超过230万个 more|than|2.3|million|base|stations"),
    (CARS, "> 6500000", "突破650万辆 突破6.5|million >650万台"),
    (FIRMS, ">= 80000", "8万家以上 8万以上 不低于8万 不少于8万家 大于等于8万 至少8万家 >=8万 ≥8万家 at|least|80,000 "
     "no|less|than|80,000 no|fewer|than|80k 80,000|or|more 80,000|enterprises|or|more"),
    (FIRMS, "< 80000", "不足8万家 低于8万 少于8万家 不到8万家 <80000 less|than|80,000 under|80,000 fewer|than|80,000"),
    (FIRMS, "<= 80000", "不超过8万家 不超8万 小于等于8万 8万家以内 8万家以下 至多8万 最多8万 <=80000 ≤8万 "
     "at|most|80,000 up|to|80,000 "
     "no|more|than|80,000 not|exceeding|80,000 80,000|or|fewer"),
    (FIRMS, "^ 9000", "近9000家 接近9000 将近9,000家 nearly|9,000|enterprises almost|9000"),
    (FIRMS, "~ 80000", "约8万家 大约8万 8万家左右 8万上下 约8万家左右 ~80000 ≈8万 about|80,000 around|80k "
     "approximately|80,000 approx.|80,000 8万|or|so"),
    (FIRMS, "~ 0", "0左右"),
    (PERCENT, "~ 3.1", "3.1%左右 约3.1% ~3.1% 增长3.1%左右 about|3.1%"),
    (PERCENT, ">= 4.3", "4.3%以上 不低于4.3% >=4.3 增长4.3%以上"),
    # a fall turns sign and bound round
    (PERCENT, "< -10", "降低超过10% 下降超10% <-10% 降幅超过10% down|more|than|10%"),
    (PERCENT, "<= -10", "下降10%以上 下降不低于10% <=-10"),
    (PERCENT, "> -5", "下降不足5% >-5"),
    (PERCENT, ">= -5", "下降不超过5% >=-5% 下降5%以内"),
    (PERCENT, "^ -7", "下降近7% 近-7% down|nearly|7%"),
    (PERCENT, "~ -6.9", "下降6.9%左右 约-6.9%"),
    # units that contain a scale
    (MONEY, "= 10056", "10056 10056亿元 1.0056万亿元 1.0056万亿 1005600000000元 1.0056|trillion|yuan "
     "1,005.6|billion|yuan"),
    (MONEY, "= 120", "120 120亿 120亿元 12|billion|yuan"),
    (MONEY, "= 0.005", "0.005 50万元 500,000|yuan"),
    (CARS_BY_TEN_THOUSAND, "= 650", "650 650万 650万辆 6500000辆 6.5|million|vehicles 6.5mn"),
    (CARS_BY_TEN_THOUSAND, "= 949.50", "949.50 949.50万辆"),
    (CARS_BY_TEN_THOUSAND, "= 12000", "1.2亿 1.2亿辆"),
    (POWER, "= 5000", "5000 5千千瓦时 5000kWh 5k|kWh"),
    (NAMELESS, "> 70000", "7万多 more|than|70,000"),
]  # fmt: skip
"""Unit, bound and value, ways to write it; `|` stands for a space."""


@pytest.mark.parametrize(
    ("unit", "expected", "typed"),
    [(unit, expected, way.replace("|", " ")) for unit, expected, ways in READ for way in ways.split()],
)
def test_a_number_is_read_however_it_is_written(unit: Unit, expected: str, typed: str) -> None:
    sign, digits = expected.split()
    found = parse_quantity(typed, unit)
    assert (found.bound, plain_number(found.value)) == (SIGNS[sign], digits)


REFUSED = {
    "empty": ["", "  ", "　"],
    "no-number": ["NaN", "nan%", "Infinity", "-inf", "∞", "家", "超过", "万亿", "٣", "²"],
    "chinese-numeral": ["七万多家", "十几万", "百分之三点六"],
    "two-numbers": ["8-9万", "8~9万", "8至9万", "1万5千", "8 9万", "2023年8万", "3.6.1"],
    "exponent": ["8e4", ">=8e4", "8E4", "1e999999"],
    "underscore": ["98_000", "1_000"],
    "separators": ["98,00", "9,8000", "1,000 000", "98'000", "0,98"],
    "too-long": ["9" * 31, "1." + "0" * 30, "1" + "0" * 29 + "万", "9" * 500],
    "word": [
        "预计8万",
        "万8",
        "8万家。",
        "5.",
        "100+",
        "--5",
        "至少约莫8万",
        "未超过8万",
        "高达8万",
        "less than or equal to 8",
        "8万家!",
        "$5",
    ],
    "contradiction": ["超过8万以下", "近8万多家", "不足8万左右", "至少超过8万", "超过8万以上"],
    "change": ["减少5家", "增长5家", "fell by 5"],
    "near-zero": ["近0家", "nearly 0"],
    "fraction": ["0.5家", "1.00001万家", "8997.5", "0.0003k"],
    "scale": ["1万万", "1千百", "8家万", "1亿万家"],
}


@pytest.mark.parametrize(("problem", "typed"), [(problem, typed) for problem, row in REFUSED.items() for typed in row])
def test_what_is_no_number_of_firms_says_why(problem: str, typed: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_quantity(typed, FIRMS)
    assert (caught.value.data["problem"], caught.value.data["text"]) == (problem, typed)


@pytest.mark.parametrize(
    ("unit", "typed", "problem"),
    [
        (PERCENT, "3万", "scale"),
        (PERCENT, "下降-2.9%", "double-negative"),
        (PERCENT, "增长下降2%", "contradiction"),
        (PERCENT, "降至10%", "word"),
        (MONEY, "3万", "small-scale"),
        (CARS_BY_TEN_THOUSAND, "950k", "small-scale"),
        (CARS_BY_TEN_THOUSAND, "5辆万辆", "two-units"),
        (FIRMS, "5家万户", "two-units"),
    ],
)
def test_what_is_refused_for_other_units_says_why(unit: Unit, typed: str, problem: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_quantity(typed, unit)
    assert caught.value.data["problem"] == problem


@pytest.mark.parametrize(
    ("unit", "typed", "named"),
    [
        (FIRMS, "8万辆", "辆"),
        (FIRMS, "80000%", "%"),
        (FIRMS, "8万家企业", "企业"),
        (FIRMS, "5kg", "kg"),
        (FIRMS, "8 million cars", "cars"),
        (STATIONS, "45个百分点", "个百分点"),
        (PERCENT, "3.6家", "家"),
        (PERCENT, "0.5个百分点", "个百分点"),
        (PERCENT, "0.5pp", "pp"),
        (PERCENT, "3.6‰", "‰"),
        (POINTS, "0.5%", "%"),
        (POINTS, "百分之0.5", "百分之"),
        (MONEY, "3万辆", "辆"),
        (NAMELESS, "3万辆", "辆"),
    ],
)
def test_a_unit_that_does_not_belong_is_named(unit: Unit, typed: str, named: str) -> None:
    with pytest.raises(BadUnit) as caught:
        parse_quantity(typed, unit)
    assert caught.value.data == {"text": typed, "unit": named, "expected": Bilingual(unit.zh, unit.en)}


def test_per_cent_may_be_defined_without_its_other_names() -> None:
    assert parse_quantity("百分之3.6", BARE_PERCENT) == parse_quantity("3.6 per cent", BARE_PERCENT)


@pytest.mark.parametrize(
    ("typed", "beside", "expected"),
    [
        ("98000", "家", "= 98000"),
        ("9.8", "万家", "= 98000"),
        ("7", "万户", "= 70000"),
        (">9.8", "万家", "> 98000"),
        ("超过9.8万", "家", "> 98000"),
        ("7万多", "enterprises", "> 70000"),
        ("9.8万家", "万家", "= 98000"),
        ("98", "thousand enterprises", "= 98000"),
    ],
)
def test_a_unit_may_stand_apart(typed: str, beside: str, expected: str) -> None:
    sign, digits = expected.split()
    found = parse_quantity(typed, FIRMS, beside)
    assert (found.bound, plain_number(found.value)) == (SIGNS[sign], digits)


@pytest.mark.parametrize(
    ("typed", "beside", "refusal", "named"),
    [
        ("8", "万辆", BadUnit, ("unit", "辆")),
        ("3.6", "%", BadUnit, ("unit", "%")),
        ("8", "tons", BadUnit, ("unit", "tons")),
        ("8万家", "辆", BadUnit, ("unit", "辆")),
        ("9.8万", "万家", BadValue, ("problem", "two-units")),
        ("8", "左右", BadValue, ("problem", "unit")),
        ("8", "2", BadValue, ("problem", "two-numbers")),
    ],
)
def test_what_stands_apart_has_to_be_the_unit(
    typed: str, beside: str, refusal: type[BadUnit | BadValue], named: tuple[str, str]
) -> None:
    with pytest.raises(refusal) as caught:
        parse_quantity(typed, FIRMS, beside)
    assert caught.value.data[named[0]] == named[1]


@pytest.mark.parametrize(
    ("typed", "width"),
    [("近9000家", "1000"), ("近9.8万家", "1000"), ("约8万", "10000"), ("2310000左右", "10000"), ("约120", "10")],
)
def test_the_last_written_digit_says_how_near_near_is(typed: str, width: str) -> None:
    assert parse_quantity(typed, FIRMS).width == Decimal(width)


@pytest.mark.parametrize(
    ("unit", "value", "chinese", "english"),
    [
        (FIRMS, "8997", "8,997家", "8,997 enterprises"),
        (FIRMS, "98000", "9.8万家", "98,000 enterprises"),
        (FIRMS, "98123", "98,123家", "98,123 enterprises"),
        (FIRMS, "-12000", "-1.2万家", "-12,000 enterprises"),
        (FIRMS, "1", "1家", "1 enterprise"),
        (FIRMS, "0", "0家", "0 enterprises"),
        (STATIONS, "2312000", "231.2万个", "2.312 million base stations"),
        (CARS, "27000000", "2700万辆", "27 million vehicles"),
        (CARS, "123456789", "123,456,789辆", "123,456,789 vehicles"),
        (CARS, "1234560000", "12.3456亿辆", "1,234.56 million vehicles"),
        (PERCENT, "3.0", "3.0%", "3.0%"),
        (PERCENT, "-6.9", "-6.9%", "-6.9%"),
        (PERCENT, "80000", "80,000%", "80,000%"),
        (POINTS, "-1.5", "-1.5个百分点", "-1.5 pp"),
        (MONEY, "10056", "1.0056万亿元", "1.0056 trillion yuan"),
        (MONEY, "0.5", "0.5亿元", "50 million yuan"),
        (MONEY, "1260582", "126.0582万亿元", "126.0582 trillion yuan"),
        (MONEY, "1260582.7", "1260582.7亿元", "126,058.27 billion yuan"),
        (CARS_BY_TEN_THOUSAND, "949.5", "949.5万辆", "9.495 million vehicles"),
        (POWER, "12.50", "12.50千瓦时", "12.50 kWh"),
        (NAMELESS, "2312000", "231.2万", "2.312 million"),
    ],
)
def test_numbers_are_short_and_every_digit_is_there(unit: Unit, value: str, chinese: str, english: str) -> None:
    number = Decimal(value)
    assert (number_text(number, unit, "zh"), number_text(number, unit, "en")) == (chinese, english)


@pytest.mark.parametrize(
    ("unit", "bound", "value", "chinese", "english"),
    [
        (FIRMS, ">", "98000", "超过9.8万家", "more than 98,000 enterprises"),
        (FIRMS, ">=", "80000", "8万家以上", "at least 80,000 enterprises"),
        (FIRMS, "<", "80000", "不足8万家", "less than 80,000 enterprises"),
        (FIRMS, "<=", "80000", "不超过8万家", "at most 80,000 enterprises"),
        (FIRMS, "^", "9000", "近9,000家", "nearly 9,000 enterprises"),
        (PERCENT, "~", "3.1", "3.1%左右", "about 3.1%"),
        (PERCENT, "<", "4", "低于4%", "less than 4%"),
        (PERCENT, "<", "-10", "下降超过10%", "down more than 10%"),
        (PERCENT, "<=", "-10", "下降10%以上", "down at least 10%"),
        (PERCENT, "^", "-7", "下降近7%", "down nearly 7%"),
        (PERCENT, "~", "-6.9", "下降6.9%左右", "down about 6.9%"),
        (PERCENT, ">", "-5", "高于-5%", "more than -5%"),
        (PERCENT, ">=", "-5", "不低于-5%", "at least -5%"),
    ],
)
def test_bounds_are_written_as_people_write_them(
    unit: Unit, bound: str, value: str, chinese: str, english: str
) -> None:
    quantity = Quantity(Decimal(value), SIGNS[bound])
    assert (quantity_text(quantity, unit, "zh"), quantity_text(quantity, unit, "en")) == (chinese, english)


numbers = st.one_of(
    st.integers(-(10**13), 10**13),
    st.integers(-9999, 9999).map(lambda n: n * 1000),
    st.integers(-(10**9), 10**9).map(lambda n: n * 10_000_000),
)


@st.composite
def quantities(draw: st.DrawFn) -> tuple[Unit, Quantity]:
    unit, bound = draw(st.sampled_from(UNITS)), draw(st.sampled_from(list(Bound)))
    value = Decimal(draw(numbers))
    if not unit.whole:
        value = value.scaleb(-draw(st.integers(0, 4)))
    return unit, Quantity(value or Decimal(1), bound)


@given(quantities(), st.sampled_from(LANGS))
def test_what_is_written_reads_back(given_one: tuple[Unit, Quantity], lang: Lang) -> None:
    unit, quantity = given_one
    assert parse_quantity(quantity_text(quantity, unit, lang), unit) == quantity


@given(st.integers(-(10**29), 10**29), st.integers(0, 28))
def test_plain_digits_keep_every_digit_and_zero(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places) if len(str(abs(digits))) < 28 else Decimal(digits)
    written = plain_number(abs(value))
    found = parse_quantity(written, POWER)
    assert plain_number(found.value) == written
    assert "E" not in written


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=0, max_value=10**6), st.integers(0, 4))
def test_a_scale_word_multiplies(number: Decimal, index: int) -> None:
    word, factor = (("千", 10**3), ("万", 10**4), ("百万", 10**6), ("亿", 10**8), ("万亿", 10**12))[index]
    assert parse_quantity(f"{number}{word}", POWER).value == number * factor


def outcome(typed: str, unit: Unit) -> Quantity | BadValue | BadUnit:
    try:
        return parse_quantity(typed, unit)
    except (BadValue, BadUnit) as refused:
        return refused


@given(
    st.text(st.sampled_from("0189.,-+_e%万亿千家多以上近约超过下降百分之个点k M>=~ （）家n"), max_size=12),
    st.sampled_from(UNITS),
)
def test_whatever_is_typed_is_a_finite_number_or_refused_in_words(typed: str, unit: Unit) -> None:
    found = outcome(typed, unit)
    if isinstance(found, Quantity):
        assert found.value.is_finite()
        assert len(plain_number(found.value).strip("-").replace(".", "")) <= 30
        assert not unit.whole or found.value == int(found.value)
    else:
        key = ".".join(["errors", found.code, *map(str, filter(None, [found.data.get("problem")]))])
        assert all(text(key, lang, **found.data) for lang in LANGS)
