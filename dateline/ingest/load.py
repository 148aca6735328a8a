"""Bytes of any kind to Reports: see what they are, hand them to the loader for it, look into the text."""

import logging
from collections.abc import Iterator

from dateline.errors import ReportSkipped
from dateline.ingest.decode import Decoded, NotText, declared_encoding, decode
from dateline.ingest.item import Item
from dateline.ingest.options import IngestOptions
from dateline.ingest.plain import read_plain
from dateline.ingest.sniff import sniff_bytes, sniff_text
from dateline.ingest.text_report import Draft, report_from_draft
from dateline.model.report import Report

_log = logging.getLogger(__name__)
MOST_CHARACTERS = 1_000_000
"""Above it spaCy refuses a text: its parser would take gigabytes."""


def load_item(item: Item, options: IngestOptions) -> Iterator[Report | ReportSkipped]:
    """The reports of an item; what cannot be read is yielded as ReportSkipped, never raised."""
    try:
        for draft in _drafts(item, options):
            yield draft if isinstance(draft, ReportSkipped) else _report(item, draft, options)
    except ReportSkipped as skipped:
        _log.info("skipped %s", skipped)
        yield skipped


def _report(item: Item, draft: Draft, options: IngestOptions) -> Report | ReportSkipped:
    if not draft.text.strip():
        return item.skipped("it holds no text")
    if len(draft.text) > MOST_CHARACTERS:
        reason = (
            f"the text has {len(draft.text):,} characters, more than the {MOST_CHARACTERS:,} of one report: split it"
        )
        return item.skipped(reason)
    return report_from_draft(draft, options.published)


def _drafts(item: Item, options: IngestOptions) -> Iterator[Draft | ReportSkipped]:
    if not item.raw:
        raise item.skipped("the file is empty")
    name = item.name or ""
    kind = sniff_bytes(item.raw, name)
    if kind.startswith("not: "):
        raise item.skipped(f"this is {kind.removeprefix('not: ')}, not a text")
    if kind == "application/warc":
        raise item.skipped("web archives (WARC) are read by `dateline batch`")
    if kind == "application/pdf":
        from dateline.ingest.pdf import read_pdf

        return read_pdf(item)
    if kind != "text":
        from dateline.ingest.docx_file import read_docx

        return read_docx(item)
    decoded = _decoded(item, options)
    return _text_drafts(item, decoded, sniff_text(decoded.text, name), options)


def _decoded(item: Item, options: IngestOptions) -> Decoded:
    try:
        return decode(item.raw, encoding=options.encoding, declared=item.declared or declared_encoding(item.raw))
    except NotText as error:
        raise item.skipped(f"not a text: {error}") from error


def _text_drafts(item: Item, decoded: Decoded, kind: str, options: IngestOptions) -> Iterator[Draft | ReportSkipped]:
    """Hand a text to its loader. Loaders of richer kinds are imported when one is met: they need large libraries."""
    if kind == "text/html":
        from dateline.ingest.web_page import read_page

        return read_page(item, decoded)
    if kind == "application/feed+xml":
        from dateline.ingest.feed import read_feed

        return read_feed(item, decoded)
    if kind in ("application/json", "application/x-ndjson", "text/csv", "text/tab-separated-values"):
        from dateline.ingest import rows

        if kind == "application/json":
            return rows.read_json(item, decoded, options)
        if kind == "application/x-ndjson":
            return rows.read_json_lines(item, decoded, options)
        return rows.read_csv(item, decoded, options, "\t" if kind == "text/tab-separated-values" else None)
    return read_plain(item, decoded, kind)
