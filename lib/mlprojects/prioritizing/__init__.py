"""The prioritizing wing: which project is worth starting, by its impact and by what it will cost."""
