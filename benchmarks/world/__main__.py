"""``python -m benchmarks.world --seed 1 --reports 600 --out DIR``: make a world and write it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.world.make import generate
from benchmarks.world.output import write


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the three files and say what is in them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=600, help="how many reports")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    options = parser.parse_args(arguments)
    world = generate(options.seed, options.reports)
    write(world, options.out)
    claims = sum(len(truth.claims) for truth in world.truths)
    print(
        f"{len(world.reports)} reports with {claims} claims, {len(world.actors)} actors, {len(world.events)} events, "
        f"{len(world.relations)} relations in {options.out}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
