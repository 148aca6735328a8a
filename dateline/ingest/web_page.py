"""A web page: the article without the page around it (trafilatura), and what its metadata says."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from dateline.ingest.decode import Decoded
from dateline.ingest.headline import same_words
from dateline.ingest.item import Item
from dateline.ingest.layout_tables import without_layout_tables
from dateline.ingest.markup import fragment_text, page_dates, too_wild
from dateline.ingest.text_report import Draft

_log = logging.getLogger(__name__)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_LANGUAGE = re.compile(r"""(?i)<html\b[^<>]{0,500}?\slang\s*=\s*["']?([a-z]{2})(?:[-_][\w-]{1,20})?["'\s>]""")
_BODY = re.compile(r"(?is)<body\b[^<>]*>(.*?)(?:</body>|\Z)")
_SHORTEST = 25
"""Characters. What is shorter is no article."""


def read_page(item: Item, decoded: Decoded) -> Iterator[Draft]:
    """The report of a page: the headline, a blank line and the article. Raises ReportSkipped."""
    markup = _XML_DECLARATION.sub("", decoded.text)
    if reason := too_wild(markup):
        raise item.skipped(reason)
    page = _extract(without_layout_tables(markup), item)
    article = _article(page, markup)
    if len(article) < _SHORTEST:
        raise item.skipped("no article text was found on the page")
    publisher = _said(page, "sitename")
    title = _title(_said(page, "title"), publisher)
    yield Draft(
        raw=item.raw,
        text=with_headline(title, article),
        source=item.source,
        media_type="text/html",
        name=item.name,
        title=title,
        published=page_dates(markup),
        publisher=publisher,
        author=_said(page, "author"),
        url=item.url or _said(page, "url"),
        language=_language(markup),
        notes=decoded.notes,
    )


def with_headline(title: str | None, article: str) -> str:
    """The headline, a blank line and the article; a headline that opens the article is not doubled."""
    if not title:
        return article
    first, _, rest = article.partition("\n\n")
    return f"{title}\n\n{rest if same_words(first, title) else article}"


def _extract(markup: str, item: Item) -> Any:
    """trafilatura's document, or None when it finds no article."""
    import trafilatura
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    try:
        return trafilatura.bare_extraction(
            markup,
            url=item.url,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=True,
            date_extraction_params={"extensive_search": False},
        )
    except (etree.LxmlError, ValueError, RecursionError, AttributeError, TypeError) as error:
        # Pages broken in unforeseen ways surface as any of these; the fallback below still reads their words.
        _log.info("%s: trafilatura could not read the page: %s", item.source, error)
        return None


def _article(page: Any, markup: str) -> str:
    """The article's paragraphs with blank lines between; the words of the whole body when no article was found."""
    text = getattr(page, "text", None) or ""
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    if sum(map(len, paragraphs)) >= _SHORTEST:
        return "\n\n".join(paragraphs)
    body = _BODY.search(markup)
    return fragment_text(body[1] if body else markup)


def _said(page: Any, name: str) -> str | None:
    value = getattr(page, name, None)
    return value.strip() or None if isinstance(value, str) else None


def _title(title: str | None, publisher: str | None) -> str | None:
    """The title without the name of the site behind it: "Rebels take town - Daily Example"."""
    if title and publisher:
        bare = re.sub(rf"\s*[-–—|:·»]\s*{re.escape(publisher)}\s*\Z", "", title, flags=re.IGNORECASE)
        return " ".join(bare.split()) or title
    return " ".join(title.split()) if title else None


def _language(markup: str) -> str | None:
    match = _LANGUAGE.search(markup[:5000])
    return match[1].lower() if match else None
