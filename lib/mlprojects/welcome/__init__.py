"""The welcome wing: why projects fail, what a failure rate is worth, and what a portfolio does about it.

It has one part. `model`, `figures` and `lesson` gather what there is.

| | Files |
|---|---|
| Models | `portfolio`, `causes`, `claims`, `citations`, `counting` |
| Pictures | `figures_chance`, `figures_rates` |
| Sentences | `says` |
| Texts | `questions.toml`, read by `texts` |
"""
