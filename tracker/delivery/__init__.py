"""Delivery by mail and chat: where to (`targets`), and the process that does it (`sending`, `child`)."""
