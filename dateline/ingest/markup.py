"""Guards and small readers for HTML: bounds on size and depth, fragments to text, metadata of a page."""

import json
import re
from collections.abc import Iterator
from typing import Any

MAX_CHARACTERS = 10_000_000
"""A longer page is no news report; the HTML specification itself has less than this."""
MAX_TAGS = 150_000
MAX_DEPTH = 400
"""Open elements within each other. Browsers stop at 512; pages of the press stay below 60."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})(?=[\s/>])")
_EMPTY = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
_CLOSED_BY_HTML = ("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup")
_NEVER_OPEN = frozenset((*_EMPTY, *_CLOSED_BY_HTML))
"""Elements without content, and those that HTML closes by itself."""
_META = re.compile(r"(?i)<meta\b[^<>]{0,1000}>")
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,40})\s*=\s*(?:"([^"<>]{0,500})"|'([^'<>]{0,500})'|([^\s"'<>]{1,300}))""")
_JSON_LD = re.compile(r"""(?is)<script[^<>]{0,200}application/ld\+json[^<>]{0,200}>(.{2,200000}?)</script>""")
_TIME = re.compile(r"""(?i)<time\b[^<>]{0,500}\bdatetime\s*=\s*["']([^"'<>]{4,60})["'][^<>]{0,300}>""")

DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "displaydate",
    "cxenseparse:recs:publishtime",
    "article.published",
    "og:pubdate",
    "rnews:datepublished",
)
"""The names under which pages state their day of publication, the most exact first."""


def too_wild(markup: str) -> str | None:
    """Why a page cannot be parsed safely (too long, too many tags, nested too deeply), or None."""
    if len(markup) > MAX_CHARACTERS:
        return f"the page has {len(markup):,} characters; more than {MAX_CHARACTERS:,} are not read as one report"
    depth = 0
    for count, tag in enumerate(_TAG.finditer(markup)):
        if count > MAX_TAGS:
            return f"the page has more than {MAX_TAGS:,} tags; it is no news report"
        name = tag[2].lower()
        if name in _NEVER_OPEN:
            continue
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > MAX_DEPTH:
            return f"the page nests its elements more than {MAX_DEPTH} deep; it is damaged or made to do harm"
    return None


def fragment_text(markup: str) -> str:
    """The words of a piece of HTML, paragraphs apart by a blank line. Empty when it cannot be parsed safely."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    if too_wild(markup):
        return ""
    from lxml import etree, html  # type: ignore[import-untyped, unused-ignore]

    try:
        tree = html.fromstring(f"<div>{markup}</div>", parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    text = "".join(_pieces(tree))
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*", text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


_PROSE_BLOCKS = ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table")
_PAGE_BLOCKS = ("section", "article", "figure", "figcaption", "pre", "hr", "dd", "dt")
_BLOCKS = frozenset((*_PROSE_BLOCKS, *_PAGE_BLOCKS))
_SILENT = frozenset(("script", "style", "noscript", "template", "iframe", "object", "svg", "head"))


def _pieces(element: Any) -> Iterator[str]:
    """The text of an element, a line end around each block. White space within is kept for the caller to fold."""
    name = element.tag if isinstance(element.tag, str) else ""
    if name in _BLOCKS:
        yield "\n"
    if name not in _SILENT:
        yield _one_line(element.text)
        for child in element:
            yield from _pieces(child)
            yield _one_line(child.tail)
    if name in _BLOCKS:
        yield "\n"


def _one_line(words: str | None) -> str:
    return re.sub(r"\s+", " ", words) if words else ""


def page_dates(markup: str) -> tuple[str, ...]:
    """What the page's metadata says of its day of publication: meta tags, the most exact first, JSON-LD, time."""
    metas = _metas(markup[:500_000])
    found = [metas[name] for name in DATE_METAS if name in metas]
    found += [value for block in _JSON_LD.findall(markup) for value in _json_ld_dates(block)]
    times = set(_TIME.findall(markup))
    if len(times) == 1:
        found += times
    return tuple(found)


def _metas(markup: str) -> dict[str, str]:
    """Names (or properties, or itemprops) of the meta tags in lower case, each with its first content."""
    metas: dict[str, str] = {}
    for tag in _META.findall(markup):
        values = {name.lower(): first or second or third for name, first, second, third in _ATTRIBUTE.findall(tag)}
        name = values.get("property") or values.get("name") or values.get("itemprop")
        if name and values.get("content"):
            metas.setdefault(name.lower(), values["content"])
    return metas


def _json_ld_dates(block: str) -> list[str]:
    try:
        data = json.loads(block)
    except (ValueError, RecursionError):
        return []
    entries = data if isinstance(data, list) else [data]
    graph = [part for entry in entries if isinstance(entry, dict) for part in _listed(entry.get("@graph"))]
    found = [entry.get("datePublished") for entry in [*entries, *graph] if isinstance(entry, dict)]
    return [value for value in found if isinstance(value, str)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
