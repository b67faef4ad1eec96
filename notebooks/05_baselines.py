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
# # 5 Baselines: compared with what?
#
# An error of 41 % may be a triumph or a disgrace. A number says something only beside another one: beside what a
# constant gets, a rule of five lines, a simple model, a paper, a person. Such a number is a **baseline**. It costs
# minutes or hours, and it tells whether the weeks after it were worth it, and what to do next.
#
# After it you can
#
# * look for baselines in six places, and tell a floor from a ceiling,
# * climb a ladder of baselines in the order of their price,
# * tell a bug from too little data,
# * read from two curves and one line what to do first,
# * say how good you are yourself, and what labels by others are worth.

# %% [markdown]
# | Part | Minutes |
# |---|---|
# | 1 Where to look, and what is fair | 12 |
# | 2 A ladder of baselines | 12 |
# | 3 A bug, or too little data? | 6 |
# | 4 Same curves, another line | 12 |
# | 5 You are the human baseline | 12 |
# | 6 Several people, and what their labels cost | 15 |
# | 7 The robot | 8 |
# | 8 Do it: two tasks | 12 |
# | 9 Your project | 6 |
#
# About an hour and a half. Part 6 may wait for another day. This is the part *Baselines* of the lecture *ML Projects*
# (Full Stack Deep Learning, Spring 2021, lecture 5, 1:02:36 to 1:10:21).

# %%
from mlprojects.baselines import lesson, model

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 1 Where to look, and what is fair
#
# *12 minutes.* The lecture has six places to look for a baseline: two outside, four that you make yourself.

# %%
lesson.where_to_look

# %% [markdown]
# The lecture calls all of them lower bounds on what to expect. That mixes two things. A constant, a rule, a simple
# model are **floors**: a model that stays below them is not worth having. People are nearer to a **ceiling**: where
# labels come from people, hardly anything can be counted as better. Between the two lies what there is to gain, and how
# much that is depends on which two lines you take. A contest that made history (ImageNet, a collection of more than a
# million labelled photographs):

# %%
lesson.floor_and_ceiling

# %%
lesson.floor_and_ceiling.at(year=2014).table

# %% [markdown]
# A line is only as good as the comparison. Six cases; one of them is fair.

# %%
lesson.is_it_fair

# %%
lesson.paper_result

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 2 A ladder of baselines
#
# *12 minutes.* Take the cheapest first. Real images of handwritten digits, real models:

# %%
lesson.five_lines

# %%
lesson.ladder_digits

# %%
rungs = ["most frequent digit", "total ink", "logistic regression", "neural network"]
model.digits_ladder().loc[rungs, ["error", "minutes"]].round(1)

# %% [markdown]
# Errors in percent on the same 540 images. The minutes of work are our guess; put in your own. A rule need not be good
# to be useful: that *total ink* hardly helps is worth knowing before anybody builds on it. And the small network, the
# most work of all, is beaten by a support vector machine in a third of the time.

# %% [markdown] slideshow={"slide_type": "subslide"}
# **The deep net that loses to the mean.** The lecturer has seen networks that did worse than one number for all. Here
# is one:

# %%
lesson.net_or_mean

# %%
lesson.ladder_diabetes

# %%
lesson.net_loses

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 3 A bug, or too little data?
#
# *6 minutes.* A network that is no better than a simple model has a bug, says the lecture, or too little data. How to
# tell? Four small networks, three of them with a bug that we planted:

# %%
lesson.one_look

# %%
lesson.bug_or_data

# %% [markdown]
# Three looks. Can it learn ten cases by heart? If not, something is broken before any question of data. Does it do well
# on new cases of the kind that it was shown? And does it get better with more? Only when more cases help is it too
# little data.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 4 Same curves, another line
#
# *12 minutes.* The lecture's best picture of the use of a baseline: two identical pairs of curves, and one line that
# differs.

# %%
lesson.flips_at

# %%
lesson.same_curves

# %% [markdown]
# What to do first, for people who reach 28 % and 33 %:

# %%
[model.advice(36, 41, human).step for human in (28, 33)]

# %% [markdown]
# Closing the larger gap first is a good rule while the line and both curves were measured alike: the same metric, and
# comparable cases. Set the second control to another kind of line, and the advice is gone: the first gap is then the
# difference of two things that cannot be compared.

# %%
lesson.line_35

# %%
lesson.line_21

# %% [markdown] slideshow={"slide_type": "subslide"}
# Those curves are drawn, ours in the place of the lecture's. These are measured, by the number of images to learn from:

# %%
lesson.real_curves

# %%
lesson.real_curves.at(model="decision tree", size=200, human=2).says

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 5 You are the human baseline
#
# *12 minutes.* A person is a baseline too, and a tight one. Be that person, before any model says anything.

# %%
lesson.digits_by_hand

# %% [markdown]
# Your twenty were chosen to be hard. What does that do to the best rung of the ladder?

# %%
lesson.best_on_twenty

# %% [markdown]
# How many of the twenty others get wrong, and what that comes to when easy and hard images are weighed as in the whole
# test set:

# %%
others = ["simulated crowd", "nearest mean image", "3 nearest neighbours"]
model.beside().loc[others, ["wrong", "weighed", "on_all"]].round(1)

# %% [markdown]
# Three remarks. Compare on the same images, or not at all. Twenty are few: whoever gets two wrong has a 95 % interval
# from 1 to 32 %. And label them again tomorrow, with `lesson.digits_by_hand.again()`: how far you agree with yourself
# limits how far any model can agree with you.
#
# *Human level* is not one number either. Choose who answers:

# %%
lesson.human_ladder

# %%
lesson.best_achievable

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 6 Several people, and what their labels cost
#
# *15 minutes.* If one person errs, ask several and take the majority. That helps as far as they err independently:

# %%
lesson.nine_voters

# %%
lesson.crowd

# %%
{voters: round(model.majority(0.8, voters), 3) for voters in (1, 3, 5, 9)}

# %% [markdown]
# Right answers by number of independent voters who are each right in 80 %. Real crowds share errors: from the published
# figures of one data set (CIFAR-10N: one worker is wrong in 17.7 %, three in 9.0 %) follows, by the mechanism of the
# explorer, a correlation of 0.26. Then no crowd of any size gets below 4.6 %.

# %% [markdown] slideshow={"slide_type": "subslide"}
# **Not all are alike.** If some know and others guess, must they all have the same vote?

# %%
lesson.who_decides

# %%
lesson.unequal_crowd

# %% [markdown]
# The method is that of Dawid and Skene (1979): agreement tells who knows, without a single right answer to check by. It
# fails where people copy from each other; then it trusts those who copy. A few images with known labels, mixed in, find
# them.

# %% [markdown] slideshow={"slide_type": "subslide"}
# **What does money buy?** A budget, five ways to spend it on labels, and two purposes. Prices and the expert are ours,
# and wrong labels fall at random, which is the kindest case:

# %%
lesson.best_spent

# %%
lesson.spend

# %%
model.purchases(300)["images"]

# %% [markdown]
# Labels that 300 dollars buy, by the way they are spent. To *train* on, many labels beat good ones here. To *test*
# with, they do not: a test set with wrong labels cannot show a good model. And a human baseline is a test.

# %%
lesson.label_budget

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 7 The robot
#
# *8 minutes.* The robot of our case study has to tell the **pose** of a mug, its place and how it is turned, from a
# photograph. It has baselines too. Join them:

# %%
lesson.poses_by_hand

# %%
lesson.best_on_five

# %%
lesson.robot_baselines

# %% [markdown]
# Median errors in the warehouse, on photographs of the same five poses:

# %%
model.medians("warehouse")[["position", "angle"]].round({"position": 1, "angle": 0})

# %% [markdown]
# Centimetres and degrees. (The *simulated person* errs as we told it to.) Five cases prove little: of two estimators
# that are equally good, one is ahead in all five photographs in 6 % of the cases, by luck alone. But they cost five
# minutes, and they would have told before any training that the lab and the warehouse are two different problems.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 8 Do it: two tasks
#
# *12 minutes.* Two small functions. Write yours where the three dots are and run the cell; try as often as you like.

# %%
lesson.rule


# %%
def rule(image, means):
    # Your work goes here, in place of the three dots.
    return ...


lesson.rule.check(rule)

# %%
lesson.next_step


# %%
def next_step(train, validation, human):
    # Your work goes here, in place of the three dots.
    return ...


lesson.next_step.check(next_step)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 9 Your project
#
# *6 minutes.* What you write here goes into your project brief, which module 6 puts together. You can change it at any
# time.

# %%
lesson.own_baselines

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What to take away
#
# * No number without another one beside it. Begin with those that cost minutes.
# * Floors must be beaten. People are near the ceiling. Do not mix the two.
# * A network that loses to a constant has a bug or too little data; three looks tell which.
# * Close the larger gap first, if line and curves were measured alike.
# * Short of time, make a baseline smaller, but do not leave it out.
# * Labels are bought for a purpose: many to train on, good ones to test with.
#
# ### To read next
#
# * Andrew Ng, [*Machine Learning Yearning*](https://www.deeplearning.ai/machine-learning-yearning/) (2018), chapters 20
#   to 27 and 33 to 36: bias, variance, and human level.
# * Andrej Karpathy, [*What I learned from competing against a ConvNet on
#   ImageNet*](https://karpathy.github.io/2014/09/02/what-i-learned-from-competing-against-a-convnet-on-imagenet/)
#   (2014): one person as a baseline.
# * Jiaheng Wei and others, *Learning with Noisy Labels Revisited* (ICLR 2022): the labels of CIFAR-10N.
# * Emmanuel Ameisen, *Building Machine Learning Powered Applications* (O'Reilly, 2020): from the first simple model on.
# * Full Stack Deep Learning, [lecture 5, *ML Projects*](https://fullstackdeeplearning.com/spring2021/lecture-5/)
#   (Spring 2021), the source of this part.
#
# ### Your progress

# %%
lesson.PROGRESS
