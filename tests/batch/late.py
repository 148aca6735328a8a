"""A driver that is killed while its worker, slow to start, has not yet looked who began it."""

import os
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from dateline.batch.local import _begin


def begin_late() -> None:
    until = time.monotonic() + 30
    while os.getppid() == int(os.environ["DRIVER"]) and time.monotonic() < until:
        time.sleep(0.05)
    sys.stdout.write("late")
    sys.stdout.flush()
    _begin()


def main() -> None:
    os.environ["DRIVER"] = str(os.getpid())
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=begin_late)
    pool.submit(time.sleep, 0)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
