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
# constant gets, a rule of five lines, a simple model, a paper, a person. Such a number is a **baseline**. Most cost
# minutes or hours, and they tell whether the weeks after them were worth it, and what to do next.
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
# | 1 Where to look, and what is fair | 15 |
# | 2 A ladder of baselines | 14 |
# | 3 A bug, or too little data? | 8 |
# | 4 Same curves, another line | 14 |
# | 5 You are the human baseline | 14 |
# | 6 Several people, and what their labels cost | 22 |
# | 7 The robot | 10 |
# | 8 Do it: two tasks | 14 |
# | 9 Your project | 8 |
#
# About two hours. The core, about an hour and a quarter, is parts 1 to 5 and the first task of part 8; the rest may
# wait for another day. This is the part *Baselines* of the lecture *ML Projects* (Full Stack Deep Learning, Spring
# 2021, lecture 5, 1:02:36 to 1:10:21).
#
# If this is your first notebook here, [0 Welcome](00_welcome.ipynb) says in five minutes how to use one.

# %%
from mlprojects.baselines import lesson, model

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 1 Where to look, and what is fair
#
# *15 minutes.* The lecture has six places to look for a baseline: two outside, four that you make yourself.

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
# *Floor* and *ceiling* are meant for how good a model is, so the picture has an error of 0 % at the top. The trained
# person named 1,500 of the images; on these the winner of 2014 was wrong on 6.8 %. And this ceiling did not hold. It is
# what one person reached, and not one of those who made the labels: a better person, or several, would raise it. A
# line for people always needs a name beside it.
#
# A line is only as good as the comparison, too. First one question, then six cases:

# %%
lesson.paper_result

# %%
lesson.is_it_fair

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 2 A ladder of baselines
#
# *14 minutes.* Take the cheapest first. Real images of handwritten digits, real models (the upper rungs come from a
# library; what they do inside does not matter here).

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
# most work of all, is beaten by a support vector machine in a third of the time. (Its setting is known to suit these
# images, and its minutes do not count how that was found. Images that you will meet in part 5 are left out of the
# pictures.)

# %% [markdown] slideshow={"slide_type": "subslide"}
# **A network and a mean.** The second ladder has no images, but ten measurements of each patient. Its simplest rung
# gives all of them one number. Another, *ridge regression*, is a linear model that is held back from large weights.

# %%
lesson.net_or_mean

# %%
lesson.ladder_diabetes

# %% [markdown]
# The lecturer has seen such networks too. Two words for what comes next. A model that does well on what it was shown
# and worse on new cases **overfits**: more data help, or holding it back (*regularisation*). One that does not even
# do well on what it was shown **underfits**: it needs more freedom, or better inputs.

# %%
lesson.net_loses

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 3 A bug, or too little data?
#
# *8 minutes.* A network that is no better than a simple model has a bug, says the lecture, or too little data (or it is
# trained too closely to what it saw, as the one above). How to tell?

# %%
lesson.first_look

# %%
lesson.bug_or_data

# %% [markdown]
# Three looks. How does it do on what it was shown, and on new cases? Can it learn ten by heart? If not, something is
# broken before any question of data. And does more help clearly? Only if eight times the images leave at most half the
# errors (our bound) do we call it too little data. Network C gets better with more, too, but not clearly. One more look
# finds it at once: new images from the same source as those it was shown, labels and all.

# %%
{name[-1]: f"{model.relatives(name):.0f} %" for name in ("network A", "network B", "network C")}

# %% [markdown]
# C does as well there as A, which has no bug: it is the test images that differ. B has its labels from a lottery, and
# no look at errors tells those from answers that really are partly luck.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 4 Same curves, another line
#
# *14 minutes.* The lecture's best picture of the use of a baseline: two identical pairs of curves, and one line that
# differs. (*Validation* cases are new ones, kept to measure how a model does on what it was not shown.)

# %%
lesson.line_35

# %%
lesson.line_21

# %%
lesson.flips_at

# %%
lesson.same_curves

# %% [markdown]
# Other curves, which end at 12 % and 20 %. What to do first, for people who reach 2 % and 10 %:

# %%
[model.advice(12, 20, human).step for human in (2, 10)]

# %% [markdown]
# Closing the larger gap first is a good rule while the line and both curves were measured alike: the same metric, and
# comparable cases. Set the second control to another kind of line, and the advice is gone: the first gap is then the
# difference of two things that cannot be compared.

# %% [markdown] slideshow={"slide_type": "subslide"}
# Those curves are drawn, ours in the place of the lecture's. These are measured, by the number of images to learn from
# (the 540 images of part 2 serve as validation). Where the gap to people is below 0, the model errs less on its own
# training images than people do:

# %%
lesson.real_curves

# %%
lesson.real_curves.at(model="decision tree", size=200, human=2).says

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 5 You are the human baseline
#
# *14 minutes.* A person is a baseline too, and a tight one. You will be that person, on images of which many are hard.
# What do hard images do to the best rung of the ladder?

# %%
lesson.best_on_hard

# %%
lesson.digits_by_hand

# %% [markdown]
# Run the next cell again when you have finished a round: you then stand first, with each of your rounds.

# %% [markdown] slideshow={"slide_type": "subslide"}
# How many of the same twenty the crowd and four rungs get wrong, how many of the eight hard ones, and the error of the
# rungs on all images of part 2, in percent:

# %% slideshow={"slide_type": "-"}
model.beside(lesson.digits_by_hand.labels).round(1)

# %% [markdown]
# Compare on the same images, or not at all. And twenty are few: for somebody who gets two wrong, twenty others that are
# as hard leave open any error from 1 to 32 %.
#
# *Human level* is not one number either.

# %%
lesson.best_achievable

# %% [markdown]
# The same ladder of people, and two on which people were really measured (ImageNet, and CIFAR-10: small photographs of
# ten kinds of things):

# %%
lesson.human_ladder

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 6 Several people, and what their labels cost
#
# *22 minutes.* If one person errs, ask several and take the majority. That helps as far as they err independently.

# %%
lesson.nine_voters

# %%
lesson.crowd

# %%
{voters: round(model.majority(0.8, voters), 3) for voters in (1, 3, 5, 9)}

# %% [markdown]
# Right answers by number of independent voters who are each right in 80 %. Real crowds share errors. In CIFAR-10N
# (labels by a crowd for CIFAR-10) one worker is wrong in 17.7 % and a majority of three in 9.0 %, where independent
# errors that fall evenly on nine other classes would leave 6.0 %. How much correlation that is depends on what one
# assumes of wrong votes: 0.08 if there were two classes, 0.26 with ten. With 0.26 no crowd of any size would get
# below 4.6 %.

# %% [markdown] slideshow={"slide_type": "subslide"}
# **Not all are alike.** Some know, others guess.

# %% [markdown]
# This piece *may wait*.

# %%
lesson.who_decides

# %%
lesson.unequal_crowd

# %% [markdown]
# The method is that of Dawid and Skene (1979): agreement tells who knows, without a single right answer to check by. It
# can fail where people copy: if those who copy agree more than those who know, it trusts them. A few images with known
# labels, mixed in, find them.

# %% [markdown] slideshow={"slide_type": "subslide"}
# **What does money buy?** A budget, five ways to spend it on labels, and two purposes. Prices and the expert are
# ours, and so is that wrong labels fall at random. Real people err on some images more than on others, and that can
# change who wins.

# %%
lesson.best_spent

# %%
lesson.spend

# %%
model.purchases(300)[["images"]]

# %% [markdown]
# Labels that 300 dollars buy, by the way they are spent. To *train* on, many labels beat good ones here. To *test*
# with, they do not: wrong labels shift what is measured. And a human baseline is a test.

# %%
lesson.label_budget

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 7 The robot
#
# *10 minutes.* The robot of our case study has to tell the **pose** of a mug, its place and how it is turned, from a
# photograph taken from above. It has baselines too. First say which of them is best; then join them.

# %%
lesson.best_on_five

# %%
lesson.poses_by_hand

# %% [markdown]
# Everybody on the same five, as medians and at worst; run this cell again when you have finished a round, and you stand
# first:

# %%
model.poses_beside(lesson.poses_by_hand.labels).round(1)

# %% [markdown]
# Position errors are in centimetres, angles in degrees. The explorer shows one photograph at a time. In it a made-up
# person has your place, who errs as we told it to, in the lab and in the warehouse:

# %%
lesson.robot_baselines

# %% [markdown] slideshow={"slide_type": "subslide"}
# Median angle errors in the warehouse, in degrees: on photographs of the same five poses, and on 300 others.

# %% slideshow={"slide_type": "-"}
model.five_and_many("warehouse").round()

# %% [markdown]
# On five photographs the constant is ahead of all three; on 300 it is the worst of the four. Five prove little: of two
# estimators that are equally good, one is ahead in all five in 6 % of the cases, by luck alone. But they cost five
# minutes, and they would have told, before the network was trained, that the script of the lab fails in the warehouse.
# There, on 300, only the network is clearly ahead of the floor.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 8 Do it: two tasks
#
# *14 minutes.* Two small functions. Write yours where the three dots are and run the cell; try as often as you like.

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
# *8 minutes.* Think of a project of your own, real or wished for. What you write here goes into your project brief,
# which module 6 puts together. You can change it at any time.

# %%
lesson.own_baselines

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What to take away
#
# * No number without another one beside it. Begin with those that cost minutes.
# * Floors must be beaten. People are near the ceiling. Do not mix the two.
# * A network that loses to a constant has a bug, overfits, or has too little data; three looks are a start.
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
