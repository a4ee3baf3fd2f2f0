"""The form that `tracker template` makes, and the column that says what is wrong with a file."""

TEXTS = {
    "title": ("How to fill in: {title}", "{title}：填写说明"),
    "about": ("{plan}, figures about {period}", "{plan}（{period}数据）"),
    "guide": ("How to fill in", "填写说明"),
    "last": ("{value} ({period})", "{value}（{period}）"),
    "held": ("{value} (entered, published {published})", "{value}（已录入，{published}发布）"),
    "step-open": (
        "Fill in the white and yellow cells of the first sheet. The grey ones say which figure is meant and are locked "
        "(no password). Do not rename the columns; their order does not matter.",
        "请在第一张表的白色和黄色单元格中填写。灰色单元格说明填报哪项数据，已锁定（无密码）。列名请勿改动，列的顺序不限。",
    ),
    "step-value": (
        "value: as it was published, with its words and unit: 4.3%, 98,000, 9.8万家, 超过8万家, 3.1%左右, -2.9%, "
        "more than 98,000. The cell keeps what you type.",
        "数值：照公布的原文填写，可带限定词和单位，如 4.3%、98000、9.8万家、超过8万家、3.1%左右、下降2.9%。"
        "单元格为文本格式，填什么就是什么。",
    ),
    "step-published": (
        "published_on: the day it came out, such as 2023-07-17. Without it the day of the import stands in.",
        "发布日期：公布当天的日期，如 2023-07-17。不填则以导入当天代替。",
    ),
    "step-publisher": (
        "publisher and unit are filled in beforehand; change them if the figure came from elsewhere or in another unit "
        "(万辆, million). A figure of another publisher is kept and shown, but not used to judge a target.",
        "发布机构和单位已预填；如数据由其他机构发布，或以其他单位（如万辆）公布，请修改。"
        "非指定机构发布的数据只作参考，不用于评估目标。",
    ),
    "step-flag": (
        "flag: p for a preliminary figure, e for an estimate, f for an outlook published before the period was over, d "
        "for another definition; several may stand together (de). No flag for a final figure.",
        "标记：p 初步核算数，e 预计数，f 期末之前公布的展望数，d 口径不同；可并列填写（如 de）。正式数据不填。",
    ),
    "step-empty": (
        "Leave empty what has not been published: such a row is passed over. You can fill in the rest and import the "
        "file again later; what is there already is skipped.",
        "尚未公布的，整行留空即可，导入时自动跳过；以后补填再次导入，已录入的不会重复。",
    ),
    "step-occasional": (
        "Figures without a release calendar stand last, without a period: if one was published, fill in its period too "
        "(2023-06-26, 2023-06, 2023).",
        "没有发布日历的指标列在最后，期间为空：如有公布，请一并填写期间（如 2023-06-26、2023年6月、2023）。",
    ),
    "step-spare": (
        "The empty rows at the end take any other figure, such as a revised one of an earlier month; indicator, period "
        "and value are needed.",
        "末尾的空行可填写其他数据，如以前月份的修订数，须填指标、期间和数值。",
    ),
    "step-reason": (
        "reason: only to correct a figure that was entered wrongly for the same publication.",
        "修改原因：只在更正同一次发布中录错的数据时填写。",
    ),
    "step-import": (
        "Save the file and run `tracker import FILE`. All rows are taken or none. `--dry-run` only checks; "
        "`--problems OTHER` writes the file with a column that says what is wrong.",
        "保存后运行 tracker import 文件名。所有行要么全部录入，要么都不录入。加 --dry-run 只检查不保存；"
        "加 --problems 文件名，可另存一份标明问题的文件。",
    ),
    "flag-asked": (
        "Empty for a final figure; p preliminary, e estimate, f outlook, d another definition",
        "正式数据不填；p 初步核算，e 预计，f 展望，d 口径不同",
    ),
    "date-asked": ("Is this a date, such as 2023-07-17?", "请填写日期，如 2023-07-17。是否保留？"),
    # --- the column that says what is wrong
    "remark": ("{kind}, {column}: {message}", "{kind}，{column}：{message}"),
    "problems-written": (
        "{path} says row by row what is wrong; correct it and import it",
        "已将各行问题写入 {path}；请更正后导入该文件",
    ),
    "no-problems": ("nothing is wrong; {path} was not written", "未发现问题，没有写入 {path}"),
    # --- what the command says
    "held-left-out": (
        "{count} figures are entered already and left out; --all includes them",
        "已录入的{count}项未列入；如需列入请加 --all",
    ),
    "held-left-out-one": (
        "a figure is entered already and left out; --all includes it",
        "已录入的1项未列入；如需列入请加 --all",
    ),
    "nothing-due": (
        "nothing is left to enter about {period}; the form has the figures without a calendar and empty rows",
        "{period}没有尚待录入的数据；表中只有无发布日历的指标和空行",
    ),
}
