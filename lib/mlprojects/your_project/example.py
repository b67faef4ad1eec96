"""A complete brief: the robot of the case study, as module 6 shows it. It is ours.

From the lecture are the problem and the limits on a pose. The expected numbers of the constant, the script and the
networks are those that module 2 computes in the lab (a test holds them to it); what people reach, the target, and all
that is said of harm, security and pilot is invented to make a whole.
"""

from dataclasses import replace

from mlprojects.record.brief import Brief, Value

ROBOT = Brief(
    {
        "problem_name": "Robot that grasps mugs",
        "problem_what": "Finds the position and the angle of a mug in a photograph, so that an arm can pick it up.",
        "problem_whom": "The people who sort returned mugs by hand, and the warehouse that cannot hire enough of them.",
        "problem_why_ml": "Hand-written rules work in the lab and break down under the lamps of a warehouse.",
        "problem_without": "Mugs are sorted by hand, as today; a chute that turns every mug the same way is looked at.",
        "impact_model": "a complicated manual pipeline",
        "impact_impact": "A place at the belt is filled at night, too: 600 mugs more in a shift of 8 hours.",
        "impact_data": "The robot takes its own photographs. Sensors in the lab label them; in the warehouse none do.",
        "impact_accuracy": "Right in 9 of 10 cases. A missed grasp costs seconds; a broken mug costs a mug.",
        "impact_difficulty": "Well defined. Similar work is published for other objects. 100 ms are tight.",
        "impact_step": "6: Simple version",
        "impact_next": "300 photographs from the warehouse, labelled twice. If the labels disagree by 1 cm: stop.",
        "pyramid_acquire": "easy",
        "pyramid_label": "some work",
        "pyramid_amount": "thousands",
        "pyramid_stable": "they drift slowly",
        "pyramid_secure": "freely",
        "pyramid_wrong": "a small annoyance",
        "pyramid_good": "nearly perfect",
        "pyramid_ethics": "hardly",
        "pyramid_defined": "fully",
        "pyramid_published": "similar problems",
        "pyramid_compute": "barely",
        "pyramid_human": "partly",
        "archetype_archetype": "Software 2.0",
        "archetype_acts": "The arm, at once. If nobody looks, a mug lies where it was, or on the floor.",
        "archetype_enough": "Better than the rules, in the warehouse.",
        "archetype_failure_rate": 1,
        "archetype_trials": 300,
        "archetype_failures": "A broken mug: at most 1 in 100 grasps. Shown by 300 grasps in the pilot, none of them.",
        "archetype_worth": "75 mugs more an hour need no second shift; a smaller error alone saves nothing.",
        "archetype_labels": "In the lab next to nothing, by sensors; in the warehouse two people and a minute each.",
        "archetype_loop": "Each grasp that fails leaves a photograph, which is labelled first.",
        "archetype_next": "limit the scope",
        "metric_name": "Share of right poses",
        "metric_unit": "%",
        "metric_direction": "higher",
        "metric_target": 90,
        "metric_formula": "Poses within 1 cm and 5 degrees of the label, of 300 photographs never trained on.",
        "metric_thresholds": "Latency: at most 100 ms. Broken mugs: at most 1 in 100.",
        "metric_why": "Both errors must be small at once for the hand to close on the handle. Speed can be engineered.",
        "baselines_required": "90 %, by the warehouse. Published: 1.5 cm on other objects, so no fair comparison.",
        "baselines_constant": 0,
        "baselines_script_rules": "Threshold, largest region, its main axis",
        "baselines_script": 69,
        "baselines_simple_model": "Two small networks on 800 photographs",
        "baselines_simple": 39,
        "baselines_people_who": "Two engineers with a ruler and a protractor",
        "baselines_people": 97,
        "baselines_labels": "nobody: labels come from use or from sensors",
        "baselines_first": "The script, on 300 photographs from the warehouse.",
        "lifecycle_phase": "2: Data collection & labeling",
        "lifecycle_requirement": "Right in 90 % of the poses; refuted if more than 30 of 300 are wrong.",
        "lifecycle_loops": "3 → 2: labels by hand disagree; a second labeller on 50 photographs tells early. "
        "4 → 2: new lamps; the share of dark photographs is watched.",
        "lifecycle_pilot": "One belt, one night shift, one person beside it; only white mugs.",
        "lifecycle_date": "first Monday in March",
        "care_harm": "The person beside the belt, if the arm moves where a hand is. Workers who fear for their place.",
        "care_remedy": "A fence with a switch. The shift is asked first, and nobody is dismissed for it.",
        "care_security": "Photographs show mugs and never people; they stay in the warehouse's own network.",
    },
    {"portfolio": {"own": {"label": "Robot that grasps mugs", "x": 60, "y": 72, "range": 12}}},
)


def changed(brief: Brief, without: tuple[str, ...] = (), **values: Value) -> Brief:
    """The same brief with other values, and without some.

    Args:
        brief: Stays as it is.
        without: Keys to be left open.
        values: By key.

    Raises:
        ValueError: A key is none of `brief_fields.FIELDS`.
    """
    from mlprojects.record.brief_fields import FIELDS  # noqa: PLC0415 - read by this one sentence only

    unknown = next((key for key in (*without, *values) if key not in FIELDS), None)
    if unknown is not None:
        raise ValueError(f"A brief has no field {unknown!r}; it may be {', '.join(FIELDS)}.")
    kept = {key: value for key, value in brief.values.items() if key not in without}
    return replace(brief, values={**kept, **values})
