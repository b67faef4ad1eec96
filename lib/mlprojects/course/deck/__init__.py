"""The decks: a notebook's outline as slides, its explorers baked, everything in one page that needs no network."""
