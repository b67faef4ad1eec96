"""The metrics wing: which metric, or which formula of several, says that one model is better than another?

It has one part. `model`, `figures` and `lesson` gather what there is.

| | Files |
|---|---|
| Models | `rules`, `confusion`, `classifiers`, `limits`, `pose` |
| Pictures | `figures_rules`, `figures_curves`, `figures_choice` |
| Sentences | `says` |
| Tasks | `tasks` |
| Texts | `questions.toml`, read by `texts` |
"""
