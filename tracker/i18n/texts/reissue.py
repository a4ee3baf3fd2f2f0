"""What is said when a report is kept, and when it is brought out again."""

TEXTS = {
    "kept": (
        "issued as run {number}; `tracker report --reissue {number}` brings these files out again",
        "已存档，编号{number}；tracker report --reissue {number} 可随时原样取出",
    ),
    "not-kept": (
        "the database cannot be written, so this report was not kept in it",
        "数据库不可写，本次报告未存档",
    ),
    "run": (
        "run {number}: {plan}, {period}, as of {as_of}, known at {known_at}",
        "编号{number}：{plan} {period}，数据截至{as_of}，资料截至{known_at}",
    ),
    "all-same": (
        "written now, all {count} file(s) would be the same bytes",
        "现在重新生成，{count}个文件均逐字节一致",
    ),
    "version": (
        "{path} would have other bytes now, as other versions would make it: {now} (it was made with {then})",
        "{path} 现在重新生成会有不同：程序或组件版本已变（当时为 {then}，现在为 {now}）",
    ),
    "program": (
        "{path} would say something else now, as another version of the program would write it: {now} (it was made "
        "with {then})",
        "{path} 现在重新生成内容会有不同：程序版本已变（当时为 {then}，现在为 {now}），评估方法或表述有调整",
    ),
    "content": (
        "{path} would say something else now though the program has the same version ({now}): the database no longer "
        "holds what it held, or the program was changed without a new version",
        "{path} 现在重新生成内容会有不同，而程序版本未变（{now}）：数据库内容已与当时不一致，或程序有改动而未改版本号",
    ),
    "files": ("{first} and others, {count} files in all,", "{first} 等{count}个文件"),
    "differs": (
        "{path}: the first line that differs was “{old}” and would be “{new}”",
        "{path}：首处不同，当时为“{old}”，现在为“{new}”",
    ),
    "other": (
        "{path} would have other bytes now, though what it says and the versions ({now}) are the same",
        "{path} 现在重新生成字节会有不同，但内容与版本（{now}）均未变",
    ),
    "unknown": (
        "{path} could not be written now to compare it; it was made with {then}",
        "{path} 现在无法重新生成，不能比对（当时为 {then}）",
    ),
    "lost": (
        "{path} was not kept; it was written anew with {now} (it was made with {then})",
        "{path} 原文件未存档，已用 {now} 重新生成（当时为 {then}）",
    ),
}
