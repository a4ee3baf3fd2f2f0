"""`tracker completion`."""

TEXTS = {
    "help": (
        "Print the script that makes a shell complete commands, options and codes.",
        "输出补全脚本，使命令行可自动补全命令、选项和代码。",
    ),
    "example": (
        'eval "$(tracker completion bash)"\ntracker completion fish > ~/.config/fish/completions/tracker.fish',
        'eval "$(tracker completion bash)"\ntracker completion fish > ~/.config/fish/completions/tracker.fish',
    ),
    "SHELL": ("the shell", "命令行程序"),
}
