"""`tracker plan`: plan files in and out."""

PLAN = ("code of the plan; default: the one in use", "计划代码；默认为当前计划")

TEXTS = {
    "help": (
        "Plans are text files (YAML, described in docs/plan-file.md): indicators with their baselines and release "
        "calendars, targets, and the document's tasks.",
        "计划以文本文件（YAML 格式，说明见 docs/plan-file.md）定义：指标及其基数和发布日程、目标，以及文件中的任务。",
    ),
    "example": (
        "tracker plan check plan.yaml --document document.txt\ntracker plan load plan.yaml",
        "tracker plan check plan.yaml --document 文件.txt\ntracker plan load plan.yaml",
    ),
    "list.help": ("List the plans in the database.", "列出数据库中的计划。"),
    "list.example": ("tracker plan list", "tracker plan list"),
    "show.help": (
        "Show what a plan holds: its document, targets, indicators and tasks.",
        "查看计划内容：依据文件、目标、指标和任务。",
    ),
    "show.example": (
        "tracker plan show\ntracker plan show miit-2023 --json",
        "tracker plan show\ntracker plan show miit-2023 --json",
    ),
    "show.PLAN": PLAN,
    "load.help": (
        "Load a plan file. A plan that is loaded already changes only where the file differs, and only with a reason; "
        "what changes is named. Changed targets become new vintages; targets the file does not have stay. A change "
        "that would break recorded figures, targets or notes is refused.",
        "加载计划文件。计划已加载时，只更新有变化的部分，须写明原因，并逐项列出变化。目标变化时另存新版本，"
        "文件中没有的目标予以保留。与已录入的数据、目标或记录相冲突的，不予加载。",
    ),
    "load.example": (
        "tracker plan load plan.yaml\ntracker plan load plan.yaml --reason 'calendar of NEV figures corrected'",
        "tracker plan load plan.yaml\ntracker plan load plan.yaml --reason 修正新能源汽车数据发布日程",
    ),
    "load.FILE": ("the plan file; - for stdin", "计划文件；- 为标准输入"),
    "load.--reason": ("why a loaded plan changes", "修改已加载计划的原因"),
    "load.--dry-run": ("change nothing, say what would change", "试运行：不保存，仅列出变化"),
    "export.help": (
        "Write a plan, with its targets in force, as a plan file. Loading it again changes nothing.",
        "将计划及现行目标导出为计划文件。重新加载该文件不会产生变化。",
    ),
    "export.example": ("tracker plan export -o plan.yaml", "tracker plan export -o plan.yaml"),
    "export.PLAN": PLAN,
    "export.--output": ("where to write it; - is stdout", "导出到哪个文件；- 为标准输出"),
    "carry.help": (
        "Draft the plan file of a later year from what became of this one: the indicators with their names and "
        "calendars, baselines from the latest figures of the year with their bounds and flags, the tasks as a frame. "
        "Targets, commitments and key phrases are for the new document to say: last year's targets stand in the draft "
        "as comments, each with its outcome.",
        "根据本年完成情况起草以后年度的计划文件：保留指标的名称和发布日程，以全年最新数据（连同界限和标记）作为新的基数，"
        "任务只保留框架。目标、举措和关键词以新文件为准：上年目标及完成情况以注释形式列出。",
    ),
    "carry.example": (
        "tracker plan carry miit-2023 --to 2024 -o miit-2024.yaml",
        "tracker plan carry miit-2023 --to 2024 -o miit-2024.yaml",
    ),
    "carry.PLAN": PLAN,
    "carry.--to": ("the year of the draft", "草稿所属年份"),
    "carry.--output": ("where to write it; - is stdout", "写到哪个文件；- 为标准输出"),
    "check.help": (
        "Check a plan file without loading it: every mistake with its line. With the document, see that every key "
        "phrase stands in the paragraph the plan names (the title is 0, blank lines separate paragraphs).",
        "检查计划文件（不加载），逐行列出问题。如给出依据文件，还核对每个关键词是否在计划所注的段落中"
        "（标题为第0段，空行分段）。",
    ),
    "check.example": (
        "tracker plan check plan.yaml\ntracker plan check plan.yaml --document document.txt",
        "tracker plan check plan.yaml\ntracker plan check plan.yaml --document 文件.txt",
    ),
    "check.FILE": ("the plan file; - for stdin", "计划文件；- 为标准输入"),
    "check.--document": ("the document as a text file", "依据文件（纯文本）"),
}
