"""The archetypes wing: who acts on what a model says, and what follows from it for a project.

It has three parts, and files that are named alike. `model`, `figures` and `lesson` gather what the parts offer. The
questions are in `questions.toml`, the decks of cards in `sorting.toml` and `stories.toml`, the board in `board.toml`;
`texts` reads them all.

| | acting | wheel | claims |
|---|---|---|---|
| What | who acts, where that places a project | the data flywheel, suggestions | failure rates, when to ask a person |
| Models | `archetype_table`, `placing` | `flywheel`, `suggestions` | `claims`, `miles` |
| | `guides`, `key_questions` | | `asking`, `picking` |
| Pictures | `figures_acting` | `figures_wheel` | `figures_claims`, `figures_asking` |
| Sentences | `says_acting` | `says_wheel` | `says_claims` |
| Explorers, predictions | `lesson_acting` | `lesson_wheel` | `lesson_claims` |
| Tasks | | | `tasks_claims` |
| Texts | `acting.toml` | `wheel.toml` | `claims.toml` |
"""
