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
# # 2 Prioritizing: is it worth it, and can it be done?
#
# There are always more ideas than people to try them. Two judgements sort them: what would a project be **worth** if it
# worked, and how **cheaply** can it be made to work? Neither can be measured beforehand. But one can ask in the right
# order, try a little before paying for much, and know how sure one is.
#
# After it you can
#
# * look for problems on which machine learning (ML) would make a difference, in four ways,
# * say what makes a project dear, and in which order to ask,
# * estimate what one more nine takes, and tell what a test set cannot show,
# * rank projects, and say how much the ranking is worth,
# * take seven steps before the first model, and stop at any of them with a good reason.

# %% [markdown]
# | Part | Minutes |
# |---|---|
# | 1 Impact: four ways to look | 15 |
# | 2 Feasibility: a pyramid of costs | 10 |
# | 3 The price of the next nine | 10 |
# | 4 What is hard | 12 |
# | 5 How sure is a ranking? | 10 |
# | 6 Seven steps before a model | 7 |
# | 7 Do it: two tasks | 10 |
# | 8 Your project | 5 |
#
# About an hour and a quarter. The two decks of cards, in parts 1 and 4, are some twelve minutes of it and may wait
# for another day. This is the part *Prioritizing* of the lecture *ML Projects* (Full Stack Deep Learning, Spring
# 2021, lecture 5, 12:53 to 36:51).

# %%
from mlprojects.engine import progress_bar
from mlprojects.prioritizing import lesson, model

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 1 Impact: four ways to look
#
# *15 minutes.* The lecture has four ways to find problems that are worth solving:
#
# * **Cheap prediction.** Whoever decides has to foresee. What would be decided otherwise if foreseeing cost next to
#   nothing?
# * **Friction in the product.** Where do people wait, search or give up? First take it away by hand, for a few of them.
#   If that helps, automate it.
# * **A complicated manual pipeline.** Where do rules pile up that are tuned by hand? There, state the goal, and let
#   optimisation look for the program (*Software 2.0*).
# * **What others do.** What is in use at firms like yours? Surveys, papers and engineers' blogs tell, with care: few
#   papers are ever put to use.
#
# Twelve short stories: which way is it? Half of them will do for now.

# %%
lesson.mental_models

# %% [markdown] slideshow={"slide_type": "subslide"}
# **The first way, computed.** A driver of one's own was always too dear for most people, says the lecture; if a car can
# foresee what a driver would do, that changes. What else changes when prediction becomes cheap?

# %%
lesson.who_judges

# %%
lesson.cheap_prediction

# %% [markdown]
# Decisions that people judge in a year, by the price of one prediction:

# %%
{price: round(model.at_price(price)["person_made"].sum()) for price in (100, 10, 1, 0.1, 0.01)}

# %% [markdown]
# All ten decisions, and all their numbers, are ours. What carries over is the mechanism, which is that of the book
# *Prediction Machines*: what gets cheap is used where it was too dear before, and what goes with it is asked for more.
# Look also for decisions that nobody makes today.

# %% [markdown] slideshow={"slide_type": "subslide"}
# **The fourth way, with numbers.** A survey of firms, made by one that sells tools for deployment:

# %%
lesson.top_use

# %%
lesson.what_others_do

# %%
model.USES["percent"]

# %% [markdown]
# In percent of those asked. What is common is not therefore what pays, and what pays elsewhere need not pay for you. It
# is a place to look.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 2 Feasibility: a pyramid of costs
#
# *10 minutes.* Three things drive what a project costs. The lecture draws them as a pyramid: the wider a layer, the
# more it drives the cost. Before you see it:

# %%
lesson.biggest_driver

# %% [markdown]
# From the base to the tip:
#
# * **Data availability**: can you get examples, pay for their labels, keep up with their changes, and look at them?
# * **Accuracy requirement**: how good must it be to be of use, and what does an error cost?
# * **Problem difficulty**: is the problem well defined, has something similar been published, can you afford the
#   computing, and can people do it from the same inputs?
#
# A question about the middle layer:

# %%
lesson.one_in_ten

# %% [markdown]
# Each layer asks several things, twelve in all:

# %%
model.questions()[["driver", "question"]]

# %% [markdown]
# Now take a project through them.

# %%
lesson.locked_scans

# %% [markdown] slideshow={"slide_type": "subslide"}
# **The robot.** The lecture's case study is a robot that grasps what it sees: a model has to tell the **pose** of an
# object, its place and how it is turned, from photographs. We gave three answers to each question, from the one that
# makes a project dearest to the one that makes it cheapest; the robot's make a score from 0 to 100. Answers, points and
# weights are ours; the order of the layers is the lecture's.

# %%
lesson.robots_costliest

# %%
lesson.feasibility_pyramid

# %%
relaxed = {**model.ROBOT, "good": "mostly right"}
{"as told": round(model.score(model.ROBOT).total), "if 1 cm is enough": round(model.score(relaxed).total)}

# %% [markdown]
# In this part of the lecture the pose has to be right within 0.5 cm, in its part on metrics within 1 cm. A requirement
# is a guess until somebody has tested it; so ask first where the dearest one comes from. And do not let a good score
# lull you: a single worst answer may end a project. The robot has one, to the question how good it must be:

# %%
model.stoppers(model.ROBOT)

# %% [markdown] slideshow={"slide_type": "subslide"}
# **An addition, not in the lecture of 2021.** A *foundation model* is a large model that others have trained, on very
# much data, for many uses: you ask it in words, or train it a little further. What does that change in the pyramid?
# Press the switch. What it adds is our reading.

# %%
lesson.pyramid_today

# %%
lesson.pyramid_today.at(driver="problem difficulty", today=True).says

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 3 The price of the next nine
#
# *10 minutes.* 90 % right is one nine, 99 % are two, 99.9 % three. Each takes the errors to a tenth. What does that
# cost? A **learning curve** shows the error by the number of training examples. Often it is nearly a straight line when
# both are on logarithmic scales: a **power law**, `error = scale * images ** exponent`, with an exponent below zero.
# The nearer to zero it is, the flatter is the curve.

# %%
lesson.ten_times

# %% [markdown]
# A real curve: a classifier learns to read handwritten digits, twenty times, each time from other images.

# %%
curve = model.learning_curve(progress=progress_bar("Training on digits, twenty times"))
(100 * curve["error"]).round(1)

# %% [markdown]
# Test digits that are read wrongly, in percent. A line through these points can be read further than they go, and the
# explorer does so. It also draws the exponents that a published study found on other tasks. (A *95 % interval* says
# between which numbers the answer lies if the points scatter by chance about a straight line, and if there is one.)

# %%
lesson.next_nine

# %%
lesson.next_nine.at(target=0.001).table

# %% [markdown]
# Two honest remarks. *Ten times* a nine fits our digits, which are an easy task, and none of the deep networks of that
# study. And the curve bends: fitted up to 480 images, the line promises fewer errors at 960 than were then measured.
# Try that in the explorer. So measure a curve of your own, and one size more than you fit before you trust it. Now by
# hand:

# %%
lesson.ten_times_fewer

# %% [markdown] slideshow={"slide_type": "subslide"}
# **Can you even see it?** Labels of test sets are wrong, too: at least 3.3 % of them on average in ten well-known sets,
# and 6 % in ImageNet's (Northcutt and others, 2021).

# %%
lesson.three_nines

# %%
lesson.label_ceiling

# %%
{wrong: round(model.measured(0.999, wrong), 4) for wrong in (0, 0.001, 0.01, 0.03, 0.06)}

# %% [markdown]
# How a model that is right on 99.9 % is measured, by the share of wrong labels. Two models can still be told apart as
# long as wrong labels fall at random; where they fall on what the better model gets right, even the order turns round.
# Only a lead of more than twice the share of wrong labels is safe from that. So a project that promises three nines has
# to pay twice: for data to learn from, and for labels good enough to prove it.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 4 What is hard
#
# *12 minutes.* The tip of the pyramid: how hard is the problem itself? First, how well can anybody tell?

# %%
lesson.go_years

# %%
lesson.forecast_of_go

# %% [markdown]
# Asked in 2005: years that had `passed`, years still to go as `told`, and the `true` number.

# %%
model.go(2005)

# %% [markdown]
# With that in mind, a rule of thumb by Andrew Ng: *what a person does with less than a second of thought can be
# automated.* The lecturer does not like it.

# %%
lesson.one_second_counter

# %%
lesson.one_second_rule

# %%
model.one_second()[["instant", "worked", "verdict"]]

# %% [markdown]
# `instant` is whether people need about a second, `worked` whether ML did it well in 2021. The rule is a fair way to
# come by ideas, and no way to judge them. One more warning of the lecture: learning without labels, or by trial and
# error (*reinforcement learning*), then worked in narrow fields only, with very much data and computing. A project that
# needs it is research, and should be planned as such.

# %% [markdown]
# What makes a problem hard? The lecturers' answer, as they put it in 2022, has three kinds:

# %%
lesson.kinds_of_hard

# %%
lesson.kinds_of_hard.at(kind="reliability required").says

# %% [markdown]
# In 2021 the lecture read out a list of what was still hard. You know how it went on: score the list. (What has become
# of it is our addition, with a source for each.)

# %%
lesson.still_hard

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 5 How sure is a ranking?
#
# *10 minutes.* Impact upwards, feasibility to the right: the lecture's picture is a square, and what is at the top
# right comes first. It is an aid to thinking, and no form to be filled in. Where would you put these? What you move is
# kept, and goes into your project brief.

# %%
lesson.portfolio

# %% [markdown]
# As soon as projects have two scores, somebody will add them up. Six projects of a robot company, all invented but the
# feasibility of the first, which is from the pyramid:

# %%
model.PORTFOLIO

# %% [markdown]
# Scores are from 0 to 10, a `spread` says how far off each may be, up or down.

# %%
lesson.second_chance

# %%
lesson.stable_ranking

# %%
found = model.rank_probabilities(model.PORTFOLIO)
model.top(found, 3).round(2)

# %% [markdown]
# The chance of each project to be among the best three. The order of all six is the plain one in only 8 % of the draws,
# and yet the first two are among the best three in 96 % and 89 %, and the last one never. So ask a ranking for what it
# can tell: what is nearly surely in, what is surely out, and which scores would be worth finding out about. It does not
# know the places in the middle. Weights matter as well: at each of these weights of impact two projects change places.
# Below it the one named under `low` is ahead, above it the other.

# %%
model.swaps(model.PORTFOLIO).round(2)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 6 Seven steps before a model
#
# *7 minutes.* How feasible is *this* project? The lecture has seven steps, and their order matters: four are questions,
# two are small experiments, and the last asks the first again. Each may end the assessment, and an early end is a good
# one. Here is the robot's. Step 5 labels a **benchmark**, a small test set by which everything after it is judged; step
# 6 tries what is simple.

# %%
lesson.rules_reach

# %%
lesson.seven_steps

# %% [markdown]
# Photographs, labels and estimators are computed; what the first three steps may find is ours. The shares of right
# poses, by place (a *constant* gives the same answer always):

# %%
{place: model.shares(place).round(2).to_dict() for place in ("lab", "warehouse")}

# %% [markdown]
# In the lab the rules are better than the networks, and if 60 % is all that was agreed, they are good enough. In the
# warehouse neither is of much use. So success needs a place beside its number. And with labels by one person, even a
# perfect answer would be called right in 47 % of the cases only: step 5 tells before anything is trained.

# %%
lesson.rules_suffice

# %% [markdown]
# Now a project of your own, real or wished for. Change the answers, and run the cell.

# %%
own = model.Answers(
    without_ml=False,  # 1: is there a way without ML that is good enough?
    success=0.9,  # 2: the share that must be right, as agreed with all who decide; None if nobody did
    harm_settled=True,  # 3: is it settled whom it could harm, and what is done about that?
    published=True,  # 4: has something similar been done?
    labelled=50,  # 5: how many cases could you label within a few days?
    simple=0.7,  # 6: the share that simple rules get right; None if you have not tried
)
for finding in model.assess(own):
    print(f"Step {finding.step}: {finding.verdict}. {finding.reason}")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 7 Do it: two tasks
#
# *10 minutes.* Two small functions. Write yours where the three dots are and run the cell; try as often as you like.

# %%
lesson.images_needed


# %%
def images_needed(sizes, errors, target):
    # Your work goes here, in place of the three dots.
    return ...


lesson.images_needed.check(images_needed)

# %%
lesson.top_three


# %%
def top_three(draws):
    # Your work goes here, in place of the three dots.
    return ...


lesson.top_three.check(top_three)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 8 Your project
#
# *5 minutes.* What you write here goes into your project brief, which module 6 puts together. You can change it at any
# time.

# %%
lesson.own_priorities

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What to take away
#
# * Impact: look for what is too dear to foresee, for friction, for piles of rules, and at what others do.
# * Feasibility: ask for data first, then for the accuracy that is needed, then for difficulty.
# * One more nine costs ten times as much, very roughly. Measure your own curve, and check the labels that shall prove
#   it.
# * Forecasts of what is hard are poor. Small experiments are better.
# * A ranking tells what is surely in and surely out. Do not argue about its middle.
# * Agree on success before you build, try rules before you train, and stop when they are good enough.
#
# ### To read next
#
# * Andrej Karpathy, [*Software 2.0*](https://karpathy.medium.com/software-2-0-a64152b37c35) (2017): programs that are
#   found rather than written.
# * Ajay Agrawal, Joshua Gans and Avi Goldfarb, *Prediction Machines: The Simple Economics of Artificial Intelligence*
#   (Harvard Business Review Press, 2018).
# * Spotify Design, [*Three Principles for Designing ML-Powered
#   Products*](https://spotify.design/article/three-principles-for-designing-ml-powered-products): friction first.
# * Martin Zinkevich, [*Rules of Machine Learning*](https://developers.google.com/machine-learning/guides/rules-of-ml)
#   (Google): rule 1 is not to be afraid of launching without it.
# * Chip Huyen, *Designing Machine Learning Systems* (O'Reilly, 2022), grown out of the notes that the lecture names.
# * Hestness and others, [*Deep Learning Scaling is Predictable, Empirically*](https://arxiv.org/abs/1712.00409) (2017):
#   the exponents of part 3.
# * Full Stack Deep Learning, [lecture 5, *ML Projects*](https://fullstackdeeplearning.com/spring2021/lecture-5/)
#   (Spring 2021), the source of this part.
#
# ### Your progress

# %%
lesson.PROGRESS
