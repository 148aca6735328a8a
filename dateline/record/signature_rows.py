"""Signatures of texts as rows of the store and back. Apart from the other rows, since only comparing needs numpy."""

from typing import Any

import numpy as np

from dateline.facts.signatures import Signature

Row = dict[str, Any]


def signature_row(one: Signature) -> Row:
    """The hashes as bytes, each of the 32 bits in little endian whatever the machine."""
    digest = one.hashes.astype("<u4").tobytes()
    return {"report_id": one.report, "shingles": one.shingles, "digest": digest, "agency": one.agency}


def signature_of_row(row: Any) -> Signature:
    hashes = np.frombuffer(row.digest, dtype="<u4")
    return Signature(report=row.report_id, shingles=row.shingles, hashes=hashes, agency=row.agency)
