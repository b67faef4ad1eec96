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
# # 6 Your project: a plan that is checked
#
# Five modules lie behind you, and you have written down something in each of them. Here it comes together: one page
# that says what your project is for, how good it must be, what it is compared with, and what would make you turn back.
# Its gaps are shown, not hidden.
#
# After it you can
#
# * say in five sentences what prevents a project from failing,
# * see where a plan contradicts itself,
# * hand in, print or pass on a brief of your own.

# %% [markdown]
# | Part | Minutes |
# |---|---|
# | 1 Five takeaways | 12 |
# | 2 What a check can find | 8 |
# | 3 Your brief | 25 |
# | 4 Check it, and take it with you | 10 |
#
# Just under an hour, if you filled in the forms on the way. With empty forms, part 3 alone takes an hour; what you
# save stays, so come back to it as often as you like. This is the conclusion of the lecture *ML Projects* (Full Stack
# Deep Learning, Spring 2021, lecture 5, 1:10:21 to the end).

# %%
from IPython.display import Markdown
from mlprojects.your_project import lesson, model

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 1 Five takeaways
#
# *12 minutes.* The lecture ends with one sentence for each module. Here they are in our words, each with the explorer
# that computed it.

# %%
lesson.takeaways

# %%
model.takeaways()[["without", "with", "unit"]]

# %% [markdown]
# What each takeaway is worth, in the number that its module computed: without it, and with it. But no module stands
# alone. Four questions, each of which takes more than one of them:

# %%
lesson.metric_and_users

# %%
lesson.letters_a_year

# %%
lesson.script_or_model

# %%
lesson.this_week

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 2 What a check can find
#
# *8 minutes.* A brief can be read by a program. It cannot tell whether a plan is true or worth doing, but it finds what
# is missing, and where two answers do not fit together. We filled one in for the robot of the case study, which grasps
# what it sees. Much of it is invented; the numbers expected of a constant, a script and networks are those of module 2.

# %%
lesson.robots_brief

# %% [markdown]
# Now somebody changes an answer.

# %%
lesson.low_target

# %%
lesson.check_of_a_brief

# %%
{rate: model.trials_needed(rate) for rate in (0.1, 0.01, 0.001)}

# %% [markdown]
# Trials without a failure that a promise takes, by the failure rate that is promised. It is one of the numbers that the
# check computes; the others are comparisons of what you enter.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 3 Your brief
#
# *25 minutes.* What you entered in the modules is here already. Change it here or there, it is the same. Begin with the
# problem:

# %%
lesson.own_problem

# %% [markdown]
# **Impact and feasibility**, from module 2; the board and the pyramid's questions are part of it.

# %%
lesson.again_priorities

# %%
lesson.again_board

# %%
lesson.again_pyramid

# %% [markdown]
# **Archetype**, from module 3:

# %%
lesson.again_archetype

# %% [markdown]
# **The one metric**, from module 4:

# %%
lesson.again_metric

# %% [markdown]
# **Baselines**, from module 5:

# %%
lesson.again_baselines

# %% [markdown]
# **Loops and the first pilot**, from module 1:

# %%
lesson.again_lifecycle

# %% [markdown]
# And what comes before the first model, whatever the project:

# %%
lesson.own_care

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 4 Check it, and take it with you
#
# *10 minutes.* What is still missing, and which answers do not fit together? Each finding names the module that
# explains it.

# %% [markdown]
# Run this cell again whenever you have changed something.

# %%
lesson.own_brief

# %% [markdown]
# The next cell saves it beside your notebooks in three forms: Markdown to edit, a page to read and to print, and JSON
# for programs. Files that you have written yourself are not touched.

# %%
print(lesson.own_brief.save())

# %% [markdown]
# `python3 course.py brief check FILE` reads the JSON file back and says the same, on any machine with the course.
# `python3 course.py export` puts everything that you did in the course into one file, to hand in or to take to another
# computer.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What to take away
#
# * A plan is a set of guesses that somebody can check. Write it down while it is cheap to change.
# * The check knows nothing about your field. What it does not find may still be wrong.
# * Take the date of your pilot seriously: it is what starts the loop.

# %% [markdown]
# ### To read next
#
# The lecture's own list, what it quotes, and what we added:

# %%
Markdown(model.bibliography())

# %% [markdown]
# And Full Stack Deep Learning, [lecture 5, *ML Projects*](https://fullstackdeeplearning.com/spring2021/lecture-5/)
# (Spring 2021), the source of this course.
#
# ### Your progress

# %%
lesson.PROGRESS
