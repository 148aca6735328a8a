"""The one place where log handlers are set. Everything else logs through ``logging.getLogger(__name__)``."""

import logging
import sys


def set_up_logs(*, verbose: int = 0) -> None:
    """Log to standard error: warnings, with ``verbose`` 1 also progress, with 2 everything."""
    level = {0: logging.WARNING, 1: logging.INFO}.get(verbose, logging.DEBUG)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("dateline")
    logger.handlers[:] = [handler]
    logger.setLevel(level)
    # What is wrong with a PDF we say ourselves.
    logging.getLogger("pypdf").setLevel(logging.ERROR if verbose else logging.CRITICAL)
