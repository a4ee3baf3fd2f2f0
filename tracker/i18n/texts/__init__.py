"""The tables of texts, one module per area: code -> (English, Chinese)."""
