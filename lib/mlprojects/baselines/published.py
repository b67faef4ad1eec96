"""How well people do, as published: three fields, each with its sources, on the lecture's ladder of human baselines.

The ladder (from the easiest to hire to the best) is the lecture's: Full Stack Deep Learning, Spring 2021, lecture 5,
baselines part. On which rung a published number stands is our reading; the pictures say so.
"""

from dataclasses import dataclass

import pandas as pd

from mlprojects import checks

RUNGS = ("random people", "several random people", "domain experts", "deep experts", "several experts together")
XRAYS, IMAGENET, CIFAR = "X-rays", "ImageNet", "CIFAR-10"
FIELDS = (XRAYS, IMAGENET, CIFAR)
NG = "Ng, “Machine Learning Yearning”, 2018, ch. 34: an illustration, not a measurement"
KARPATHY = (
    "Karpathy, “What I learned from competing against a ConvNet on ImageNet”, 2014; Russakovsky et al., IJCV 2015"
)
WEI = "Wei et al., “Learning with Noisy Labels Revisited”, ICLR 2022, arXiv:2110.12088"
BLOG = "Karpathy, “Lessons learned from manually classifying CIFAR-10”, 2011"
SHORT = {
    NG: "Ng 2018",
    KARPATHY: "Karpathy 2014, Russakovsky et al. 2015",
    WEI: "Wei et al. 2022",
    BLOG: "Karpathy 2011",
}
"""For a picture."""


@dataclass(frozen=True)
class Entry:
    """One published number.

    Attributes:
        field: One of `FIELDS`.
        who: Who answered.
        rung: Position on `RUNGS`, from 0.
        error: Wrong answers in percent; with `range` None, as published or a mean of what is.
        range: Where a range was published, its ends; `error` is then its middle.
        about: How it was measured.
        source: Where it stands.
    """

    field: str
    who: str
    rung: int
    error: float
    about: str
    source: str
    range: tuple[float, float] | None = None


ONE_WORKER = (17.23, 18.12, 17.64)
"""CIFAR-10N: wrong labels in percent of the first, second and third label of each image; then the majority of three."""
THREE_WORKERS = 9.03
WORST_OF_THREE = 40.21
"""CIFAR-10N: a wrong label is taken wherever one of three is wrong, in percent."""
GOOGLENET = 6.8
"""Top-5 error in percent of the winner of 2014, on the images that Karpathy labelled."""

ENTRIES = (
    Entry(XRAYS, "an untrained person", 0, 15, "one person without training", NG),
    Entry(XRAYS, "a junior doctor", 2, 10, "one doctor with little experience", NG),
    Entry(XRAYS, "an experienced doctor", 3, 5, "one doctor with much experience", NG),
    Entry(XRAYS, "a team of doctors", 4, 2, "a discussion of several experienced doctors", NG),
    Entry(IMAGENET, "people from the lab", 0, 14, "five guesses among 1,000 classes", KARPATHY, (13, 15)),
    Entry(IMAGENET, "a second annotator", 2, 12, "after less practice, on fewer than 300 images", KARPATHY),
    Entry(IMAGENET, "Karpathy after practice", 3, 5.1, "practised on 500 images, measured on 1,500", KARPATHY),
    Entry(CIFAR, "one crowd worker", 0, sum(ONE_WORKER) / len(ONE_WORKER), "the mean of three rounds of labels", WEI),
    Entry(CIFAR, "a majority of three", 1, THREE_WORKERS, "three crowd workers an image", WEI),
    Entry(CIFAR, "one careful person", 2, 6, "about 94 % right by Karpathy's own count", BLOG),
)


def of(field: str) -> pd.DataFrame:
    """The published numbers of a field, from the lowest rung on.

    Returns:
        Index `who`; columns `rung` (position), `error` (in percent), `low` and `high` (ends of the published range, or
        the error twice), `about`, `source` and `short` (the source in a word).

    Raises:
        ValueError: If there is no such field.
    """
    name = checks.one_of("The field", field, FIELDS)
    rows = [
        {
            "who": each.who,
            "rung": each.rung,
            "error": each.error,
            "low": (each.range or (each.error,))[0],
            "high": (each.range or (each.error,))[-1],
            "about": each.about,
            "source": each.source,
            "short": SHORT[each.source],
        }
        for each in ENTRIES
        if each.field == name
    ]
    return pd.DataFrame(rows).set_index("who")


def best_proxy(field: str) -> str:
    """Who errs least in a field: of the people measured, the nearest to the best that is possible."""
    return str(of(field)["error"].idxmin())
