"""Sending what was written."""

TEXTS = {
    "bad-target.unknown": (
        "there is no delivery target “{name}”; name it in config.toml as [delivery.{name}], or set {variable}",
        "没有名为“{name}”的发送对象；请在 config.toml 中添加 [delivery.{name}]，或设置环境变量 {variable}",
    ),
    "bad-target.bad-key": (
        "delivery target {name}: unknown key “{key}”; known are {known}",
        "发送对象{name}：未知的键“{key}”，可用的键有{known}",
    ),
    "bad-target.bad-value": (
        "delivery target {name}: the value of {key} has the wrong type",
        "发送对象{name}：{key}的值类型不对",
    ),
    "bad-target.no-address": (
        "delivery target {name} has no address; give it a url_file, or set {variable}",
        "发送对象{name}没有地址；请用 url_file 指定，或设置环境变量 {variable}",
    ),
    "bad-target.bad-address": (
        "the address of delivery target {name} is not one (mailtos://..., dingtalk://..., https form of the service)",
        "发送对象{name}的地址无效（应形如 mailtos://…、dingtalk://…）",
    ),
    "bad-target.unsafe-file": (
        "{path} holds the address of delivery target {name} and others can read it; run: chmod 600 {path}",
        "{path} 存有发送对象{name}的地址，其他用户可读取；请运行 chmod 600 {path}",
    ),
    "bad-target.no-file": (
        "{path}, which should hold the address of delivery target {name}, cannot be read",
        "无法读取存放发送对象{name}地址的文件 {path}",
    ),
    "not-delivered.refused": ("{name} refused the message ({detail})", "{name}拒收（{detail}）"),
    "not-delivered.server": ("{name} has trouble of its own ({detail})", "{name}的服务器出错（{detail}）"),
    "not-delivered.certificate": ("the certificate of {name} cannot be trusted", "{name}的证书不可信"),
    "not-delivered.time-out": ("{name} did not answer in time", "{name}未在时限内应答"),
    "not-delivered.connection": ("no connection to {name}, or it was lost", "无法连接{name}，或连接中断"),
    "not-delivered.bad-address": (
        "the address of {name} is not one that can be used",
        "{name}的地址无法使用",
    ),
    "not-delivered.other": ("{name} did not take the message", "{name}未接收消息"),
}
