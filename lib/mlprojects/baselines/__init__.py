"""The baselines wing: what a model has to be compared with, and what the comparison tells to do next.

It has three parts, and files that are named alike. `model`, `figures` and `lesson` gather what the parts offer. Some
questions are in `questions.toml`, the deck of cards in `fair.toml`; `texts` reads them all.

| | ladder | people | hand |
|---|---|---|---|
| What | rungs, bugs, curves beside a line | where to look, crowds, what labels cost | you are the baseline |
| Models | `ladder`, `diabetes`, `bugs` | `sources`, `published`, `budget` | `hand`, `hand_poses`, `rounds` |
| | `floors`, `network` | `crowd`, `unequal`, `unequal_table`, `dawid_skene` | |
| Pictures | `figures_ladder`, `figures_lines` | `figures_people`, `figures_crowd` | `figures_hand` |
| Sentences | `says_ladder` | `says_people` | `says_hand` |
| Explorers, predictions | `lesson_ladder` | `lesson_people` | `lesson_hand` |
| Tasks | `tasks_ladder` | | |
| Texts | `ladder.toml` | `people.toml` | `hand.toml` |
"""
