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
# # 3 Archetypes: who acts on what the model says?
#
# Two products can have the same model inside and be as different as a suggestion and an accident. What tells them
# apart is not how clever the model is. It is **what did the job before**, and **who acts on the output**. The lecture
# has three archetypes, and each asks its own questions before anybody should build it:
#
# * **Software 2.0**: a model does better what written rules did before.
# * **Human in the loop**: a person looks at each output before it takes effect.
# * **Autonomous**: nobody does.

# %% [markdown] slideshow={"slide_type": "subslide"}
# After this module you can
#
# * tell which archetype a project is, and which questions it must answer,
# * move a project: by a data loop, by design, by people, guardrails and a smaller scope,
# * find the broken link of a data flywheel,
# * say which failure rate a number of trials lets you claim, and how many trials a claim takes,
# * choose when the machine should ask a person, and keep the promise that you make.

# %% [markdown]
# | Part | Minutes |
# |---|---|
# | 1 Who acts on the output? | 20 |
# | 2 Where a project stands | 12 |
# | 3 The data flywheel | 15 |
# | 4 Design lowers the accuracy needed | 12 |
# | 5 Which failure rate can you claim? | 24 |
# | 6 When should it ask a person? | 19 |
# | 7 Do it: two tasks | 12 |
# | 8 Your project | 8 |
#
# About two hours. What may wait is marked *may wait*: most cards of the first deck and all of the second, the check by
# design guides, the cars, the hundred teams, and one of the two tasks. Without them it is about an hour and a quarter.
# This is the part *Archetypes* of the lecture *ML Projects* (Full Stack Deep Learning, Spring 2021, lecture 5, 36:51 to
# 49:06).
#
# If this is your first notebook here, [0 Welcome](00_welcome.ipynb) says in five minutes how to use one.

# %%
from mlprojects.archetypes import lesson, model

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 1 Who acts on the output?
#
# *20 minutes.* A model says something. Who does something about it? Begin with a case that is close:

# %%
lesson.code_completion

# %%
lesson.three_archetypes

# %% [markdown]
# Two questions, asked in this order, tell them apart. *Did a program with written rules do this before? Does a person
# look at each output before it takes effect?* (The order is ours.) Yes and no; no and yes; no and no:

# %%
answers = [(True, False), (False, True), (False, False)]
[model.archetype(rules_before=rules, reviewed=reviewed) for rules, reviewed in answers]

# %% [markdown]
# *Software 2.0* was called "improve an existing process" in the lecture of 2019, the others "augment" and "automate a
# manual process". (The *data flywheel*, of which its key questions speak, is part 3.)

# %%
lesson.tab_completion

# %% [markdown]
# Sixteen products to sort. The first four are enough to see the pattern: in two of them a single decision changes, and
# with it the archetype. The other twelve *may wait*.

# %%
lesson.products

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 2 Where a project stands
#
# *12 minutes.* The lecture puts the archetypes into the square of the module on prioritizing: feasibility to the right,
# impact upwards.

# %%
lesson.top_right

# %%
lesson.move_it

# %% [markdown]
# The moves are the lecture's; how far each one goes is our judgement, and so is the remark that some of them cost
# impact: a car that drives in one town only is worth less than one that drives everywhere. So which ones to make is a
# decision:

# %%
lesson.moves_to_make

# %% [markdown]
# What each move changes for an autonomous system, in points of a hundred:

# %%
moves = ["put people in the loop", "add guardrails", "limit the scope"]
model.moves_made("Autonomous", moves).diff().dropna().astype(int)

# %% [markdown]
# Does the first of them leave the archetype? Only if nothing takes effect before the person has looked: then it is
# human in the loop. The lecture's example is Tesla, whose drivers must watch and can take over. By our rule of part 1
# that is no review: the car stays autonomous, with a person as its guardrail.

# %%
lesson.one_town

# %% [markdown]
# Where things stand is a judgement. Make yours, for today and after one move: what you put somewhere is kept.

# %%
lesson.archetype_places

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 3 The data flywheel
#
# *15 minutes.* What the lecture calls a gold standard is a loop that feeds itself: **users** leave **data**, data make
# a better **model**, a better model wins **users**. That is three links, and each of them can be missing.

# %%
lesson.ten_times_labels

# %%
lesson.flywheel

# %% [markdown]
# The week in which at most 15 % of the answers are wrong, by the share of uses that leave a label:

# %%
{captured: model.first_week_at(model.run_wheel(captured), 0.15) for captured in (0.02, 0.05, 0.2, 1)}

# %% [markdown]
# The product is made up by us; only the exponents of the learning curves are published. The reckoning leaves out
# competitors, costs, labels that are wrong or grow old, and people who tell the model only what it shows them. What it
# keeps is the mechanism: behind a cut link nothing moves any more, and nothing feeds itself. Where only the last link
# is cut, labels still come and the model still gets better, but at the steady pace of the first 500 users.

# %%
lesson.quiet_chat

# %%
lesson.data_grew

# %% [markdown]
# Each link needs evidence of its own. Where is it missing in these four stories? (They *may wait*.)

# %%
lesson.broken_link

# %%
lesson.better_not_more

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 4 Design lowers the accuracy needed
#
# *12 minutes.* Where a person looks at each output, an error costs a glance instead of an accident. So the model may
# be wrong more often, and the page around it decides how often. The lecture has three examples. Facebook *suggested*
# whom to tag in a photograph and tagged nobody itself (in 2021 it gave that up). Grammarly says which
# rule a correction rests on. And a recommender shows several things, so that one of them may please. A small gain can
# matter a lot to the person who does the work, as the course of 2022 adds. What are several answers worth? Real
# classifiers, real digits:

# %%
lesson.three_guesses

# %%
lesson.suggestions

# %% [markdown]
# The same with ten images of each digit to learn from: the share of images with the right digit among the first one to
# five guesses.

# %%
model.guess_accuracy(10)["right"].round(3)

# %% [markdown]
# A model may err often and still pay. Say that a person reads all suggestions and takes the right one if it is there.
# If reading one takes half a second and typing takes eight, three of them pay as soon as the right one is there in
# more than this share:

# %%
model.accuracy_needed(3, reading=0.5, typing=8)

# %% [markdown]
# Left out are people who overlook the right one, or take a wrong one because it stands at the top: both happen, and
# both make suggestions worth less.

# %%
lesson.best_number

# %%
lesson.annoyed_users

# %% [markdown] slideshow={"slide_type": "subslide"}
# **The check by design guides** *(may wait)*. Several suggestions are one way out of many. Apple, Microsoft, Google
# and Spotify have written down what they ask of products with a model inside; the lecture names all but Google's. We
# made twelve questions of them, in our words, and put them to two products of ours.
#
# * *E-mail completion*: grey text goes on with your sentence; Tab takes it, typing on leaves it.
# * *Grip screen*: a screen shows a photograph with grips marked; a person confirms one, or waits, and the arm moves.

# %%
lesson.design_check

# %%
(model.design_verdicts() == "met").sum()

# %% [markdown]
# Questions that each product meets, of twelve. Not every question is asked of every product: a single completion in an
# e-mail is wiser than three. But look at the grip screen, where waiting counts as consent. By the rule of part 1 it is
# autonomous, and not human in the loop.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 5 Which failure rate can you claim?
#
# *24 minutes.* Where nobody looks, these are two of the lecture's three questions: which failure rate is acceptable,
# and how can you guarantee it? The second has an answer that can be computed.

# %%
lesson.thousand_clean

# %%
lesson.failure_rate

# %% [markdown]
# The rate that you may claim is called the **upper bound**. It is exact (Clopper and Pearson, 1934) for trials that are
# independent and alike, and whose number was fixed beforehand.

# %%
lesson.clean_runs

# %% [markdown]
# Trials without any failure that a claim takes at 95 % confidence, and the rule of thumb: three divided by the rate.
# Each nine takes about ten times as many.

# %%
model.without_failure()

# %%
lesson.one_may_fail

# %%
lesson.after_the_update

# %% [markdown] slideshow={"slide_type": "subslide"}
# **Cars** *(may wait, to the end of part 5)*. In 2016 two researchers at RAND asked how far self-driving cars would
# have to drive to show that they are as safe as people.

# %%
lesson.years_to_drive

# %%
lesson.miles_to_drive

# %% [markdown]
# Their second question was how far the cars must drive to *measure* their rate of deaths, to within 20 % at 95 %
# confidence, if it is that of people:

# %%
far = model.miles_to_measure("deaths")
{"billion miles": round(far / 1e9, 1), "years of 100 cars": round(model.years_of_driving(far))}

# %% [markdown]
# **The opposing view.** If cars learn by driving, waiting for the proof has a price too, and it is paid in lives. A
# later report of RAND made that argument in 2017. Ours is a small reckoning in its spirit, with none of its numbers.

# %%
lesson.release_or_wait

# %%
lesson.release_now

# %% [markdown]
# Neither view is the right one by arithmetic. It depends on how good the cars are today and on where they learn, and
# nobody knows either for sure. What the reckoning leaves out is also large. One bad week may end people's trust for
# years, and those who are hit did not agree to the experiment. Each change of the software asks for a new proof. And a
# proof can fail where it should not: how often would cars get through the miles of the first proof without a death, if
# they were as dangerous as people, half as dangerous, or a tenth as dangerous?

# %%
{truth: round(model.chance_of_proof(truth), 2) for truth in (1, 0.5, 0.1)}

# %% [markdown]
# Cars half as dangerous as people would get through in only 22 of 100 cases. Whoever asks for no failure at all turns
# down much that is good.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 6 When should it ask a person?
#
# *19 minutes.* Between *always ask* and *never ask* lies a threshold: below it a person decides, above it the machine
# does (*selective prediction*). So an autonomous system comes to a promise that it can make. It is neither of the two
# archetypes any more: a person looks at some outputs, and nobody at the others. Images and classifier are real. The
# noise on the images is ours, and so are a person who never errs and the prices: 10 for a wrong decision, 3 for a
# person's. Mind two words: how *sure* the model is of one image is something else than the *confidence* of a claim.

# %%
lesson.share_asked

# %%
lesson.ask_a_person

# %% [markdown]
# Now a failure rate is given, and the costs should be as low as can be. Try it on a stricter promise:

# %%
lesson.least_cost

# %% [markdown]
# A looser promise, at most 5 % errors, in code. The threshold is chosen on one set of images (*validation*), where the
# upper bound of its error must keep the promise, and judged on another (*test*), which had no part in the choice:

# %%
chosen_on = model.by_threshold(model.classifier_scores(model.VALIDATION), person=3)
threshold = model.cheapest_threshold(chosen_on, rate=0.05)
judged_on = model.by_threshold(model.classifier_scores(model.TEST), person=3)
judged_on.loc[[threshold]].round(3)

# %% [markdown]
# On these 562 test images it errs in 3.4 %, within the promise, and even alone they would allow it. But for a promise
# of 2 %, had we asked only that the *measured* error be at most that, we would have picked 99 % sure, and on the test
# images that breaks the promise: see for yourself, with the switch on.

# %% [markdown] slideshow={"slide_type": "subslide"}
# **A hundred teams** *(may wait, to the end of part 6)*. That was one set of images, and we took one on which the bound
# holds. How often does it? In the next explorer all images that the classifier did not learn from are the whole world.
# Each of 100 teams draws its own images from it, and we know the true error of every threshold.

# %%
lesson.promises_kept

# %%
lesson.where_picked

# %%
model.teams_by_way(0.03, 600).round(2)

# %% [markdown]
# For a promise of 3 % and twice as many images, as shares of 100 teams: how many find a threshold and make the
# promise, how many report that they keep it, how many keep it, how many break it; and what the machine decides.
# Choosing and judging on the same images flatters: all report success, and far fewer have it. Fresh images make it
# show. The bound leaves room for chance: few break their promise, at the price that some promise nothing, and that a
# person has to look more often.
#
# The bound is exact for one threshold. Whoever tries 25 and takes any that passes uses up part of its margin. So our
# teams that pick by the bound go down from the surest threshold and stop before the first that fails: then at most 5 of
# 100 teams, in the long run, break a promise. That is 5 of *all* teams. Of the few that promise something hard to keep,
# it can be more.

# %%
lesson.picked_on_the_test

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 7 Do it: two tasks
#
# *12 minutes.* Two small functions; the second *may wait*. Write yours where the three dots are and run the cell; try
# as often as you like.

# %%
lesson.trials_needed


# %%
def trials_needed(rate, confidence):
    # Your work goes here, in place of the three dots.
    return ...


lesson.trials_needed.check(trials_needed)

# %%
lesson.threshold_for


# %%
def threshold_for(sure, right, rate):
    # Your work goes here, in place of the three dots.
    return ...


lesson.threshold_for.check(threshold_for)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## 8 Your project
#
# *8 minutes.* First the robot that grasps what it sees, our case study. The lecture calls it Software 2.0: a model
# finds the **pose** of a thing, its place and how it is turned, where hand-written rules did before. It could be built
# in two other ways, and would then have to answer other questions.

# %%
lesson.robot_answers

# %% [markdown]
# Now yours. What you write goes into your project brief, which module 6 puts together. You can change it at any time.

# %%
lesson.own_archetype

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What to take away
#
# * Ask what did the job before, and who acts on the output. That decides what an error costs, and so how good the model
#   has to be.
# * As a whole kind, no archetype starts at the top right; a single project may. Projects are moved there, and each move
#   has its price.
# * A flywheel has three links, and each needs evidence of its own.
# * Where a person looks, change the page before you change the model.
# * At 95 % confidence, a claim of a failure rate takes about three divided by that rate in clean trials. It starts
#   again with each new version.
# * Between asking always and never there is a threshold. Choose it with a margin, on other images than you judge it on.
#
# ### To read next
#
# * Saleema Amershi and others, [*Guidelines for Human-AI Interaction*](https://doi.org/10.1145/3290605.3300233) (CHI
#   2019): eighteen guidelines, tried on products.
# * Apple, [*Human Interface Guidelines: Machine
#   learning*](https://developer.apple.com/design/human-interface-guidelines/machine-learning).
# * Google, [*People + AI Guidebook*](https://pair.withgoogle.com/guidebook) (not named in the lecture).
# * Spotify Design, [*Three Principles for Designing ML-Powered
#   Products*](https://spotify.design/article/three-principles-for-designing-ml-powered-products).
# * Nidhi Kalra and Susan Paddock, [*Driving to Safety*](https://www.rand.org/pubs/research_reports/RR1478.html) (RAND,
#   2016), and Nidhi Kalra and David Groves, [*The Enemy of
#   Good*](https://www.rand.org/pubs/research_reports/RR2150.html) (RAND, 2017): two views of the same cars.
# * Full Stack Deep Learning, [lecture 5, *ML Projects*](https://fullstackdeeplearning.com/spring2021/lecture-5/)
#   (Spring 2021), the source of this part.
#
# ### Your progress

# %%
lesson.PROGRESS
