"""A dossier of a portion in one HTML page: who, who commands whom, what happened, and every fact with its words.

The page stands alone, as that of ``html_page``: no script, nothing from elsewhere, and a content security policy that
allows nothing but its own style. Templates escape every value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dateline import __version__
from dateline.export.facts import wording
from dateline.export.facts.command_chart import chart
from dateline.export.facts.evidence import claims_of, outlet
from dateline.export.facts.options import ExportOptions, Outcome
from dateline.export.html_page import style_digest
from dateline.export.in_words import shortened, shown
from dateline.model.fact import Evidence, Fact
from dateline.model.portion import Portion, ReportCard, SaidClaim

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of a fact with its report, as the page shows it."""

    evidence: Evidence
    claim: SaidClaim
    report: ReportCard | None

    @property
    def marks(self) -> list[str]:
        """``NOT``, ``ALLEGED``: what the claim itself is not sure of."""
        record = self.claim.record
        denied = ["NOT"] if record["polarity"] == "negated" else []
        return denied + ([record["modality"].upper()] if record["modality"] != "actual" else [])

    @property
    def where(self) -> str:
        """``Reuters, 2012-04-03, “Title”``."""
        if self.report is None:
            return self.evidence.report
        day = self.report.published.isoformat() if self.report.published else "no day of publication"
        title = f"“{shortened(self.report.title)}”" if self.report.title else self.report.id
        return ", ".join(part for part in (outlet(self.report), day, title) if part)


def write_dossier(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write the page."""
    style = (FOLDER / "dossier.css").read_text(encoding="utf-8")
    page = (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            portion=portion,
            options=options,
            version=__version__,
            style=Markup(style),
            digest=style_digest(style),
            chart=chart(portion),
            said=lambda fact: list(_said(portion, fact)),
        )
    )
    out.write(page)
    return Outcome(counts={"events": len(portion.events), "relations": len(portion.relations)})


def _said(portion: Portion, fact: Fact) -> Iterator[Said]:
    for evidence, claim in claims_of(portion, fact):
        yield Said(evidence, claim, portion.reports.get(evidence.report))


def web_address(card: ReportCard | None) -> str | None:
    """The report's address if a browser may be sent there: http and https alone."""
    url = (card.url or "").strip() if card else ""
    return url if url.lower().startswith(("https://", "http://")) else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals |= {name: getattr(wording, name) for name in _WORDING}
    environment.globals |= {"web_address": web_address}
    environment.filters["short"] = shortened
    return environment


_WORDING = (
    *("days_in_words", "doubts", "event_kind", "event_label", "names", "place_in_words", "relation_label"),
    *("standing_words", "tally_in_words"),
)


def _finalize(value: Any) -> Any:
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
