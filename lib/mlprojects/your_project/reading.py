"""What to read next: the lecture's list and what it quotes, as references; what we added says so."""

import pandas as pd

LECTURE, QUOTED, ADDED = "the lecture's list", "quoted in the lecture", "added by us"
_ROWS = (
    (
        "Andrew Ng",
        "Machine Learning Yearning: Technical Strategy for AI Engineers in the Era of Deep Learning",
        "deeplearning.ai (draft)",
        2018,
        "https://www.deeplearning.ai/machine-learning-yearning/",
        LECTURE,
        "One number, human level, and where errors come from; chapters 8, 9 and 20 to 36.",
    ),
    (
        "Andrej Karpathy",
        "Software 2.0",
        "Medium",
        2017,
        "https://karpathy.medium.com/software-2-0-a64152b37c35",
        LECTURE,
        "Programs that are found rather than written.",
    ),
    (
        "Ajay Agrawal, Joshua Gans and Avi Goldfarb",
        "Prediction Machines: The Simple Economics of Artificial Intelligence",
        "Harvard Business Review Press",
        2018,
        "https://www.economicsofai.com/",
        LECTURE,
        "What becomes worthwhile when prediction gets cheap.",
    ),
    (
        "Chip Huyen",
        "Introduction to Machine Learning Systems Design",
        "Stanford CS 329S, lecture 2",
        2021,
        "https://docs.google.com/document/d/15vCMf7SbDuxST9Q-rWtx8o7qHJQN2pE5urCDFTYI1zs",
        LECTURE,
        "From the need to a system; grown into the book Designing Machine Learning Systems (O'Reilly, 2022).",
    ),
    (
        "Apple",
        "Human Interface Guidelines: Machine learning",
        "developer.apple.com",
        2021,
        "https://developer.apple.com/design/human-interface-guidelines/machine-learning",
        LECTURE,
        "Which role the model plays, how it learns from people, how it shows mistakes. (Year: as the lecture saw it.)",
    ),
    (
        "Martin Zinkevich",
        "Rules of Machine Learning: Best Practices for ML Engineering",
        "Google",
        2021,
        "https://developers.google.com/machine-learning/guides/rules-of-ml",
        LECTURE,
        "Rule 1: do not be afraid to launch without machine learning. (Year: as the lecture saw it.)",
    ),
    (
        "Spotify Design",
        "Three Principles for Designing ML-Powered Products",
        "spotify.design",
        2021,
        "https://spotify.design/article/three-principles-for-designing-ml-powered-products",
        QUOTED,
        "Friction first: take it away by hand, then by a model. (Year: as the lecture saw it.)",
    ),
    (
        "Saleema Amershi and others",
        "Guidelines for Human-AI Interaction",
        "Conference on Human Factors in Computing Systems (CHI)",
        2019,
        "https://doi.org/10.1145/3290605.3300233",
        QUOTED,
        "18 guidelines, tried on 20 products.",
    ),
    (
        "Yu Xiang and others",
        "PoseCNN: A Convolutional Neural Network for 6D Object Pose Estimation in Cluttered Scenes",
        "arXiv:1711.00199",
        2017,
        "https://arxiv.org/abs/1711.00199",
        QUOTED,
        "The task of the robot, with real photographs.",
    ),
    (
        "D. Sculley and others",
        "Hidden Technical Debt in Machine Learning Systems",
        "NeurIPS",
        2015,
        "https://papers.nips.cc/paper/5656-hidden-technical-debt-in-machine-learning-systems",
        ADDED,
        "What remains to be paid once the model has shipped.",
    ),
    (
        "Emmanuel Ameisen",
        "Building Machine Learning Powered Applications",
        "O'Reilly",
        2020,
        "https://www.oreilly.com/library/view/building-machine-learning/9781492045106/",
        ADDED,
        "One product from the idea to its use.",
    ),
    (
        "Google PAIR",
        "People + AI Guidebook",
        "pair.withgoogle.com",
        2019,
        "https://pair.withgoogle.com/guidebook",
        ADDED,
        "Product design for models that err. (Year: first edition.)",
    ),
)
COLUMNS = ("author", "title", "where", "year", "link", "named", "about")


def reading() -> pd.DataFrame:
    """The references, from 1 on, in the order of reading that we suggest.

    Returns:
        Columns `author`, `title`, `where`, `year`, `link`, `named` (by whom: the lecture's list, quoted in it, or added
        by us) and `about`.
    """
    frame = pd.DataFrame(_ROWS, columns=list(COLUMNS))
    frame.index = pd.RangeIndex(1, len(frame) + 1, name="No.")
    return frame


def bibliography() -> str:
    """The same as Markdown: one numbered reference a line, with its link."""
    return "\n".join(
        f"{place}. {row.author}, [*{row.title}*]({row.link}), {row.where}, {row.year}. {row.about}"
        for place, row in zip(reading().index, reading().itertuples(), strict=True)
    )
