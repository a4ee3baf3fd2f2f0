"""What all tests share."""

from hypothesis import settings

settings.register_profile("tracker", deadline=None)  # a deadline would measure the machine, not us
settings.load_profile("tracker")
