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
# * say what makes a project expensive, and in which order to ask,
# * estimate what it takes to have a tenth of the errors, and tell what a test set cannot show,
# * rank projects, and say how much the ranking is worth,
# * take seven steps before the first model, and stop with a good reason.

# %% [markdown]
# | Part | Minutes |
# |---|---|
# | 1 Impact: four ways to look | 15 |
# | 2 Feasibility: a pyramid of costs | 13 |
# | 3 The price of the next nine | 15 |
# | 4 What is hard | 12 |
# | 5 How sure is a ranking? | 15 |
# | 6 Seven steps before a model | 8 |
# | 7 Do it: two tasks | 15 |
# | 8 Your project | 4 |
#
# A little more than an hour and a half. What is marked *may wait* is some 25 minutes of it: two decks of cards, in
# parts 1 and 4, and one of the two tasks. The rest is an hour and a quarter. This is the part *Prioritizing* of the
# lecture *ML Projects* (Full Stack Deep Learning, Spring 2021, lecture 5, 12:53 to 36:51).
#
# If this is your first notebook here, [0 Welcome](00_welcome.ipynb) says in five minutes how to use one.

# %%
import numpy as np
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
# Twelve short stories: which way is it? Three or four are enough for now; the rest *may wait*.

# %%
lesson.mental_models

# %% [markdown] slideshow={"slide_type": "subslide"}
# **The first way, computed.** A driver of one's own was always too expensive for most people, says the lecture; if a
# car can foresee what a driver would do, that changes. What else changes when prediction becomes cheap? We assume ten
# decisions: what a right prediction is worth, what damage a wrong one does, what a person's judgement costs (all in one
# unit of money), and how many predictions are right.

# %% slideshow={"slide_type": "subslide"}
model.DECISIONS[["value", "damage", "judgement", "accuracy"]].map("{:g}".format)

# %%
lesson.who_judges

# %%
lesson.cheap_prediction

# %% [markdown]
# Predictions that people check in a year, at other prices, and their share of all predictions:

# %%
model.checked_by_people((30, 1, 0.03, 0.001)).round(3)

# %% [markdown]
# All numbers are ours. Decisions made today *without* a prediction are not counted, so in this model the number can
# only grow, while the share shrinks. What carries over is the mechanism, which is that of the book *Prediction
# Machines*: what gets cheap is used where it was too expensive before, and what goes with it is asked for more. Look
# also for decisions that nobody makes today.

# %% [markdown] slideshow={"slide_type": "subslide"}
# **The fourth way, with numbers.** A survey of firms, made by one that sells tools for deployment:

# %%
lesson.top_use

# %%
lesson.what_others_do

# %% [markdown]
# What is common is not therefore what pays, and what pays elsewhere need not pay for you. It is a place to look.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 2 Feasibility: a pyramid of costs
#
# *13 minutes.* Three things drive what a project costs. The lecture draws them as a pyramid: the wider a layer, the
# more it drives the cost. Before you see it, two questions:

# %%
lesson.biggest_driver

# %%
lesson.one_in_ten

# %% [markdown] slideshow={"slide_type": "subslide"}
# From the base to the tip:
#
# * **Data availability**: can you get examples, pay for their labels, keep up with their changes, and look at them?
# * **Accuracy requirement**: how good must it be to be of use, and what does an error cost?
# * **Problem difficulty**: is the problem well defined, has something similar been published, can you afford the
#   computing, and can people do it from the same inputs?
#
# Each layer asks several things, twelve in all. We gave three answers to each, and count them 0, a half or 1.

# %%
model.questions()[["question", "counts 0", "counts ½", "counts 1"]]

# %% [markdown]
# Now take a project through them.

# %%
lesson.locked_scans

# %% [markdown] slideshow={"slide_type": "subslide"}
# **The robot.** The lecture's case study is a robot that grasps what it sees: a model has to tell the **pose** of an
# object, its place and how it is turned, from photographs. Its twelve answers make a score from 0 to 100. Answers,
# points and weights are ours; the order of the layers is the lecture's.

# %%
lesson.robots_costliest

# %%
lesson.feasibility_pyramid

# %% [markdown]
# A layer spreads its weight over its questions. This is what one worst answer costs:

# %%
model.worst_costs().round(1)

# %% [markdown]
# What is costliest therefore depends on how many questions we wrote, too. And do not let a good score lull you: a
# single worst answer may end a project. The robot's score with photographs that nobody may see, so that it could not
# even be started:

# %%
round(model.score({**model.ROBOT, "secure": "never"}).total)

# %% [markdown]
# One answer is contested. In this part of the lecture the pose has to be right within 0.5 cm, in its part on metrics
# within 1 cm. A requirement is a guess until somebody has tested it; so ask first where the costliest one comes from.
#
# Now your own project, as far as you know it. Leave open what you do not know, and run the cell after it.

# %%
lesson.own_pyramid

# %%
print(lesson.own_feasibility())

# %% [markdown] slideshow={"slide_type": "subslide"}
# **An addition, not in the lecture of 2021.** A *foundation model* is a large model that others have trained, on very
# much data, for many uses: you ask it in words, or train it a little further. What does that change in the pyramid?
# Think of an answer for each layer, then press the switch. What it adds is our reading.

# %%
lesson.pyramid_today

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 3 The price of the next nine
#
# *15 minutes.* 90 % right is one nine, 99 % are two, 99.9 % three. One more nine takes the errors to a tenth. What does
# that cost? A **learning curve** shows the error by the number of training examples. Often it is nearly a straight line
# when both are on logarithmic scales: a **power law**, `error = scale * images ** exponent`, with an exponent below
# zero. The nearer to zero it is, the flatter is the curve.
#
# A real curve: a classifier learns to read handwritten digits, twenty times, each time from other images.

# %%
_ = model.learning_curve(progress=progress_bar("Training on digits, twenty times"))

# %%
lesson.ten_times

# %%
lesson.next_nine

# %% [markdown]
# The points are test digits that are read wrongly. The line through them can be read further than they go. A *95 %
# interval* is made so that 95 of 100 such intervals hold the true number, if the line is straight. Of the other four
# curves, two are what theories expect, and two are the ends between which a published study found most of its deep
# networks; at the flatter end stands a language model, whose error is not a share of wrong answers. In percent:

# %%
np.round(100 * model.learning_curve()["error"], 1)

# %% [markdown]
# Two honest remarks. *Ten times* a nine fits our digits, which are an easy task, and none of the deep networks of that
# study. And the curve bends: fitted up to 960 images, the line promises 0.8 % errors at 1,190; measured were 1.0 %. So
# measure a curve of your own, and one size more than you fit, before you trust it. Now by hand:

# %%
lesson.ten_times_fewer

# %% [markdown] slideshow={"slide_type": "subslide"}
# **Can you even see it?** Labels of test sets are wrong, too: at least 3.3 % of them on average in ten well-known sets,
# and 6 % in that of ImageNet, a large set of labelled photographs (Northcutt and others, 2021).

# %%
lesson.three_nines

# %%
lesson.label_ceiling

# %% [markdown]
# The same model, right on 99.9 %, as it is measured with other shares of wrong labels:

# %%
{wrong: round(model.measured(0.999, wrong), 4) for wrong in (0, 0.001, 0.03, 0.06)}

# %% [markdown]
# Wrong labels at random shrink a lead a little, and keep the order. Where they fall on what the better model gets
# right, even the order turns round; only a lead of more than twice the share of wrong labels is safe from that. So a
# project that promises three nines has to pay twice: for data to learn from, and for labels good enough to prove it.
#
# How many images show a lead *clearly*? We ask McNemar's test, which looks at the images that only one of two models
# gets right, at the usual 5 %, and want it to succeed four times in five. It hangs on how many of the better model's
# mistakes the other makes as well. For 99 % against 98 % right with 1 % wrong labels, if it makes none, half or all of
# them:

# %%
[model.images_needed(model.seen(0.99, 0.98, 0.01, shared=shared)) for shared in (0, 0.5, 1)]

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 4 What is hard
#
# *12 minutes.* The tip of the pyramid: how hard is the problem itself? First, how well can anybody tell?

# %%
lesson.go_years

# %%
lesson.forecast_of_go

# %% [markdown]
# With that in mind, a rule of thumb by Andrew Ng, as the lecture tells it: what a person does with less than a second
# of thought can be automated. Ng himself hedges it: *probably*, *now or in the near future*, and of mental tasks. The
# lecturer does not like it.

# %%
lesson.against_the_rule

# %%
lesson.one_second_rule

# %%
lesson.one_second_counter

# %% [markdown]
# The rule is a fair way to come by ideas, and no way to judge them. One more warning of the lecture: learning without
# labels, or by trial and error (*reinforcement learning*), then worked in narrow fields only, with very much data and
# computing. A project that needs it is research, and should be planned as such.
#
# What makes a problem hard? The lecturers' answer, as they put it in 2022, has three kinds:

# %%
lesson.rare_cases

# %%
lesson.kinds_of_hard

# %% [markdown]
# In 2021 the lecture read out a list of what was still hard. You know how it went on: score the list. (What has become
# of it is our addition, with a source for each. The last card is not from the list: it is the lecture's example of what
# our hands do without thinking.) Three cards are enough for now; the rest *may wait*.

# %%
lesson.still_hard

# %% [markdown]
# Which forecasts held? Run this when you have answered some; a verdict shows once its card is done.

# %%
lesson.list_of_2021()

# %%
model.tally()

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 5 How sure is a ranking?
#
# *15 minutes.* Impact upwards, feasibility to the right: the lecture's picture is a square, and what is at the top
# right comes first. It is an aid to thinking, and no form to be filled in. What you move is kept, and goes into your
# project brief.

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
# know the places in the middle. If *all projects alike* are judged too well or too badly, as by one optimist, errors
# cancel in part: then the plain order holds in 36 % of the draws.
#
# Weights matter as well: at each of these weights of impact two projects change places. Below it the one named under
# `low` is ahead, above it the other.

# %%
model.swaps(model.PORTFOLIO).round(2)

# %% [markdown]
# Suppose that every score were exact, and only the weight open: 50 %, and up to 10 or 20 points off. How often does the
# order of the six change?

# %%
exact = model.stretched(model.PORTFOLIO, 0)
{sway: round(model.rank_probabilities(exact, sway=sway).changed, 2) for sway in (0, 0.1, 0.2)}

# %% [markdown]
# The board above can be ranked, too. Its best five, as you have placed them, by the chance to be among the best three:

# %%
mine = model.from_board(lesson.portfolio.points)
model.top(model.rank_probabilities(mine), 3).sort_values(ascending=False, kind="stable").head(5).round(2)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 6 Seven steps before a model
#
# *8 minutes.* How feasible is *this* project? The lecture has seven steps, and their order matters: four are questions,
# two are small experiments, and the last asks the first again. Each but step 4 may end the assessment, and an early end
# is a good one; step 4 can only call for care. Here is the robot's. Step 5 labels a **benchmark**, a small test set by
# which everything after it is judged; step 6 tries what is simple.

# %%
lesson.rules_reach

# %%
lesson.seven_steps

# %% [markdown]
# Photographs, labels and estimators are computed; what the first three steps may find is ours, and so are sensors in
# the warehouse, where somebody would have to pay for them. The steps begin with 1 cm, as the part on metrics has it;
# part 2 had 0.5 cm, and made it the one answer that may stop the project. What 0.5 cm would do in the lab (a *constant*
# gives the same answer always):

# %%
model.shares("lab", within=0.5).round(2)

# %% [markdown]
# The rules get 33 %, the small networks 19 %: nobody is near. With one person's labels even a perfect answer would be
# called right in 24 % of the cases only; step 5 tells before anything is trained. And back at 1 cm, in the warehouse:

# %%
model.shares("warehouse").round(2)

# %% [markdown]
# So success needs a place and a distance beside its number. In the lab the rules are better than the small networks
# that learnt from 800 photographs; in the warehouse neither is of much use.

# %%
lesson.rules_suffice

# %% [markdown]
# Now a project of your own, real or wished for. Change the answers, and run the cell.

# %%
print(
    lesson.own_steps(
        without_ml=False,  # 1: is there a way without ML that is good enough?
        success=0.9,  # 2: the share that must be right, as agreed with all who decide; None if nobody did
        harm_settled=True,  # 3: is it settled whom it could harm, and what is done about that?
        published=True,  # 4: has something similar been done?
        reached=True,  # 4: and as well as you need it?
        labelled=50,  # 5: how many cases could you label within a few days?
        simple=0.7,  # 6: the share that simple rules get right; None if you have not tried
    )
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 7 Do it: two tasks
#
# *15 minutes.* Two small functions. Write yours where the three dots are and run the cell; try as often as you like.
# NumPy is there as `np`.

# %%
lesson.images_needed


# %%
def images_needed(sizes, errors, target):
    # Your work goes here, in place of the three dots.
    return ...


lesson.images_needed.check(images_needed)

# %% [markdown]
# The second task *may wait*.

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
# *4 minutes.* What you write here goes into your project brief, which module 6 puts together. You can change it at any
# time.

# %%
lesson.own_priorities

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What to take away
#
# * Impact: look for what is too expensive to foresee, for friction, for piles of rules, and at what others do.
# * Feasibility: ask for data first, then for the accuracy that is needed, then for difficulty.
# * *Ten times a nine* is a rule of thumb: it fits easy digits, and for most deep networks of one study it takes 720
#   times and more. Measure your own curve, and check the labels that shall prove it.
# * Forecasts of what is hard are poor. Small experiments are better.
# * A ranking tells what is nearly surely in, at this weight, and what is surely out. Do not argue about its middle.
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
# * Chip Huyen, *Designing Machine Learning Systems* (O'Reilly, 2022): her book on the subject, later than the notes
#   that the lecture names.
# * Hestness and others, [*Deep Learning Scaling is Predictable, Empirically*](https://arxiv.org/abs/1712.00409) (2017):
#   the exponents of part 3.
# * Full Stack Deep Learning, [lecture 5, *ML Projects*](https://fullstackdeeplearning.com/spring2021/lecture-5/)
#   (Spring 2021), the source of this part.
#
# ### Your progress

# %%
lesson.PROGRESS
