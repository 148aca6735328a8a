"""Where a user's own places are kept; light to import, since every reading is marked with what lies there."""

from pathlib import Path

import platformdirs


def user_folder() -> Path:
    """Where ``dateline gazetteer add`` keeps the dumps of this user."""
    return Path(platformdirs.user_data_dir("dateline")) / "gazetteer"
