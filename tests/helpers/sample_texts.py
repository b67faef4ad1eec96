"""Texts and items for the engine's tests: one of each kind."""

import numpy as np
import pandas as pd
from mlprojects.engine import (
    Board,
    Case,
    Form,
    Keys,
    Labelling,
    Mistake,
    Pose,
    Prediction,
    Question,
    Series,
    Task,
)
from mlprojects.engine.texts import parse_texts

TOML = """
[questions.winner]
kind = "one"
prompt = "Which **model** wins under `recall >= 0.8`?"
hints = ["Look at the recall column.", "Only one model has 0.8 or more."]
solution = "Model 3 does."
options = [
  { text = "Model 3", right = true, why = "Its recall is 0.9." },
  { text = "Model 2", why = "Its recall is 0.7, below 0.8.", misconception = "the middle one is a safe choice" },
  { text = "Model 1 <b>bold</b>", why = "Precision does not buy recall back.", misconception = "best precision wins" },
]

[questions.limits]
kind = "several"
prompt = "What may be put under a threshold?"
hints = ["Two of them."]
solution = "Latency and size."
options = [
  { text = "latency", right = true, why = "It can be cached." },
  { text = "size", right = true, why = "It is fixed by the device." },
  { text = "the farthest", why = "That one is optimised.", misconception = "limit what is worst" },
]

[questions.score]
kind = "number"
prompt = "What share is right?"
unit = "%"
answer = 50
within = 0.5
why = "5 and 45 of 100."
otherwise = "Count the diagonal."
hints = ["Add the diagonal."]
solution = "50 %."
mistakes = [{ value = 90, within = 0.5, why = "That is the precision.", misconception = "accuracy is precision" }]

[predictions.guess]
kind = "one"
prompt = "Who will win?"
options = ["Model 1", "Model 2", "Model 3"]
after = "Move the slider."

[predictions.weight]
kind = "number"
prompt = "At which weight do all tie?"
low = 0
high = 1
after = "It is two thirds."

[questions.lamps]
kind = "one"
prompt = "New lamps were hung, and half the grasps miss. Where do you go?"
hints = ["What changed: the world or the aim?"]
solution = "To data."
options = [
  { text = "Back to data collection", right = true, why = "The images changed." },
  { text = "Back to planning", why = "The aim is as good as before.", misconception = "any trouble means a new plan" },
  { text = "Stay in training", why = "More epochs show no lamp.", misconception = "training mends data" },
  { text = "Stay in deployment", why = "Nobody labels there.", misconception = "deployment mends data" },
  { text = "Back to labelling", why = "The labels are as good as before.", misconception = "labels come first" },
]

[questions.lamps_reason]
kind = "one"
prompt = "Data it is: why?"
hints = ["What do the new images look like?"]
solution = "The distribution moved."
options = [
  { text = "There is too little of it", why = "There was enough before.", misconception = "more is always better" },
  { text = "It no longer looks like the world", right = true, why = "Old images, new light." },
]

[questions.halved]
kind = "number"
prompt = "What is half of 10?"
answer = 5
within = 0
why = "5 and 5 are 10."
otherwise = "Share 10 between two."
hints = ["Divide by 2."]
solution = "5."

[questions.slow]
kind = "one"
prompt = "The model is right but too slow. Where do you go?"
hints = ["Was speed asked for?"]
solution = "To planning."
options = [
  { text = "Back to planning", right = true, why = "A requirement is missing." },
  { text = "Nowhere", why = "Nobody can use it.", misconception = "accuracy is all" },
]

[series.symptoms]
prompt = "What happened, and **where** do you go?"
pages = [["lamps", "lamps_reason"], ["halved"], ["slow"]]

[tasks.double]
prompt = "Write `double(x)`."
hints = ["Multiply."]
solution = "`return 2 * x`"

[tasks.best]
prompt = "Give the best model's name as `best`."
hints = ["Look."]
solution = "Model 3"

[forms.metric]
prompt = "Your own metric"
fields = [
  { name = "name", label = "Name", kind = "text", help = "What you call it" },
  { name = "limit", label = "Limit", kind = "number" },
  { name = "direction", label = "Better is", kind = "one", options = ["higher", "lower"] },
  { name = "why", label = "Why", kind = "long" },
]

[boards.ideas]
prompt = "Where does each **idea** stand?"
x = { label = "Feasibility", low = "hard", high = "easy" }
y = { label = "Impact", low = "small", high = "large" }
quadrants = { top_left = "Later", top_right = "First", bottom_left = "Never", bottom_right = "Soon" }
points = [
  { name = "search", label = "Search", x = 70, y = 60, range = 10, help = "Clicks are labels." },
  { name = "car", label = "Car", x = 10, y = 90, range = 5, help = "It must never fail." },
  { name = "mine", label = "Your own", x = 50, y = 50, range = 25, help = "Give it a name.", own = true },
]

[labellings.shades]
prompt = "How **dark** is it, from 0 to 3?"
after = "Look again tomorrow."

[labellings.arrows]
prompt = "Where is it, and which way does it point?"
"""

TEXTS = parse_texts(TOML, "sample", "sample/questions.toml")


def winner():
    return Question(TEXTS, "winner")


def limits():
    return Question(TEXTS, "limits")


def score():
    return Question(TEXTS, "score")


def guess():
    return Prediction(TEXTS, "guess", truth=lambda: "Model 3")


def weight():
    return Prediction(TEXTS, "weight", truth=lambda: 2 / 3)


def double():
    squared = Mistake("squares", lambda x: x * x, "You squared it.")
    return Task(
        TEXTS, "double", expect=lambda x: 2 * x, cases=[Case(3.0, why="3 and 3"), Case(0.5)], mistakes=[squared]
    )


def best():
    return Task(
        TEXTS,
        "best",
        expect=lambda: "Model 3",
        mistakes=[Mistake("middle", lambda: "Model 2", "It misses the floor.")],
    )


def metric():
    return Form(TEXTS, "metric")


def symptoms():
    return Series(TEXTS, "symptoms")


def ideas():
    return Board(TEXTS, "ideas")


SHADES = {"black": 0, "dark": 1, "light": 2, "white": 3}


def shades():
    """Four images of one grey each; the judge counts what is right, round by round."""

    def judge(labels):
        right = labels["case"].map(SHADES) == labels["value"]
        shares = right.groupby(labels["round"]).sum().rename("Right").to_frame().rename_axis("Round")
        return f"You have **{shares['Right'].iloc[-1]}** of 4 right.", shares

    images = np.repeat(np.array(list(SHADES.values()))[:, None, None] / 3, 8, axis=1).repeat(8, axis=2)
    return Labelling(
        TEXTS, "shades", cases=tuple(SHADES), images=lambda: images, answer=Keys((0, 1, 2, 3)), judge=judge
    )


def arrows():
    """Two images to be labelled with a place and a direction."""

    def judge(labels):
        return f"{len(labels)} labels.", pd.DataFrame({"Turned by": labels["angle"]})

    ramp = np.linspace(0, 1, 24)
    images = np.stack([np.tile(ramp, (24, 1)), np.tile(ramp[:, None], (1, 24))])
    return Labelling(
        TEXTS, "arrows", cases=("first", "second"), images=lambda: images, answer=Pose(half=12), judge=judge
    )


ALL = [winner, limits, score, guess, weight, double, best, metric, symptoms, ideas, shades, arrows]
