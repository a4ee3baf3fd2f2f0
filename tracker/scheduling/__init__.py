"""The running scheduler: the only home of APScheduler."""
