"""The statuses, kinds, bases and commitments in words, and the headings of the status table."""

TEXTS = {
    "not-assessable": ("not assessable", "无法评估"),
    "achieved": ("achieved", "已完成"),
    "missed": ("missed", "未完成"),
    "undetermined": ("undetermined", "尚难判定"),
    "pending": ("pending", "待发布"),
    "no-data": ("no data", "缺数据"),
    "on-track": ("on track", "进展正常"),
    "behind": ("behind", "进度滞后"),
    "off-track": ("off track", "严重滞后"),
    "stock": ("stock", "存量"),
    "flow": ("flow", "流量"),
    "growth": ("growth", "增速"),
    "share": ("share", "比重"),
    "stated": ("stated", "文件明确"),
    "interpreted": ("interpreted", "解读设定"),
    "ensure": ("ensure", "确保"),
    "strive": ("strive for", "力争"),
    "directional": ("directional", "方向性"),
}
