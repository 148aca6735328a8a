"""The formats have names, and the documentation knows all of them."""

from pathlib import Path

from dateline.export.facts import FACT_FORMATS
from dateline.export.facts.tables import TABLES

PAGE = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_the_page_on_exports_names_every_format_and_table() -> None:
    for name in FACT_FORMATS:
        assert f"| `{name}` |" in PAGE
    for name in TABLES:
        assert f"`{name}.csv`" in PAGE


def test_every_format_has_one_way_to_be_written_and_a_line_of_help() -> None:
    for name, form in FACT_FORMATS.items():
        assert form.name == name
        assert (form.write_file is None) != (form.write_folder is None)
        assert form.is_folder == (not form.suffix) == bool(form.files)
        assert form.help
        assert "\n" not in form.help
