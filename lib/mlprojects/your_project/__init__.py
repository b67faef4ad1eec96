"""The last wing: the conclusion, and the learner's project brief, checked and saved.

What a brief is, and from which form each field comes, is in the room `record` (its files on briefs). Here it is
reviewed, shown and saved. `model`, `figures`, `says` and `lesson` are as in every wing; the texts are in
`questions.toml`, read by `texts`.

| What | Files |
|---|---|
| What a brief lacks, or contradicts | `review`, with `review_feasibility`, `review_metric`, `review_claims`, `trials` |
| The brief as Markdown and as plain text | `document` |
| The brief as a page, its pictures as numbers | `page`, `page_figures`, and the templates beside them |
| The learner's own, from the ledger to three files | `own_brief` |
| The robot's, and what may be changed in it | `example`, `changes` |
| The five takeaways, what to read next | `takeaways`, `reading` |
"""
