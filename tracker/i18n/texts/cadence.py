"""Why a text is no cadence: the `problem` of BadCadence."""

TEXTS = {
    "empty": ("say how often, such as “monthly on day 26 at 09:00”", "请写明周期，如“每月26日09:00”"),
    "form": (
        "“{text}” is not understood; write “monthly on day 26 at 09:00”, “quarterly”, “yearly on Jan 20”, "
        "“weekly on mon”, “daily at 08:30” or a cron expression",
        "“{text}”不是可识别的周期；可写作“每月26日09:00”“每季度”“每年1月20日”“每周一”“每天08:30”，或 cron 表达式",
    ),
    "day": (
        "“{text}”: days of a month are 1 to 31, or “the last day”",
        "“{text}”：日期应为1至31日，或写“最后一天”",
    ),
    "month": (
        "“{text}”: a quarter has months 1 to 3, a half year 1 to 6",
        "“{text}”：一个季度只有第1至3个月，半年只有第1至6个月",
    ),
    "date": (
        "“{text}”: write the day of the year as “Jan 20”, “01-20” or “the last day of Feb”",
        "“{text}”：请把年内日期写作“1月20日”或“2月最后一天”",
    ),
    "weekday": ("“{text}”: weekdays are mon, tue, wed, thu, fri, sat and sun", "“{text}”：星期只能写周一至周日"),
    "time": ("“{text}”: write the time as 09:00, 9 or 9pm", "“{text}”：时间请写作09:00、9点或下午3点"),
    "uneven": (
        "“{text}”: minutes have to divide an hour and hours a day evenly; for one hour or one day say hourly or daily",
        "“{text}”：分钟数须能整除60，小时数须能整除24；每小时、每天一次请直接写“每小时”“每天”",
    ),
    "macro": (
        "there is no “{text}” that a schedule can follow; known are: {known}",
        "不支持“{text}”；可用的有：{known}",
    ),
    "fields": (
        "“{text}” has {count} fields; a cron expression has five: minute, hour, day, month, weekday",
        "“{text}”有{count}个字段；cron 表达式应有五个：分、时、日、月、星期",
    ),
    "cron-field": (
        "“{part}” in “{text}” is wrong; that field takes {limits}, *, ranges, lists and steps such as */2",
        "“{text}”中的“{part}”有误；该字段可写{limits}、*、范围、列表和 */2 这样的步长",
    ),
    "never": ("“{text}” never comes: no month has that day", "“{text}”永远不会到来：没有哪个月有这一天"),
}
