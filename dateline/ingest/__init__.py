"""From file, folder, feed, web page or standard input to Reports.

``collect`` takes in what a user names; ``report_from_text`` makes a Report of a text at hand. Importing this package
loads none of the large libraries that single kinds of files need.
"""

from dateline.ingest.options import COLUMN_GUESSES, IngestOptions
from dateline.ingest.published import parse_published
from dateline.ingest.sources import collect, expand, is_url
from dateline.ingest.text_report import report_from_text

__all__ = ["COLUMN_GUESSES", "IngestOptions", "collect", "expand", "is_url", "parse_published", "report_from_text"]
