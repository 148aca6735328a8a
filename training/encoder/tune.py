"""Choose from which probability something counts, and say how well the weights do.

    python -m training.encoder.tune --pack FOLDER

All of MUC-4's and PolNeAR's dev parts choose what is shipped. To tell what choosing by the same texts flatters, half of
them choose as well and the other half is measured. Role fillers are judged by weights fitted without their document,
and held to one threshold in all roles: five of their own did half a point worse on the half that had not chosen them.
re3d and PLOVER keep 0.5 (too little is held out to choose by).
"""

import argparse
import copy
import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dateline.encoder.model import DESCRIPTION, FOLDER, RunOptions, description, load_encoder
from training.encoder.export import write_description
from training.encoder.judge import Judged, fit
from training.encoder.run import CONFIG, load_config
from training.encoder.scored import Measured, held_out

logger = logging.getLogger(__name__)
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
Figures = dict[str, Any]
Goal = Callable[[Figures], float]
Grid = Sequence[tuple[Sequence[str], Sequence[Any]]]


def muc4_goal(figures: Figures) -> float:
    """The mean of the three measures of templates."""
    named = (figures["ceaf_ree"]["micro"], figures["ceaf_rme_subset"], figures["gtt_templates"]["micro"])
    return float(sum(item["f1"] for item in named) / len(named))


def polnear_goal(figures: Figures) -> float:
    """The mean token F1 of the three roles."""
    tokens = figures["tokens"]
    return float(sum(tokens[role]["f1"] for role in ("source", "cue", "content")) / 3)


def climb(measured: Measured, start: Figures, grid: Grid, goal: Goal, docids: set[str]) -> Figures:
    """Try the values of one threshold after the other, twice round; keep what does best on the documents."""
    best, height = start, goal(measured.result(start, docids))
    for _ in range(2):
        for path, values in grid:
            for value in values:
                tried = changed(best, path, value)
                reached = goal(measured.result(tried, docids))
                if reached > height + 1e-9:
                    best, height = tried, reached
    return best


def changed(thresholds: Figures, path: Sequence[str], value: Any) -> Figures:
    """A copy with one value changed."""
    copied = copy.deepcopy(thresholds)
    place = copied
    for key in path[:-1]:
        place = place.setdefault(key, {})
    place[path[-1]] = value
    return copied


MEASURED = {"muc4": Judged}
STEPS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
MUC4_GRID: Grid = [
    (("incidents", "filler"), [dict.fromkeys(ROLES, bar) for bar in STEPS]),
    (("incidents", "kind"), STEPS),
    (("incidents", "kind_alone"), (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)),
    (("incidents", "shared"), (0.3, 0.4, 0.5, 0.6, 0.7, 0.9)),
]
POLNEAR_GRID = [(("attribution", role), STEPS) for role in ("source", "cue", "content")]


PIECES = (0.1, 0.15, 0.2, 0.25)


def with_best_piece(measured: Judged, known: Figures) -> Figures:
    """The thresholds with one bar for all roles, and the bar for wordpieces with which fillers do best."""
    start = changed(known, ("incidents", "filler"), dict.fromkeys(ROLES, 0.3))
    reached = {}
    for piece in PIECES:
        tried = changed(start, ("incidents", "piece"), piece)
        measured.prepare(tried)
        reached[piece] = (muc4_goal(measured.result(tried)), tried)
        logger.info("wordpieces from %.2f: %.4f", piece, reached[piece][0])
    return max(reached.values(), key=lambda pair: pair[0])[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", type=Path, required=True, help="the evaluation pack")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--tasks", nargs="*", default=["muc4", "polnear", "re3d", "plover"])
    parser.add_argument("--window", type=int, default=RunOptions().window)
    parser.add_argument("--keep", action="store_true", help="measure with the thresholds as they are")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config, data = load_config(arguments.config), arguments.pack / "data"
    encoder = load_encoder(arguments.folder, RunOptions(window=arguments.window))
    known = copy.deepcopy(description(arguments.folder))
    for task in arguments.tasks:
        measured = MEASURED.get(task, Measured)(task, held_out(task, data, config), encoder, arguments.pack)
        if isinstance(measured, Judged):
            known = known if arguments.keep else with_best_piece(measured, known)
            measured.prepare(known)
        if not arguments.keep and task in ("muc4", "polnear"):
            grid, goal = (MUC4_GRID, muc4_goal) if task == "muc4" else (POLNEAR_GRID, polnear_goal)
            ordered = sorted(measured.gold)
            by_half = climb(measured, known, grid, goal, set(ordered[::2]))
            report(f"{task}, chosen by the other half", measured, by_half, set(ordered[1::2]))
            known = climb(measured, known, grid, goal, set(ordered))
            if isinstance(measured, Judged):
                known = changed(known, ("incidents", "judge"), fit([*measured.rows()]))
        report(task, measured, known)
    if not arguments.keep:
        write_description(arguments.folder / DESCRIPTION, known)


def report(name: str, measured: Measured, thresholds: Figures, docids: set[str] | None = None) -> None:
    """Log the figures over some documents, or all."""
    logger.info("%s: %s", name, json.dumps(f1s(measured.result(thresholds, docids))))


def f1s(figures: Any, prefix: str = "") -> dict[str, float]:
    """Every F1 of a scorer's answer by its path."""
    if not isinstance(figures, dict):
        return {}
    found = {prefix: round(figures["f1"], 3)} if "f1" in figures else {}
    for key, value in figures.items():
        found |= f1s(value, f"{prefix}.{key}".lstrip("."))
    return found


if __name__ == "__main__":
    main()
