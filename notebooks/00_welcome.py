# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown] slideshow={"slide_type": "slide"}
# # 0 Welcome: why do so many projects fail?
#
# Many machine learning projects fail. Some of that is the nature of research and cannot be avoided. Much of it can.
# This course is about the part that can, and this notebook is the way in: five minutes on how to use the course, then
# the question what a failure rate is worth, and a map of what comes.
#
# After it you can
#
# * work with everything that the course is made of: cells, predictions, explorers, questions,
# * compute what a portfolio does about a risk that nobody can remove,
# * ask a failure rate three questions before you believe it,
# * name the avoidable causes of failure, and the module that attacks each.

# %% [markdown]
# | Part | Minutes |
# |---|---|
# | 1 How to use this course | 5 |
# | 2 What is “85 % fail” worth? | 11 |
# | 3 One cause that stays, four that can go | 6 |
# | 4 Three questions to end with | 4 |
#
# Less than half an hour. This is the opening of the lecture *ML Projects* (Full Stack Deep Learning, Spring 2021,
# lecture 5, 0:00 to 2:53), and the page to come back to when something does not work.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 1 How to use this course
#
# *5 minutes.* A notebook is made of cells. **Click into the next one and press Shift + Enter**: it runs, and you move
# to the one after it. The number in brackets at its left says that it has run. Always go from top to bottom.
# (Numbers and results that you see before that were stored with the notebook; yours replace them.)
#
# This first cell looks whether the course is installed well. If something is wrong, it says what, and what to do.

# %%
from mlprojects.course import doctor

doctor.report()

# %% [markdown]
# The next cell fetches what this notebook teaches with. It shows nothing; most cells that do not show anything begin
# with `from` or `import`.

# %%
from mlprojects.welcome import lesson, model

# %% [markdown] slideshow={"slide_type": "subslide"}
# **A prediction.** Before you see something, you say what you expect. It locks, and then you see how near you were. A
# wrong prediction costs nothing and is soon forgotten; what you learn from it is not. Run the cell, type a number, and
# lock it in.

# %%
lesson.at_least_one

# %% [markdown]
# **An explorer.** It opens when the prediction is locked (or when you choose to go on without). Drag its sliders; or
# press Tab until one has the focus, and use the arrow keys, Home and End. The sentence below the picture says what it
# shows, and the table behind it can be opened.

# %%
lesson.portfolio

# %% [markdown]
# **A question** can be answered as often as you like. A wrong answer is told why it is wrong; a hint costs nothing. You
# have just seen this one; now work it out.

# %%
lesson.portfolio_of_six

# %% [markdown]
# **The same in code.** Whatever an explorer shows comes from a model that you can ask yourself. Change the numbers in
# this cell and run it again: nothing can break.

# %%
round(model.at_least(projects=6, chance=0.3), 4)

# %% [markdown]
# Back in the explorer, give all projects a *shared risk*: the same supplier of data, say, or one budget. Then even a
# great many projects do not help beyond a ceiling. But is that fair? With a shared risk of 10 %, each project is worse
# by itself as well. So compare it with six independent projects that are just as bad, 27 % each:

# %%
alone = model.own_chance(0.3, shared=0.1)
{
    "one by itself": round(alone, 2),
    "at least one of six, sharing a risk": round(model.at_least(6, 0.3, shared=0.1), 3),
    "at least one of six, independent": round(model.at_least(6, alone), 3),
}

# %% [markdown]
# The same projects one by one, and yet together they are worth less. A portfolio protects you only from what its
# projects do *not* share.

# %% [markdown]
# **What is kept.** What you predict and answer goes into the file `ledger.jsonl`, beside this notebook in the folder
# `work/`. It is there again when you come back, after a restart, and after an update of the course. Nothing leaves this
# computer: no cell asks the network for anything. To take your answers to another computer, copy that one file into
# its `work/`.
#
# That is all there is to know. *If something says “Run this cell to make it live”, do that. If everything looks stuck,
# choose “Restart Kernel and Run All Cells” in the menu “Kernel”. Nothing that you answered is lost.*

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 2 What is “85 % fail” worth?
#
# *11 minutes.* Early on, the lecture shows a number: 85 % of AI projects fail, says a slide, and names a firm. The
# lecturer adds that he has also seen 87 %, that he does not know how such a number is made, and that the feeling behind
# it matters more. Let us look at it the way one looks at any metric.
#
# Here are seven such numbers and where they could be traced to. The first is the one on the slide.

#
# 1. 85 % of AI projects do not deliver what was promised:
#    [TechRepublic, citing Pactera Technologies][1], 2019.
# 2. 85 % of AI projects will give erroneous outcomes, up to the year 2022:
#    [Gartner, press text on its survey of CIOs][2], 2018.
# 3. Closer to 85 % than to 60 % of big-data projects fail:
#    [Nick Heudecker, an analyst at Gartner][3], 2017.
# 4. 87 % of data science projects never make it into production:
#    [VentureBeat, report on a panel at its conference Transform][4], 2019.
# 5. 54 % of AI projects make it from pilot to production (so 46 % do not):
#    [Gartner, press text on a survey][5], 2022.
# 6. By some estimates more than 80 % of AI projects fail, twice the rate of other IT:
#    [RAND, report RRA2680-1 (Ryseff, De Bruhl & Newberry)][6], 2024.
# 7. 95 % of generative-AI pilots have no measurable effect on profit:
#    [MIT Project NANDA, The GenAI Divide][7], 2025.
#
# [1]: https://www.techrepublic.com/article/why-85-of-ai-projects-fail/
# [2]: http://www.ictbusiness.biz/analysis/nearly-half-of-cios-are-planning-to-deploy-ai
# [3]: https://www.globalbigdataconference.com/news/141927/85-of-big-data-projects-fail-but-your-developers-can-help-yours-succeed.html
# [4]: https://venturebeat.com/2019/07/19/why-do-87-of-data-science-projects-never-make-it-into-production/
# [5]: https://www.zawya.com/en/press-release/research-and-studies/gartner-survey-reveals-80-of-executives-think-automation-can-be-applied-to-any-business-decision-andejlge
# [6]: https://www.rand.org/pubs/research_reports/RRA2680-1.html
# [7]: https://mlq.ai/media/quarterly_decks/v0.1_State_of_AI_in_Business_2025_Report.pdf

# %% [markdown]
# A rate is a fraction. It needs a **definition** (what counts as failing), a **denominator** (of which projects), and a
# **method** (how it was counted). Predict:

# %%
lesson.all_three_stated

# %%
lesson.check_the_citation

# %% [markdown]
# Do ask each of them *what became of it* as well. A forecast turns into a count, big data into machine learning, and
# the 53 % that got through in the 2019 edition of that survey into 53 % that do not. The verdicts are our reading of
# what we could trace, which may be less than there is; follow the links in the list above and look for yourself. In
# code:

# %%
lesson.check_the_citation.at(claim="87 % not in production", ask="method").table

# %% [markdown] slideshow={"slide_type": "subslide"}
# Does it matter so much? Here are 60 ideas of one organisation. *We made them up*, with a fixed seed, so that all is
# known about them. Choose what failing means, which ideas are in the denominator, and how one finds out. (The survey
# reaches more of those that came into production: people like to tell of success.)

# %%
lesson.what_counts_as_failing

# %% [markdown]
# The same ideas, nothing hidden, nothing wrong in the arithmetic. The two extremes of the 32 ways to count:

# %%
rates = model.failure_rates()["rate"]
rates[[rates.idxmin(), rates.idxmax()]].round(2)

# %% [markdown]
# Suppose that somebody tells you a number of this kind.

# %%
lesson.ask_first

# %% [markdown]
# So we do not know how many projects fail, and this course does not need the number. That many fail for reasons one
# could have known about is enough of a reason to go on.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 3 One cause that stays, four that can go
#
# *6 minutes.* Why do they fail? The lecture names one cause that belongs to the field, and four that do not. Which
# module attacks which is our reading:
#
# | Cause | What happens | Attacked by |
# |---|---|---|
# | research risk | nobody could know whether it would work | no module: try several things, and find out early |
# | infeasible or badly scoped | it could not work, or not for this money | [2 Prioritizing](02_prioritizing.ipynb) |
# | never leaves the demo | it works on a laptop, and nowhere else | [1 Lifecycle](01_lifecycle.ipynb) |
# | success never agreed | nobody can judge it | [4 Metrics](04_metrics.ipynb), [5 Baselines](05_baselines.ipynb) |
# | badly managed | it is run as if it were another kind of project | [3 Archetypes](03_archetypes.ipynb) |
#
# If every project of a team works, the team has chosen projects that could not fail. What is worth doing has a research
# risk, and then 100 % is the wrong target.
#
# How much is in the four? Nobody has measured it, so here is a toy: we let **each** avoidable cause sink 16 % of the
# projects that meet it, and research 40 % of the rest. Take the causes away, one after the other. Then make the
# projects bolder.

# %%
lesson.remove_causes

# %% [markdown]
# The chance that a project works is a product, one factor a cause:

# %%
chances = {
    "all causes at work": model.project_chance(),
    "one of the four removed": model.project_chance(model.AVOIDABLE[:1]),
    "all four removed": model.project_chance(model.AVOIDABLE),
    "all four removed, bolder projects": model.project_chance(model.AVOIDABLE, research=0.6),
}
{name: round(chance, 3) for name, chance in chances.items()}

# %% [markdown]
# Removing one cause helps a little, because the others go on; here it takes all four to double what is left. How much
# it is depends on our made-up risks, but this does not: when all four are gone, the research risk is still there.
# That is the price of doing something new, and you choose how much of it to take.
#
# Is the lecture's list any good? One study did not count failures but asked 65 experienced people for their causes
# (RAND, 2024). Beside its five root causes, in our words, the lecture's nearest:

# %%
model.RAND_CAUSES

# %% [markdown]
# All but one of the lecture's avoidable causes come up again; *badly managed* runs through several of them. In 2022 the
# lecturers put another cause in its place: it solves a problem that is not big enough for all the trouble. That is a
# matter for prioritizing, too.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 4 Three questions to end with
#
# *4 minutes.* The first two: a story, and which cause is behind it.

# %%
lesson.after_the_demo

# %%
lesson.which_cause

# %% [markdown]
# And a team that is very sure of itself.

# %%
lesson.all_twelve

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What to take away
#
# * Part of the risk is research. It cannot be removed; a portfolio of projects carries it, as far as they do not share
#   what sinks them.
# * The rest has causes that can be avoided: scope, production, agreement on success, management. The modules take them
#   one by one.
# * Before you believe a rate, ask for its definition, its denominator and its method.
# * A failed experiment is not a failed project.
#
# ### To read next
#
# * J. Ryseff, B. De Bruhl and S. Newberry, [*The Root Causes of Failure for Artificial Intelligence Projects and How
#   They Can Succeed*](https://www.rand.org/pubs/research_reports/RRA2680-1.html) (RAND, 2024).
# * [*Is MLOps built upon a lie?*](https://mtszkw.medium.com/is-mlops-built-upon-a-lie-8282948b41ae) (2021): somebody
#   follows the 87 % to its source.
# * Full Stack Deep Learning, [lecture 5, *ML Projects*](https://fullstackdeeplearning.com/spring2021/lecture-5/)
#   (Spring 2021), the lecture of this course.
#
# ### Where to go now
#
# [1 Lifecycle](01_lifecycle.ipynb) is the next module. Each module stands on its own, so you can also begin with the
# one that you need, such as [4 Metrics](04_metrics.ipynb). In the last one, [6 Your project](06_your_project.ipynb),
# what you write down on the way becomes a plan that is checked.
#
# ### Your progress

# %%
lesson.PROGRESS
