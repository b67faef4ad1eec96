"""What may be changed in the robot's brief to see what the check makes of it. All of it is ours."""

from dataclasses import replace

from mlprojects.record.brief import Brief, Place

from .example import ROBOT, changed

NOTHING = "nothing is changed"
LOW, HIGH = "the target is 60 %, not 90 %", "the target is 99 %, not 90 %"
TURNED = "better is lower, not higher"
NO_UNIT, NO_LINE = "the metric has no unit", "no number is expected before the model"
CHEAP = "the board says cheap, and labels cost an expert's time"
ALONE, PROMISE = "it acts without review, and promises nothing", "it accepts 1 failure in 1,000"
NO_DATE = "the pilot has no date"
CHANGES = (NOTHING, LOW, HIGH, TURNED, NO_UNIT, NO_LINE, CHEAP, ALONE, PROMISE, NO_DATE)
"""In the order of the explorer."""
TRIALS = (100, 300, 1000, 3000)


def robot(change: str, trials: int = TRIALS[1]) -> Brief:
    """The robot's brief with one change.

    Args:
        change: One of `CHANGES`.
        trials: As many as are planned; only `PROMISE` has another number than the robot's.
    """
    if change == CHEAP:
        place: Place = {"label": ROBOT.name, "x": 80, "y": 72, "range": 12}
        return replace(changed(ROBOT, pyramid_label="an expert's time"), places={"portfolio": {"own": place}})
    return {
        NOTHING: lambda: ROBOT,
        LOW: lambda: changed(ROBOT, metric_target=60),
        HIGH: lambda: changed(ROBOT, metric_target=99),
        TURNED: lambda: changed(ROBOT, metric_direction="lower"),
        NO_UNIT: lambda: changed(ROBOT, ("metric_unit",)),
        NO_LINE: lambda: changed(ROBOT, ("baselines_constant", "baselines_script", "baselines_simple")),
        ALONE: lambda: changed(ROBOT, ("archetype_failure_rate", "archetype_trials"), archetype_archetype="Autonomous"),
        PROMISE: lambda: changed(ROBOT, archetype_failure_rate=0.1, archetype_trials=trials),
        NO_DATE: lambda: changed(ROBOT, ("lifecycle_date",)),
    }[change]()
