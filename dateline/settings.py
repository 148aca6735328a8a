"""What a person can set, once: each setting is declared with its name, default and help together.

``Settings`` is built at the entry point from options and environment and passed down; nothing else reads the
environment. ``describe()`` lists the settings for the documentation and ``dateline doctor``.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

from dateline.errors import BadArgument


def default_store() -> str:
    """The path of the store in the user's data folder."""
    return str(Path(platformdirs.user_data_dir("dateline")) / "dateline.sqlite")


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 3600:
        raise ValueError(text)
    return seconds


def _probability(text: str) -> float:
    probability = float(text)
    if not 0 <= probability <= 1:
        raise ValueError(text)
    return probability


def _switch(text: str) -> bool:
    known = dict.fromkeys(("on", "yes", "true", "1"), True) | dict.fromkeys(("off", "no", "false", "0"), False)
    if text.strip().lower() not in known:
        raise ValueError(text)
    return known[text.strip().lower()]


def _paths(text: str) -> tuple[str, ...]:
    return tuple(path for path in text.split(os.pathsep) if path)


def _setting(variable: str, read: Callable[[str], Any], expected: str, help_text: str, **default: Any) -> Any:
    metadata = {"variable": variable, "read": read, "expected": expected, "help": help_text}
    return field(metadata=metadata, **default)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run."""

    store: str = _setting(
        "DATELINE_STORE",
        str,
        "a path or a URL",
        "Where reports and claims are kept: the path of an SQLite file, or a URL such as "
        "postgresql://user@host/name. The file is made on first use.",
        default_factory=default_store,
    )
    store_wait_seconds: float = _setting(
        "DATELINE_STORE_WAIT",
        _seconds,
        "a number of seconds from 0 to 3600",
        "How long to wait, in seconds, for another program that is writing to the store.",
        default=10.0,
    )
    model: str | None = _setting(
        "DATELINE_MODEL",
        str,
        "the name of an installed model",
        "The installed spaCy model that parses the reports, such as en_core_web_lg. Not set: Dateline's own choice.",
        default=None,
    )
    actors: tuple[str, ...] = _setting(
        "DATELINE_ACTORS",
        _paths,
        "paths of files",
        "Files of your own actors, read before the shipped ones: CSV, PETRARCH dictionaries, FollowTheMoney entities. "
        "In the variable, several are joined by a colon (on Windows by a semicolon).",
        default=(),
    )
    time_limit_seconds: float = _setting(
        "DATELINE_TIME_LIMIT",
        _seconds,
        "a number of seconds from 0 to 3600",
        "How long `dateline add` may take to read one report, in seconds, before it gives it up and goes on; 0 for no "
        "limit. Without effect on Windows.",
        default=120.0,
    )
    ontology: tuple[str, ...] = _setting(
        "DATELINE_ONTOLOGY",
        _paths,
        "paths of files",
        "YAML files of your own claim types, modes and words, beside the shipped ones. In the variable, several are "
        "joined as in DATELINE_ACTORS.",
        default=(),
    )
    petrarch_verbs: tuple[str, ...] = _setting(
        "DATELINE_PETRARCH_VERBS",
        _paths,
        "paths of files",
        "Verb dictionaries of PETRARCH or TABARI, whose patterns are run beside the shipped ones. In the variable, "
        "several are joined as in DATELINE_ACTORS.",
        default=(),
    )

    encoder: bool = _setting(
        "DATELINE_ENCODER",
        _switch,
        "on or off",
        "Whether the encoder reads too, `on` or `off`. Without it reading is faster and less accurate, and finds no "
        "incidents. Where its weights are not installed, nothing is read with it either way.",
        default=True,
    )
    gate: float | None = _setting(
        "DATELINE_GATE",
        _probability,
        "a probability from 0 to 1",
        "Reports that the encoder thinks less likely than this to be about conflict are not read. Not set: all are.",
        default=None,
    )
    coder: str = _setting(
        "DATELINE_CODER",
        str,
        "a name",
        "Your name, as it stands beside your decisions and snapshots. Not set: give it with `--by`.",
        default="",
    )

    @classmethod
    def build(cls, environment: Mapping[str, str] | None = None, **options: Any) -> "Settings":
        """The settings from options (None: not given), then from the environment, then the defaults.

        Raises BadArgument when a variable of the environment cannot be used. An empty variable counts as not set.
        """
        environment = os.environ if environment is None else environment
        values = {name: value for name, value in options.items() if value is not None}
        for item in fields(cls):
            variable = item.metadata["variable"]
            if item.name not in values and environment.get(variable):
                values[item.name] = _read(item.metadata, environment[variable])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class SettingHelp:
    """One line of the list of settings."""

    name: str
    variable: str
    default: str
    help: str


def describe() -> list[SettingHelp]:
    """Every setting, in order, for documentation."""
    return [
        SettingHelp(item.name, item.metadata["variable"], _default_words(item), item.metadata["help"])
        for item in fields(Settings)
    ]


def _read(metadata: Mapping[str, Any], text: str) -> Any:
    try:
        return metadata["read"](text)
    except ValueError as error:
        raise BadArgument(f"{metadata['variable']} is {text!r}, but should be {metadata['expected']}") from error


def _default_words(item: Any) -> str:
    if item.default is MISSING:
        return "dateline.sqlite in the user's data folder"
    if isinstance(item.default, bool):
        return "on" if item.default else "off"
    return "" if item.default in (None, ()) else str(item.default)
