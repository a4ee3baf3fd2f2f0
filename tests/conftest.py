"""What all tests share."""

import signal

from hypothesis import settings

settings.register_profile("tracker", deadline=None)  # a deadline would measure the machine, not us
settings.load_profile("tracker")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts what it runs in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)  # or the programs the tests interrupt would ignore it too
