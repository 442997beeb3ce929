"""The questions to records, their filters and their look-ups."""
