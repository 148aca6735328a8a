"""What the documentation says is so: commands and Python run, tables are whole, links lead somewhere."""

import os
import re
import runpy
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from dateline.cli.schema import schema
from dateline.export.as_csv import COLUMNS
from dateline.ingest import COLUMN_GUESSES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
FENCE = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
ENDED = "\x1eended\x1e"
NOT_RUN = ("https://", "make demo", "dateline serve")
"""What the guide shows and the test leaves out: what needs the network, and what runs until it is stopped."""
MADE_BY_BENCH = {"docs/benchmarks.md"}
"""Pages that ``make bench`` writes, and that may not be there before the first run."""


@dataclass(frozen=True)
class Shown:
    """A command and the lines that the page shows below it."""

    command: str
    lines: list[str]


def blocks(page: Path, kind: str) -> list[str]:
    return [found["body"] for found in FENCE.finditer(page.read_text(encoding="utf-8")) if found["kind"] == kind]


def session(page: Path) -> list[Shown]:
    """The commands of a page's ``console`` blocks, in order."""
    shown: list[Shown] = []
    for block in blocks(page, "console"):
        for line in block.splitlines():
            if line.startswith("$ "):
                shown.append(Shown(line[2:], []))
            else:
                shown[-1].lines.append(line)
    return shown


def run_session(commands: list[str], folder: Path) -> list[str]:
    """What each command printed, run one after another in one shell, in a folder with a copy of ``examples/``."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    environment |= {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]]),
        "HOME": str(folder / "home"),
        "XDG_DATA_HOME": str(folder / "data"),
        "OMP_NUM_THREADS": "1",
    }
    script = "".join(f"(exit $last)\n{command}\nlast=$?\nprintf '{ENDED}'\n" for command in commands)
    ended = subprocess.run(
        ["bash", "-c", f"exec 2>&1; last=0\n{script}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.split(ENDED)[:-1]


def pattern(lines: list[str]) -> str:
    """``…`` alone on a line stands for any lines, elsewhere for any words; the number of spaces does not count."""
    expected = ""
    for line in lines:
        if line.strip() == "…":
            expected += r"(?:.*\n)*?"
        else:
            words = [re.escape(word).replace("…", ".*") for word in line.split()]
            expected += r"[ ]*" + r"[ ]+".join(words) + r"[ ]*\n"
    return expected


@pytest.mark.parametrize(
    ("lines", "output", "fits"),
    [
        (["3 new"], "3 new\n", True),
        (["3 new"], "2 new\n", False),
        (["3 new"], "3 new\n1 skipped\n", False),
        (["a  b", "…", "d"], "a b\nc\nc\nd\n", True),
        (["a", "…", "d"], "a\nd\n", True),
        (["… claims"], "31 claims\n", True),
        (["… claims"], "no reports\n", False),
        (["a.b"], "axb\n", False),
    ],
)
def test_shown_output_is_compared_line_by_line_but_for_what_is_left_out(
    lines: list[str], output: str, fits: bool
) -> None:
    assert bool(re.fullmatch(pattern(lines), output)) is fits


@pytest.mark.slow
def test_every_command_of_the_guide_does_what_the_guide_shows(tmp_path: Path) -> None:
    shown = session(DOCS / "guide.md")
    printed = run_session([step.command for step in shown], tmp_path)
    assert len(printed) == len(shown) > 20
    for step, output in zip(shown, printed, strict=True):
        assert re.fullmatch(pattern(step.lines), output), f"$ {step.command}\n{output}"


def test_the_guide_uses_every_command_and_leaves_out_only_what_cannot_be_run() -> None:
    from dateline.cli.app import program

    words = " ".join(step.command for step in session(DOCS / "guide.md"))
    used = set(re.findall(r"dateline (\w+)", words))
    app = program([])
    commands = {command.name for command in app.registered_commands} - {"schema", "serve"}
    assert commands <= used <= commands | {group.name for group in app.registered_groups}
    for block in blocks(DOCS / "guide.md", "console not-run"):
        assert all(any(one in line for one in NOT_RUN) for line in block.splitlines())


def test_the_make_targets_that_pages_name_are_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:`|^\$ |&& )make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, page.name
    assert {"demo", "test"} <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = "\n".join(blocks(page, "python"))
    (tmp_path / "page.py").write_text(code, encoding="utf-8")
    runpy.run_path(str(tmp_path / "page.py"))


def test_the_readme_shows_the_reader_and_the_components() -> None:
    code = "\n".join(blocks(ROOT / "README.md", "python"))
    assert "from dateline import Reader" in code
    assert 'add_pipe("dateline_attributions")' in code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        found = (page.parent / target).resolve()
        assert found.exists() or found.relative_to(ROOT).as_posix() in MADE_BY_BENCH, target


def test_every_page_stands_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for page in DOCS.glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in index, page.name


def test_the_page_of_settings_is_made_from_the_settings() -> None:
    made = runpy.run_path(str(DOCS / "build.py"))["settings_page"]()
    assert (DOCS / "settings.md").read_text(encoding="utf-8") == made, "run `make picture`"


def test_the_picture_is_whole_and_asks_nothing_of_the_web() -> None:
    path = DOCS / "pictures" / "read.svg"
    words = "".join(str(text) for text in etree.parse(path).getroot().itertext()).replace("\xa0", " ")
    assert "$ dateline read examples/tibesti.txt" in words
    assert "whom" in words
    assert "http" not in path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert path.stat().st_size < 20_000


def rows(page: Path, heading: str) -> list[str]:
    """The first cells of the tables below a heading, without code marks."""
    below = page.read_text(encoding="utf-8").split(f"\n{heading}\n", 1)[1]
    section = re.split(r"^#", below, maxsplit=1, flags=re.MULTILINE)[0]
    cells = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| `")]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


RECORDS = {
    "### The line": "ReadingRecord",
    "### `report`": "ReportRecord",
    "### `mentions`": "MentionRecord",
    "### `entities`": "EntityRecord",
    "### `attributions`": "AttributionRecord",
    "### `places`": "PlaceRecord",
    "### `dates`": "DateRecord",
    "### `claims`": "ClaimRecord",
    "### `when`": "WhenRecord",
    "### `location`": "LocationRecord",
    "### `dateline`": "DatelineRecord",
    "### `published_basis`": "PublishedRecord",
    "### `furniture_kinds`": "FurnitureRecord",
    "### `counts`": "CountRecord",
    "### `codes`": "CodeRecord",
    "### `incidents`": "IncidentRecord",
    "### `fillers`": "FillerRecord",
    "### `relations`": "SeenRelationRecord",
}


@pytest.mark.parametrize(("heading", "record"), RECORDS.items(), ids=list(RECORDS.values()))
def test_formats_names_every_key_of_the_json_in_order(heading: str, record: str) -> None:
    described = schema()
    definitions = described["$defs"]
    assert isinstance(definitions, dict)
    keys = (described if record == "ReadingRecord" else definitions[record])["properties"]
    assert isinstance(keys, dict)
    assert rows(DOCS / "formats.md", heading) == list(keys)


def test_formats_leaves_out_no_part_of_the_json() -> None:
    definitions = schema()["$defs"]
    assert isinstance(definitions, dict)
    assert set(RECORDS.values()) == {*definitions, "ReadingRecord"}


def test_formats_names_every_column_of_the_csv_in_order() -> None:
    assert tuple(rows(DOCS / "formats.md", "## CSV")) == COLUMNS


def test_formats_names_every_column_that_is_guessed() -> None:
    text = (DOCS / "formats.md").read_text(encoding="utf-8")
    for field, guesses in COLUMN_GUESSES.items():
        assert f"| {field} | {', '.join(f'`{guess}`' for guess in guesses)} |" in text
