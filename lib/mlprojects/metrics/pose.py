"""The pose-estimation project: requirements, what the first models reach, and which metric to work on next.

The numbers are the lecture's (Full Stack Deep Learning, Spring 2021, lecture 5, metrics part, after the author's own
work at OpenAI), not measurements of ours; the executable case study comes in another module. The lecture says under
1 cm here and under 0.5 cm in its part on prioritizing: both can be chosen. The stage "latency engineered" is ours, a
"what if".
"""

import pandas as pd

from mlprojects import checks

METRICS = {"position error": "cm", "angle error": "degrees", "latency": "ms"}
"""Metric to unit; for all three, lower is better."""
ANGLE_NEEDED, LATENCY_NEEDED = 5.0, 100.0
POSITIONS_NEEDED = (1.0, 0.5)
POSITIONS_MEASURED = (0.75, 1.0, 1.25)
"""The first models' position error, which depends on the hyperparameters (the lecture gives 0.75 to 1.25 cm)."""
STAGES = {
    "first models": {"angle error": 60.0, "latency": 300.0},
    "label bug found": {"angle error": 10.0, "latency": 300.0},
    "what if: latency engineered": {"angle error": 10.0, "latency": 100.0},
}
"""Measured values by stage of the project; the last stage is our own "what if"."""
CLOSE = 1.25
"""At most this many times the requirement counts as close (our reading of the lecture's 0.75-1.25 cm against 1 cm)."""


def gaps(stage: str, position_needed: float = 1.0, position_measured: float = 1.0) -> pd.DataFrame:
    """What is needed, what is measured, and what to do with each metric.

    The rule: optimise the metric farthest from its requirement (by ratio, so that units cancel); put under a threshold
    what is close to its requirement; hold what was optimised before at the level it has reached; ignore the rest for
    now.

    Args:
        stage: One of `STAGES`.
        position_needed: Required position error in cm, above 0.
        position_measured: Measured position error in cm, at least 0.

    Returns:
        One row a metric: `unit`, `needed`, `measured`, `ratio` (measured / needed), `share` (of the sum of the three
        raw numbers), `role` ("optimise", "threshold", "hold", "ignore for now") and `why`.

    Raises:
        TypeError: If a position is no number.
        ValueError: If the stage is unknown or a position is out of range.
    """
    values = STAGES[checks.one_of("The stage", stage, STAGES)]
    needed = checks.number("The position needed", position_needed, 1e-6)
    position = checks.number("The position measured", position_measured, 0)
    frame = pd.DataFrame(
        {
            "unit": list(METRICS.values()),
            "needed": [needed, ANGLE_NEEDED, LATENCY_NEEDED],
            "measured": [position, values["angle error"], values["latency"]],
        },
        index=pd.Index(list(METRICS), name="metric"),
    )
    frame["ratio"] = frame["measured"] / frame["needed"]
    frame["share"] = frame["measured"] / frame["measured"].sum()
    roles = [_role(metric, frame["ratio"], stage) for metric in METRICS]
    return frame.assign(role=[role for role, _ in roles], why=[why for _, why in roles])


def optimised(frame: pd.DataFrame) -> list[str]:
    """The metrics that a `gaps` frame says to optimise: one, several equally far off, or none if all are met."""
    return [str(metric) for metric in frame.index[frame["role"] == "optimise"]]


def _role(metric: str, ratio: pd.Series, stage: str) -> tuple[str, str]:
    own = float(ratio[metric])
    if own > 1 and own == ratio.max():
        return "optimise", f"farthest off: {own:.3g} times the requirement"
    if own <= 1:
        return "threshold", "met: do not let it slip"
    if own <= CLOSE:
        return "threshold", f"close: {own:.3g} times the requirement"
    if metric == "angle error" and stage != next(iter(STAGES)):
        return "hold", "hold it at what has been won, tighten later"
    return "ignore for now", f"{own:.3g} times the requirement, but another metric is farther off"
