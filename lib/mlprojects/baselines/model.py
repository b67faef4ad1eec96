"""The baselines wing's model: numbers and frames in, frames out. Each part has its file; here is what there is.

`ladder` (digits), `diabetes` and `bugs` train real models, with `network`; `floors` compares errors with a line.
`sources` and `published` say where to look; `crowd`, `unequal` and `dawid_skene` are about several people who label,
and `budget` about what their labels buy. `hand` and `hand_poses` judge what a learner labelled, in `rounds`.
"""

from .budget import purchases
from .bugs import relatives
from .crowd import majority
from .floors import advice
from .hand import beside
from .hand_poses import beside as poses_beside
from .hand_poses import five_and_many
from .ladder import ladder as digits_ladder

__all__ = [
    "advice",
    "beside",
    "digits_ladder",
    "five_and_many",
    "majority",
    "poses_beside",
    "purchases",
    "relatives",
]
