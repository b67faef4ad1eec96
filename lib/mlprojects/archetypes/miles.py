"""How far cars must drive to show that they are as safe as people; and what it costs to wait until they have.

Rates and the question are those of Kalra and Paddock, *Driving to Safety*, RAND RR1478 (2016): 275 million miles
without a death, 12.5 years of 100 cars. `show` and `measure` derive its numbers again. The opposing view is that of
Kalra and Groves, *The Enemy of Good*, RAND RR2150 (2017): waiting for nearly perfect cars costs lives. `outlook` is a
small reckoning of ours in its spirit, with none of RAND's numbers. It leaves out much that RAND's model has, such as
how fast cars are sold and how far people then drive; and that early deaths may end the people's trust.
"""

from dataclasses import dataclass
from math import floor, log

import pandas as pd

from mlprojects import checks
from mlprojects.binomial import CONFIDENCE, level_of

HUNDRED_MILLION = 1e8
EVENTS = pd.DataFrame(
    {
        "per_100_million_miles": [1.09, 77.0, 190.0],
        "source": "Kalra and Paddock, Driving to Safety, RAND RR1478, 2016 (human drivers, USA, 2013)",
    },
    index=pd.Index(["deaths", "reported injuries", "reported crashes"], name="event"),
)
"""What human drivers cause."""
HOURS_A_YEAR = 24 * 365
SPEED = 25
"""Miles an hour, at all hours: RAND's assumption."""
CARS = 100
"""RAND's fleet."""
PRECISION = 0.2
"""RAND's second question: the rate to within 20 % of itself."""
YEARS = 30
"""That `outlook` looks ahead; so far RAND's second report looks too."""
SPREAD = 10
"""Years from the first car to the last person at the wheel in `outlook`: ours."""
BEST = 0.1
"""Of the human rate: as good as the cars of `outlook` ever get; ours."""
LEARNED = 0.1
"""Share of the way to `BEST` that cars learn in a year on the road; ours."""
NOTHING, ON_ROAD, BOTH = "nowhere", "on the road only", "on the road, half as fast in the lab"
LEARNING = {NOTHING: (0.0, 0.0), ON_ROAD: (LEARNED, 0.0), BOTH: (LEARNED, LEARNED / 2)}
"""Where cars learn: the share a year on the road, and that in the lab."""


def rate_of(event: str) -> float:
    """What human drivers cause, per mile.

    Raises:
        ValueError: If it is none of `EVENTS`.
    """
    return float(EVENTS["per_100_million_miles"][checks.one_of("The event", event, EVENTS.index)] / HUNDRED_MILLION)


def show(event: str, confidence: float = CONFIDENCE) -> float:
    """Miles without one event that show, at this confidence, a rate not above that of people.

    A mile is taken for a trial so small that the binomial bound becomes Poisson's, as RAND does: -log(1 - confidence)
    over the rate. On so many miles people have -log(1 - confidence) events, 3.0 at 95 %.

    Raises:
        TypeError: If the confidence is no number.
        ValueError: If an argument is out of range.
    """
    level = level_of(confidence)
    return -log(1 - level) / rate_of(event)


def measure(event: str, confidence: float = CONFIDENCE) -> float:
    """Miles that give the rate itself to within `PRECISION` of its value, if it is that of people.

    By the normal approximation, as RAND does: the number of events must be (z / PRECISION)^2.

    Raises:
        TypeError: If the confidence is no number.
        ValueError: If an argument is out of range.
    """
    level = level_of(confidence)
    from scipy.stats import norm  # type: ignore[import-untyped]  # noqa: PLC0415 - `import mlprojects` stays light

    return float((norm.ppf((1 + level) / 2) / PRECISION) ** 2 / rate_of(event))


def events_of_people(event: str, miles: float) -> float:
    """How many events human drivers cause on so many miles, on average.

    Raises:
        TypeError: If the miles are no number.
        ValueError: If an argument is out of range.
    """
    return checks.number("The miles", miles, 0) * rate_of(event)


def chance_of_proof(truth: float, confidence: float = CONFIDENCE) -> float:
    """The chance that cars get through the miles of `show` without one event: (1 - confidence) ** truth.

    Args:
        truth: Their rate as a multiple of that of people, at least 0.
        confidence: Of the proof.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is out of range.
    """
    return float((1 - level_of(confidence)) ** checks.number("The true rate", truth, 0))


def years(miles: float, cars: int = CARS, speed: float = SPEED) -> float:
    """How long a fleet drives them, day and night, all year.

    Args:
        miles: At least 0.
        cars: At least 1.
        speed: Miles an hour, at least 1.

    Raises:
        TypeError: If an argument is no number.
        ValueError: If one is out of range.
    """
    fleet = checks.whole("The number of cars", cars, 1) * checks.number("The speed", speed, 1) * HOURS_A_YEAR
    return checks.number("The miles", miles, 0) / fleet


@dataclass(frozen=True)
class Outlook:
    """What two plans come to: `now` (release at once) and `proof` (only once it is shown that the cars are no worse).

    Attributes:
        by_year: Index `year`, 1 to `YEARS`; a column a plan: deaths of that year, 100 with people only.
        released: Year in which the proof is there, 1 for the first; None if it is not within `YEARS`.
    """

    by_year: pd.DataFrame
    released: int | None

    def over(self, first: int = YEARS) -> "pd.Series[float]":
        """Deaths of each plan in the first years, in percent of those with people only."""
        # Some totals are halves, such as 57.5: rounded here, so that the last digit of a sum moves no whole percent.
        return self.by_year.iloc[:first].mean().round(6)

    def whole(self, first: int = YEARS) -> dict[str, int]:
        """The same in whole percent, halves upwards."""
        return {str(plan): floor(deaths + 0.5) for plan, deaths in self.over(first).items()}

    def saved_by_waiting(self) -> float:
        """By how many percent of the deaths with people only the proof first costs fewer; negative if it costs more."""
        total = self.over()
        return float(total["now"] - total["proof"])


def outlook(truth: float, proof: int, learning: str) -> Outlook:
    """What comes of releasing cars now, and of asking for a proof first: a reckoning of ours with numbers of ours.

    Released cars take over the miles evenly within `SPREAD` years. Where they learn, they lose a `LEARNED` share of
    what they are above `BEST` each year, and in the lab half of that share. A proof takes some years; it comes out well
    if the cars are then no worse than people, and as soon as they are. A real one errs (`chance_of_proof`), and asks
    for new miles after each change.

    Args:
        truth: The cars' rate of deaths today as a multiple of that of people, from 0.1 to 10: not known when deciding.
        proof: Years that it takes, 0 to `YEARS`.
        learning: One of `LEARNING`.

    Raises:
        TypeError: If a number is none.
        ValueError: If an argument is out of range.
    """
    start = checks.number("The true rate", truth, BEST, 10)
    wait = checks.whole("The years of the proof", proof, 0, YEARS)
    road, lab = LEARNING[checks.one_of("The learning", learning, LEARNING)]
    in_lab = [_learned(start, lab, year) for year in range(YEARS)]
    released = next((year for year in range(wait, YEARS) if in_lab[year] <= 1), None)
    by_year = pd.DataFrame(
        {
            "now": [_deaths(year + 1, _learned(start, road, year)) for year in range(YEARS)],
            "proof": [
                100.0
                if released is None or year < released
                else _deaths(year + 1 - released, _learned(in_lab[released], road, year - released))
                for year in range(YEARS)
            ],
        },
        index=pd.Index(range(1, YEARS + 1), name="year"),
    )
    return Outlook(by_year, None if released is None else released + 1)


def _learned(rate: float, share: float, years_of_it: int) -> float:
    """The rate after some years in which a share of what is above `BEST` is lost each year."""
    return BEST + (rate - BEST) * (1 - share) ** years_of_it


def _deaths(years_on_road: int, rate: float) -> float:
    """Deaths in a year, 100 with people only, in which the cars have been on the road for so many years."""
    machine = min(years_on_road / SPREAD, 1)
    return 100 * (1 - machine + machine * rate)
