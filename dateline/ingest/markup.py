"""Guards and small readers for HTML: bounds on size and depth, fragments to text, metadata of a page."""

import json
import re
from collections.abc import Iterator
from typing import Any

MAX_CHARACTERS = 5_000_000
"""A longer page is no news report."""
MAX_TAGS = 30_000
"""Pages of the press have a few thousand; reading time grows faster than their number."""
MAX_DEPTH = 240
"""Open elements within each other. libxml2 drops what is deeper than 256; pages of the press stay below 60."""
MAX_ATTRIBUTES = 1_000
"""Of one tag; libxml2 compares each with all others."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})(?=[\s/>])([^>]*)")
_EMPTY = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
_CLOSED_BY_HTML = ("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup")
_NEVER_OPEN = frozenset((*_EMPTY, *_CLOSED_BY_HTML))
"""Elements without content, and those that HTML closes by itself."""
_PROGRAM = frozenset(("script", "style"))
"""What stands within these is no markup."""
_META = re.compile(r"(?i)<meta\b[^<>]{0,1000}>")
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,40})\s*=\s*(?:"([^"<>]{0,500})"|'([^'<>]{0,500})'|([^\s"'<>]{1,300}))""")
_SCRIPT_END = re.compile(r"(?i)</script\s*>")
_JSON_LD = re.compile(r"(?i)<script[^<>]{0,200}application/ld\+json[^<>]{0,200}>")
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
    """Why a page cannot be parsed safely (too long, too many tags or attributes, nested too deeply), or None."""
    if len(markup) > MAX_CHARACTERS:
        return f"the page has {len(markup):,} characters; more than {MAX_CHARACTERS:,} are not read as one report"
    depth, silent = 0, ""
    for count, tag in enumerate(_TAG.finditer(markup)):
        closes, name = bool(tag[1]), tag[2].lower()
        if count > MAX_TAGS:
            return f"the page has more than {MAX_TAGS:,} tags; it is no news report"
        if len(tag[3]) > MAX_ATTRIBUTES and len(tag[3].split()) > MAX_ATTRIBUTES:
            return f"the page has a tag with more than {MAX_ATTRIBUTES:,} attributes; it is damaged or made to do harm"
        if silent:
            silent = "" if closes and name == silent else silent
        elif name in _PROGRAM and not closes:
            silent = name
        elif name not in _NEVER_OPEN:
            depth = max(depth - 1, 0) if closes else depth + 1
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
    found += [value for block in _json_ld_blocks(markup) for value in _json_ld_dates(block)]
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


def _json_ld_blocks(markup: str) -> Iterator[str]:
    """The JSON-LD scripts of a page."""
    for piece in _SCRIPT_END.split(markup):
        opening = _JSON_LD.search(piece)
        if opening:
            yield piece[opening.end() :]


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
