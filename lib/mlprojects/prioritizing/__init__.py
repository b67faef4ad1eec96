"""The prioritizing wing: which project to do, by what it is worth, what it costs, and how sure one can be of either.

It has three parts, and files that are named alike. `model`, `figures` and `lesson` gather what the parts offer. The
questions are in `questions.toml`, the two decks of cards in `sorting.toml`, the board in `board.toml`; `texts` reads
them all.

| | judgement | nines | ranking |
|---|---|---|---|
| What | impact, what is hard, the seven steps | what accuracy costs, cheap prediction | pyramid, stable rankings |
| Models | `adoption`, `forecasts`, `steps`, `robot_steps` | `curve`, `ceiling`, `cheap` | `pyramid`, `ranking` |
| | | | `pyramid_questions`, `order`, `portfolio` |
| Pictures | `figures_judgement`, `figures_pyramid`, `figures_steps` | `figures_nines` | `figures_ranking` |
| Sentences | `says_judgement` | `says_nines` | `says_ranking` |
| Explorers, predictions | `lesson_judgement` | `lesson_nines` | `lesson_ranking` |
| Tasks | | `tasks_nines` | `tasks_ranking` |
| Texts | `judgement.toml` | `nines.toml` | `ranking.toml` |
"""
