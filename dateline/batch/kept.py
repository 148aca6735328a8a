"""The record of a lake. Who is who and what is one event is found across reports, which no table of claims can tell:
at the first question about facts the tables are taken into a store in the user's cache, and stay there.
"""

import hashlib
import json
from pathlib import Path

import platformdirs

from dateline.batch.publish import MANIFEST, manifest_of


class KeptRecord:
    """The store of one lake as its tables are now."""

    def __init__(self, address: str) -> None:
        """Raises BadArgument for a folder that holds no finished batch."""
        folder, _ = manifest_of(address)
        self._tables = folder.known_as("")
        self._lake = _digest(self._tables.encode())
        self._folder = Path(platformdirs.user_cache_dir("dateline")) / "lakes"
        self._name = f"{self._lake}-{_digest(folder.read(MANIFEST))}"

    @property
    def store(self) -> str:
        """Its path."""
        return str(self._folder / f"{self._name}.sqlite")

    @property
    def is_whole(self) -> bool:
        """Whether all tables were taken in. One that was broken off is gone on with."""
        return self._whole.exists() and Path(self.store).exists()

    def finish(self) -> None:
        """Say that it is whole, and throw away what was made of earlier tables in the same folder."""
        self._whole.write_text(json.dumps({"tables": self._tables}) + "\n")
        for path in self._folder.glob(f"{self._lake}-*"):
            if not path.name.startswith(self._name):
                path.unlink(missing_ok=True)

    @property
    def _whole(self) -> Path:
        return self._folder / f"{self._name}.json"


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:16]
